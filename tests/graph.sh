#!/bin/sh
# tests/graph.sh BUILD: drill72 graph draws a scenario in every format, and no text in it is more than text.
. "$(dirname "$0")/scaffold.sh"

graph() {
	$limit "$drill72" graph "$@" >"$folder/said" 2>&1
}

# told WORDS ARGUMENT...: status 1, and WORDS are said.
told() {
	words=$1
	shift
	graph "$@"
	[ $? = 1 ] && grep -qF -- "$words" "$folder/said"
	verdict "graph $* does not say \"$words\"" $?
}

for scenario in scenarios/*.lua; do
	case $scenario in *.d.lua) continue ;; esac # for editors
	for ending in dot mmd svg; do
		rm -f "$folder/g.$ending"
		graph "$scenario" --extended -o "$folder/g.$ending"
		verdict "graph of $scenario as $ending" $?
		grep -q 'EXERCISE' "$folder/g.$ending" && ! grep -q '<graph\.\|&lt;graph\.\|{{' "$folder/g.$ending"
		verdict "$scenario as $ending says that it is an exercise, and has no word missing" $?
	done
	! grep -qi '<script\|http:\|https:\|url([^#]' "$folder/g.svg" ||
		[ "$(grep -oi 'https\?:[^"]*' "$folder/g.svg" | sort -u)" = http://www.w3.org/2000/svg ]
	verdict "the drawing of $scenario asks nobody for anything" $?
done
graph ex-employee-export --lang zh --format svg
grep -q '演练' "$folder/said"
verdict 'a drawing in Chinese' $?

sed 's|return w.history_lost end|return w:chose "the-account" == "delete" end|' scenarios/ex-employee-export.lua >"$folder/chose.lua"
graph "$folder/chose.lua" --format dot
node=$(sed -n 's|^ *\(n[0-9]*\) \[.*<i>at:6h</i>.*|\1|p' "$folder/said")
grep -q "^ *n[0-9]*:n[0-9]* -> $node \[label=<decides on>" "$folder/said" && ! grep -q "^ *n[0-9]* -> $node \[label=<decides on>" "$folder/said"
verdict 'what an answer decides on hangs on that answer, not on the question' $?

sed 's|title    = "The ex-employee export"|title = [[x"]; <script>alert(1)</script> \&amp; #quot; `]]|; s|from = "Yvonne Seet, customer"|from = "</text><script>"|; s|subject = "How does {rival} know what I bought from you?"|subject = [=["]] --> n1; <script>x</script>]=]|' \
	scenarios/ex-employee-export.lua >"$folder/hostile.lua"
for format in dot svg; do
	graph "$folder/hostile.lua" --format $format
	verdict "a hostile title as $format" $?
	! grep -q '<script' "$folder/said"
	verdict "$format escapes what stands in a text" $?
done
graph "$folder/hostile.lua" --format mermaid
grep -qF 'title: "EXERCISE · x\"]; <script>' "$folder/said" && grep -qF '["T+0:00 #quot;]] --#gt; n1; #lt;script#gt;' "$folder/said"
verdict 'mermaid escapes what stands in a text' $?

told 'usage: drill72 graph SCENARIO'
told 'did you mean' ex-employee-exprt
told 'wants one of dot mermaid svg' ex-employee-export --format png
told 'no .pdf file can be written; write .svg, which any browser opens and prints' ex-employee-export -o "$folder/g.pdf"
told 'no .png file can be written' ex-employee-export -o "$folder/g.png"
[ ! -e "$folder/g.png" ]
verdict 'no picture is written that is none' $?
graph ex-employee-export -o "$folder/mine.svg" && graph ex-employee-export -o "$folder/mine.svg"
verdict 'the same picture is written again' $?
told 'is there already with something else in it, and is not overwritten; name another file, such as' \
	shared-sheet -o "$folder/mine.svg"
conclude
