#!/bin/sh
# tests/report.sh BUILD: the report as a command: formats, files, what is refused and in which words, a company's own
# templates, and the page that stands beside the record when a drill is closed.
. "$(dirname "$0")/scaffold.sh"

fine() { # fine COMMAND...
	$limit "$@" >"$folder/said" 2>&1 </dev/null
	verdict "$*" $?
}

# told LINE COMMAND...: status 1, and the first line said is LINE.
told() {
	line=$1
	shift
	$limit "$@" >"$folder/said" 2>&1 </dev/null
	status=$?
	[ "$status" = 1 ] && [ "$(head -n 1 "$folder/said")" = "$line" ]
	verdict "$* does not say: $line" $?
}

says() { # says WORDS FILE
	grep -qF -- "$1" "$2"
	verdict "$2 does not say: $1" $?
}

private() { # private FILE: its owner's alone
	[ "$(stat -c %a "$1" 2>/dev/null || stat -f %Lp "$1")" = 600 ]
	verdict "$1 can be read by others" $?
}

journal=$folder/drill.jsonl
fine "$drill72" play ex-employee-export --auto worst --seed 1 --plain --journal "$journal"
cp "$journal" "$folder/before.jsonl"

# --- beside the record ----------------------------------------------------------------------------------------------
says " The record: $journal" "$folder/said"
says " The report: $folder/drill-EXERCISE.html" "$folder/said"
private "$folder/drill-EXERCISE.html"
"$drill72" report "$journal" --format html >"$folder/again.html"
cmp -s "$folder/again.html" "$folder/drill-EXERCISE.html"
verdict 'the page beside the record is another than the report' $?
WSL_DISTRO_NAME=Ubuntu fine "$drill72" report "$journal" -o "$folder/wsl.html"
says "\\\\wsl.localhost\\Ubuntu$(echo "$folder" | tr / '\\')\\wsl.html" "$folder/said"

mkdir "$folder/taken-EXERCISE.html"
fine "$drill72" play ex-employee-export --auto best --seed 1 --plain --journal "$folder/taken.jsonl"
says "$folder/taken-EXERCISE.html: is a folder" "$folder/said"
fine "$drill72" verify "$folder/taken.jsonl"

told "drill72: $folder/r.pdf: no .pdf file can be written; write .html, open it in a browser, and print it from there" \
	"$drill72" report "$journal" -o "$folder/r.pdf"
# A reader who has seen enough is no failure, a full disk is.
{ "$drill72" report "$journal" --format html 2>"$folder/said"; echo $? >"$folder/status"; } | head -n 1 >/dev/null
[ ! -s "$folder/said" ] && [ "$(cat "$folder/status")" = 0 ]
verdict "report | head: $(cat "$folder/status") $(cat "$folder/said")" $?
if [ -c /dev/full ]; then
	"$drill72" report "$journal" >/dev/full 2>"$folder/said"
	verdict 'a full disk was not told' $((! $?))
fi

# A finished record that is resumed makes the same page again; one changed by hand stays beside it.
cp "$folder/drill-EXERCISE.html" "$folder/page.html"
fine "$drill72" resume "$journal" --answers /dev/null --plain
[ ! -e "$folder/drill-EXERCISE-2.html" ]
verdict 'the same page was written twice' $?
echo '<!-- by hand -->' >>"$folder/drill-EXERCISE.html"
fine "$drill72" resume "$journal" --answers /dev/null --plain
says " The report: $folder/drill-EXERCISE-2.html" "$folder/said"
says '<!-- by hand -->' "$folder/drill-EXERCISE.html"
cmp -s "$folder/page.html" "$folder/drill-EXERCISE-2.html"
verdict 'the page beside the changed one is another than the report' $?
mv "$folder/page.html" "$folder/drill-EXERCISE.html"

head -n 20 "$journal" >"$folder/part.jsonl"
fine "$drill72" report "$folder/part.jsonl"
says 'This record stops at T+' "$folder/said"
printf 'quit\n' >"$folder/stop"
fine "$drill72" resume "$folder/part.jsonl" --answers "$folder/stop" --plain
[ ! -e "$folder/part-EXERCISE.html" ]
verdict 'a drill that was left has a report' $?
fine "$drill72" resume "$folder/part.jsonl" --auto worst --plain
cmp -s "$folder/part-EXERCISE.html" "$folder/drill-EXERCISE.html"
verdict 'a drill that was resumed has another report' $?

fine "$drill72" play tests/golden/branches.lua --auto best --lang zh --plain --journal "$folder/zh.jsonl"
says '演练' "$folder/zh-EXERCISE.html"
says '<html lang="zh">' "$folder/zh-EXERCISE.html"

# A rating that the facilitator changed is the same in every format: what the room agreed on, not what was computed.
fine "$drill72" play ex-employee-export --clock stepped --seed 1 --plain --answers tests/golden/careful.answers \
	--journal "$folder/rated.jsonl"
"$drill72" report "$folder/rated.jsonl" --format md >"$folder/rated.md"
says '**care** · **S** performed with some challenges' "$folder/rated.md"
"$drill72" report "$folder/rated.jsonl" --format csv >"$folder/rated.csv"
says '"care","S"' "$folder/rated.csv"

# --- formats and files ----------------------------------------------------------------------------------------------
for format in md html json csv; do
	"$drill72" report "$journal" --format $format >"$folder/stdout.$format"
	verdict "--format $format" $?
	fine "$drill72" report "$journal" -o "$folder/file.$format"
	[ "$(cat "$folder/said")" = "$folder/file.$format" ]
	verdict "the path of file.$format is not said alone" $?
	cmp -s "$folder/stdout.$format" "$folder/file.$format"
	verdict "the ending .$format does not name its format" $?
	private "$folder/file.$format"
