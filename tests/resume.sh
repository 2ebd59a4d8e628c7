#!/bin/sh
# tests/resume.sh BUILD: a stepped drill resumed from every prefix of its journal gives the same bytes as the one that was
# never interrupted; so do a scripted training run, a drill with notices and an automatic one.
. "$(dirname "$0")/scaffold.sh"

# every_prefix WHOLE ARGUMENTS...: resumes from each.
every_prefix() {
	whole=$1
	shift
	[ -s "$whole" ]
	verdict "$whole: nothing was recorded" $?
	lines=$(wc -l <"$whole")
	n=1
	while [ "$n" -lt "$lines" ]; do
		head -n "$n" "$whole" >"$folder/part.jsonl"
		"$build/drill72" resume "$folder/part.jsonl" --plain "$@" >"$folder/said" 2>&1
		cmp -s "$whole" "$folder/part.jsonl"
		verdict "$whole: resumed behind line $n it differs" $?
		rm -f "$folder/part.jsonl"
		n=$((n + 1))
	done
}

for answers in tests/golden/*.answers; do
	# shellcheck disable=SC2046
	"$build/drill72" $(cat "${answers%.answers}.args") --answers "$answers" --journal "$folder/whole.jsonl" --plain \
		>"$folder/said" 2>&1
	every_prefix "$folder/whole.jsonl" --answers "$answers"
	rm -f "$folder/whole.jsonl"
done
"$build/drill72" play ex-employee-export --clock stepped --seed 2 --answers tests/notices.answers --plain \
	--journal "$folder/notices.jsonl" >"$folder/said" 2>&1
grep -q '"ev":"published"' "$folder/notices.jsonl"
verdict 'the drill with notices publishes none' $?
every_prefix "$folder/notices.jsonl" --answers tests/notices.answers
"$build/drill72" play ex-employee-export --auto best --seed 1 --journal "$folder/auto.jsonl" >"$folder/said" 2>&1
every_prefix "$folder/auto.jsonl" --auto best
conclude
