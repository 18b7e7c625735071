# Control characters and bytes that are not UTF-8 become U+FFFD; CRLF and tabs are blanks.
printf '\357\273\277Exports were\t$2 billion\r\nin 2023 \302\205\377 \360\237\232\242 \357\277\277.\r\n' >"$TMP/a.txt"
cd "$TMP" && outturn check a.txt --format html >page
awk -f "$OLDPWD/tests/html.awk" page
sed -n '/^<div class="said"/,/^<\/div>/p' page | sed -n 2,3p | cat -v
