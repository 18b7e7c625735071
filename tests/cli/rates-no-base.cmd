printf 'month,currency,rate\n2024-01,USD,1.25\n' >"$TMP/rates.csv"
cd "$TMP"
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,100,USD\n' |
    outturn growth - -f export -t 2024-01 --rates rates.csv --in EUR
