# Ranks, runs and averages keep in the claims file what they are of, so that
# check judges it as it judges the text.
cat >"$TMP/a.txt" <<'T'
US imports from China fell to 29.92 billion dollars in March 2024, the lowest since March 2020.
In 2024 China was the second largest supplier of US imports.
US exports to Mexico averaged 912.7 million dollars a day in 2024.
US imports from China fell in May 2024 for the third month in a row.
T
cd "$TMP" && outturn extract --each-line a.txt --format csv >c.csv && cut -d, -f3-13 c.csv
cd - >/dev/null && outturn check "$TMP/c.csv" -d datasets/us-partners.csv | grep '^  today'
