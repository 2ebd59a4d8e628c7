#!/bin/sh
# tests/sweep.sh BUILD: the lines that a sweep writes for its best and its worst path, with the playbook followed and
# ignored, give exactly the scores it tells when `train` plays them: of every shipped drill, core and extended, where no
# answer may give itself away and silence must never pay. And what README shows of a sweep works.
. "$(dirname "$0")/scaffold.sh"

# scores FILE WHAT: as told, in the order of the worlds.
scores() {
	sed -n "s/^   $2: \([0-9]*\), grade \(.\).*/\1 \2/p" "$1"
}

# plays DRILL [--core]
plays() {
	drill=$1
	rm -rf "$folder/answers"
	"$build/drill72" sweep "$@" --write "$folder/answers" >"$folder/told" 2>&1
	verdict "$*: the sweep fails" $?
	grep -q 'no question is better left alone' "$folder/told"
	verdict "$*: an answer gives itself away, or a question is better left alone" $?
	! grep 'The condition of' "$folder/told"
	verdict "$*: a condition is the same on every path" $?
	for what in best worst; do
		scores "$folder/told" $what >"$folder/scores"
		exec 3<"$folder/scores"
		for steps in followed ignored; do
			read -r total grade <&3
			rm -f "$folder/record.jsonl"
			"$build/drill72" train "$@" --seed 1 --answers "$folder/answers/$what-$steps.answers" --plain \
				--journal "$folder/record.jsonl" >"$folder/said" 2>&1
			grep -q "^ *Total  *$total of 100, grade $grade" "$folder/said"
			verdict "$*: $what with the playbook $steps: not $total, $grade" $?
		done
	done
}

for scenario in ex-employee-export agency-account-takeover shared-sheet; do
	plays $scenario
	plays $scenario --core
done

# is_clean WHAT: nothing that was said drives a terminal.
is_clean() {
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$folder/said"
	verdict "$1 sent a control character" $?
}

# What a function says as it fails, and what a stranger's part brings along.
cat >"$folder/rude.lua" <<'END'
scenario "rude" { title = "T", synopsis = "S", company = { name = "K", timezone = "Asia/Singapore", customers = { SG = 9 } },
  starts = "2026-03-05 21:40", roles = { "incident-lead" }, pace = { { to = "4h", takes = "8m" } },
  truth = { aware = "1h30", assessed = "2h" } }
inject "first" { at = "1h", from = "X", to = "incident-lead", channel = "chat", text = "T", opens = "one" }
decision "one" { owner = "incident-lead", objective = "containment", ask = "Q?",
  { id = "a", "A", score = { containment = 1 }, because = "B" },
  { id = "b", "B", score = { containment = 2 }, because = "B",
    run = function(w) error("\27]0;pwn\7\27[31mRED") end } }
END
"$drill72" sweep "$folder/rude.lua" >"$folder/said" 2>&1
[ $? = 1 ]
verdict 'a sweep that has something to mend does not end with 1' $?
grep -q 'RED\. The shortest way' "$folder/said"
verdict 'the sweep of a function that fails does not tell what it said' $?
is_clean 'the sweep of a function that fails'
"$drill72" sweep "$folder/rude.lua" --json | sed 's/"grade":"/&\\u001b[31m/' >"$folder/rude.json"
"$drill72" sweep --merge "$folder/rude.json" >"$folder/said" 2>&1
is_clean 'a part of a sweep'

# refuses OPTION N WORDS: no number of processes, states or paths is taken for another.
refuses() {
	"$build/drill72" sweep shared-sheet "--$1" "$2" >"$folder/said" 2>&1
	[ $? -eq 1 ] && grep -qx "drill72: --$1: $2 is not from 1 to $3" "$folder/said"
	verdict "--$1 $2 is taken" $?
}

refuses jobs 0 64
refuses jobs 65 64
refuses max-states 0 1000000000
refuses samples 0 1000000000

# What parts are of is told by the parts.
for part in 1 2; do
	"$drill72" sweep ex-employee-export --core --shard $part/2 --json >"$folder/part-$part.json"
done
"$drill72" sweep --merge "$folder/part-1.json" "$folder/part-2.json" --write "$folder/answers" >"$folder/said" 2>&1
grep -q ' train ex-employee-export .*--core --seed 1 --answers .*/best-followed.answers$' "$folder/said"
verdict 'parts put together do not tell how to play their best path' $?
"$drill72" sweep --merge "$folder/part-1.json" "$folder/part-2.json" --seed 2 >"$folder/said" 2>&1
[ $? = 1 ] && grep -q 'usage: drill72 sweep --merge FILE... \[--write FOLDER\] \[--json\]' "$folder/said"
verdict 'an option that means nothing with --merge is taken' $?

# What somebody edited stays, and then the rest does, too; what is as a sweep wrote it makes way.
rm -rf "$folder/answers"
"$drill72" sweep shared-sheet --core --write "$folder/answers" >"$folder/said" 2>&1 &&
	"$drill72" sweep shared-sheet --seed 2 --write "$folder/answers" >"$folder/said" 2>&1
verdict 'its own files are in the way of a sweep' $?
echo '# my own' >>"$folder/answers/worst-ignored.answers"
rm "$folder/answers/best-followed.answers"
! "$drill72" sweep shared-sheet --write "$folder/answers" >"$folder/told" 2>"$folder/said"
verdict 'an edited file is written over' $?
printf '%s: is there already with something else in it, and is not overwritten; name another folder, or remove this file first\n' \
	"$folder/answers/worst-ignored.answers" | cmp -s - "$folder/said"
verdict 'an edited file is refused in other words' $?
[ ! -e "$folder/answers/best-followed.answers" ] && tail -n 1 "$folder/answers/worst-ignored.answers" | grep -qx '# my own'
verdict 'a refusal leaves half of the files' $?

# What README shows, line by line, where a reader would stand.
mkdir "$folder/shop"
cp -R scenarios playbooks "$folder/shop/"
ln -s "$build" "$folder/shop/build"
sed -n 's/^    \(build\/drill72 .*\)/\1/p' README.md >"$folder/lines"
[ "$(grep -c sweep "$folder/lines")" -ge 4 ]
verdict 'README shows sweeps' $?
while read -r line; do
	(cd "$folder/shop" && eval "$line") </dev/null >"$folder/said" 2>&1
	verdict "$line" $?
done <"$folder/lines"
grep -q 'paths through' "$folder/said"
verdict 'the parts that README puts together are a sweep' $?
conclude
