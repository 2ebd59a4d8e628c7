#!/bin/sh
# tests/regress.sh BUILD: the tests of the shipped scenarios, by `drill72 check --run-tests`: all hold and reach every
# option. What they play without a record is what `drill72 play` plays with one: the points of its journal are expected
# of a copy of each test. And a scenario that is spoilt fails.
. "$(dirname "$0")/scaffold.sh"

run() { # run WHAT: the tests of it
	$limit "$drill72" check --run-tests "$1" >"$folder/said" 2>&1
}

# says WORDS
says() {
	grep -qF -- "$1" "$folder/said"
	verdict "it says: $1" $?
}

# Points per objective, as expectations, from the tenths of a journal.
points() {
	for objective in containment evidence scoping timeliness communications adherence care; do
		grep -o "\"ev\":\"scored\",\"objective\":\"$objective\",\"source\":\"[^\"]*\",\"tenths\":-\{0,1\}[0-9]*" "$1" |
			awk -F: -v objective=$objective \
				'{ sum += $NF } END { printf "expect score %s = %s\n", objective, sum / 10 }'
	done
}

cp -R scenarios "$folder/scenarios"
run scenarios
verdict 'the tests of the shipped scenarios hold' $?
! grep -qE 'no tests$|^  (options|injects) .*never' "$folder/said"
verdict 'each scenario has some, and they reach every option and inject' $?

for test in scenarios/tests/*.answers; do
	sed '1d; /^expect/d' "$test" >"$folder/typed"
	rm -f "$folder/played.jsonl"
	# shellcheck disable=SC2046
	$limit "$drill72" $(head -n 1 "$test") --seed 1 --answers "$folder/typed" --journal "$folder/played.jsonl" \
		--plain >"$folder/said" 2>&1
	verdict "$test can be played" $?
	copy=$folder/$test
	points "$folder/played.jsonl" >>"$copy"
	run "$copy"
	verdict "$test scores as it does when it is played" $?
done

sed 's/unless = "revoke-tokens"/unless = "wipe-device"/' scenarios/ex-employee-export.lua \
	>"$folder/scenarios/ex-employee-export.lua"
! run "$folder/scenarios"
verdict 'a scenario that was spoilt fails' $?
says 'expected withheld token-still-works; it came at T+5:00'
says 'export-best.answers:3:1: '

conclude
