# Of 2024 the parts known by their own releases were 3,771.909 to March,
# 8,365.394 to June, 8,982.052 to August, and 12,401.640 came: the run rate was
# 4 x, 2 x and 1.5 x that, 21.7, 34.9 and 8.6 % too much.
outturn backtest datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover --methods run-rate --explain | sed '/^F what/,/^From/d'
