# By hand: exports of 0101 and 0202 as in tests/test_price_index.c, in thousands;
# imports rise by 1 to 12 %, of which one is a hundred times as dear: 1173/1100.
outturn index tests/data/quantities.csv
