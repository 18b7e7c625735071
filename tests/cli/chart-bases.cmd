# Exports and imports on different bases are said apart; codes are called so.
printf '%s\n' reporter,partner,flow,commodity,basis,period,value,unit \
    RUS,CHN,export,1511,fob,2022,5,USD RUS,CHN,import,1511,cif,2022,4,USD \
    RUS,CHN,export,1511,fob,2023,6,USD RUS,CHN,import,1511,cif,2023,7,USD >$TMP/t.csv
outturn chart balance $TMP/t.csv -k 1511 -q --alt - --format svg -o /dev/null
# A partner that is a place and no name.
printf '%s\n' reporter,partner,flow,period,value,unit \
    EU27,EXTEU,import,2022,5,EUR EU27,EXTEU,import,2023,6,EUR >$TMP/e.csv
outturn chart growth $TMP/e.csv -q --alt - --format svg -f import -o /dev/null
