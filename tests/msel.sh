#!/bin/sh
# tests/msel.sh BUILD: drill72 msel writes a scenario's events list in every format, and starts a scenario from one.
. "$(dirname "$0")/scaffold.sh"

msel() {
	$limit "$drill72" msel "$@" >"$folder/said" 2>&1
}

# told WORDS ARGUMENT...: status 1, and WORDS are said.
told() {
	words=$1
	shift
	msel "$@"
	[ $? = 1 ] && grep -qF -- "$words" "$folder/said"
	verdict "msel $* does not say \"$words\"" $?
}

for lang in en zh; do
	for format in csv md html; do
		msel ex-employee-export --lang $lang --extended -o "$folder/$lang.$format"
		verdict "msel as $format in $lang" $?
		grep -qE 'EXERCISE|演练' "$folder/$lang.$format" && ! grep -q '&lt;msel\.\|<msel\.\|{{' "$folder/$lang.$format"
		verdict "msel as $format in $lang says that it is an exercise, and has no word missing" $?
	done
	! grep -q 'http:\|https:\|<script\|url(' "$folder/$lang.html"
	verdict "the page in $lang asks nobody for anything" $?
done
! grep -q '<br> |' "$folder/en.md"
verdict 'no cell ends in a line break' $?
grep -q 'size: A4 landscape' "$folder/en.html"
verdict 'the page is A4, landscape' $?

[ "$(head -c 3 "$folder/zh.csv" | od -An -tx1 | tr -d ' ')" = efbbbf ] && [ "$(head -n 1 "$folder/zh.csv" | tail -c 2 | od -An -c | tr -d ' ')" = '\r\n' ]
verdict 'a spreadsheet takes the list for UTF-8' $?

# No cell of a list can start a formula.
sed 's|from = "Yvonne Seet, customer"|from = "=HYPERLINK(1)", subject_ = nil|; s|, subject_ = nil||' \
	scenarios/ex-employee-export.lua >"$folder/formula.lua"
msel "$folder/formula.lua" --format csv
grep -q "\"'=HYPERLINK(1)\"" "$folder/said" && ! grep -q '[^'\'']=HYPERLINK' "$folder/said"
verdict 'a formula is no formula' $?

told 'usage: drill72 msel SCENARIO'
told 'usage: drill72 msel SCENARIO' ex-employee-export --import x.csv
told 'did you mean' ex-employee-exprt
told 'no .xlsx file can be written' ex-employee-export -o list.xlsx
told '"25:00" is no time of day such as 14:00' ex-employee-export --begins 25:00

msel ex-employee-export -o "$folder/mine.csv" && echo '"99","T+1:00"' >>"$folder/mine.csv"
told 'is there already with something else in it, and is not overwritten' ex-employee-export -o "$folder/mine.csv"
tail -n 1 "$folder/mine.csv" | grep -qx '"99","T+1:00"'
verdict 'what somebody wrote into a list stays' $?

# --- and back ------------------------------------------------------------------------------------------------------
cd "$folder" || exit 2
for lang in en zh; do
	msel --import "$lang.csv"
	verdict "import of the list in $lang" $?
	grep -qx "scenarios/$lang.lua" said
	verdict 'its path is told' $?
	$limit "$drill72" check "scenarios/$lang.lua" >said 2>&1
	verdict 'what comes of it passes its check' $?
	$limit "$drill72" play "scenarios/$lang.lua" --extended --auto best --journal "$lang.jsonl" >said 2>&1
	verdict 'and plays' $?
	[ "$(grep -o '"ev":"delivered"' "$lang.jsonl" | wc -l)" -ge 12 ]
	verdict 'its messages come' $?
done
grep -q 'name = "Your Shop Pte Ltd", timezone = "Asia/Singapore", customers = { SG = 8200 }' scenarios/en.lua
verdict 'the company is nobody whose playbook is lent' $?
msel --import en.csv --playbook sme-ecommerce -o ours.lua && grep -q 'name = "Kopi & Kain' ours.lua
verdict 'it is that of the playbook which is given' $?
told 'is there already, and is never overwritten' --import en.csv
printf 'Time;Description\r\n1h;One\r\nsoon;Two\r\n' >broken.csv
told 'broken.csv:3:1: A3 (Time): "soon" is no time' --import broken.csv
[ ! -e scenarios/broken.lua ]
verdict 'a list with a fault starts nothing' $?
told 'no-such.csv: no such file' --import no-such.csv
printf 'PK\003\004\000\000' >list.xlsx
told 'save the sheet as CSV' --import list.xlsx
for option in '--format md' '--begins 14:00' --extended '--lang zh'; do
	# shellcheck disable=SC2086
	told "${option%% *}: says how a list is written, and --import reads one" --import en.csv -o idle.lua $option
done
for standard in - /dev/stdout; do
	$limit "$drill72" msel --import en.csv -o $standard 2>/dev/null >said && [ ! -e ./- ] && head -n 1 said | grep -qx -- '-- En' &&
		! grep -q '^Make it yours' said
	verdict "-o $standard is standard output" $?
done
mkdir "my folder's"
msel --import en.csv -o "my folder's/my drill.lua" && sed -n 's/^Make it yours, then: //p' said >typed && sh typed >said 2>&1
verdict 'a command that is told can be typed as it stands' $?
conclude
