# Two lines that cannot both be right, but are texts of their own.
printf 'Exports of Chad were 4.0 billion dollars in 2020.\nExports of Chad were 5.0 billion dollars in 2020.\n' >"$TMP/a.txt"
cd "$TMP" && outturn check a.txt --fail-on clashes >both.out
echo "together: $?"
outturn check a.txt --each-line --fail-on clashes
echo "apart: $?"
outturn check a.txt --each-line --claims-out a.csv >/dev/null
outturn check a.csv --fail-on clashes
