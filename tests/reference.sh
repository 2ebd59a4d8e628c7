#!/bin/sh
# tests/reference.sh BUILD: every example of scenarios/README.md does what it says. A file of its own, or put at the end
# of the file that its section "from scratch" makes, each is without faults and plays; what stands behind **Wrong** is
# refused in the words below it. The files that editors are given are what editors can read.
. "$(dirname "$0")/scaffold.sh"
guide=scenarios/README.md
scratch='A scenario from scratch in 20 minutes'

# Each block goes into a file of its own, numbered, with its language and its section beside it: 07.lua, 07.wrong,
# 07.section. The words of a refusal (07.text) bear the number of the example that they belong to.
mkdir "$folder/blocks" "$folder/shop"
awk -v folder="$folder/blocks" '
	/^```/ && inside { inside = 0; close(file); next }
	/^```/ {
		inside = 1
		language = substr($0, 4)
		if (language != "text") n++
		name = sprintf("%s/%02d", folder, n)
		file = name "." language
		printf "" >file
		if (language != "text") print section >(name ".section")
		if (wrong && language == "lua") printf "" >(name ".wrong")
		wrong = 0
		next
	}
	inside { print >file; next }
	/^## / { section = substr($0, 4) }
	/^\*\*Wrong\*\*$/ { wrong = 1 }' "$guide"

cp -R playbooks "$folder/shop/"
mkdir "$folder/shop/scenarios"
mine=$folder/shop/scenarios/mine.lua

# check EXAMPLE: the findings about mine.lua, numbers of lines apart.
check() {
	(cd "$folder/shop" && $limit "$drill72" check scenarios/mine.lua) >"$folder/said" 2>&1
	checked=$?
	sed 's/line [0-9][0-9]*/line N/g' "$folder/said" >"$folder/plain"
	return $checked
}

# refused EXAMPLE: with status 1 and every line of its words.
refused() {
	check
	[ $? = 1 ]
	verdict "$1, a wrong example: $(head -n 1 "$1.lua")" $?
	[ -s "$1.text" ]
	verdict "$1 has the words that refuse it" $?
	sed 's/^ *//; s/line [0-9][0-9]*/line N/g' "$1.text" >"$folder/words"
	while read -r words; do
		grep -qF -- "$words" "$folder/plain"
		verdict "$1 is not refused with: $words" $?
	done <"$folder/words"
	[ "$(grep '^scenarios/mine.lua:' "$folder/said" | grep -vc ': \(warning\|note\): ')" = "$(grep -c '^[^ ]' "$1.text")" ]
	verdict "$1 is refused in more words, or fewer" $?
}

# accepted EXAMPLE: without faults, nor remarks once the story is whole, and it plays to its end.
accepted() {
	check
	verdict "$1, section $(cat "$1.section"): $(head -n 1 "$1.lua")" $?
	remarks=
	[ "$(cat "$1.section")" != "$scratch" ] || remarks='.*'
	grep -qx "scenarios/mine.lua: no faults$remarks" "$folder/said"
	verdict "$1 has faults, or is remarked upon" $?
	(cd "$folder/shop" && $limit "$drill72" play scenarios/mine.lua --extended --auto best --seed 1 --plain \
		--journal "$1.jsonl") >"$folder/said" 2>&1 && grep -q '^ Total' "$folder/said"
	verdict "$1 does not play" $?
	grep -q 'hook_failed' "$1.jsonl"
	[ $? = 1 ]
	verdict "$1 has a hook that fails" $?
}

: >"$folder/story.lua"
for example in "$folder"/blocks/*.lua; do
	example=${example%.lua}
	if [ "$(cat "$example.section")" = "$scratch" ]; then # step by step, each on top of the ones before
		cat "$example.lua" >>"$folder/story.lua"
		cp "$folder/story.lua" "$mine"
	elif head -n 1 "$example.lua" | grep -q '^-- .*\.lua$'; then # a file to include, by its name
		file=$folder/shop/scenarios/$(sed -n '1s/^-- //p' "$example.lua")
		mkdir -p "${file%/*}"
		cp "$example.lua" "$file"
		continue
	elif grep -q '^scenario "' "$example.lua"; then
		cp "$example.lua" "$mine"
	else
		cat "$folder/story.lua" "$example.lua" >"$mine"
	fi
	if [ -e "$example.wrong" ]; then
		refused "$example"
	else
		accepted "$example"
	fi
done
# The commands of that section, on the story that it made; train waits for a person.
cp "$folder/story.lua" "$folder/shop/scenarios/lost-phone.lua"
sed -n '/^## A scenario from scratch/,/^## Faults/p' "$guide" | grep -o '`build/drill72 [a-z]* [^`]*lost-phone[^`]*`' |
	sed 's/^`build\/drill72 //; s/`$//' | sort -u >"$folder/commands"
[ "$(wc -l <"$folder/commands")" -ge 6 ]
verdict 'the commands of the first section are shown' $?
while read -r words; do
	[ "${words%% *}" != train ] || words="$words --answers /dev/null"
	# shellcheck disable=SC2086
	(cd "$folder/shop" && $limit "$drill72" $words) </dev/null >"$folder/said" 2>&1
	verdict "drill72 $words" $?
done <"$folder/commands"
(cd "$folder/shop" && $limit "$drill72" sweep lost-phone) >"$folder/said" 2>&1
grep -q 'All is reached' "$folder/said" && grep -q 'first-move is better left alone' "$folder/said"
verdict 'sweep says what the first section says of it' $?

for page in "$scratch" scenario objective var fact inject decision on at include effects 'hooks and the view w' times \
	'texts by language' terms ids 'What there is of Lua'; do
	[ "$(grep -lx "$page" "$folder"/blocks/*.section | wc -l)" -ge 2 ]
	verdict "the page \"$page\" has no example" $?
done

conclude
