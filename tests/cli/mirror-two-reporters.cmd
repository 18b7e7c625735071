# By hand: 212 / 200 = 1.06 and 12 / 206 = 5.8 %; 90 / 120 = 0.75 and
# -30 / 105 = -28.6 %; in 2022 Russia has no figure. The other way 55 / 50 = 1.1.
cat >"$TMP/both.csv" <<'END'
reporter,partner,flow,commodity,basis,period,value,unit
ARM,RUS,export,TOTAL,fob,2020,200.0,USD million
RUS,ARM,import,TOTAL,cif,2020,212.0,USD million
ARM,RUS,export,TOTAL,fob,2021,120.0,USD million
RUS,ARM,import,TOTAL,cif,2021,90.0,USD million
ARM,RUS,export,TOTAL,fob,2022,130.0,USD million
RUS,ARM,export,TOTAL,fob,2021,50.0,USD million
ARM,RUS,import,TOTAL,cif,2021,55.0,USD million
END
cd "$TMP"
outturn mirror both.csv -r ARM -p RUS
# A mean at cif 1.06: (200 + 212 / 1.06) / 2 = 200.
outturn mirror both.csv -r ARM -p RUS -f export --cif 1.06 --estimate mean -t 2020 --explain
outturn mirror both.csv -r ARM -p RUS -t 2021 -f import --format json
outturn mirror both.csv -r ARM -p RUS --estimate exporter --format md
# Who is asked first, and the order of rows, do not matter.
outturn mirror both.csv -r ARM -p RUS --format csv | sort >a
outturn mirror both.csv -r RUS -p ARM --format csv | sort >b
{ head -n 1 both.csv; tail -n +2 both.csv | sort -r; } >turned.csv
outturn mirror turned.csv -r ARM -p RUS --format csv | sort >c
cmp a b && cmp a c && echo the same
