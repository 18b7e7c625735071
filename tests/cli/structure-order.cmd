# The order of rows does not matter: a file turned upside down gives the same
# answers, but for the lines that rows stand in.
for data in datasets/us-partners.csv tests/data/quantities.csv tests/data/structure.csv datasets/armenia-russia.csv; do
    { head -n 1 $data; tail -n +2 $data | sort -r; } >$TMP/$(basename $data)
done
same() { # NAME OPTION...: `file` is the file to ask of
    name=$1
    shift
    for format in text csv json md; do
        outturn "$@" --format $format >$TMP/a 2>&1
        (cd $TMP && outturn "$@" --format $format) >$TMP/b 2>&1
        cmp $TMP/a $TMP/b || exit 1
    done
    echo "$name: the same, $(wc -l <$TMP/a) lines"
}
mkdir -p $TMP/datasets $TMP/tests/data
mv $TMP/us-partners.csv $TMP/armenia-russia.csv $TMP/datasets
mv $TMP/quantities.csv $TMP/structure.csv $TMP/tests/data
same top top datasets/us-partners.csv --by partner -t 2024
same groups top datasets/us-partners.csv --by region --every quarter -t 2024 --exclude p=CAN
same index index tests/data/quantities.csv --items
same indicator indicator all tests/data/structure.csv -r ARM --with GEO
same revisions revisions datasets/armenia-russia.csv --basis origin --from 2024-09
same mirror mirror datasets/armenia-russia.csv -r ARM -p RUS --basis origin -t 2023
