#!/bin/sh
# tests/install.sh BUILD: what `make install` puts down works by itself, far from this checkout: it finds what came with
# it, starts files of one's own, and lays beside them what editors read.
. "$(dirname "$0")/scaffold.sh"

make -s install BUILD="$build" DESTDIR="$folder/root" PREFIX=/usr >"$folder/said" 2>&1
verdict 'make install' $?
installed=$folder/root/usr/bin/drill72
shipped=$folder/root/usr/share/drill72
mkdir "$folder/own" && cd "$folder/own" || exit 2

$limit "$installed" new scenario late-parcel >"$folder/said" 2>&1
verdict 'new scenario' $?
$limit "$installed" new playbook our-shop >>"$folder/said" 2>&1
verdict 'new playbook' $?
for file in .luarc.json scenarios/drill72.d.lua playbooks/playbook.schema.json; do
	cmp -s "$file" "$root/$file" && cmp -s "$file" "$shipped/$file"
	verdict "$file does not lie beside what was started" $?
	grep -qF "$file" "$folder/said"
	verdict "$file is not told" $?
done
grep -o '"scenarios/[^"]*"' .luarc.json | tr -d '"' | while read -r named; do [ -f "$named" ] || exit 1; done
verdict '.luarc.json names what is not there' $?

echo '{}' >.luarc.json
$limit "$installed" new scenario another >"$folder/said" 2>&1 && ! grep -q 'editor' "$folder/said" && grep -qx '{}' .luarc.json
verdict 'what was there is laid down again' $?

$limit "$installed" check scenarios playbooks >"$folder/said" 2>&1
verdict 'check of what was started' $?
$limit "$installed" play shared-sheet --auto best --plain >"$folder/said" 2>&1
verdict 'a shipped drill' $?

# What is to be typed next can be: by a path, a path with a blank in it, and by name. On a Mac it is the name alone.
if [ -r /proc/self/cmdline ]; then
	mkdir "$folder/with blank" && ln -s "$installed" "$folder/with blank/drill72"
	for called in "$installed" ../root/usr/bin/drill72 "$folder/with blank/drill72" drill72; do
		rm -f scenarios/typed.lua
		(PATH=${installed%/*}:$PATH && $limit "$called" new scenario typed) >"$folder/said" 2>&1
		case $called in *blank*) typed="'$called'" ;; *) typed=$called ;; esac
		grep -qxF "Make it yours, then: $typed check scenarios/typed.lua" "$folder/said"
		verdict "called $called it says another name" $?
		next=$(sed -n 's/.*, then: //p' "$folder/said")
		(PATH=${installed%/*}:$PATH && eval "$limit $next") >"$folder/said" 2>&1
		verdict "called $called, what it says next can't be typed" $?
	done
fi

make -s -C "$root" uninstall BUILD="$build" DESTDIR="$folder/root" PREFIX=/usr >"$folder/said" 2>&1
[ ! -e "$installed" ] && [ ! -e "$shipped" ]
verdict 'make uninstall leaves something' $?

conclude
