#!/bin/sh
# tests/kill.sh BUILD: kill -9 in the middle of a drill with notices: what was shown stands in the journal, the journal is
# whole, and the drill goes on from it to the same end. Its lines come through a pipe that stays open, and the kill comes
# behind so many lines of the screen: every one hits a running drill, however fast the machine is.
. "$(dirname "$0")/scaffold.sh"
answers=tests/notices.answers
drill='play ex-employee-export --clock stepped --seed 2 --plain'

check() { # check WHAT COMMAND...
	what=$1
	shift
	"$@" >"$folder/said" 2>&1
	verdict "behind $lines lines: $what" $?
}

# kill_behind LINES: starts a drill, and ends it once so many lines are on its screen.
kill_behind() {
	rm -f "$folder/drill.jsonl"
	: >"$folder/screen"
	"$drill72" $drill --journal "$folder/drill.jsonl" --answers "$folder/typed" >"$folder/screen" 2>&1 &
	exec 9>"$folder/typed"
	cat $answers >&9
	while kill -0 $! 2>/dev/null && [ "$(wc -l <"$folder/screen")" -lt "$1" ]; do
		sleep 0.01
	done
	check 'it was over before' kill -9 $!
	wait $! 2>/dev/null
	exec 9>&-
}

# Every message on the screen stands in a delivered event.
shown_is_kept() {
	shown=$(grep -c '^ T+[0-9:]*  [A-Za-z]*  .*  to ' "$folder/screen")
	kept=$(grep -o '"ev":"delivered"' "$folder/drill.jsonl" | wc -l)
	echo "$shown shown, $kept kept"
	[ "$shown" -gt 0 ] && [ "$shown" -le "$kept" ]
}

"$drill72" $drill --journal "$folder/whole.jsonl" --answers $answers >"$folder/said" 2>&1
verdict 'the drill has no end' $?
mkfifo "$folder/typed"
for lines in 20 60 120 240 400; do
	kill_behind $lines
	check 'the journal is not whole' "$drill72" verify "$folder/drill.jsonl"
	check 'something shown was lost' shown_is_kept
	check 'it does not go on' "$drill72" resume "$folder/drill.jsonl" --plain --answers $answers
	check 'it ends otherwise' cmp "$folder/drill.jsonl" "$folder/whole.jsonl"
done

lines=all
size=$(wc -c <"$folder/whole.jsonl")
head -c $((size - 25)) "$folder/whole.jsonl" >"$folder/torn.jsonl"
check 'a torn tail was not set aside' "$drill72" resume "$folder/torn.jsonl" --plain --answers $answers
check 'the mended journal differs' cmp "$folder/whole.jsonl" "$folder/torn.jsonl"
conclude
