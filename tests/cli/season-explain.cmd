# Formulas to six figures, the places that figures came from, sources.
outturn season -p CHN -f import --explain -t 2020-01/2024-12 datasets/us-partners.csv |
    awk '/^  row/ {$NF = sprintf("(%.6g)", substr($NF, 2))} {print}'
