printf 'currency,2023-01,2023-02,2023-03,2023-04,2023-05,2023-06,2023-07,2023-08,2023-09,2023-10,2023-11,2023-12\nUSD,2,2,2,2,2,2,1,1,1,1,1,1\n' >"$TMP/rates.csv"
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2023,1000,USD\n' >"$TMP/trade.csv"
cd "$TMP"
outturn growth trade.csv -f export -t 2023 --rates rates.csv --rates-set base=EUR --in EUR
outturn series trade.csv -f export --rates rates.csv --rates-set base=EUR --in "EUR thousand"
