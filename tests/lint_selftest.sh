#!/bin/sh
# tests/lint_selftest.sh BUILD: plants one violation of each rule in a copy of the tree and expects `tests/lint` to find
# it, and beside them code that looks like a violation and is none.
. "$(dirname "$0")/scaffold.sh"
tree=$folder/tree
mkdir -p "$tree/engine/content" "$tree/engine/exercise" "$tree/engine/desk" "$tree/tests" "$tree/playbooks" "$tree/scenarios"
cp -R engine/base "$tree/engine/"
cp tests/lint tests/lint.awk "$tree/tests/"
cp .clang-format .yamllint .luacheckrc "$tree/"

cd "$tree" || exit 2
echo base/upward >order
for module in arena text diag jsn hash span zone clock file; do
	echo "base/$module" >>order
done

# plant MODULE.c or .h: writes standard input as that file, and lists its module as the next higher one.
plant() {
	{
		[ "${1##*.}" = c ] || printf '#ifndef X\n#define X\n\n'
		cat
		[ "${1##*.}" = c ] || printf '\n#endif\n'
	} >"engine/$1"
	case $1 in
	desk/cmd_* | main.c) ;;
	*) echo "${1%.*}" >>order ;;
	esac
}

repeat() { # TIMES TEXT
	awk -v n="$1" -v text="$2" 'BEGIN { gsub("\\\\t", "\t", text); for (i = 1; i <= n; i++) { t = text; gsub("%", i, t); print t } }'
}

function_of() { # LINES NAME: a function whose braces and body take that many lines
	printf 'int %s(int n);\nint %s(int n)\n{\n' "$2" "$2"
	repeat $(($1 - 3)) '\tn ^= %;'
	printf '\treturn n;\n}\n'
}

# Where an include may point.
echo '#include "content/later.h"' | plant content/early.c
echo 'void later_do(void);' | plant content/later.h
echo '#include "content/later.h"' >engine/base/upward.c
echo '#include "span.h"' | plant content/unpathed.c
echo '#include <base/span.h>' | plant content/angled.c
echo '#include "desk/cmd_play.h"' | plant desk/uses_command.c
echo 'void cmd_play(void);' | plant desk/cmd_play.h
echo 'int nothing;' >engine/content/unlisted.h

# Names.
echo 'void other_do(void);' | plant content/fname.h
echo 'struct other { int n; };' | plant content/sname.h
echo 'enum other { OTHER };' | plant content/ename.h
printf 'void other_public(void);\nvoid other_public(void)\n{\n}\n' | plant content/cname.c
printf 'void cmd_extra(void);\nvoid cmd_extra(void)\n{\n}\n' | plant desk/cmd_more.c

# State.
echo 'static int counter; int *static_at(void); int *static_at(void) { return &counter; }' | plant content/static.c
echo 'int filled = 3;' | plant content/filled.c
printf 'int inner_next(void);\nint inner_next(void)\n{\n\tstatic int n;\n\n\treturn ++n;\n}\n' | plant content/inner.c

# Library headers out of their rooms.
echo '#include <yaml.h>' | plant content/uses_yaml.c
echo '#include <lua.h>' | plant exercise/uses_lua.c
echo '#include <lauxlib.h>' | plant exercise/uses_lauxlib.c
echo '#include <readline/readline.h>' | plant desk/uses_readline.c
echo '#include <jansson.h>' | plant content/uses_jansson.c
echo '#include <sodium.h>' | plant content/uses_sodium.c

# What compilers say.
echo 'uint32_t lonely_number(void);' | plant content/lonely.h
echo 'static void unused(void) { }' | plant content/unused.c
echo 'static inline void clang_alone(void) { }' | plant content/clang_alone.c

# Lengths.
repeat 100 '/* % */' | plant content/long_header.h
repeat 13 'void many_%(void);' | plant content/many.h
repeat 501 '/* % */' | plant content/long_file.c
repeat 151 '/* % */' | plant desk/cmd_long.c
function_of 61 long_function_do | plant content/long_function.c

# Layout.
echo 'int   layout_n( void );' | plant content/layout.c
echo 'int trailing_n(void); ' | plant content/trailing.c
printf 'int spaces_n(int n);\nint spaces_n(int n)\n{\n        return n;\n}\n' | plant content/spaces.c

# Output.
printf '#include <stdio.h>\nvoid prints_do(void);\nvoid prints_do(void)\n{\n\tprintf("x");\n}\n' | plant content/prints.c
printf '#include <stdio.h>\nvoid puts_do(void);\nvoid puts_do(void)\n{\n\tputs("x");\n}\n' | plant content/puts.c
printf '#include <stdlib.h>\nvoid exits_do(void);\nvoid exits_do(void)\n{\n\texit(1);\n}\n' | plant content/exits.c
printf '#include <stdio.h>\nvoid writes_do(void);\nvoid writes_do(void)\n{\n\tfprintf(stderr, "x");\n}\n' | plant content/writes.c

