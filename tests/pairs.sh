#!/bin/sh
# tests/pairs.sh BUILD: the two scenarios of 72 hours each play with either playbook, in both cuts, at their best and at
# their worst, and no hook fails; and the report names what a playbook that was made for the other case lacks.
. "$(dirname "$0")/scaffold.sh"

journal() { # journal SCENARIO PLAYBOOK HOW [OPTION]
	echo "$folder/$1.$2.$3${4:-}.jsonl"
}

play() { # play SCENARIO PLAYBOOK HOW [OPTION]
	$limit "$drill72" play "$1" --playbook "$2" --auto "$3" ${4:+"$4"} --seed 1 --plain \
		--journal "$(journal "$@")" >"$folder/said" 2>&1 && ! grep -q '"ev":"hook_failed"' "$(journal "$@")"
	verdict "$1 does not play with $2 ($3 ${4:-})" $?
}

total() { # total SCENARIO PLAYBOOK HOW [OPTION]
	"$drill72" report "$(journal "$@")" --format json | sed -n 's/.*"total": *\([0-9]*\).*/\1/p'
}

# lacks SCENARIO PLAYBOOK ACTION...: so its report says, each with a step to paste.
lacks() {
	pair="$1 with $2"
	"$drill72" report "$(journal "$1" "$2" best)" --format json |
		sed 's/.*"missing":\[\(.*\)\],"never".*/\1/' >"$folder/said"
	shift 2
	for action in "$@"; do
		grep -q "does: \[$action\]" "$folder/said"
		verdict "the report of $pair does not miss $action" $?
	done
}

for scenario in ex-employee-export agency-account-takeover; do
	for playbook in sme-ecommerce agency-takeover; do
		for cut in '' --extended; do
			play $scenario $playbook worst $cut
			play $scenario $playbook best $cut
			[ "$(total $scenario $playbook worst $cut)" -lt 40 ] && [ "$(total $scenario $playbook best $cut)" -ge 90 ]
			verdict "$scenario with $playbook $cut: the best play is not far above the worst" $?
		done
	done
done

lacks ex-employee-export agency-takeover suspend-account secure-device counsel-letter
lacks agency-account-takeover sme-ecommerce report-takeover dispute-charges publish-scam-warning
"$drill72" report "$(journal agency-account-takeover agency-takeover best)" --format json >"$folder/said"
grep -q '"missing":\[\]' "$folder/said"
verdict 'the playbook that was made for the case lacks something' $?

conclude
