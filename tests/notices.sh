#!/bin/sh
# tests/notices.sh BUILD: the ex-employee drill with notices. A team drafts, is told what is missing, verifies, drafts
# again, approves, publishes, and the report shows each value with its proof. Another verifies 200 on the leaver's word
# and publishes it: critical, and its price in the report. A third edits a draft. And brief answers counsel.
. "$(dirname "$0")/scaffold.sh"

play() { # play NAME: the lines come from standard input
	rm -f "$folder/$1.jsonl"
	cat >"$folder/answers"
	$limit "$build/drill72" play ex-employee-export --clock stepped --seed 1 --plain --answers "$folder/answers" \
		--journal "$folder/$1.jsonl" >"$folder/said" 2>&1
	verdict "play $1" $?
}

# The screen breaks its lines; so words are looked for without their breaks.
says() { # says WORDS
	tr -s ' \n' ' ' <"$folder/said" | grep -qF -- "$1"
	verdict "it says: $1" $?
}

never() { # never WORDS
	! tr -s ' \n' ' ' <"$folder/said" | grep -qF -- "$1"
	verdict "it never says: $1" $?
}

report() { # report NAME OPTIONS...
	name=$1
	shift
	$limit "$build/drill72" report "$folder/$name.jsonl" "$@" >"$folder/said" 2>&1
	verdict "report $name $*" $?
}

# --- said with its proof -------------------------------------------------------------------------------------------
play proved <<'END'
wait 3h
notify sg-pdpa.authority
moment aware at 23:10
draft customer-confirmed en
publish customer-confirmed
verify people_exported 9870 against the export log, line 88
verify contact_details involved against the 14 columns of the export
draft customer-confirmed en
status
approve customer-confirmed for legal by phone at 00:40
publish customer-confirmed
@incident-lead approve customer-confirmed
publish customer-confirmed
clock
end
END
says 'Missing, though it is asked for: which kinds of data'
says 'Not verified, so not in it: People in the exported file'
says 'Not yet approved by legal'
says '9,870 people'
says 'customer-confirmed at T+3:00: legal (Adeline Chua, not yet), incident-lead (Mei Lin, not yet)'
says 'by Adeline Chua for legal, by phone at 00:40. Recorded by facilitator.'
says 'Still wanted: incident-lead (Mei Lin).'
says 'Published: customer-confirmed (en), to: the people concerned. It is an exercise: nothing was sent.'
says 'Next word promised by T+51:00'
for file in en.eml en.txt en-proof.md; do
	grep -q EXERCISE "$folder/proved-EXERCISE-customer-confirmed.$file"
	verdict "the file $file is there and says EXERCISE" $?
done
grep -qF 'export log, line 88' "$folder/proved-EXERCISE-customer-confirmed.en-proof-2.md"
verdict 'the proof names its source' $?
report proved
says '**9,870 people** · People in the exported file · proved · turn '
says ', facilitator, the export log, line 88'
says 'legal, by phone at 00:40; recorded by facilitator for legal'
never 'A published notice said what was not so'
report proved --lang zh
says '我们说过什么'
says '已核实'
report proved --audience board
says '**9,870 people** · People in the exported file · proved'
never 'the export log, line 88'
report proved --format csv
says '"published value"'

# --- on the leaver's word ------------------------------------------------------------------------------------------
play leaver <<'END'
wait 3h
notify sg-pdpa.authority
verify people_exported 200 against what she wrote
draft customer-confirmed en
approve customer-confirmed for legal in the room
approve customer-confirmed for incident-lead in the room
publish customer-confirmed
end
END
report leaver
says '**200 people** · People in the exported file · false · in truth 9,870 people · turn '
says 'so: "200 people" (People in the exported file), in truth 9,870 people.'
report leaver --format json
says '"id":"false-statement-published"'
printf '%s\n' 1 'verify people_exported 200 against what she wrote' 'draft customer-confirmed en' \
	'publish customer-confirmed because it is night' >"$folder/train.answers"
"$build/drill72" train ex-employee-export --seed 2 --plain --answers "$folder/train.answers" \
	--journal "$folder/train.jsonl" >"$folder/said" 2>&1
says 'Critical: A published notice said what was not so: "200 people", in truth 9,870 people.'

# --- README's table --------------------------------------------------------------------------------------------------
{
	echo 'wait 2h'
	sed -n '/^| line | what it does/,/^$/s/^| `\([^`]*\)` |.*/\1/p' README.md | grep -v ' from '
	echo '@incident-lead approve customer-holding'
	echo 'publish customer-holding'
} >"$folder/table"
play table <"$folder/table"
[ "$(wc -l <"$folder/table")" -ge 7 ]
verdict 'README has a table of lines' $?
says 'Drafted: customer-holding (en, zh, ko).'
says 'Approved: customer-holding, by Adeline Chua for legal, by phone. Recorded by facilitator.'
says 'Not yet approved by incident-lead (Mei Lin).'
says 'Published: customer-holding (en, zh, ko), to: customers.'
says 'What counsel asks first'
never 'Write it like this'

# --- what an SMS takes, and a hold on several languages --------------------------------------------------------------
play texted <<'END'
wait 3h
pause notices because the police asked in writing
draft customer-sms en zh
END
says 'customer-sms.en SMS: 1 message, '
says 'left in the last. With EXERCISE in front: 1 message.'
says 'customer-sms.zh SMS: 1 message, '
[ "$(grep -c 'is on hold' "$folder/said")" = 1 ]
verdict 'the hold is told once' $?

