cd "$TMP"
printf 'Exports of goods by partner\n"million euro"\n\nPartner;Jan-24;Feb-24;Mar-24\nTotal;10,5;11,0;12,25\nof which:;;;\nRussia;4,5;5,0;:\nKazakhstan;6,0;6,0;12,25\nSource: our own invention;;;\n' >wide.csv
outturn info wide.csv --set reporter=ARM --explain
outturn series wide.csv --set reporter=ARM -p RUS,KAZ
outturn info wide.csv --set reporter=ARM --save-layout l.layout --rejects r.csv >/dev/null
cat l.layout r.csv
outturn info wide.csv --layout l.layout --lenient | tail -n 3
