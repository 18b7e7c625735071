# Contributions of the 22 partners of the US, 2024 against 2023, to the last
# digit: sums of whole dollars are exact in awk too, and one division is the same
# everywhere. Prints those that differ, then how many agree: 22 and the total.
data=datasets/us-partners.csv
awk -F, 'NR > 1 { year = substr($5, 1, 4); v[$2, year] += $6; all[year] += $6; p[$2] = 1 }
    END { for (k in p) printf "%s %.17g %.17g\n", k, v[k, 2024],
              (v[k, 2024] - v[k, 2023]) / all[2023]
        printf "total %.17g %.17g\n", all[2024],
               (all[2024] - all[2023]) / all[2023] }' $data | sort >$TMP/awk
outturn top $data --by partner -t 2024 --top 0 --format csv --in USD |
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        $1 == "part" || $1 == "total" {
            printf "%s %.17g %.17g\n",
                   $1 == "part" ? $at["partner_code"] : $1,
                   $at["value"], $at["contribution"] }' | sort >$TMP/outturn
comm -3 $TMP/awk $TMP/outturn
comm -12 $TMP/awk $TMP/outturn | wc -l
