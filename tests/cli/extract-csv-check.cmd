printf 'In the first half of 2024 trade between Armenia and Russia exceeded $8.3 billion.\n' >"$TMP/a.txt"
outturn extract --format csv -o "$TMP/a.csv" "$TMP/a.txt"
sed "s,$TMP/,,g" "$TMP/a.csv"
outturn check "$TMP/a.csv" -d datasets/armenia-russia.csv --basis origin --date 2024-10-08 --format csv | cut -d, -f4-8
