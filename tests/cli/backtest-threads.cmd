for n in 1 2 7; do
    outturn backtest datasets/us-partners.csv -p DEU -f export -t 2023-01/2024-12 --cuts 4,8 --threads $n --format csv --explain >"$TMP/$n.csv"
done
cmp "$TMP/1.csv" "$TMP/2.csv" && cmp "$TMP/1.csv" "$TMP/7.csv" && echo same
grep -c -e ^auto, -e ^theta, "$TMP/1.csv"
