#!/bin/sh
# tests/lint_notice.sh BUILD: drill72 lint-notice: what was drafted from the example facts file has no error in any kind,
# language and format; what somebody then wrote into it has.
. "$(dirname "$0")/scaffold.sh"
facts=comms-templates/facts.example.yaml

lint() {
	$limit "$build/drill72" lint-notice "$@" >"$folder/said" 2>&1
}

clean() { # clean FILE OPTIONS...: no error
	lint "$@"
	verdict "$1 has no error" $?
}

told() { # told STATUS WORDS OPERANDS...
	status=$1 words=$2
	shift 2
	lint "$@"
	[ $? = "$status" ] && grep -qF -- "$words" "$folder/said"
	verdict "lint-notice $* says: $words" $?
}

# --- what drill72 drafts -------------------------------------------------------------------------------------------
for kind in $(cd comms-templates && ls | sed -n 's/^\([a-z-]*\)\.en\.mustache$/\1/p'); do
	for format in md txt html eml; do
		$limit "$build/drill72" draft "$kind" --facts $facts --lang all --format $format -o "$folder/drafts/" \
			>/dev/null 2>&1
	done
done
rm -f "$folder"/drafts/*-proof*.md
[ "$(find "$folder/drafts" -type f | wc -l)" -ge 150 ]
verdict 'there are drafts of every kind, language and format' $?
for draft in "$folder"/drafts/*; do
	lang=${draft%.*}
	clean "$draft" --facts $facts --lang "${lang##*.}"
done
sed 's/^at: 2026-03-09 08:00/at: 2026-03-09 10:15/' $facts >"$folder/later.yaml"
for draft in "$folder"/drafts/*.md; do
	lang=${draft%.*}
	clean "$draft" --facts "$folder/later.yaml" --lang "${lang##*.}"
done
clean "$folder/drafts/EXERCISE-customer-confirmed.ko.eml" --facts $facts
clean "$folder/drafts/EXERCISE-customer-confirmed.zh.html" --facts $facts
clean "$folder/drafts/EXERCISE-customer-confirmed.ms.txt" --facts $facts

# --- what somebody wrote into it -----------------------------------------------------------------------------------
draft=$folder/drafts/EXERCISE-customer-confirmed.en
sed 's/9,870 people/9,780 people/' "$draft.md" >"$folder/edited.md"
told 1 'nothing verified says "9,780": people_exported is 9,870 people, verified in comms-templates/facts.example.yaml:' \
	"$folder/edited.md" --facts $facts
line=$(grep -n '9,780' "$folder/edited.md" | cut -d : -f 1)
grep -q "edited.md:$line:[0-9]*: nothing verified says" "$folder/said"
verdict 'the place is the line of it' $?
grep -q 'edited.md: 1 error, [0-9]* warnings*: not to be published as it is' "$folder/said"
verdict 'the last line sums up' $?
sed 's/We switched off the account concerned/We deleted all copies of the data/' "$draft.html" >"$folder/edited.html"
told 1 'no logged action says "We deleted all copies of the data' "$folder/edited.html" --facts $facts
sed 's/=$//' "$draft.eml" | sed 's/9,870 people/50,000 people/' >"$folder/edited.eml"
told 1 '"50,000" is claimed, not verified: people_on_telegram' "$folder/edited.eml" --facts $facts
{ cat "$draft.txt"; printf '\nCall Mrs Tan, S1234567D, about it.\n'; } >"$folder/edited.txt"
told 1 'an NRIC or FIN number (S1...): take it out' "$folder/edited.txt" --facts $facts
! grep -q S1234567D "$folder/said"
verdict 'an identity number is not repeated' $?
printf 'It is fully contained.\n' >"$folder/worn.txt"
told 0 'warning: "fully contained"' "$folder/worn.txt" --facts $facts
told 0 'worn.txt: 0 errors, 1 warning' "$folder/worn.txt" --facts $facts

printf 'We reported this to the PIPC on 8 March 2026.\n' >"$folder/filed.txt"
told 0 'filed.txt: no unproved number, date or deed found' "$folder/filed.txt" --facts $facts
printf 'We reported this to the Malaysian regulator.\n' >"$folder/unfiled.txt"
told 1 'no filing under my-pdpa is on record' "$folder/unfiled.txt" --facts $facts

each() { # each NAME WHICH: every line of it is told so, in a line that grep WHICH finds
	lint "tests/notices/$1" --facts $facts --lang "$lang"
	# shellcheck disable=SC2086
	grep $2 "$folder/said" | sed -n "s/^[^ ]*\($1:[0-9]*:\)[0-9].*/\1/p" | sort -u >"$folder/found"
	grep -n . "tests/notices/$1" | sed "s/^\([0-9]*\):.*/$1:\1:/" | sort -u | comm -13 "$folder/found" - >"$folder/said"
	[ ! -s "$folder/said" ]
	verdict "each line of tests/notices/$1 is told" $?
}

# --- what a shop's staff might write, true and false ---------------------------------------------------------------
for lang in en zh ms ko; do
	told 0 "true.$lang.txt: no unproved number, date or deed found" tests/notices/true.$lang.txt --facts $facts --lang $lang
	each false.$lang.txt '-v -e :.warning: -e :.note:'
	each warned.$lang.txt '-e :.warning:'
done

# --- other character sets ------------------------------------------------------------------------------------------
printf 'Subject: Caf\351\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n%s\n' \
	"$(printf 'At the caf\351 we\222ve lost 214 files.')" >"$folder/latin.eml"
told 1 'latin.eml:5:24: nothing verified says "214"' "$folder/latin.eml" --facts $facts
! grep -q 'not UTF-8' "$folder/said"
verdict 'a mail that names its set is read in it' $?
sed 's/iso-8859-1/euc-kr/' "$folder/latin.eml" >"$folder/korean.eml"
told 1 "korean.eml:2:35: the character set \"euc-kr\" can't be read here; save the file as UTF-8" "$folder/korean.eml" --facts $facts
printf 'We\222re looking into it.\n' >"$folder/word.txt"
told 0 'warning: is not UTF-8, and was read as windows-1252; save it as UTF-8' "$folder/word.txt" --facts $facts
printf '\260\355\260\264\n' >"$folder/korean.txt"
told 1 'not UTF-8 (byte 0xB0); save the file as UTF-8' "$folder/korean.txt" --facts $facts

printf 'We are looking into it.\n' >"$folder/plain.txt"
told 0 'plain.txt: no unproved number, date or deed found' "$folder/plain.txt" --facts $facts

# --- where it comes from -------------------------------------------------------------------------------------------
$limit "$build/drill72" play ex-employee-export --auto best --seed 1 >/dev/null 2>&1
$limit "$build/drill72" draft customer-update -o "$folder/session.md" >/dev/null 2>&1
told 0 'The newest record: ' "$folder/EXERCISE-session.md"
clean "$folder/EXERCISE-session.md" --journal "$folder"/state/drill72/*.jsonl
printf 'We know of 41 people.\n' >"$folder/wrong.txt"
told 1 'verified in turn ' "$folder/wrong.txt"
told 1 'usage: drill72 lint-notice FILE' --facts $facts
told 1 'usage: drill72 lint-notice FILE' "$folder/wrong.txt" --facts $facts --journal x.jsonl
told 1 'nowhere.md: no such file' nowhere.md --facts $facts
told 0 'no phrases are known in "th"' "$folder/worn.txt" --facts $facts --lang th
cd "$root" || exit 2

conclude
