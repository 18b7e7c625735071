# The United States with its three largest partners; annual figures with codes;
# a file of both sides.
outturn report datasets/us-partners.csv -r USA -o $TMP/us.html
grep -o '<h[12][^>]*>[^<]*' $TMP/us.html | sed 's/.*>//'
outturn report tests/data/quantities.csv -o $TMP/goods.html
grep -o '<h[12][^>]*>[^<]*' $TMP/goods.html | sed 's/.*>//'
# No figure states a basis: the account has no column of it.
grep -c '>Basis<' $TMP/us.html || true
