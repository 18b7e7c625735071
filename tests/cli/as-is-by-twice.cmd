outturn series datasets/armenia-russia.csv --as-is --by flow,period,flow
echo "exit $?"
outturn series datasets/armenia-russia.csv --as-is --by year,period
