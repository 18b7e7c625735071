awk -F, 'NR == 1 || ($2 == "CHN" && $3 == "export" && $5 != "2023-05" && $5 < "2024-07")' datasets/us-partners.csv >"$TMP/in.csv"
outturn project "$TMP/in.csv" --absent missing | sed -n 2,3p
awk -F, 'NR == 1 || ($2 == "CHN" && $3 == "export" && ($5 < "2023-02" || $5 > "2023-05") && $5 < "2024-07")' datasets/us-partners.csv >"$TMP/in.csv"
outturn project "$TMP/in.csv" --absent missing | sed -n 2,3p
