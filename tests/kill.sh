#!/bin/sh
# tests/kill.sh BUILD: kill -9 at odd instants of a running drill: what was shown stands in the journal, the journal is
# whole, and the drill can go on from it.
. "$(dirname "$0")/scaffold.sh"

check() { # check WHAT COMMAND...
	what=$1
	shift
	"$@" >"$folder/said" 2>&1
	verdict "after $delay s: $what" $?
}

# Every message on the screen stands in a delivered event.
shown_is_kept() {
	grep -o 'T+[0-9:]*  [a-z]*  ' "$folder/screen" | sort >"$folder/shown"
	shown=$(wc -l <"$folder/shown")
	kept=$(grep -o '"ev":"delivered"' "$folder/drill.jsonl" | wc -l)
	echo "$shown shown, $kept kept"
	[ "$shown" -le "$kept" ]
}

for delay in 0.05 0.1 0.2 0.3 0.4 0.6 0.8; do
	rm -f "$folder/drill.jsonl"
	"$build/drill72" play ex-employee-export --auto first --clock scaled --speed 1500 --plain --seed 3 \
		--journal "$folder/drill.jsonl" >"$folder/screen" 2>&1 &
	sleep "$delay"
	kill -9 $! 2>/dev/null
	wait $! 2>/dev/null
	[ -s "$folder/drill.jsonl" ] || continue
	check 'the journal is not whole' "$build/drill72" verify "$folder/drill.jsonl"
	check 'something shown was lost' shown_is_kept
done
for delay in 0.02 0.05 0.1; do
	rm -f "$folder/drill.jsonl"
	"$build/drill72" play ex-employee-export --clock stepped --answers tests/notices.answers --plain --seed 2 \
		--journal "$folder/drill.jsonl" >"$folder/screen" 2>&1 &
	sleep "$delay"
	kill -9 $! 2>/dev/null
	wait $! 2>/dev/null
	[ -s "$folder/drill.jsonl" ] || continue
	check 'the journal of a drill with notices is not whole' "$build/drill72" verify "$folder/drill.jsonl"
	check 'a drill with notices does not go on' "$build/drill72" resume "$folder/drill.jsonl" --plain --answers \
		tests/notices.answers
done
rm -f "$folder/drill.jsonl"
"$build/drill72" play ex-employee-export --auto best --seed 1 --journal "$folder/drill.jsonl" >/dev/null 2>&1
size=$(wc -c <"$folder/drill.jsonl")
delay=torn
head -c $((size - 25)) "$folder/drill.jsonl" >"$folder/torn.jsonl"
check 'a torn tail was not set aside' "$build/drill72" resume "$folder/torn.jsonl" --auto best --plain
check 'the mended journal differs' cmp "$folder/drill.jsonl" "$folder/torn.jsonl"
conclude && [ "$passed" -gt 4 ]
