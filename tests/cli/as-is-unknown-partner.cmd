outturn series datasets/armenia-russia.csv --as-is -p Rushia
echo "exit $?"
outturn series datasets/armenia-russia.csv --as-is -p TUR
