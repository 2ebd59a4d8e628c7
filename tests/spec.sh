#!/bin/sh
# tests/spec.sh BUILD: our own vectors of the Mustache specification, in its format; and what is no folder of vectors.
. "$(dirname "$0")/scaffold.sh"
spec=$build/spec/spec

# refused WHAT EXPECTED ARGUMENT: exit status 1 and these words.
refused() {
	said=$($spec "$3" 2>&1)
	[ $? = 1 ] && echo "$said" | grep -qF -- "$2"
	verdict "$1: $said" $?
}

said=$($spec tests/mustache)
status=$?
counts=$(echo "$said" | sed -n '$s/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
passed=${counts% *} failed=${counts#* }
[ "$failed" = 0 ] || echo "$said"
verdict "the exit status is $status with $failed failed" "$status"

refused 'no folder' 'No such file or directory' "$folder/none"
refused 'no argument' 'make spec SPEC=FOLDER' ''
refused 'an empty folder' 'no case in it' "$folder"
echo '{"tests": [{"name": "x", "data": {}, "template": "{{#a}}", "expected": ""}]}' >"$folder/fault.json"
refused 'a template with a fault' 'is never closed' "$folder"
echo '{"tests": [{"name": "x", "data": {}, "template": "a", "expected": "b"}]}' >"$folder/fault.json"
refused 'another rendering than expected' '0 passed, 1 failed' "$folder"
echo '{"tests": [{"name": "x"}]}' >"$folder/fault.json"
refused 'half a case' 'a case has a name' "$folder"
echo '{' >"$folder/fault.json"
refused 'no JSON' "fault.json:2: " "$folder"

conclude
