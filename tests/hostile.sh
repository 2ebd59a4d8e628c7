#!/bin/sh
# tests/hostile.sh BUILD [renew]: every scenario of tests/hostile tries to hang, to swell, to read or write what is not its
# own, or to speak to the terminal. Each is checked as it is and, unless it is a whole drill already, once more as the body
# of a hook; what can be loaded is played, listed, drawn and swept. tests/hostile/expected holds what is told, `renew`
# writes it again.
# Of each: no signal, within a second of the processor and 64 MiB, a fault with its file and line, no address, nothing but
# text. And what is shipped plays to the same bytes wherever and however it is started.
. "$(dirname "$0")/scaffold.sh"

seconds=1    # of a processor, which a busy machine does not lengthen; usually a tenth of one
space=65536  # KiB of addresses in all
grep -q __asan_init "$drill72" && seconds=5 space=unlimited

# bounded COMMAND...: within its time and space; what it says goes to $folder/said.
bounded() {
	(
		cd "$folder/at" || exit 9
		ulimit -c 0
		ulimit -t $seconds
		ulimit -v $space 2>/dev/null
		# shellcheck disable=SC2086
		$limit "$drill72" "$@"
	) >"$folder/said" 2>&1 </dev/null
	status=$?
	[ $status -le 1 ]
	verdict "$name: $* ended with $status" $? # over 128: it was killed
	[ $status -le 1 ] || return 1
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]\|\302[\200-\237]\|\342\200[\252-\256]\|\342\201[\246-\251]')" \
		"$folder/said"
	verdict "$name: $* sent a control character" $?
	! grep -Eq '0x[0-9a-f]{6}' "$folder/said"
	verdict "$name: $* told an address" $?
	return 0
}

# attack KIND: of $folder/at/$name.lua; its faults go to $folder/told, those of hooks once it is played.
attack() {
	rm -f "$folder/at/$name.jsonl"
	[ "$1" = hook ] || bounded check "$name.lua"
	bounded play "$name.lua" --auto first --seed 1 --plain --journal "$name.jsonl"
	if [ "$status" = 0 ]; then
		bounded verify "$name.jsonl" && [ "$status" = 0 ]
		verdict "$name, $1: its record is not whole" $?
		[ "$1" = hook ] || bounded report "$name.jsonl" --format md
		bounded msel "$name.lua"
		bounded graph "$name.lua" --format svg
		bounded sweep "$name.lua" --max-states 50 --samples 1
		sed -n 's/.*"hook":"\([^"]*\)","why":"\(\([^"\\]\|\\.\)*\)".*/\1: \2/p' "$folder/at/$name.jsonl" >"$folder/faults"
		! grep -v "^[a-z0-9:.-]*: $name.lua:[1-9][0-9]*: " "$folder/faults"
		verdict "$name, $1: the fault of a hook lacks its file and line" $?
		[ -s "$folder/faults" ] || echo 'plays to its end' >"$folder/faults"
	else
		grep "^\($name\|lib/[a-z0-9]*\).lua:[1-9][0-9]*:" "$folder/said" >"$folder/faults"
		verdict "$name, $1: no fault has its file and line" $?
	fi
	head -n 3 "$folder/faults" | sed "s|^|$name, $1: |; s| \[[a-z-]*]\$||" >>"$folder/told" # without the code
}

# As the body of a hook, on the same line as it was.
as_hook() {
	tr '\n' ' ' <<-'END'
		scenario "hooked" { title = "T", synopsis = "S", company = { name = "K", timezone = "Asia/Singapore", customers = { SG = 9 } },
		starts = "2026-03-05 21:40", roles = { "incident-lead" }, pace = { { to = "4h", takes = "8m" } },
		truth = { aware = "1h30", assessed = "2h" } }
		inject "asked" { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) return attack(w) end }
		at "2h" { run = function(w) return attack(w) end }
		function attack(w)
	END
	cat "$1"
	echo
	echo end
}

