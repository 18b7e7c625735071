# The figures of both rules, all but OWA, are those of a script of its own over
# release 2025-02.
outturn backtest datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover --methods run-rate,last-years-rest --final --cuts 1,2,3,6,9
