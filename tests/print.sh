#!/bin/sh
# tests/print.sh BUILD: a playbook as a page for the wall: whole whatever the playbook's size, never more than text
# whatever stands in it, and refused in plain words.
. "$(dirname "$0")/scaffold.sh"
cp -R playbooks "$folder/"
cd "$folder" || exit 2
playbook=playbooks/sme-ecommerce.yaml

print() {
	$limit "$build/drill72" print "$@" >page.html 2>said
}

has() { # has WORDS: the page holds them
	grep -qF -- "$1" page.html
	verdict "the page has $1" $?
}

lacks() { # lacks PATTERN: no line of the page matches
	! grep -qiE -- "$1" page.html
	verdict "the page lacks $1" $?
}

told() { # told WORDS OPERANDS...: status 1, nothing printed, and WORDS said
	words=$1
	shift
	print "$@"
	[ $? = 1 ] && [ ! -s page.html ] && grep -qF -- "$words" said
	verdict "print $* says: $words" $?
}

# --- the shipped playbook ------------------------------------------------------------------------------------------
for lang in en zh; do
	print --lang $lang
	verdict "print --lang $lang" $?
	has "<html lang=\"$lang\">"
	has '<title>Customer-data incident runbook · Kopi &amp; Kain Pte Ltd</title>'
	lacks 'EXERCISE|演练|<script|https?:|url\(|@import|&lt;wall\.|\{\{'
done
cp page.html printed.html
print --lang zh -o poster.html
verdict 'print -o FILE' $?
grep -qx "$folder/poster.html" page.html && cmp -s poster.html printed.html
verdict '-o FILE holds what would be printed, and its path is told' $?
[ "$(find . -name poster.html -perm 600)" = ./poster.html ]
verdict 'the file is its owner'\''s alone' $?
told 'poster.PDF: no .PDF file can be written' -o poster.PDF

# --- another one: nothing is cut, and nothing in it is more than text -----------------------------------------------
{
	sed 's|person: Mei Lin|person: "<script>alert(1)</script>"|
		s|name: Postlane|name: "</style><img src=x onerror=alert(1)>"|
		s|^title:.*|title: "Ours {{w}} \&amp; \\" onload=\\"x"|' $playbook
	for i in $(seq 1 80); do
		echo "  - { notice: partner-notice, audience: Readers $i, languages: [en], approvers: [legal] }"
	done
} >ours.yaml
print ours.yaml
verdict 'print another playbook' $?
lacks '<script|<img|onerror=alert\(1\)>'
[ "$(grep -c '</style>' page.html)" = 1 ]
verdict 'the style ends once' $?
has '&lt;script&gt;alert(1)&lt;/script&gt;'
has '<title>Ours {{w}} &amp;amp; &quot; onload=&quot;x'
has '<b>Readers 1</b>'
has '<b>Readers 80</b>'

# --- what is refused ------------------------------------------------------------------------------------------------
told 'did you mean "sme-ecommerce"?' sme-ecomerce
told 'sme-ecomerce: no such playbook; looked in ./playbooks' sme-ecomerce
told 'there are: en, zh' --lang fr
told 'usage: drill72 print [PLAYBOOK]' one two
told 'no-such-folder/poster.html: ' -o no-such-folder/poster.html
told 'playbooks: ' -o playbooks
printf 'playbook: shop\nrols: {}\n' >broken.yaml
told 'broken.yaml:2:1: ' broken.yaml
"$build/drill72" play ex-employee-export --auto best --seed 1 --journal record.jsonl >/dev/null 2>&1
cp record.jsonl before.jsonl
told 'record.jsonl: ' -o record.jsonl
cmp -s record.jsonl before.jsonl
verdict 'a record is not overwritten' $?
mkdir comms-templates
sed '1s/^/{{titel}}/' "$root/comms-templates/wall.html.mustache" >comms-templates/wall.html.mustache
told 'comms-templates/wall.html.mustache:1:1: ' -o poster.html
cmp -s poster.html printed.html
verdict 'a fault leaves the page that was there' $?

conclude
