# All periods and columns; here the last of each table, to six figures.
outturn season -p CHN -f import --format csv datasets/us-partners.csv |
    awk -F, -v OFS=, '{for (i = 1; i <= NF; i++)
            if ($i ~ /^-?[0-9]+\.[0-9]+(e-[0-9]+)?$/) $i = sprintf("%.6g", $i)}
        /^China,import,20(1[3-9]|2[0-3])-..,[0-9]/ {next} {print}'
