outturn series datasets/armenia-russia.csv --as-is --by reporter,partnr
echo "exit $?"
outturn series datasets/armenia-russia.csv --as-is --by reporter,colour
