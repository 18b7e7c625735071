for n in 0 65 two -1 ''; do
    outturn series datasets/armenia-russia.csv --as-is --threads "$n"; echo "exit $?"
done
for n in 0 10 63 64MM 65M 4.5K 18446744073709551616; do
    outturn series datasets/armenia-russia.csv --as-is --chunk "$n"; echo "exit $?"
done
outturn series datasets/armenia-russia.csv --as-is --accelerator fast
