# In words that check reads: told from the data, then held to them.
outturn growth datasets/us-partners.csv -p MEX,NLD -f export,balance -t 2024 --format sentence | tee "$TMP/said.txt"
sed 's/$/\n/' "$TMP/said.txt" >"$TMP/a.txt"
outturn check "$TMP/a.txt" -d datasets/us-partners.csv | grep '^  today'
outturn growth datasets/us-partners.csv -p MEX -f export -t 2026 --format sentence
echo "exit $?"
outturn growth datasets/us-partners.csv -p MEX -f export -t 2024 --format sentence --trend
echo "exit $?"
outturn growth datasets/us-partners.csv -p MEX -f export -t 2024 --format sentences