# Content.
printf 'a: 1\na: 2\n' >playbooks/twice.yaml
echo 'os.exit(1)' >scenarios/escapes.lua

# Nothing here may be found.
repeat 12 'void fulls_%(void);' | plant content/full.h
function_of 60 exact_do | plant content/exact.c
plant content/innocent.c <<'C'
#include "base/span.h"

#include <stdio.h>

/* printf("in a comment"); */
static const char *const words[] = {"printf(", "puts(1)", "/* ", "exit("};

const char *innocent_word(int n, char *out, size_t len);

const char *innocent_word(int n, char *out, size_t len)
{
	snprintf(out, len, "%s", words[n]); // puts("no");
	return out;
}
C
plant desk/console.c <<'C'
#include <stdio.h>

static int lines;

void console_line(FILE *out);

void console_line(FILE *out)
{
	fprintf(out, "%d\n", lines++);
}
C
plant desk/cmd_say.c <<'C'
#include "base/hash.h"
#include "content/later.h"

#include <stdio.h>
#include <stdlib.h>

int cmd_say(void);

int cmd_say(void)
{
	later_do();
	puts("said");
	exit(0);
}
C

result=$(tests/lint "$(tr '\n' ' ' <order)" "-std=c11 -D_XOPEN_SOURCE=700 -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes \
	-Werror $(pkg-config --cflags-only-I lua5.4 2>/dev/null)" 2>/dev/null)
status=$?

expect() { # FILE WHAT
	printf '%s\n' "$result" | grep "^$1:[0-9]*: " | grep -qF "$2"
	verdict "not found: $1: $2" $?
}

innocent() { # FILE
	! printf '%s\n' "$result" | grep "^$1:"
	verdict "wrongly found in $1" $?
}

[ $status = 1 ]
verdict "the exit status is $status" $?
printf '%s\n' "$result" | tail -n 1 | grep -q '^lint: [0-9]* files, [0-9]* findings$'
verdict "the last line tells no count" $?

expect engine/content/early.c '"content/later" stands above content/early'
expect engine/base/upward.c '"content/later" stands above base/upward'
expect engine/content/unpathed.c 'by its path'
expect engine/content/angled.c 'with quotes'
expect engine/desk/uses_command.c '"desk/cmd_play" stands above'
expect engine/content/unlisted.h 'not in the Makefile'
expect engine/content/fname.h 'other_do does not begin with fname'
expect engine/content/sname.h 'struct other does not begin with sname'
expect engine/content/ename.h 'enum other does not begin with ename'
expect engine/content/cname.c 'other_public is public'
expect engine/desk/cmd_more.c 'cmd_extra is public'
expect engine/content/static.c 'counter is a global that can change'
expect engine/content/filled.c 'filled is a global that can change'
expect engine/content/inner.c 'is a global that can change'
expect engine/content/uses_yaml.c '<yaml.h> belongs to content/yml alone'
expect engine/exercise/uses_lua.c '<lua.h> belongs to'
expect engine/exercise/uses_lauxlib.c '<lauxlib.h> belongs to'
expect engine/desk/uses_readline.c '<readline/readline.h> belongs to desk/console alone'
expect engine/content/uses_jansson.c '<jansson.h> belongs to base/jsn alone'
expect engine/content/uses_sodium.c '<sodium.h> belongs to base/hash alone'
expect engine/content/lonely.h 'does not compile alone under gcc'
expect engine/content/unused.c 'unused'
expect engine/content/long_header.h 'at most 100 lines'
expect engine/content/many.h 'at most 12 functions, this one 13'
expect engine/content/long_file.c 'at most 500 lines'
expect engine/desk/cmd_long.c 'at most 150 lines'
expect engine/content/long_function.c 'at most 60 lines, this one 61'
expect engine/content/trailing.c 'white space at the end'
expect engine/content/spaces.c 'indent with tabs'
expect engine/content/prints.c 'print or exit'
expect engine/content/puts.c 'print or exit'
expect engine/content/exits.c 'print or exit'
expect engine/content/writes.c 'writes to a stream'
if command -v clang >/dev/null; then
	expect engine/content/lonely.h 'does not compile alone under clang'
	expect engine/content/clang_alone.c 'clang: unused function'
fi
if command -v clang-format >/dev/null; then
	expect engine/content/layout.c 'clang-format'
fi
if command -v yamllint >/dev/null; then
	expect playbooks/twice.yaml 'yamllint: [error] duplication of key'
fi
if command -v luacheck >/dev/null; then
	expect scenarios/escapes.lua "luacheck: "
fi
innocent engine/content/later.h
innocent engine/content/full.h
innocent engine/content/innocent.c
innocent engine/desk/console.c
innocent engine/desk/cmd_say.c
! printf '%s\n' "$result" | grep '^engine/content/exact.c:.*60 lines'
verdict 'a function of 60 lines is refused' $?

conclude
