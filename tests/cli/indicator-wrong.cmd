outturn indicator similarty tests/data/structure.csv -r ARM; echo "exit $?"
outturn indicator similarity tests/data/structure.csv -r ARM; echo "exit $?"
outturn indicator hhi tests/data/structure.csv; echo "exit $?"
outturn indicator tests/data/structure.csv; echo "exit $?"
outturn indicator all tests/data/structure.csv -r ARM -t 2023
