# awk's exports of the US in per cent of its imports, by partner and year, and the
# same from outturn, to nine digits.
awk -F, 'NR > 1 && ($2 == "MEX" || $2 == "CAN") && $5 >= "2023" {
        v[substr($5, 1, 4) "," $2, $3] += $6; at[substr($5, 1, 4) "," $2] = 1 }
    END { for (k in at) printf "%s %.9f\n", k, 100 * v[k, "export"] / v[k, "import"] }' \
    datasets/us-partners.csv | sort >$TMP/awk
outturn indicator coverage datasets/us-partners.csv -p MEX,CAN -t 2023,2024 --format csv |
    awk -F, 'NR > 1 { printf "%s,%s %.9f\n", $2, $3, $5 }' | sort >$TMP/outturn
cmp $TMP/awk $TMP/outturn && wc -l <$TMP/awk
outturn indicator coverage,hhi-partners datasets/us-partners.csv -p MEX,CAN --every half -t 2024
