#!/bin/sh
# tests/faults.sh BUILD: what goes wrong at the command line is told in plain words and at once, with status 1: never a
# crash, never a hang, and never a harmed journal.
. "$(dirname "$0")/scaffold.sh"
chmod 755 "$folder"

# told WORDS COMMAND...: status 1, and WORDS are said. Standard input is the caller's.
told() {
	words=$1
	shift
	$limit "$@" >"$folder/said" 2>&1
	status=$?
	[ "$status" = 1 ] && grep -qF -- "$words" "$folder/said"
	verdict "$* does not say \"$words\" (status $status)" $?
}

# fine COMMAND...: status 0, within the time.
fine() {
	$limit "$@" >"$folder/said" 2>&1
	status=$?
	verdict "$* (status $status)" $status
}

# As somebody whom permissions hold: root is not.
somebody=
[ "$(id -u)" != 0 ] || somebody='setpriv --reuid 65534 --regid 65534 --clear-groups'
can_be_somebody() {
	$somebody test -x "$drill72" 2>/dev/null
}

play() {
	"$drill72" play ex-employee-export --auto best --seed 1 --plain --journal "$1" >/dev/null 2>&1
}
part() { # part LINES: a journal cut behind so many lines
	rm -f "$folder/part.jsonl"
	head -n "$1" "$folder/whole.jsonl" >"$folder/part.jsonl"
}
play "$folder/whole.jsonl"
lines=$(wc -l <"$folder/whole.jsonl")

# --- files that are no scenario and no playbook ---------------------------------------------------------------------
bad=$folder/bad
mkdir "$bad" "$bad/folder.lua" "$bad/folder.yaml"
for kind in lua yaml; do
	: >"$bad/empty.$kind"
	truncate -s 100M "$bad/large.$kind"
	mkfifo "$bad/pipe.$kind"
	ln -s /dev/zero "$bad/zero.$kind"
	printf 'x: \377\376\n' >"$bad/bytes.$kind"
	printf 'x: a\033[2Jb\n' >"$bad/control.$kind"
done
awk 'BEGIN { printf "x = "; for (i = 0; i < 100000; i++) printf "{"; print "" }' >"$bad/deep.lua"
awk 'BEGIN { printf "x: "; for (i = 0; i < 100000; i++) printf "["; print "" }' >"$bad/deep.yaml"
while IFS='|' read -r name words; do
	told "$words" "$drill72" play "$bad/$name.lua" --auto best --journal "$folder/no.jsonl"
	told "$words" "$drill72" train "$bad/$name.lua" --journal "$folder/no.jsonl" </dev/null
	told "$words" "$drill72" check "$bad/$name.lua"
	told "$words" "$drill72" check "$bad/$name.yaml"
	told "$words" "$drill72" play ex-employee-export --playbook "$bad/$name.yaml" --auto best --journal "$folder/no.jsonl"
done <<'END'
missing|no such file
empty|is empty
folder|is a folder
large|is 100 MB; at most 4 MB
zero|is not a regular file
pipe|is not a regular file
bytes|UTF-8
control|control character
deep|deep
END
[ ! -e "$folder/no.jsonl" ]
verdict 'a journal was begun for nothing' $?
told 'did you mean "ex-employee-export"?' "$drill72" play ex-employe-export --auto best
told 'did you mean "sme-ecommerce"?' "$drill72" play ex-employee-export --playbook sme-ecomerce --auto best

# --- words that are no command and no option ------------------------------------------------------------------------
told 'did you mean play?' "$drill72" paly
told 'help lists them' "$drill72" frobnicate
told 'did you mean --journal?' "$drill72" play --jurnal x
told 'did you mean --seed?' "$drill72" train --seeed 3
told 'drill72: missing value: --seed N' "$drill72" play --seed
told 'wants a whole number' "$drill72" play --seed x
told 'wants a whole number' "$drill72" play --seed 99999999999999999999
told 'wants one of best worst first random' "$drill72" play --auto bets
told 'wants one of scaled stepped' "$drill72" play --clock fast
told 'no-such-answers: No such file' "$drill72" play --answers no-such-answers
told 'usage: drill72 check' "$drill72" check
told 'usage: drill72 verify' "$drill72" verify
for command in play train board resume report kit msel graph new print verify check; do
	fine "$drill72" "$command" --help
	grep -q "^usage: drill72 $command" "$folder/said"
	verdict "$command --help does not say how it is used" $?
done

