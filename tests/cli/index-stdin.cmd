# The files are read twice.
outturn index - <tests/data/quantities.csv; echo "exit $?"
outturn index tests/data/quantities.csv -m value; echo "exit $?"
outturn index tests/data/quantities.csv --screen strict; echo "exit $?"
outturn index tests/data/quantities.csv -m quantity -f export
