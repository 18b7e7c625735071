mkdir "$TMP/d"
cd "$TMP" || exit
printf 'Imports fell by 2.5 times in May 2031.\n' >d/b.md
printf '\000\001\002' >d/a.txt
outturn extract d
