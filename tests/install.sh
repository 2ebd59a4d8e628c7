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

make -s -C "$root" uninstall BUILD="$build" DESTDIR="$folder/root" PREFIX=/usr >"$folder/said" 2>&1
[ ! -e "$installed" ] && [ ! -e "$shipped" ]
verdict 'make uninstall leaves something' $?

conclude
