#!/bin/sh
# tests/drafts.sh BUILD: drafts of notices from the example facts file: README's line, every kind in every language and
# format, marked wherever a mark belongs, and without a number that nobody verified.
. "$(dirname "$0")/scaffold.sh"
cd "$folder" || exit 2
mkdir comms-templates
cp "$root/comms-templates/facts.example.yaml" comms-templates/
facts=comms-templates/facts.example.yaml

draft() {
	$limit "$build/drill72" draft "$@" >page 2>said
}

told() { # told WORDS OPERANDS...: status 1, nothing printed, and WORDS said
	words=$1
	shift
	draft "$@"
	[ $? = 1 ] && [ ! -s page ] && grep -qF -- "$words" said
	verdict "draft $* says: $words" $?
}

# --- nothing to draft from -----------------------------------------------------------------------------------------
told 'without a drill name a facts file: --facts FILE' customer-holding
told "$facts has to be named: --facts $facts" customer-holding $facts
told 'x.jsonl has to be named: --journal x.jsonl' customer-holding x.jsonl

# --- README's line -------------------------------------------------------------------------------------------------
line=$(grep -o '`build/drill72 draft customer-holding [^`]*`' "$root/README.md" | head -n 1 | sed 's/^`build\/drill72 //; s/`$//')
[ -n "$line" ]
verdict 'README shows a draft' $?
# shellcheck disable=SC2086
$limit "$build/drill72" $line >page 2>said
verdict "$line" $?
for lang in en ko ms zh; do
	[ -s "statements/EXERCISE-customer-holding.$lang.txt" ] && [ -s "statements/EXERCISE-customer-holding.$lang-proof.md" ]
	verdict "README's line writes $lang, and its proof" $?
done
[ "$(grep -c "^$folder/statements/EXERCISE-customer-holding" page)" = 4 ]
verdict 'the path of each is printed' $?
[ "$(find statements -type f -perm 600 | wc -l)" -eq 8 ]
verdict 'they are their owner'\''s alone' $?

# --- every kind, language and format -------------------------------------------------------------------------------
kinds=$(cd "$root/comms-templates" && ls | sed -n 's/^\([a-z-]*\)\.en\.mustache$/\1/p')
unproved='(^|[^0-9,.:])(200|50,?000)([^0-9:]|$)'
for kind in $kinds; do
	for format in md txt html eml sms; do
		draft "$kind" --facts $facts --lang all --format $format -o "$format"
		verdict "draft $kind --format $format" $?
	done
	for file in txt/EXERCISE-"$kind".*.txt md/EXERCISE-"$kind".*.md; do
		case $file in *-proof.md) continue ;; esac
		head -n 1 "$file" | grep -q EXERCISE && tail -n 1 "$file" | grep -q EXERCISE
		verdict "$file is marked in its first and last line" $?
		case $kind in authority-*) continue ;; esac
		! grep -nE "$unproved" "$file" >said
		verdict "$file holds no number that nobody verified" $?
	done
	for file in html/EXERCISE-"$kind".*.html; do
		[ "$(grep -c '<p class="mark">.*EXERCISE' "$file")" = 2 ] && grep -q '<title>.*EXERCISE.*</title>' "$file"
		verdict "$file is marked" $?
		! grep -qiE '<script|<img|<link|url\(|@import' "$file"
		verdict "$file loads nothing" $?
	done
	for file in eml/EXERCISE-"$kind".*.eml; do
		! sed '/^.$/,$d' "$file" | grep -qiE '^(to|cc|bcc):' && grep -q '^X-Unsent: 1' "$file" && grep -q '^Subject:' "$file"
		verdict "$file is an unsent mail to nobody" $?
		! LC_ALL=C grep -qE '^.{80}' "$file"
		verdict "$file has lines of at most 78 bytes" $?
	done
	head -c 40 sms/EXERCISE-"$kind".en.sms | grep -q '^EXERCISE: '
	verdict "the SMS of $kind begins with its mark" $?
done
for file in md/EXERCISE-authority-*.en.md; do
	case $file in *-proof.md) continue ;; esac
	grep -qF 'A file of customer records was exported' "$file"
	verdict "$file says what happened" $?
done
grep -qF '고객 정보 파일이 추출되었습니다' md/EXERCISE-authority-kr-pipa.ko.md
verdict 'and in Korean' $?
grep -qF 'We noticed the first sign of the incident.' md/EXERCISE-authority-sg-pdpa.en.md
verdict 'the first sign is not told as what started the clock' $?
for form in sg-pdpa my-pdpa eu-gdpr; do
	! grep -iwE 'you|your' md/EXERCISE-authority-$form.en.md >said
	verdict "the form of $form speaks to nobody as if it were a customer" $?
