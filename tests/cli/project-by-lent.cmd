# Armenia without its years before 2022: two before the period and no record.
awk -F, '$2 != "ARM" || $5 >= "2022"' datasets/us-partners.csv |
    outturn project - --by partner -f import -t 2024 --through 2024-06 --sort change --explain | grep -v '^[B-Z]'