# --- files of one's own ---------------------------------------------------------------------------------------------
mkdir "$folder/new"
fine sh -c "cd '$folder/new' && '$drill72' new notice vip --lang ko && '$drill72' check comms-templates/vip.ko.mustache"
fine sh -c "cd '$folder/new' && '$drill72' new scenario our-vips && '$drill72' new playbook our-shop"
fine sh -c "cd '$folder/new' && '$drill72' check scenarios/our-vips.lua | grep -qx 'scenarios/our-vips.lua: no faults'"
fine sh -c "cd '$folder/new' && '$drill72' check scenarios/our-vips.lua playbooks/our-shop.yaml --playbook our-shop"
fine sh -c "cd '$folder/new' && '$drill72' play our-vips --playbook our-shop --auto best --journal best.jsonl"
fine sh -c "cd '$folder/new' && '$drill72' play ex-employee-export --playbook our-shop --auto best --journal other.jsonl"
told 'is there already, and is never overwritten' sh -c "cd '$folder/new' && '$drill72' new scenario our-vips"
told 'is for a notice; this start is in English' sh -c "cd '$folder/new' && '$drill72' new playbook ours --lang ko"
told 'did you mean scenario?' "$drill72" new scenari vip
told 'is there already, and is never overwritten' sh -c "cd '$folder/new' && '$drill72' new notice vip --lang ko"
told 'small letters, digits and hyphens' "$drill72" new notice ../vip
told 'did you mean notice?' "$drill72" new notise vip
told 'usage: drill72 new' "$drill72" new notice

# --- where a journal can't be ---------------------------------------------------------------------------------------
told 'already exists; a journal is never overwritten' "$drill72" play ex-employee-export --auto best --journal "$folder/whole.jsonl"
told 'no such file or folder' "$drill72" play ex-employee-export --auto best --journal "$folder/none/a.jsonl"
told 'a part of the path is no folder' "$drill72" play ex-employee-export --auto best --journal "$folder/whole.jsonl/a"
long=$(awk 'BEGIN { for (i = 0; i < 600; i++) printf "./" }')
told 'the path has' "$drill72" play ex-employee-export --auto best --journal "$long$folder/a.jsonl"
told 'the path has' "$drill72" resume "$long$folder/a.jsonl"
told 'bytes; at most' "$drill72" play "$long/a.lua" --auto best
told 'the name is too long' "$drill72" play ex-employee-export --auto best --journal "$folder/$(printf %0300d 0)"
told 'no home folder' env -u HOME -u XDG_STATE_HOME "$drill72" play ex-employee-export --auto best
told 'no drill has been recorded yet' env XDG_STATE_HOME="$bad" "$drill72" resume
told 'no drill has been recorded yet' env XDG_STATE_HOME="$bad" "$drill72" report
mkdir "$folder/locked"
chmod 555 "$folder/locked"
if can_be_somebody; then
	told 'not allowed; choose another place' $somebody "$drill72" play ex-employee-export --auto best --journal "$folder/locked/a.jsonl"
	told "can't be made" $somebody env XDG_STATE_HOME="$folder/locked" "$drill72" play ex-employee-export --auto best
fi

# --- the disk fills up in the middle --------------------------------------------------------------------------------
# goes_on WHAT: what was recorded is whole, and the drill goes on to the same end once there is space.
goes_on() {
	fine "$drill72" verify "$1"
	cmp -s -n "$(wc -c <"$1")" "$1" "$folder/whole.jsonl"
	verdict "what was recorded before the disk was full differs" $?
	cp "$1" "$folder/after.jsonl"
	fine "$drill72" resume "$folder/after.jsonl" --auto best --plain
	cmp -s "$folder/after.jsonl" "$folder/whole.jsonl"
	verdict "after the disk was full it ends differently" $?
	rm -f "$folder/after.jsonl"
}
first=$(head -n 1 "$folder/whole.jsonl" | wc -c)
blocks=$(((first + 8192) / 512)) # ulimit counts in blocks of 512 bytes
told 'may not grow any further' sh -c "ulimit -f $blocks; exec \"\$0\" \"\$@\"" \
	"$drill72" play ex-employee-export --auto best --seed 1 --plain --journal "$folder/limit.jsonl"
goes_on "$folder/limit.jsonl"
told 'may not grow any further' sh -c "ulimit -f 8; exec \"\$0\" \"\$@\"" \
	"$drill72" play ex-employee-export --auto best --seed 1 --plain --journal "$folder/first.jsonl"
mkdir "$folder/small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=$(((first + 16384) / 4096 * 4))k none "$folder/small" 2>/dev/null; then
	told 'the disk is full; free some space' "$drill72" play ex-employee-export --auto best --seed 1 --plain \
		--journal "$folder/small/full.jsonl"
	cp "$folder/small/full.jsonl" "$folder/full.jsonl"
	umount "$folder/small"
	goes_on "$folder/full.jsonl"
fi

# --- journals that are not whole, or not ours -----------------------------------------------------------------------
part 5
mkfifo "$folder/held"
"$drill72" resume "$folder/part.jsonl" --plain <"$folder/held" >/dev/null 2>&1 &
writer=$!
exec 9>"$folder/held"
sleep 0.3
told 'another drill72 is writing this journal' "$drill72" resume "$folder/part.jsonl" --auto best
exec 9>&-
wait $writer
for n in 1 5 "$lines"; do
	awk -v n="$n" 'NR == n { sub(/"cause":"./, "\"cause\":\"#") } { print }' "$folder/whole.jsonl" >"$folder/flipped.jsonl"
	if [ "$n" != "$lines" ]; then # of the last line's bytes nothing is told yet
		cp "$folder/flipped.jsonl" "$folder/before.jsonl"
		told "flipped.jsonl:$n:" "$drill72" resume "$folder/flipped.jsonl" --auto best
		told "flipped.jsonl:$n:" "$drill72" verify "$folder/flipped.jsonl"
		told "flipped.jsonl:$n:" "$drill72" report "$folder/flipped.jsonl"
		cmp -s "$folder/flipped.jsonl" "$folder/before.jsonl"
		verdict 'a damaged journal was changed' $?
	fi