mkdir "$folder/at" "$folder/at/lib"
cp tests/hostile/lib/* "$folder/at/lib/" 2>/dev/null
: >"$folder/told"
for file in tests/hostile/*.lua; do
	name=$(basename "$file" .lua)
	cp "$file" "$folder/at/$name.lua"
	attack 'top'
	if ! grep -q '^scenario \|^include "lib/drill"' "$file"; then
		as_hook "$file" >"$folder/at/$name.lua"
		attack 'hook'
	fi
done
# made NAME AWK: what is too large to lie in the repository.
made() {
	name=made-$1
	awk "BEGIN { $2 }" >"$folder/at/$name.lua"
	attack top
}
made equals 'for (i = 0; i < 400000; i++) printf "=========="'
made brackets 'for (i = 0; i < 400000; i++) printf "[[[[[[[[[["'
made level 'printf "--["; for (i = 0; i < 390000; i++) printf (i == 99999 ? "=========[" : "==========")'
made braces 'printf "local t = {"; for (i = 0; i < 1300000; i++) printf "{},"; print "}"'
made open 'printf "local t = "; for (i = 0; i < 1300000; i++) printf "{a,"'
made comment 'printf "--"; for (i = 0; i < 400000; i++) printf "0123456789"; print "\nwhile true do end"'
made lines 'for (i = 0; i < 4000000; i++) print ""; print "while true do end"'
made parentheses 'for (i = 0; i < 400000; i++) printf "(((((((((("'
made texts 'print "return {"; for (i = 0; i < 100; i++) { printf "\""; for (j = 0; j < 3000; j++) printf "aaaaaaaaaa"; print "\"," } print "}"'
made keys 'print "if false then t = {"; for (i = 0; i < 400000; i++) print "a = 1,"; print "} end"'
made dead 'print "if false then"; for (i = 0; i < 60000; i++) print "at \"x\" inject \"y\" {}"
	print "end\nfor i = 1, 2000 do at \"zz\" { run = function() end } end"'
made views 'print "include \"lib/drill\"\nlocal function never(t)"
	for (i = 0; i < 20000; i++) print "t = { when = function(w) return w.variable" i " and w:done \"an-action-" i "\" end }"
	print "end"'
awk 'BEGIN { for (i = 0; i < 15000; i++) print "x = { y = { 1 } } -- as many tokens as fit" }' >"$folder/at/lib/large1.lua"
for n in 2 3 4; do cp "$folder/at/lib/large1.lua" "$folder/at/lib/large$n.lua"; done
made included 'for (i = 1; i < 5; i++) print "include \"lib/large" i "\""; print "while true do end"'
mkfifo "$folder/at/lib/pipe.lua"
ln -s /dev/zero "$folder/at/lib/zero.lua"
ln -s /etc/passwd "$folder/at/lib/passwd.lua"
made links 'print "include \"lib/pipe\"\ninclude \"lib/zero\"\ninclude \"lib/passwd\""'

# A drill that can't go on ends there, says at which item, and what was recorded is whole.
name=made-chain
cat >"$folder/at/$name.lua" <<'END'
include "lib/drill"
for i = 1, 500 do
  inject("i" .. i) { at = i == 1 and "1h" or nil, from = "X", to = "all", channel = "email", text = "T", delivers = "i" .. i % 500 + 1 }
end
END
bounded play "$name.lua" --auto first --seed 1 --plain --journal "$name.jsonl"
[ $status = 1 ] && grep -q 'round in circles (inject:i1): over 256 events' "$folder/said"
verdict "$name: the circle is not told" $?
bounded verify "$name.jsonl"
verdict "$name: its record is not whole" $status

# A scenario's tests, by what they say and by whom they ask; those with a control character in them are not played.
mkdir -p "$folder/at/tests"
for attack in error-control endless-loop format-address; do
	name=made-tested-$attack
	as_hook "tests/hostile/$attack.lua" >"$folder/at/$name.lua"
	printf 'play %s --seed 1\nwait until T+3:00\nexpect grade F\n' $name >"$folder/at/tests/$name.answers"
	bounded check --run-tests "$name.lua"
	[ $status = 1 ] && grep -q "^tests/$name.answers:2:1: the hook .* failed: $name.lua:1: " "$folder/said"
	verdict "$name: the line at which its hook fails is not told" $?
	printf 'play %s\nexpect delivered \033]0;mine\007\nxx \302\233 \342\200\256yy\n' $name >"$folder/at/tests/$name.answers"
	bounded check --run-tests "$name.lua"
	[ $status = 1 ] && grep -q "^tests/$name.answers:2:18: .*control character U+001B" "$folder/said"
	verdict "$name: the control character of its test is not told" $?
	rm "$folder/at/tests/$name.answers"
done

[ "${2:-}" != renew ] || cp "$folder/told" tests/hostile/expected
diff -u tests/hostile/expected "$folder/told"
verdict 'what is told differs' $?
# --- the same bytes everywhere ----------------------------------------------------------------------------------------
# Letters of a country's own make %a and upper differ, if a program lets them; a Mac has no localedef.
latin=C
localedef -i de_DE -f ISO-8859-1 "$folder/latin" >/dev/null 2>&1 && latin=latin
cat >"$folder/at/letters.lua" <<'END'
include "lib/drill"
local all = { z = 1, b = 2, ["é"] = 3, 4 }
local function say()
  local s = ("é\xe9\xc9"):upper():gsub("%a", "a"):gsub("[\x80-\xff]", "."):lower() .. string.format("%.2f %g", 1.5, 0.1)
  for k, v in pairs(all) do s = s .. (k == "é" and "e" or k) .. v end
  return s .. tostring(tonumber("1.5")) .. tostring("a" < "B")
end
inject "a" { at = "1h", from = "X", to = "all", channel = "email", text = say() }
inject "b" { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = function(w) error(say() .. w.random(6)) end }
END

# How often a table of names grows depends on their hashes, and so does what is left of the steps on each line.
cat >"$folder/at/churn.lua" <<'END'
include "lib/drill"
local seed
local function draw(n)
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed // 65536 % n + 1
end
local function churn()
  seed = 7
  while true do
    local t = {}
    for i = 1, 120 do
      local choice = draw(6)
      if choice == 1 then
        t["k" .. draw(40)] = nil
      elseif choice <= 3 then
        t["k" .. draw(40)] = i
      elseif choice == 4 then
        t[draw(40)] = nil
      else
        t[draw(40)] = i
      end
    end
  end
end
for i = 1, 9 do
  inject("i" .. i) { at = "1h", from = "X", to = "all", channel = "email", text = "T", when = churn }
end
END

# played NAME ARGUMENTS...: twice, in a folder of the same name; records, reports and screens are the same.
played() {
	name=$1
	shift
	for turn in one two; do
		rm -rf "$folder/$turn" "$folder/here"
		mkdir "$folder/here"
		if [ $turn = one ]; then
			set -- env -i HOME=/ LC_ALL=C TZ=UTC "$@"
		else
			shift 5
			set -- env LOCPATH="$folder" LC_ALL=$latin LANG=tr_TR.UTF-8 TZ=Asia/Kathmandu COLUMNS=80 \
				PADDING="$(printf %09000d 0)" "$@"
		fi
		(cd "$folder/here" && $limit "$@" --plain --journal "$name.jsonl") >"$folder/said" 2>&1
		mv "$folder/said" "$folder/here"
		mv "$folder/here" "$folder/$turn"
	done
	shift 7
	[ -s "$folder/one/$name.jsonl" ] && diff -r "$folder/one" "$folder/two" >"$folder/said" 2>&1
	verdict "$* differs the second time" $?
}
for file in "$folder/at/letters.lua" "$folder/at/churn.lua" "$root"/scenarios/*.lua; do
	name=$(basename "$file" .lua)
	case $name in *.d) continue ;; esac # annotations
	for auto in best worst first random; do
		played "$name" "$drill72" play "$file" --auto $auto --seed 7
	done
	played "$name" "$drill72" play "$file" --auto random --seed 8 --extended
done
conclude
