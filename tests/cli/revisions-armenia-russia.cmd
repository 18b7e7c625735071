# Checked by awk over the file: imports of April 2024 were 2217596.448 thousand
# and are 1292454.676; exports plus imports of the half-year were 8365394 and are
# 7530236 (datasets/README.md).
outturn revisions datasets/armenia-russia.csv -r ARM -p RUS --basis origin --from 2024-09 --to 2025-02
# The same from two files.
awk -F, 'NR == 1 || $9 <= "2024-09"' datasets/armenia-russia.csv >"$TMP/older.csv"
outturn revisions "$TMP/older.csv" datasets/armenia-russia.csv --basis origin -f import --top 2 --format csv
outturn revisions datasets/armenia-russia.csv --basis origin -f import --from 2024-09 --top 2 --format csv
