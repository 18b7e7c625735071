pick="datasets/armenia-russia.csv -r ARM -p RUS --basis origin --as-of 2024-10-08 -t 2024 -o $TMP/a.svg"
outturn chart race $pick --title "Armenia-Russia trade: 8.4 bn by June, 2.6 times a year earlier"
echo "exit $?"
outturn chart race $pick --title "Armenia-Russia trade: 8.4 bn by June, 2.9 times a year earlier"
echo "exit $?"
outturn chart race $pick --title "Trade of 9.4 billion dollars in the first half of 2024"
echo "exit $?"
outturn chart race $pick --title "Russia's exports to Armenia grew to 9 bn in 2023"
echo "exit $?"
outturn chart share datasets/us-partners.csv -r USA -f import -t 2024 --title "US imports from Mexico fell to 300 bn dollars in 2024" -o $TMP/b.svg
echo "exit $?"
ls $TMP
