# Without a date "last year" is no period of the data, but a year before this
# one: 4 bn less a fourth is 3 bn, a fall of 25 %.
cat >"$TMP/a.txt" <<'T'
Exports of Armenia to Russia fell to 3.0 billion dollars this year from 4.0 billion dollars last year, by 25 %. Imports were 2.0 billion dollars last year.
T
cd "$TMP" && outturn check a.txt
outturn check a.txt --claims-out a.csv --format csv | cut -d, -f4-8,15
outturn check a.csv --format csv | cut -d, -f4-8,15
cd - >/dev/null && outturn check "$TMP/a.txt" -d datasets/armenia-russia.csv --format csv | cut -d, -f4-9 | grep data
