#!/bin/sh
# tests/schema.sh BUILD: a validator of draft 2020-12 finds playbooks/playbook.schema.json valid, and with it accepts and
# refuses the playbooks that drill72 does. (tests/test_schema.c holds it against the loader's tables, key by key.)
. "$(dirname "$0")/scaffold.sh"

cat >"$folder/validate.py" <<'END'
"""validate.py SCHEMA [PLAYBOOK]: exit status 1 and the reasons when it is not valid."""
import json, sys, yaml
from jsonschema import Draft202012Validator
class Plain(yaml.SafeLoader):  # a date is a text here, as in editors
    pass
Plain.yaml_implicit_resolvers = {
    first: [(tag, at) for tag, at in all if not tag.endswith("timestamp")]
    for first, all in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
reasons = []
for path in sys.argv[2:]:
    playbook = yaml.load(open(path, encoding="utf-8"), Plain)
    for error in Draft202012Validator(schema).iter_errors(playbook):
        reasons.append("/".join(map(str, error.absolute_path)) + ": " + error.message[:200])
print("\n".join(reasons))
sys.exit(bool(reasons))
END

python=
for candidate in python3 /usr/bin/python3; do
	[ -n "$python" ] || ! "$candidate" -c 'import jsonschema, yaml; jsonschema.Draft202012Validator' 2>/dev/null || python=$candidate
done
valid() {
	$limit "$python" "$folder/validate.py" playbooks/playbook.schema.json "$@" >"$folder/said" 2>&1
}
checked() {
	$limit "$drill72" check "$1" >"$folder/said" 2>&1
}

# agreed STATUS PLAYBOOK: drill72 and the schema both accept (0) or both refuse (1) it.
agreed() {
	checked "$2"
	[ $? = "$1" ]
	verdict "$2: drill72 check wants status $1" $?
	[ -n "$python" ] || return
	valid "$2"
	[ $? = "$1" ]
	verdict "$2: the schema wants status $1" $?
}

if [ -z "$python" ]; then
	echo 'schema.sh: no python3 with jsonschema and yaml here; what they would check is left out'
else
	valid
	verdict 'the schema is not valid under draft 2020-12' $?
fi
for playbook in playbooks/*.yaml; do
	[ "$playbook" != playbooks/actions.yaml ] || continue
	agreed 0 "$playbook"
	head -n 1 "$playbook" | grep -qxF '# yaml-language-server: $schema=playbook.schema.json'
	verdict "$playbook does not name its schema to editors" $?
done
agreed 0 tests/bad/small.yaml
for name in a-list due-without-moment lone-number no-phases no-person no-roles no-steps types unknown-keys; do
	agreed 1 "tests/bad/playbook-$name.yaml"
done

# What is allowed and seldom written.
mkdir "$folder/playbooks"
cp -R playbooks/actions.yaml playbooks/regimes "$folder/playbooks/"
cat >"$folder/playbooks/seldom.yaml" <<'END'
playbook: seldom
title: { en: Seldom, zh: 少见 }
company: { name: Kopi & Kain, timezone: Asia/Singapore, customers: { SG: 0 } }
reviewed: 2026-02-01
owner: lead
roles: { lead: { person: Mei Lin, reach: 91234567, covers: lead } }
systems: {}
escalation: []
clock: {}
obligations:
  - { party: Pasar+, clause: 14.2, clock: aware, within: 1d 2h, action: notify-marketplace }
phases:
  - phase: contain
    goal: Stop it
    steps:
      - { step: one, instruction: Do it, owner: lead, due: aware, evidence: [], does: open-log }
      - { step: two, instruction: Do it, owner: lead, due: +1h30, needs: one, skip: { allowed: false } }
comms:
  - { notice: customer-holding, audience: customers, languages: en, approvers: lead }
END
agreed 0 "$folder/playbooks/seldom.yaml"

conclude
