# Findings accepted before are silent, wherever the file lies now, until the
# sentence says something else: 12.5 + 7.6 = 20.1, not 21, not 22.
mkdir "$TMP/new"
cd "$TMP" || exit
cat >a.txt <<'T'
Exports of Chad to Mali were 12.5 million dollars in 2021, imports 7.6 million dollars, and the turnover was 21 million dollars.
T
outturn check a.txt --format csv -o known.csv
echo "exit $?"
{ echo "News"; echo; cat a.txt; } >new/a.txt
outturn check new/a.txt --known known.csv
echo "exit $?"
outturn check new/a.txt --known known.csv --format csv | cut -d, -f1-7,45
sed 's/21 million/22 million/' a.txt >new/a.txt
outturn check new/a.txt --known known.csv
echo "exit $?"
cp new/a.txt b.txt
outturn check b.txt --known a.txt
echo "exit $?"
outturn check b.txt --known no-such.csv
