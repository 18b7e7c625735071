# Seven digits: the last ones of a model are the machine's.
outturn project datasets/us-partners.csv --by partner,flow -p CAN,MEX -t 2024 --through 2024-06 --sort name --format csv | cut -d, -f1,3,5,6,8-10,14,18,20,22-24 |
    awk -F, -v OFS=, '{for (i = 1; i <= NF; i++) if ($i ~ /^-?[0-9]+\.[0-9]+$/) $i = sprintf("%.7g", $i); print}'
