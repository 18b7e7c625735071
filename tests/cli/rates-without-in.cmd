printf 'Date,USD,JPY,\n2024-01,1.25,150,\n' >"$TMP/rates.csv"
outturn growth datasets/armenia-russia.csv --basis origin --rates "$TMP/rates.csv"
echo "exit $?"
outturn project --have "5 bn USD" --through 2024-11 --rates "$TMP/rates.csv" --in EUR
