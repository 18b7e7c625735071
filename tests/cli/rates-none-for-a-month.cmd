cat >"$TMP/rates.csv" <<'END'
base,month,currency,rate
EUR,2024-05,USD,1.25
END
cat >"$TMP/trade.csv" <<'END'
reporter,partner,flow,period,value,unit
ARM,RUS,export,2024-05,100,USD
ARM,RUS,export,2024-06,80,USD
END
cd "$TMP"
outturn growth trade.csv -f export -t 2024-05/2024-06 --rates rates.csv --in EUR
outturn series trade.csv -f export --rates rates.csv --in EUR
