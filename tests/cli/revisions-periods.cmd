# The first two lines are awk's: the imports of April to June 2024 in both
# releases. With a list of periods only figures inside one of them are compared.
r="outturn revisions datasets/armenia-russia.csv --basis origin -f import --from 2024-09 --to 2025-02"
awk -F, '$3 == "import" && $5 == "origin" && ($9 == "2024-09" || $9 == "2025-02") &&
    $6 >= "2024-04" && $6 <= "2024-06" { sum[$9] += $7 }
    END { for (v in sum) printf "%s %.0f\n", v, sum[v] / 1000 }' datasets/armenia-russia.csv | sort
$r --every quarter
$r -t 2024-04,2024-02
$r --every quarter -t 2024 --triangle --format md
