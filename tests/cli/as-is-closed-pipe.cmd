# Two thousand groups of years: more than a pipe holds.
awk 'BEGIN { print "reporter,partner,flow,period,value,unit"; for (y = 1000; y < 3000; y++) for (m = 1; m <= 12; m++) printf "ARM,RUS,export,%d-%02d,%d,USD\n", y, m, m }' >$TMP/t.csv
bash -c 'set -o pipefail; outturn series $TMP/t.csv --as-is --by reporter,period -q | head -n 2'
echo "exit $?"
outturn series $TMP/t.csv --as-is --by year -q | tail -n 1 # 1 + ... + 12
