outturn series datasets/us-partners.csv --as-is --by partner,period -q -o /dev/full
echo "exit $?"
outturn series datasets/us-partners.csv --as-is --by partner,period -q >/dev/full