done
while read -r file like; do
	fine "$drill72" report "$journal" -o "$folder/$file"
	cmp -s "$folder/$file" "$folder/stdout.$like"
	verdict "$file is not $like" $?
done <<'END'
a.htm html
a.HTML html
a.txt md
a md
END
fine "$drill72" report "$journal" --format csv --output "$folder/a.html"
cmp -s "$folder/a.html" "$folder/stdout.csv"
verdict '--format does not come before the ending' $?
fine "$drill72" report "$journal"
cmp -s "$folder/said" "$folder/stdout.md"
verdict 'a report alone is not Markdown' $?
fine "$drill72" report "$journal" -o -
cmp -s "$folder/said" "$folder/stdout.md"
verdict '-o - is not the terminal' $?
fine "$drill72" report "$journal" -o /dev/null
mkdir -p "$XDG_STATE_HOME/drill72"
cp "$journal" "$XDG_STATE_HOME/drill72/newest.jsonl"
"$drill72" report >"$folder/newest.md" 2>"$folder/said"
cmp -s "$folder/newest.md" "$folder/stdout.md"
verdict 'without a name it is not the newest record' $?
says "The newest record: $XDG_STATE_HOME/drill72/newest.jsonl" "$folder/said"
fine "$drill72" report "$journal" --lang zh
says '# 附录' "$folder/said"
for format in md html json csv; do
	fine "$drill72" report "$journal" --format $format --audience board
	! grep -q 'incident-lead.*because' "$folder/said"
	verdict "a board sees a reason in $format" $?
done

# --- refused --------------------------------------------------------------------------------------------------------
ln "$journal" "$folder/hard.html"
ln -s drill.jsonl "$folder/soft.html"
cp "$journal" "$folder/other.jsonl"
told "$journal: is the record itself; a record is never overwritten" "$drill72" report "$journal" -o "$journal"
told "$folder/hard.html: is the record itself; a record is never overwritten" "$drill72" report "$journal" -o "$folder/hard.html"
told "$folder/soft.html: is the record itself; a record is never overwritten" "$drill72" report "$journal" -o "$folder/soft.html"
told "$folder/other.jsonl: is a record; a record is never overwritten" "$drill72" report "$journal" -o "$folder/other.jsonl"
told "$folder: is a folder" "$drill72" report "$journal" -o "$folder"
told "$folder/none/a.html: no such folder" "$drill72" report "$journal" -o "$folder/none/a.html"
"$drill72" report "$journal" >>"$journal" 2>"$folder/said"
[ $? = 1 ]
verdict 'a report is appended to its own record' $?
says "$journal: is the record itself; a record is never overwritten" "$folder/said"
cmp -s "$journal" "$folder/before.jsonl"
verdict 'the record was changed' $?
told 'drill72: --format wants one of md html json csv, not "pdf"' "$drill72" report "$journal" --format pdf
told 'drill72: --audience wants one of team board, not "press"' "$drill72" report "$journal" --audience press
told 'zhh: pages have no words in this language; there are: en, zh' "$drill72" report "$journal" --lang zhh
says 'did you mean "zh"?' "$folder/said"
told 'drill72: usage: drill72 report [JOURNAL] [options]' "$drill72" report "$journal" "$journal"
told "$folder/none.jsonl: no such file or folder" "$drill72" report "$folder/none.jsonl"

# Markdown is written on in: what somebody added stays. A page that is read is made anew.
fine "$drill72" report "$journal" -o "$folder/kept.md"
fine "$drill72" report "$journal" -o "$folder/kept.md"
echo 'Our own words.' >>"$folder/kept.md"
told "$folder/kept.md: is there already with something else in it, and is not overwritten; name another file, such as $folder/kept-2.md, or remove this one first" \
	"$drill72" report "$journal" -o "$folder/kept.md"
tail -n 1 "$folder/kept.md" | grep -qx 'Our own words.'
verdict 'what was added to a report is gone' $?
echo '<p>' >>"$folder/kept.html"
fine "$drill72" report "$journal" -o "$folder/kept.html"

# --- a company's own pages ------------------------------------------------------------------------------------------
mkdir -p "$folder/shop/comms-templates"
cd "$folder/shop" || exit 2
printf 'Ours: {{scenario.title}}, {{w.report.gaps}}\n' >comms-templates/report.md.mustache
fine "$drill72" report "$journal"
says 'Ours: The ex-employee export, Gaps' "$folder/said"
printf 'report:\n  gaps: Where it hurt\n' >comms-templates/words.en.yaml
fine "$drill72" report "$journal"
says 'Ours: The ex-employee export, Where it hurt' "$folder/said"
printf '# A title\n{{scenario.titel}}\n' >comms-templates/report.md.mustache
$limit "$drill72" report "$journal" >"$folder/said" 2>&1
[ $? = 1 ]
verdict 'a misspelt name is taken' $?
says 'comms-templates/report.md.mustache:2:1: ' "$folder/said"
says 'title' "$folder/said"
printf '# {{#scenario}}\n' >comms-templates/report.md.mustache
$limit "$drill72" report "$journal" >"$folder/said" 2>&1
says 'comms-templates/report.md.mustache:1:3: ' "$folder/said"
printf 'report:\n  gasp: Where it hurt\n' >comms-templates/words.en.yaml
$limit "$drill72" report "$journal" >"$folder/said" 2>&1
says 'comms-templates/words.en.yaml:2:3: ' "$folder/said"
fine "$drill72" play ex-employee-export --auto best --seed 1 --plain --journal "$folder/own.jsonl"
says 'comms-templates/words.en.yaml:2:3: ' "$folder/said"
says " The record: $folder/own.jsonl" "$folder/said"
cd "$root" || exit 2

conclude
