#!/bin/sh
# tests/hostile.sh BUILD [renew]: every scenario of tests/hostile tries to hang, to swell, to read or write what is not its
# own, or to speak to the terminal. Each is checked as it is and, unless it is a whole drill already, once more as the body
# of a hook; what can be loaded is played. tests/hostile/expected holds what is told, `renew` writes it again.
# Of each: no signal and no hang, within 64 MiB, a fault with its file and line, no address, nothing but text.
. "$(dirname "$0")/scaffold.sh"

hang=5       # seconds; usually a tenth of one
space=65536  # KiB of addresses in all
grep -q __asan_init "$drill72" && space=unlimited
command -v timeout >/dev/null && limit="timeout -s KILL $hang"

# bounded COMMAND...: within its time and space; what it says goes to $folder/said.
bounded() {
	(
		cd "$folder/at" || exit 9
		ulimit -c 0
		ulimit -v $space 2>/dev/null
		# shellcheck disable=SC2086
		$limit "$drill72" "$@"
	) >"$folder/said" 2>&1 </dev/null
	status=$?
	[ $status -le 1 ]
	verdict "$name: $* ended with $status" $? # 137: it was killed
	[ $status -le 1 ] || return 1
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$folder/said"
	verdict "$name: $* sent a control character" $?
	! grep -Eq '0x[0-9a-f]{6}' "$folder/said"
	verdict "$name: $* told an address" $?
	return 0
}

# attack KIND: of $folder/at/$name.lua; its faults go to $folder/told, those of hooks once it is played.
attack() {
	rm -f "$folder/at/$name.jsonl"
	bounded check "$name.lua"
	if [ $status = 0 ]; then
		bounded play "$name.lua" --auto first --seed 1 --plain --journal "$name.jsonl" &&
			bounded verify "$name.jsonl" && [ $status = 0 ]
		verdict "$name, $1: it is not played to the end of a whole record" $?
		sed -n 's/.*"hook":"\([^"]*\)","why":"\(\([^"\\]\|\\.\)*\)".*/\1: \2/p' "$folder/at/$name.jsonl" >"$folder/faults"
		! grep -v "^[a-z0-9:.-]*: $name.lua:[1-9][0-9]*: " "$folder/faults"
		verdict "$name, $1: the fault of a hook lacks its file and line" $?
		[ -s "$folder/faults" ] || echo 'plays to its end' >"$folder/faults"
	else
		grep "^$name.lua:[1-9][0-9]*:" "$folder/said" >"$folder/faults"
		verdict "$name, $1: no fault has its file and line" $?
	fi
	head -n 3 "$folder/faults" | sed "s|^|$name, $1: |; s| \[[a-z-]*]\$||" >>"$folder/told" 
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
	if ! grep -q '^scenario ' "$file"; then
		as_hook "$file" >"$folder/at/$name.lua"
		attack 'hook'
	fi
done
[ "${2:-}" != renew ] || cp "$folder/told" tests/hostile/expected
diff -u tests/hostile/expected "$folder/told"
verdict 'what is told differs' $?
conclude
