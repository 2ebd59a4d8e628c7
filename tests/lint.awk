# The rules of the house that can be read from the source alone; `tests/lint` runs it with modules="base/arena ...",
# low to high, and the .c and .h files of engine/ and tests/ as arguments. Prints `file:line: what`.

BEGIN {
	count = split(modules, list, " ")
	for (i = 1; i <= count; i++)
		rank[list[i]] = i
	top = count + 1 # main.c and the commands stand above every module

	room["yaml.h"] = "content/yml"
	room["lua.h"] = room["lualib.h"] = room["lauxlib.h"] = "content/luasafe content/sandbox content/luanode content/scenario_api content/scenario"
	room["readline/readline.h"] = room["readline/history.h"] = "desk/console"
	room["jansson.h"] = "base/jsn"
	room["sodium.h"] = "base/hash"
	room["cmark.h"] = "base/markdown"

	printing = "(v?printf|puts|putchar|perror|_?exit|_Exit)"
	writing = "(v?fprintf|fputs|fputc|putc|fwrite)"
}

function found(line, what) {
	print FILENAME ":" line ": " what
}

# The code of a line: comments go, strings and characters become empty ones.
function code_of(line,    out, c, two) {
	out = ""
	while (line != "") {
		two = substr(line, 1, 2)
		c = substr(line, 1, 1)
		if (in_comment) {
			i = index(line, "*/")
			if (!i)
				return out
			in_comment = 0
			line = substr(line, i + 2)
		} else if (two == "/*") {
			in_comment = 1
			line = substr(line, 3)
		} else if (two == "//") {
			return out
		} else if (c == "\"" && match(line, /^"([^"\\]|\\.)*"/)) {
			out = out "\"\""
			line = substr(line, RLENGTH + 1)
		} else if (c == "'" && match(line, /^'([^'\\]|\\.)+'/)) {
			out = out "''"
			line = substr(line, RLENGTH + 1)
		} else if (match(line, /^[^\/"']+/)) {
			out = out substr(line, 1, RLENGTH)
			line = substr(line, RLENGTH + 1)
		} else {
			out = out c
			line = substr(line, 2)
		}
	}
	return out
}

# "diag" allows diag_, diags_; "names" allows names_, name_.
function has_prefix(name, module,    singular) {
	singular = module
	sub(/s$/, "", singular)
	return name ~ ("^(" module "|" module "s|" singular ")(_|$)")
}

function calls(code, names) {
	return code ~ ("(^|[^A-Za-z0-9_])" names "[ \t]*\\(")
}

function open_file(    path) {
	in_comment = in_function = functions = 0
	header = FILENAME ~ /\.h$/
	engine = FILENAME ~ /^engine\//
	path = FILENAME
	sub(/^engine\//, "", path)
	sub(/\.[ch]$/, "", path)
	unit = path
	name = path
	sub(/.*\//, "", name)
	command = engine && unit ~ /^desk\/cmd(_[a-z0-9_]+)?$/
	level = command || unit == "main" ? top : rank[unit]
	if (engine && !level)
		found(1, "\"" unit "\" is not in the Makefile's list of modules")
}

function close_file() {
	if (lines > 500)
		found(lines, "a file has at most 500 lines")
	if (engine && header && lines > 100)
		found(lines, "a header has at most 100 lines")
	if (engine && header && functions > 12)
		found(lines, "a header has at most 12 functions, this one " functions)
	if (command && lines > 150)
		found(lines, "a command has at most 150 lines")
}

function check_include(line,    target) {
	target = line
	sub(/^#[ \t]*include[ \t]*["<]/, "", target)
	sub(/[">].*/, "", target)
	if (line ~ /</) {
		if (target in room && (" " room[target] " ") !~ (" " unit " "))
			found(FNR, "<" target "> belongs to " room[target] " alone")
		else if (target ~ /^(base|content|exercise|desk)\//)
			found(FNR, "include \"" target "\" with quotes")
		return
	}
	sub(/\.h$/, "", target)
	if (target ~ /^desk\/cmd(_[a-z0-9_]+)?$/) {
		if (level < top)
			found(FNR, "\"" target "\" stands above " unit)
	} else if (!(target in rank)) {
		found(FNR, "include a module by its path from engine/, not \"" target "\"")
	} else if (rank[target] > level) {
		found(FNR, "\"" target "\" stands above " unit)
	}
}

# A definition of a tag, or a function's declaration, begins in column 0.
function check_header_name(code,    public) {
	if (code ~ /^(struct|union|enum) [A-Za-z0-9_]+ \{/) {
		split(code, words, " ")
		if (!has_prefix(words[2], name))
			found(FNR, words[1] " " words[2] " does not begin with " name)
	} else if (code ~ /^[A-Za-z_]/ && code !~ /^(typedef|_Static_assert)/ && match(code, /[A-Za-z_][A-Za-z0-9_]*\(/)) {
		public = substr(code, RSTART, RLENGTH - 1)
		functions++
		if (!has_prefix(public, name))
			found(FNR, public " does not begin with " name)
	}
}

function check_body(raw) {
	if (raw == "{") {
		in_function = FNR
		long_enough = (!engine && before ~ /^int main\(/) # the table of a file's tests
	} else if (raw == "}" && in_function) {
		if (FNR - in_function + 1 > 60 && !long_enough)
			found(in_function, "a function has at most 60 lines, this one " FNR - in_function + 1)
		in_function = 0
	} else if (in_function && raw ~ /^ /) {
		found(FNR, "indent with tabs")
	}
	before = raw
}

function check_output(code) {
	if (level == top || unit == "desk/console")
		return
	if (calls(code, printing))
		found(FNR, "only main.c, the commands and console.c print or exit")
	else if (calls(code, writing) && !(code ~ /stderr/ && unit == "base/memory")) # out of memory, said before the abort
		found(FNR, "only console.c writes to a stream")
}

FNR == 1 {
	if (FILENAME != current && current != "") {
		was = FILENAME
		FILENAME = current
		close_file()
		FILENAME = was
	}
	current = FILENAME
	open_file()
}

{
	lines = FNR
	check_body($0)
	raw_comment = in_comment
	code = code_of($0)
	if (!engine)
		next
	if (!raw_comment && $0 ~ /^#[ \t]*include/)
		check_include($0)
	else if (header)
		check_header_name(code)
	check_output(code)
}

END {
	FILENAME = current
	close_file()
}
