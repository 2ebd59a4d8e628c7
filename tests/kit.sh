#!/bin/sh
# tests/kit.sh BUILD: drill72 kit writes the paper of a drill, in each language, and tells what is in its way.
. "$(dirname "$0")/scaffold.sh"

kit() {
	$limit "$build/drill72" kit "$@" >"$folder/said" 2>&1
}

# told WORDS ARGUMENT...: status 1, and WORDS are said.
told() {
	words=$1
	shift
	kit "$@"
	[ $? = 1 ] && grep -qF -- "$words" "$folder/said"
	verdict "kit $* does not say \"$words\"" $?
}

for lang in en zh; do
	kit ex-employee-export --lang $lang --extended -o "$folder/$lang"
	verdict "kit in $lang" $?
	for sheet in facilitator-guide situation-manual role-cards evaluation sign-in; do
		page=$folder/$lang/EXERCISE-$sheet.html
		[ -s "$page" ] && grep -qF "$page" "$folder/said"
		verdict "$page is written and told" $?
		grep -q "<html lang=\"$lang\">" "$page" && ! grep -q 'http:\|https:\|<script\|url(' "$page"
		verdict "$page is in $lang and asks nobody for anything" $?
		[ "$(find "$page" -perm 600)" ]
		verdict "$page is its owner's alone" $?
	done
done
[ "$(find "$folder/en" -type f | grep -cv '/EXERCISE-')" = 0 ]
verdict 'every file name says EXERCISE' $?
kit ex-employee-export -o "$folder/en"
verdict 'a kit may be written again' $?

told 'usage: drill72 kit SCENARIO' ex-employee-export
told 'usage: drill72 kit SCENARIO' -o "$folder/en"
told 'ex-employee-export' ex-employee-exprt -o "$folder/en"
told 'sme-ecommerce' ex-employee-export --playbook sme-ecomerce -o "$folder/en"
told 'en' ex-employee-export --lang xx -o "$folder/en"
told 'no such folder' ex-employee-export -o "$folder/no/such"
told 'is no folder' ex-employee-export -o "$folder/said"

conclude