done
! grep -rlE '&lt;(mark|proof|contents|time)\.|\\?<(mark|proof|contents|time)\.|\{\{' md txt html eml sms >said
verdict 'no phrase is missing anywhere' $?

# --- what a mail program reads -------------------------------------------------------------------------------------
if command -v python3 >/dev/null; then
	python3 - eml/*.eml >said 2>&1 <<'PYTHON'
import sys, email, email.policy
for name in sys.argv[1:]:
    mail = email.message_from_binary_file(open(name, "rb"), policy=email.policy.default)
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert mail.get_content_type() == "multipart/alternative" and not mail.defects, name
    assert "EXERCISE" in mail["subject"] and not mail["subject"].defects, name
    assert "EXERCISE" in plain.get_content().splitlines()[0], name
    assert page.get_content().startswith("<!DOCTYPE html>"), name
    assert mail["from"].addresses[0].addr_spec == "privacy@kopikain.example", name
PYTHON
	verdict 'python3 reads every mail' $?
fi

# --- an incident ---------------------------------------------------------------------------------------------------
sed 's/^mode: exercise .*/mode: incident/' $facts >real.yaml
draft customer-holding --facts real.yaml --lang en,zh -o real/
verdict 'an incident is drafted' $?
[ -s real/DRAFT-customer-holding.en.txt ] && [ -s real/DRAFT-customer-holding.zh.txt ]
verdict 'its files say DRAFT' $?
! grep -rq EXERCISE real
verdict 'nothing in it says EXERCISE' $?
grep -q 'no playbook is named (playbook: in the file, or --playbook): no people, systems or contracts ' said
verdict 'a playbook that nobody named is told' $?
draft customer-holding --facts real.yaml --playbook sme-ecommerce && ! grep -q 'no playbook' said
verdict 'one that was named is not' $?
draft partner-notice --facts real.yaml && ! grep -qE '5550|Merlion|Pasar|Mei Lin' page
verdict 'no stranger answers for a company without a playbook' $?
sed '/^company:/,/^  customers/d' real.yaml >nobody.yaml
told 'whose incident is it?' customer-holding --facts nobody.yaml
draft customer-holding --facts real.yaml -o out/../real/mine.eml || draft customer-holding --facts real.yaml -o real/mine.eml
[ -s real/DRAFT-mine.eml ] && [ -s real/DRAFT-mine-proof.md ] && grep -q '^X-Unsent' real/DRAFT-mine.eml
verdict 'a file that was named bears the mark and has the format of its ending' $?

echo mine >real/DRAFT-mine.eml
draft customer-holding --facts real.yaml -o real/mine.eml
[ "$(cat real/DRAFT-mine.eml)" = mine ] && [ -s real/DRAFT-mine-2.eml ] && [ -s real/DRAFT-mine-2-proof.md ] &&
	grep -q 'DRAFT-mine.eml differs' said
verdict 'what somebody edited stays, and is told' $?
draft customer-holding --facts real.yaml
words=$(sed -n 's/.*; words \([0-9a-f]*\)\.$/\1/p' said)
grep -q "by: legal, incident-lead" said && grep -q "as $words" real/DRAFT-customer-holding.en-proof.md
verdict 'the draft says whose approval it wants, and its proof names the words' $?
cat real.yaml - >approved.yaml <<YAML
approved:
  - { notice: customer-holding, by: legal, who: Adeline Chua, how: by phone, at: 2026-03-09 08:20, words: $words }
  - { notice: customer-holding, by: incident-lead, who: Mei Lin, how: here, at: 2026-03-09 08:25, words: $words }
YAML
draft customer-holding --facts approved.yaml --lang en -o approved/
[ -s approved/customer-holding.en.txt ] && ! grep -rqE 'DRAFT|EXERCISE' approved
verdict 'what everybody approved is no draft' $?
draft customer-holding --facts approved.yaml --lang zh -o approved/
[ -s approved/DRAFT-customer-holding.zh.txt ]
verdict 'other words are' $?
for format in html eml md; do
	draft customer-holding --facts approved.yaml --format $format -o approved/
	$limit "$build/drill72" lint-notice "approved/customer-holding.en.$format" --facts approved.yaml >said 2>&1
	grep -qx "words $words: customer-holding, approved by legal, incident-lead" said
	verdict "lint-notice knows an approved notice by its $format" $?
