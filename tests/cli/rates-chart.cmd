printf 'Date,USD,JPY,\n2024-03,1.6,150,\n2024-02,1,150,\n2024-01,1.25,150,\n' >"$TMP/rates.csv"
cat >"$TMP/trade.csv" <<'END'
reporter,partner,flow,period,value,unit
ARM,RUS,export,2024-01,100,USD million
ARM,RUS,export,2024-02,200,USD million
ARM,RUS,export,2024-03,80,USD million
END
cd "$TMP"
outturn chart line trade.csv -f export --rates rates.csv --in EUR --alt - -o lines.svg
grep -c 'Converted from USD at the rates of rates.csv' lines.svg
