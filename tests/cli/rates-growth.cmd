cat >"$TMP/rates.csv" <<'END'
Month,USD,GBP
2024-01,1.25,0.5
2024-02,1,0.5
2024-03,1.6,0.5
2023-01,2,0.5
2023-02,2,0.5
2023-03,2,0.5
END
cat >"$TMP/trade.csv" <<'END'
reporter,partner,flow,period,value,unit
ARM,RUS,export,2024-01,100.0,USD million
ARM,RUS,export,2024-02,200.0,USD million
ARM,RUS,export,2024-03,80.0,USD million
ARM,RUS,export,2023-01,190.0,USD million
ARM,RUS,export,2023-02,100.0,USD million
ARM,RUS,export,2023-03,10.0,USD million
END
cd "$TMP"
outturn growth trade.csv -f export -t 2024-Q1 --rates rates.csv --rates-set base=EUR --in "EUR million"