done
sed 's/an incident/the incident/' approved/customer-holding.en.txt >edited.txt
$limit "$build/drill72" lint-notice edited.txt --facts approved.yaml >said 2>&1
grep -q '^words [0-9a-f]*: approved by nobody; the facts file has approvals of other words$' said
verdict 'and one that was edited after that' $?
sed 's/^at: .*/at: 2026-03-09 08:01/' approved.yaml >later.yaml
draft customer-holding --facts later.yaml -o approved/
grep -qx "The facts file has approvals of other words: $words (legal, incident-lead)." said
verdict 'approvals of other words are told' $?
grep -qx 'approved/customer-holding.en.txt is there without DRAFT, in other words than these: it is of an earlier time.' said
verdict 'and the file that they approved, which is still there' $?
sed '/^approved:/,$d' approved.yaml >unapproved.yaml
draft customer-holding --facts unapproved.yaml -o approved/
grep -qx 'approved/customer-holding.en.txt is there without DRAFT, and these words are a DRAFT.' said
verdict 'as one is whose approvals were taken back' $?

# --- with almost nothing known -------------------------------------------------------------------------------------
cat >early.yaml <<'YAML'
case: early
mode: incident
at: 2026-03-09 08:00
company: { name: Teh Tarik Mart, timezone: Asia/Singapore, customers: { SG: 412 } }
moments: { detected: 2026-03-09 07:10 }
YAML
concerned='concerns (our )?customer|涉及客户资料的|melibatkan data pelanggan|고객 정보와 관련된 사고'
for kind in $kinds; do
	case $kind in authority-eu-gdpr | authority-kr-pipa | authority-my-pdpa) continue ;; esac
	draft "$kind" --facts early.yaml --lang all --format txt -o early/
	verdict "draft $kind with almost nothing known" $?
