# 27 only one side has; 71 by hand: 33 / 30 = 1.1. 2023 is the last year of both.
cat >"$TMP/both.csv" <<'END'
reporter,partner,flow,commodity,period,value,unit
ARM,RUS,export,27,2023,10,USD
ARM,RUS,export,71,2023,30,USD
ARM,RUS,export,71,2022,20,USD
ARM,RUS,export,71,2024,40,USD
RUS,ARM,import,71,2023,33,USD
RUS,ARM,import,71,2022,21,USD
RUS,ARM,import,84,2023,5,USD
END
cd "$TMP"
outturn mirror both.csv -r ARM -p RUS -f export --by commodity
outturn mirror both.csv -r ARM -p RUS -f export -k 71,84 -t 2022 --format csv