# --- somebody edits a draft ----------------------------------------------------------------------------------------
play edited <<'END'
wait 3h
draft customer-holding en
END
sed 's/looking into an incident\./looking into an incident with data of 200 people./' "$folder/edited-EXERCISE-customer-holding.en.txt" \
	>"$folder/changed.txt"
play edited <<END
wait 3h
draft customer-holding en from $folder/changed.txt
approve customer-holding for legal in the room
approve customer-holding for incident-lead in the room
publish customer-holding
publish customer-holding because the paper prints at ten
end
END
says 'nothing verified says "200'
says 'Not proved, or corrected since: "200"; draft customer-holding again.'
! grep -qF "$folder" "$folder/edited.jsonl"
verdict 'no path stands in the journal' $?
report edited
says '**200** · false · in truth the nearest figure is'
says 'Went out all the same** · the paper prints at ten'

# --- somebody edits one language, and all of it is taken back in each --------------------------------------------------
play astray <<'END'
wait 3h
verify people_exported 12400 against the digest
draft customer-update en ko
END
sed 's/12,400명/50,000명/' "$folder/astray-EXERCISE-customer-update.ko.txt" >"$folder/korean.txt"
sed 's/stands today\./stands today. We have reset all passwords./' "$folder/astray-EXERCISE-customer-update.en.txt" \
	>"$folder/english.txt"
play astray <<END
wait 3h
verify people_exported 12400 against the digest
draft customer-correction en
draft customer-update en ko
draft customer-update ko from $folder/korean.txt
draft customer-update en from $folder/english.txt
publish customer-update because the paper prints at ten
wait 1h
draft customer-correction en ko
END
says 'no notice to these readers is on record: there is nothing to correct'
says 'Korean says "50,000"; English does not'
says 'English says "We have reset all passwords."; Korean does not'
says 'am: “We have reset all passwords.” | - Now: that had not been done.'
says 'am: “50,000” people (in Korean)'
$limit "$build/drill72" draft customer-correction --journal "$folder/astray.jsonl" >"$folder/said" 2>&1
says 'what is wrong went out in Korean, too'
grep -q '이전 안내(.*): “50,000”' "$folder/astray-EXERCISE-customer-correction.ko.txt"
verdict 'the readers of the wrong Korean text see the correction in Korean' $?
! grep -q 'nothing verified\|no logged action' "$folder/astray-EXERCISE-customer-correction.en-proof.md"
verdict 'a correction may quote what it takes back' $?

report astray
says '### T+3:00 · Update on the incident at Kopi & Kain Pte Ltd'

# --- the files can't be written --------------------------------------------------------------------------------------
mkdir -p "$folder/full/blocked-EXERCISE-customer-holding.en.eml"
play full/blocked <<'END'
wait 3h
draft customer-holding en
approve customer-holding for legal in the room
END
says 'is a folder'
says 'Approved: customer-holding'

# --- what counsel asks first -----------------------------------------------------------------------------------------
brief() { # brief OPERANDS...
	$limit "$build/drill72" brief "$@" >"$folder/said" 2>&1
	verdict "brief $*" $?
}
brief "$folder/proved.jsonl"
says 'What counsel asks first'
says '9,870 people'
says 'the export log, line 88 (turn '
says 'This is not legal advice.'
brief "$folder/proved.jsonl" --lang zh
says '律师首先要问的'
brief --facts comms-templates/facts.example.yaml -o "$folder/brief.html"
grep -q '<html lang="en">' "$folder/brief.html" && ! grep -qE '<script|https?:|&lt;brief\.|\{\{' "$folder/brief.html"
verdict 'the page is whole and fetches nothing' $?
$limit "$build/drill72" brief "$folder/proved.jsonl" more >"$folder/said" 2>&1
[ $? = 1 ]
verdict 'two records are refused' $?
printf 'wait 3h\npause notices because the police asked\nbrief legal\n' | play prompt
says 'What counsel asks first'
says 'We were asked to wait with notices: the police asked'
grep -q EXERCISE "$folder/prompt-EXERCISE-brief.html"
verdict 'brief legal leaves its page beside the record' $?
# --- at a terminal: what is read back is taken by a yes, and by nothing else ------------------------------------------
at_terminal() { # at_terminal NAME LINE...: the lines are typed one after the other, at a pseudo terminal
	name=$1
	shift
	rm -f "$folder/$name.jsonl"
	printf '%s\r' "$@" | $limit script -qec "stty cols 80 rows 24; NO_COLOR=1 $build/drill72 play ex-employee-export \
		--seed 1 --journal $folder/$name.jsonl" /dev/null | tr -d '\r' >"$folder/said" 2>&1
}

if script --version 2>/dev/null | grep -q util-linux; then
	at_terminal typed 'help draft' 'Mei Lin, owner' no 'Arif, it' yes '' 'draft customer-holding en' \
		'publish customer-holding because it is late' no yes 'publish customer-holding because it is night' status \
		'publish customer-holding because it is now' yes undo stop
	says 'Writes a notice from what is proved'
	says 'Not taken: Mei Lin, owner'
	says 'T+0:00 Arif is it-admin.'
	says 'Not taken: publish customer-holding because it is late'
	says 'Nothing waits for a yes or a no.'
	says 'Not taken: publish customer-holding because it is night'
	says 'Published: customer-holding (en)'
	says 'It went out, and nobody can take it back; publish a correction.'
	[ "$(grep -c '"ev":"published"' "$folder/typed.jsonl")" = 1 ]
	verdict 'it went out once' $?
	at_terminal left help quit
	says 'Everything so far is kept. To go on:'
	! grep -q '"ev":"roster"' "$folder/left.jsonl"
	verdict 'nobody was seated by help or quit' $?
fi
cd "$root" || exit 2
conclude && [ "$passed" -gt 40 ]