done
for file in early/*.txt; do
	! grep -nE "$concerned" "$file" >said
	verdict "$file does not say that customers' data is concerned" $?
	lang=${file%.txt}
	$limit "$build/drill72" lint-notice "$file" --facts early.yaml --lang "${lang##*.}" >said 2>&1 && ! grep -q ': warning: "' said
	verdict "$file claims nothing and uses no worn phrase" $?
done

# --- a letter of our own -------------------------------------------------------------------------------------------
cp "$root/comms-templates/customer-holding.en.mustache" comms-templates/vip.en.mustache
draft vip --facts $facts --lang all -o vip/ && [ "$(find vip -name '*.txt' | wc -l)" -eq 1 ]
verdict 'our own letter is drafted in what it is there in' $?
grep -qF 'vip: warning: there is no letter in zh, ko, which the playbook asks for in a customer-holding' said
verdict 'the languages that it lacks are told' $?
draft customer-holding --facts $facts --lang all -o vip/ && ! grep -q warning said
verdict 'one that lacks none has no warning' $?
told 'fr: notices have no words in this language; there are: en, ko, ms, zh' vip --facts $facts --lang fr
rm comms-templates/vip.en.mustache

# --- hostile facts -------------------------------------------------------------------------------------------------
cat >hostile.yaml <<'YAML'
case: hostile
mode: incident
at: 2026-03-06 02:31
playbook: sme-ecommerce
company:
  name: "Kopi <script>alert(1)</script> & *Kain* [x](https://evil.example)"
  contact: "a@b.example, all@b.example"
facts:
  what:
    kind: text
    says: [WHAT]
    label: "**Bold** <b>label</b> {{company.name}}"
    value: "<img src=x onerror=alert(2)> ![p](https://evil.example/p.png) [click](javascript:alert) {{facts}}"
    verified: { by: it-admin, against: "<iframe src=//evil.example>", at: 2026-03-06 01:00 }
  bank:
    kind: data
    category: bank
    label: "# <h1>bank</h1> `code`"
    value: involved
    verified: { by: it-admin, against: "</style><script>", at: 2026-03-06 01:00 }
next_update: 2026-03-07 18:00
YAML
for format in md txt html eml sms; do
	draft customer-confirmed --facts hostile.yaml --lang all --format $format -o hostile
	verdict "hostile facts become $format" $?
done
for file in hostile/*.html; do
	! grep -qiE '<(script|img|iframe|b>|h1>bank)|href="?(javascript|https://evil)' "$file" && grep -q '&lt;script&gt;' "$file"
	verdict "$file shows them as characters" $?
done
for file in hostile/*.eml; do
	sed '/^.$/,$d' "$file" >headers
	! grep -qiE '^(to|from|bcc):' headers && [ "$(grep -ciE '^(x-unsent|date|subject|message-id|mime-version|content-type):' headers)" = 6 ]
	verdict "$file has no header of theirs" $?
done
printf 'case: a\nmode: incident\nat: 2026-03-06 02:31\ncompany: { name: "Kopi\\r\\nBcc: all@b.example" }\n' >injected.yaml
told 'injected.yaml:4:18: a control character in a text' customer-holding --facts injected.yaml
printf 'case: a\nmode: incident\nat: 2026-03-06 02:31\ncompany: { name: "Kopi\\nBcc: all@b.example" }\n' >injected.yaml
told 'injected.yaml:4:18: a line break or tab in a value' customer-holding --facts injected.yaml

# --- a session -----------------------------------------------------------------------------------------------------
$limit "$build/drill72" play ex-employee-export --auto best --seed 1 >/dev/null 2>&1
draft customer-update
verdict 'draft alone takes the newest record' $?
grep -q '^The newest record: ' said && head -n 1 page | grep -q EXERCISE
verdict 'which it tells' $?
draft customer-update --journal state/drill72/*.jsonl -o session.md && grep -q 'of the record' EXERCISE-session-proof.md
verdict 'its proof names turns of the record' $?

grep -qE '^As of [A-Z][a-z]+ [0-9]+ [A-Z][a-z]+ 2026, [0-9:]+, where the record stands\.$' said
verdict 'and as of when it speaks' $?

# --- the menu ------------------------------------------------------------------------------------------------------
printf '3\n\n%s\n\n' $facts | $limit "$build/drill72" >page 2>said
grep -q '^Subject: EXERCISE: We are looking into an incident' page && grep -q '^customer-holding.en, EXERCISE: ' said
verdict 'the menu drafts the first word to customers' $?
rm -rf statements
printf '3\n1\n%s\nall\n' $facts | $limit "$build/drill72" >page 2>said
[ -s statements/EXERCISE-agency-demand.en.txt ]
verdict 'a number picks the notice, and several languages go into a folder' $?
printf '4294967299\n' | $limit "$build/drill72" >page 2>said
grep -q 'A number from the list, please.' page
verdict 'a number beyond every list picks nothing' $?
printf '3\n' | $limit "$build/drill72" >page 2>said
[ $? = 0 ] && [ ! -s said ]
verdict 'nobody answers, and nothing is drafted' $?

# --- SMS -----------------------------------------------------------------------------------------------------------
draft customer-sms --facts $facts
grep -q 'SMS: 1 message, [0-9]* characters (GSM-7)' said
verdict 'an SMS is counted' $?
draft customer-sms --facts $facts --lang zh
grep -q 'units (UCS-2)' said && grep -q '(U+[0-9A-F]*) is the first character that GSM-7 does not have' said
verdict 'what forces UCS-2 is named' $?

# --- refusals ------------------------------------------------------------------------------------------------------
told 'customer-holdin: no such notice; there are: agency-demand, ' customer-holdin --facts $facts
grep -qF 'did you mean "customer-holding"?' said
verdict 'the nearest kind is named' $?
told 'did you mean "customer-holding"?' customer-holdng --facts $facts --lang all -o x
told 'th: notices have no words in this language; there are: en, ko, ms, zh' customer-holding --facts $facts --lang th
told '--lang: several languages need a folder to go to: -o FOLDER' customer-holding --facts $facts --lang en,zh
told 'x.html: several languages need a folder to go to: -o FOLDER' customer-holding --facts $facts --lang all -o x.html
draft customer-holding --facts $facts -o unnamed && [ -s unnamed/EXERCISE-customer-holding.en.txt ]
verdict 'a name without an ending is a folder' $?
told '--lang: expected a language such as en' customer-holding --facts $facts --lang ,
told 'usage: drill72 draft KIND' customer-holding --facts $facts --journal x.jsonl
told 'usage: drill72 draft KIND' customer-holding --playbook mine
told 'KIND is one of: agency-demand, authority-eu-gdpr, ' --facts $facts
told 'nowhere.yaml' customer-holding --facts nowhere.yaml
told 'no .docx file can be written' customer-holding --facts $facts -o x.docx
sed '/^mode: /d' $facts >modeless.yaml
told 'a facts file needs "mode": exercise or incident' customer-holding --facts modeless.yaml

conclude
