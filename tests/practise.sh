#!/bin/sh
# tests/practise.sh BUILD: what one person does alone, and what an author tries: the menu's first drill, a cut that is
# left and gone on with, a part of a drill, and a file that is edited meanwhile.
. "$(dirname "$0")/scaffold.sh"

records() { # how many there are
	find "$XDG_STATE_HOME" -name '*.jsonl' 2>/dev/null | wc -l | tr -d ' '
}

newest() {
	find "$XDG_STATE_HOME" -name '*.jsonl' | sort | tail -n 1
}

# --- the menu ------------------------------------------------------------------------------------------------------
printf '2\n\nquit\n' | $limit "$drill72" >"$folder/said" 2>&1
grep -q '^ EXERCISE   The shared sheet' "$folder/said"
verdict 'the menu offers the drill for a lunch break first' $?
printf '2\nex-employee-export\nquit\n' | $limit "$drill72" >"$folder/said" 2>&1
grep -q '^ EXERCISE   The ex-employee export' "$folder/said"
verdict 'and takes another by its name' $?

# --- a cut ---------------------------------------------------------------------------------------------------------
printf '\n\n3\nquit\n' >"$folder/lines"
$limit "$drill72" train ex-employee-export --role support --seed 3 --journal "$folder/cut.jsonl" --plain \
	--answers "$folder/lines" >"$folder/said" 2>&1
grep -q '^ A cut for support: 1 of 11 questions is yours' "$folder/said"
verdict 'a cut is told at the start' $?
printf '\n\nclose\n' | $limit "$drill72" resume "$folder/cut.jsonl" --plain >"$folder/said" 2>&1
grep -q '^ Total          100 of 100, grade A' "$folder/said"
verdict 'it is gone on with as a cut, and only what is one'"'"'s own counts' $?
$limit "$drill72" report "$folder/cut.jsonl" >"$folder/said" 2>&1 && $limit "$drill72" verify "$folder/cut.jsonl" >/dev/null
verdict 'its record makes a report' $?
# --- left and come back --------------------------------------------------------------------------------------------
$limit "$drill72" train shared-sheet --seed 1 --journal "$folder/left.jsonl" --plain </dev/null >"$folder/said" 2>&1
grep '^ T+0:00  ' "$folder/said" >"$folder/came"
grep -q 'Take your time: the story waits' "$folder/said" &&
	printf '\nagain\n' | $limit "$drill72" resume "$folder/left.jsonl" --plain >"$folder/said" 2>&1 &&
	[ "$(grep -cFf "$folder/came" "$folder/said")" -eq 2 ]
verdict 'who comes back reads again what came, and so does again' $?
grep -q 'Take your time: the story waits' "$folder/said" && ! grep -q 'The time to talk is over' "$folder/said"
verdict 'the time to talk is not over where the story waits' $?
awk 'BEGIN { print "\n1"; for (i = 0; i < 30; i++) print "\n\n1" }' |
	$limit "$drill72" train shared-sheet --seed 1 --journal "$folder/quiet.jsonl" --plain >"$folder/said" 2>&1
grep -q '^ Nothing came until T+46:00\.$' "$folder/said" && [ "$(grep -c 'Nothing came' "$folder/said")" -eq 1 ]
verdict 'an Enter that brings nothing says until when' $?
mkdir "$folder/mine"
(
	cd "$folder/mine" || exit 1
	mkdir -p scenarios
	cp "$root/scenarios/shared-sheet.lua" scenarios/ours.lua
	$limit "$drill72" train scenarios/ours.lua --journal a.jsonl --plain </dev/null
	$limit "$drill72" resume a.jsonl --plain </dev/null >same
	echo '-- edited' >>scenarios/ours.lua
	$limit "$drill72" resume a.jsonl --plain </dev/null >other
) >"$folder/said" 2>&1
cat "$folder/mine/other" >>"$folder/said"
! grep -q 'has changed' "$folder/mine/same" &&
	grep -q '^ scenarios/ours.lua has changed since; this run goes on with what was recorded\.$' "$folder/said"
verdict 'who resumes is told of a file that has changed' $?
before=$(records)
! $limit "$drill72" train shared-sheet --role support >"$folder/said" 2>&1 &&
	grep -q '^--role: support decides nothing in shared-sheet; these do: incident-lead (5)$' "$folder/said"
