awk 'BEGIN {
    print "reporter,partner,flow,commodity,period,value,unit"
    for (i = 0; i < 18; i++) for (k = 27; k <= 71; k += 44)
        printf "ARM,RUS,export,%d,%d-%02d,%d,USD\n", k, 2023 + int(i / 12), i % 12 + 1, k + i
}' >"$TMP/trade.csv"
outturn project "$TMP/trade.csv" -k 27,71 -f export --format csv | cut -d, -f1,2 | sed -n '1,2p;/seasonal-naive/p'
