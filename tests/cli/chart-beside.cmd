# --chart draws what a table tells: the table is as without it, the headline has
# its figures; what cannot be drawn is refused and leaves no file.
armenia="datasets/armenia-russia.csv -r ARM -p RUS --basis origin"
us="datasets/us-partners.csv -r USA -f import"
outturn growth $armenia -f turnover >$TMP/bare
outturn growth $armenia -f turnover --chart $TMP/growth.svg | cmp - $TMP/bare && echo the same table
outturn project $armenia -f turnover --as-of 2024-10-08 --target "14-16 bn" --chart $TMP/race.svg >/dev/null
outturn season $armenia -f export --chart $TMP/season.svg >/dev/null
outturn top $us --by partner -t 2024 --chart $TMP/share.svg >/dev/null
outturn series $us -p CHN,MEX --chart $TMP/line.svg >/dev/null
for f in growth race season share line; do sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/$f.svg | head -1; done
grep -c claimed $TMP/race.svg
outturn growth $armenia -f turnover --chart a.gif
echo "exit $?"
outturn project --have "8.3 bn" --through 2024-09 --chart $TMP/a.svg
echo "exit $?"
outturn growth -f import -r USA -p CHN --chart $TMP/a.svg <datasets/us-partners.csv
echo "exit $?"
outturn growth $armenia -f turnover --chart /no/such/folder/a.svg
echo "exit $?"
ls $TMP
