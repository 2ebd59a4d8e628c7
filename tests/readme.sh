#!/bin/sh
# tests/readme.sh BUILD: what README.md shows, works. Its drill72 commands run (nobody types: those that wait for a person
# open and end), and its Lua examples, appended to a copy of the shipped scenario, have no faults.
. "$(dirname "$0")/scaffold.sh"

# fenced LANGUAGE: the blocks of that language, without the indentation of the list that they stand in.
fenced() {
	awk -v language="$1" '
		/^ *```/ {
			if (inside) { inside = 0; print ""; next }
			indent = match($0, /`/) - 1
			if (substr($0, indent + 4) == language) inside = 1
			next
		}
		inside { print substr($0, indent + 1) }' README.md
}

# run WORDS: a command of README with build/drill72 as the program, in a folder of its own.
run() {
	# shellcheck disable=SC2086
	(cd "$folder/shop" && $limit "$build/drill72" $1) </dev/null >"$folder/said" 2>&1
	verdict "drill72 $1" $?
}

# The reader's own copies, as README says to make them.
mkdir -p "$folder/shop" "$folder/state"
cp -R "$root/scenarios" "$root/playbooks" "$folder/shop/"
mkdir "$folder/shop/comms-templates"
cp comms-templates/facts.example.yaml "$folder/shop/comms-templates/"
cp playbooks/sme-ecommerce.yaml "$folder/shop/my-playbook.yaml"
cp -R playbooks/regimes playbooks/actions.yaml "$folder/shop/"
cp scenarios/ex-employee-export.lua "$folder/shop/scenarios/mine.lua"

fenced lua >"$folder/examples.lua"
[ "$(grep -c '^inject "\|^decision "' "$folder/examples.lua")" = 2 ]
verdict 'an inject and a decision are shown' $?
cat "$folder/examples.lua" >>"$folder/shop/scenarios/mine.lua"
run 'check scenarios/mine.lua'
grep -q 'mine.lua: no faults' "$folder/said"
verdict 'a scenario with the examples has no faults' $?

fenced answers >"$folder/shop/scenarios/tests/auditor.answers"
run 'check --run-tests scenarios/mine.lua'
grep -q 'auditor.answers: 4 expectations, all so' "$folder/said"
verdict 'the test that is shown holds' $?

# Commands between backquotes that begin with the program's name; names in capitals stand for something else.
grep -o '`\(build/\)\?drill72 [^`]*`' README.md | sed 's/^`\(build\/\)\{0,1\}drill72 //; s/`$//' | sort -u >"$folder/commands"
[ -s "$folder/commands" ] || verdict 'README shows commands' 1
journal=$folder/state/journal.jsonl
while read -r words; do
	case $words in
	'msel --import'*) continue ;; # below, of the list that another command writes
	board* | resume* | verify* | report* | brief* | 'draft customer-update') continue ;; # below, on a record
	play* | train*) run "$words --answers /dev/null" ;;
	*) run "$words" ;;
	esac
done <"$folder/commands"

grep '^msel --import' "$folder/commands" >"$folder/imports"
while read -r words; do
	run "$words"
done <"$folder/imports"
run "play ex-employee-export --auto best --seed 1 --journal $journal"
run "verify $journal"
sed -n "s|JOURNAL|$journal|; /^report/p" "$folder/commands" >"$folder/reports"
[ "$(wc -l <"$folder/reports")" -ge 4 ]
verdict 'reports are shown' $?
while read -r words; do
	run "$words"
done <"$folder/reports"
run 'draft customer-update'
run brief
fenced yaml | sed -n '/^report:/,/^$/p' >"$folder/shop/comms-templates/words.en.yaml"
run "report $journal"
grep -q '^## Where it hurt$' "$folder/said"
verdict 'a word that README changes is changed' $?
run 'resume'

conclude
