outturn growth datasets/armenia-russia.csv --basis origin --in EUR
echo "exit $?"
outturn series datasets/armenia-russia.csv --basis origin --in "bn EUR"
