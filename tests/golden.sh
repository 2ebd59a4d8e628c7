#!/bin/sh
# tests/golden.sh BUILD [renew]: plays every tests/golden/NAME.answers with the arguments of NAME.args, and compares the
# screen (NAME.screen) and the turns (NAME.turns: the journal without the embedded sources and the chain, which every edit
# of a shipped file changes) with what was recorded. `renew` records them again, for a reader to look at the difference.
. "$(dirname "$0")/scaffold.sh"

turns() {
	sed '1d; s/"prev":"[0-9a-f]*",//' "$1"
}

compare() {
	if [ "${renew:-}" = renew ]; then
		cp "$1" "$2"
	fi
	diff -u "$2" "$1"
	verdict "$2 differs" $?
}

renew=${2:-}
for answers in tests/golden/*.answers; do
	name=$(basename "$answers" .answers)
	# shellcheck disable=SC2046
	"$build/drill72" $(cat "tests/golden/$name.args") --answers "$answers" --journal "$folder/$name.jsonl" \
		--plain >"$folder/$name.out" 2>&1
	sed "s|$folder|FOLDER|g; s|^$drill72 |drill72 |" "$folder/$name.out" >"$folder/$name.screen"
	turns "$folder/$name.jsonl" >"$folder/$name.turns"
	compare "$folder/$name.screen" "tests/golden/$name.screen"
	compare "$folder/$name.turns" "tests/golden/$name.turns"
done
conclude
