# The same bytes from any number of threads.
for n in 1 2 3 4; do
    outturn project datasets/us-partners.csv --by partner -t 2024 --through 2024-03 --threads $n --format json >$TMP/$n
done
cmp $TMP/1 $TMP/2 && cmp $TMP/1 $TMP/3 && cmp $TMP/1 $TMP/4 && grep -c '"row": "series"' $TMP/4
