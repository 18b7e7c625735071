# Every command line of a brief runs, and every figure in its tables is in what
# they print: as it stands, or, of csv, as a number that rounds to it.
outturn report datasets/armenia-russia.csv -r ARM -p RUS --basis origin \
    -o "$TMP/brief.html"
sed 's/<[^>]*>//g; s/&amp;/\&/g; s/&#39;/'"'"'/g; s/&quot;/"/g' "$TMP/brief.html" |
    grep -o 'outturn [a-z]* datasets/.*' | sort -u >"$TMP/commands"
cat "$TMP/commands"
while read -r line; do
    sh -c "$line" >>"$TMP/said" 2>&1 || echo "failed: $line"
done <"$TMP/commands"
tr -s ' \n' '\n\n' <"$TMP/said" | sort -u >"$TMP/words"
grep -v '<svg' "$TMP/brief.html" | grep -o '<td[^>]*>[^<]*</td>' |
    sed 's/<[^>]*>//g' | tr -s ' ' '\n' |
    grep -E '^[-+]?[0-9][0-9,.]*$' | sort -u >"$TMP/cells"
[ "$(wc -l <"$TMP/cells")" -gt 60 ] && echo "more than 60 figures"
comm -23 "$TMP/cells" "$TMP/words" >"$TMP/rounded"
tr -s ' ,;\n' '\n\n\n\n' <"$TMP/said" | grep -E '^-?[0-9.]+(e-?[0-9]+)?$' |
    awk -v cells="$TMP/rounded" '
    { number[NR] = $1 }
    END {
        while ((getline shown <cells) > 0) {
            v = shown
            gsub(/[+,]/, "", v)
            point = index(v, ".")
            half = 0.5000001 * 10 ^ -(point > 0 ? length(v) - point : 0)
            found = 0
            for (i = 1; i <= NR && !found; i++) {
                for (k = 0.001; k <= 100; k *= k < 1 ? 1000 : 100) {
                    d = number[i] * k - v
                    found = found || (d <= half && d >= -half &&
                                      (v != 0 || number[i] == 0))
                }
            }
            if (!found) {
                print "in no answer: " shown
            }
        }
    }'