done
sed '4d' "$folder/whole.jsonl" >"$folder/gap.jsonl"
told 'gap.jsonl:4:' "$drill72" verify "$folder/gap.jsonl"
sed 1d "$folder/whole.jsonl" >"$folder/headless.jsonl"
told 'headless.jsonl:1:' "$drill72" resume "$folder/headless.jsonl"
for name in empty zero pipe folder bytes deep; do
	for command in verify resume report board; do
		told "$name.lua" "$drill72" $command "$bad/$name.lua" </dev/null
	done
done
told 'no such file' "$drill72" verify "$folder/none.jsonl"
ln -s whole.jsonl "$folder/link.jsonl"
told 'symbolic link' "$drill72" resume "$folder/link.jsonl"
size=$(wc -c <"$folder/whole.jsonl")
head -c $((size - 9)) "$folder/whole.jsonl" >"$folder/cut.jsonl"
fine "$drill72" verify "$folder/cut.jsonl"
grep -q 'a torn last line' "$folder/said"
verdict 'a torn last line is not told' $?
told 'is the record itself' "$drill72" report "$folder/whole.jsonl" --output "$folder/whole.jsonl"
part $((lines / 2))
fine "$drill72" verify "$folder/part.jsonl"
fine "$drill72" report "$folder/part.jsonl" --format json
grep -q '"complete":false' "$folder/said"
verdict 'a drill that stopped is reported as complete' $?

# --- terminals that are none ----------------------------------------------------------------------------------------
part 5
fine sh -c '"$0" train ex-employee-export --seed 1 --journal "$1" <&-' "$drill72" "$folder/closed-in.jsonl"
fine "$drill72" verify "$folder/closed-in.jsonl"
for stream in '>&-' '>/dev/full' '2>&-' '>&- 2>&- <&-'; do
	rm -f "$folder/silent.jsonl"
	$limit sh -c "\"\$0\" play ex-employee-export --auto best --seed 1 --plain --journal \"\$1\" $stream" \
		"$drill72" "$folder/silent.jsonl" >"$folder/said" 2>&1
	status=$?
	[ "$status" -le 1 ] && cmp -s "$folder/silent.jsonl" "$folder/whole.jsonl"
	verdict "with $stream the record differs" $?
done
told 'could be written' sh -c '"$0" report "$1" --format json >/dev/full' "$drill72" "$folder/whole.jsonl"
told 'could be written' sh -c '"$0" help >/dev/full' "$drill72"
told 'could be written' sh -c '"$0" check scenarios/ex-employee-export.lua >/dev/full' "$drill72"
rm -f "$folder/dumb.jsonl"
printf 'steps\nstop\n' >"$folder/lines"
fine env TERM=dumb "$drill72" train ex-employee-export --seed 1 --answers "$folder/lines" --journal "$folder/dumb.jsonl"
! grep -q "$(printf '\033')" "$folder/said"
verdict 'a dumb terminal was sent control sequences' $?

# Words that can't be read are told once, and the drill comes to its end without them.
mkdir -p "$folder/own/comms-templates"
printf 'finding:\n  chosn: x\n' >"$folder/own/comms-templates/words.en.yaml"
(cd "$folder/own" && $limit "$drill72" play ex-employee-export --auto best --seed 1 --plain --journal wordless.jsonl) \
	>"$folder/said" 2>&1
status=$?
[ "$status" = 0 ] && [ "$(grep -c 'did you mean "finding.chosen"?' "$folder/said")" = 1 ] &&
	cmp -s "$folder/own/wordless.jsonl" "$folder/whole.jsonl"
verdict 'faulty words of its own stop a drill, or are not told once' $?

# A window of 40 and of 20 columns: what is typed is taken, and the drill can be left.
if script --version 2>/dev/null | grep -q util-linux; then
	for columns in 40 20; do
		rm -f "$folder/narrow.jsonl"
		{
			sleep 0.5
			printf 'steps\r'
			sleep 0.3
			printf 'stop\r'
			sleep 0.3
		} | COLUMNS= LINES= $limit script -qec "stty cols $columns rows 24; NO_COLOR=1 $drill72 train \
			ex-employee-export --seed 1 --plain --journal $folder/narrow.jsonl" /dev/null >"$folder/said" 2>&1
		status=$?
		[ "$status" = 0 ] && grep -q 'drill72 resume' "$folder/said"
		verdict "in $columns columns it does not end in peace" $?
		fine "$drill72" verify "$folder/narrow.jsonl"
	done
	printf '' | TERM=dumb $limit script -qec "$drill72 train ex-employee-export --seed 1 --journal $folder/pty.jsonl" \
		/dev/null >"$folder/said" 2>&1
	status=$?
	! grep -q "$(printf '\033')" "$folder/said"
	verdict 'a dumb terminal was sent control sequences' $?
fi

conclude
