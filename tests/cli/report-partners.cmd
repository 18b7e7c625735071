# The United States with its three largest partners; annual figures with codes;
# a file of both sides.
outturn report datasets/us-partners.csv -r USA -o $TMP/us.html
grep -o '<h[12][^>]*>[^<]*' $TMP/us.html | sed 's/.*>//'
outturn report tests/data/quantities.csv -o $TMP/goods.html
grep -o '<h[12][^>]*>[^<]*' $TMP/goods.html | sed 's/.*>//'
# No figure states a basis: the account has no column of it.
grep -c '>Basis<' $TMP/us.html || true
# Figures of one year are a table and no picture.
printf '%s\n' reporter,partner,flow,period,value,unit ARM,RUS,export,2023,5,USD \
    ARM,RUS,import,2023,7,USD >$TMP/year.csv
outturn report $TMP/year.csv -o $TMP/year.html
echo "$(grep -c '<svg' $TMP/year.html) pictures"
