# Seven digits: the last ones of a model are the machine's.
outturn project datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover --as-of 2024-10-08 --target "14-16 bn" --format csv | cut -d, -f1,3,4 |
    awk -F, -v OFS=, '{for (i = 1; i <= NF; i++) if ($i ~ /^-?[0-9]+\.[0-9]+$/) $i = sprintf("%.7g", $i); print}'
