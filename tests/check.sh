#!/bin/sh
# tests/check.sh BUILD: `drill72 check` as people and programs start it: files and folders, forms, codes, exit status.
. "$(dirname "$0")/scaffold.sh"

# gives STATUS WORDS COMMAND...: that exit status, and WORDS on standard output; what goes to standard error is kept.
gives() {
	status=$1 words=$2
	shift 2
	$limit "$@" >"$folder/out" 2>"$folder/err"
	found=$?
	[ "$found" = "$status" ] && grep -qF -- "$words" "$folder/out"
	verdict "$* does not say \"$words\" (status $found)" $?
}

# silent: nothing but the document was written.
silent() {
	[ ! -s "$folder/err" ] && [ "$(wc -l <"$folder/out")" -eq 1 ]
	verdict 'a form for programs is mixed with other lines' $?
}

cp -R tests/bad "$folder/bad"
cd "$folder/bad" || exit 1

gives 0 'check-nothing.lua: no faults' "$drill72" check --playbook small.yaml check-nothing.lua
[ ! -s "$folder/err" ]
verdict 'a good file is remarked on' $?
gives 0 'check-long-gap.lua: no faults, 1 remark' "$drill72" check --playbook small.yaml check-long-gap.lua
gives 1 'check-syntax.lua: 1 fault' "$drill72" check --playbook small.yaml check-long-gap.lua check-syntax.lua
grep -q '^check-syntax.lua:41: .* \[syntax\]$' "$folder/err" && grep -q '^check-long-gap.lua:41:8: warning: ' "$folder/err"
verdict 'a finding has not the form that editors read' $?

gives 0 '"code":"long-gap"' "$drill72" check --playbook small.yaml --format json check-long-gap.lua
silent
gives 1 '"severity":"error"' "$drill72" check --playbook small.yaml --format json check-syntax.lua
silent
gives 1 '"ruleId":"syntax"' "$drill72" check --playbook small.yaml --format sarif check-syntax.lua check-nothing.lua
silent
gives 1 '"file":"no-such.yaml"' "$drill72" check --format json no-such.yaml
gives 0 'giveaway (warning)' "$drill72" check --codes

mkdir -p "$folder/mine/sub/lib" "$folder/empty"
cp check-long-gap.lua "$folder/mine/sub/a.lua"
cp check-syntax.lua "$folder/mine/sub/lib/b.lua"
cp small.yaml "$folder/mine/"
gives 0 "$folder/mine/sub/a.lua: no faults, 1 remark" "$drill72" check --playbook small.yaml "$folder/mine"
! grep -q 'lib/b.lua' "$folder/out" && grep -qF "$folder/mine/small.yaml: no faults" "$folder/out"
verdict 'a folder gives other files than it should' $?
"$drill72" check "$folder/empty" >"$folder/out" 2>&1
[ $? = 1 ] && grep -q 'is a folder with no .lua' "$folder/out"
verdict 'an empty folder is taken for a good one' $?

cd "$root" || exit 1
for form in json sarif; do
	gives 0 '"late":{"all":5,"never":[],"reached":5}' "$drill72" check --run-tests --format $form shared-sheet
	silent
done
conclude
