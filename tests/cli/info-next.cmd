cd "$TMP"
# The commands that info prints lead to figures, whatever is missing: columns of
# no known name under a title, a flow, a reporter, a unit; what was said stays.
printf 'Trade of Armenia\n(thousand USD)\n\nland;jahr;wert;was\nRussia;2023;1,5;Export\nGeorgia;2023;2,5;Export\n' >title.csv
printf 'a|b|c\nRUS|2023-01|5\nGEO|2023-01|6\n' >names.csv
printf 'Country,2021,2022,2023\nRussia,5,6,7\nIran,7,8,9\n' >wide.csv
for file in title names wide; do
    command="info $file.csv"
    while [ "${command%% *}" = info ]; do
        echo "> $command"
        outturn $command >said
        tail -n 1 said
        command=$(sed -n 's/^next: outturn //p' said)
    done
    outturn $command -t 2023 | head -n 1
done
# A layout's file may say what stands between fields, and the encoding.
printf 'name = mine\nhas = a, b\ndelimiter = ^\nencoding = windows-1251\nmap = partner=a, period=b, value=c\nset = reporter=ARM, flow=export, unit=USD\n' >mine.layout
printf 'a^b^c\n\320\356\361\361\350\377^2023^5\n' >caret.txt
outturn series caret.txt --layout mine.layout
printf 'delimiter = tabs\n' >bad.layout
outturn series caret.txt --layout bad.layout
printf 'name = x\nvalue = y\n' >bad.layout
outturn series caret.txt --layout bad.layout
outturn series caret.txt --layout ./none.layout
outturn series caret.txt --layout cenzus
