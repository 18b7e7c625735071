ask() { outturn backtest datasets/us-partners.csv -p CHN "$@"; echo "exit $?"; }
ask --methods tea-leaves
ask --methods auto,run-rat
ask --cuts 12
ask --cuts 3,x
ask --every quarter --cuts 3
ask --min-years 1
ask --min-years 12
ask -t 9M2024
ask -t 2016
ask -f balance
ask -p NAURU
outturn backtest datasets/armenia-russia.csv -p RUS --basis origin -f turnover --as-of 2024-10-08