verdict 'a role that decides nothing is told who does' $?

# --- a test, watched -----------------------------------------------------------------------------------------------
printf '# half a morning\ntrain shared-sheet\nfirst-hour shut\nexpect chose first-hour shut\nwait 10m\nnote here\n' \
	>"$folder/lines"
$limit "$drill72" train shared-sheet --seed 1 --journal "$folder/watched.jsonl" --plain --answers "$folder/lines" \
	>"$folder/said" 2>&1
! grep -q 'Unknown command' "$folder/said" && grep -q 'Decided, first-hour' "$folder/said" && grep -q 'here' "$folder/said"
verdict 'a test that is watched says nothing of what it is expected' $?
lines=$(wc -l <"$folder/watched.jsonl")
printf 'note there\n' >>"$folder/lines"
$limit "$drill72" resume "$folder/watched.jsonl" --plain --answers "$folder/lines" >"$folder/said" 2>&1
grep -q 'there' "$folder/said" && ! grep -q 'here is' "$folder/said" &&
	[ "$(wc -l <"$folder/watched.jsonl")" -eq $((lines + 1)) ]
verdict 'and is gone on with behind the lines that it had' $?

# --- a part --------------------------------------------------------------------------------------------------------
! $limit "$drill72" play ex-employee-export --only jornalist >"$folder/said" 2>&1 &&
	grep -q 'did you mean "journalist"?' "$folder/said"
verdict 'a part that is none is told with the nearest' $?
[ "$(records)" = "$before" ]
verdict 'what was refused left no record' $?
printf '\n\nholding\nstatus\n' >"$folder/lines"
$limit "$drill72" play ex-employee-export --only journalist --plain --answers "$folder/lines" >"$folder/said" 2>&1
[ "$(grep -c '^   1  ' "$folder/said")" -eq 1 ] && [ "$(grep -c '^ Type a number, or 0' "$folder/said")" -eq 1 ]
verdict 'the Enter that ends a standstill shows the choices' $?
grep -q '^ That was journalist and what it opens\.$' "$folder/said" && ! grep -q '^ phase ' "$folder/said"
verdict 'one message ends with its question' $?
$limit "$drill72" verify "$(newest)" >"$folder/said" 2>&1
verdict 'its record is whole' $?

# --- an edited file ------------------------------------------------------------------------------------------------
wait_for() { # wait_for WORDS: until they are on the screen, for as long as no hang is to be feared
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		tr -s '\n ' ' ' <"$folder/said" | grep -q "$1" && return 0
		sleep 1
	done
	return 1
}

cd "$folder" || exit 2
cp "$root/scenarios/shared-sheet.lua" mine.lua
mkfifo typed
$limit "$drill72" train ./mine.lua --playbook "$root/playbooks/sme-ecommerce.yaml" --watch --plain <typed >"$folder/said" 2>&1 &
exec 3>typed
printf '\nboth high\n' >&3
wait_for 'Decided, first-hour'
verdict 'a watched drill is played' $?
sed 's/I get scam calls every day/I get scam calls at night/' mine.lua >edited.lua
mv edited.lua mine.lua
wait_for 'I get scam calls at night'
verdict 'an edited message is shown in its new words' $?
cp mine.lua good.lua
printf 'inject "more" {\n' >>mine.lua
wait_for 'The run goes on with what it was'
verdict 'a mistake is told, and the run goes on' $?
mkdir lib
printf 'inject "more" {\n' >lib/more.lua
{ cat good.lua && echo 'include "lib/more"'; } >mine.lua
wait_for 'lib/more\.lua:2: the file ends in the middle'
verdict 'a mistake in a file that was included just now is told' $?
printf 'inject "more" { at = "0h", from = "X", to = "incident-lead", channel = "chat", text = "More of it." }\n' >lib/more.lua
wait_for 'More of it\.'
verdict 'and taken in once it is mended' $?
sed 's/id = "both"/id = "all"/' good.lua >mine.lua
wait_for 'your line 2 (both high), at T+0:00: there is no option "both" in first-hour any more (mine\.lua:[0-9]*)\.'
verdict 'what no longer fits is told with the line that was typed' $?
printf 'quit\n' >&3
exec 3>&-
wait
grep -q '^ Everything so far is kept' said
verdict 'and it can be left as ever' $?
conclude
