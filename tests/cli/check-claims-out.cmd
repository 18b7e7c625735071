# The claims of texts, written and read again, have the same verdicts; those of
# two texts are not held against each other. Falls, hedges, units and periods of
# all kinds.
cd "$TMP" || exit
cat >a.txt <<'T'
Turnover between Russia and Armenia grew more than 2.5 times in the first nine months of 2024 against the same months of 2023 and
exceeded $8.3 billion. If the two countries keep up this pace, it may come to a record 14-16 billion dollars by the end of 2024.
Exports of Armenia to Russia, "the largest" part, fell 3 times in May 2023 to about 120 million euros.
T
cat >b.txt <<'T'
Turnover between Russia and Armenia was 3 billion dollars in the first nine months of 2024. Exports of Chad fell less than 3 % last year.
Imports of Chad were 30 million dollars, a third of its trade with the world. The deficit of Chad widened by $2 million to $8 million in 2022.
T
outturn check a.txt b.txt --claims-out claims.csv --format csv | cut -d, -f4-8 >texts
outturn check claims.csv --format csv | cut -d, -f4-8 >claims
cmp texts claims && cut -d, -f4 <texts | sort | uniq -c
cat claims.csv
