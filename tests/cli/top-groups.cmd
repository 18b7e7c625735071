# Worked by hand. Regions: Eastern Asia 30 + 10 of 100, Western Asia 20, Eastern
# Europe 30, not allocated 10. Sections: chapters 01 and 02 are section 1. Table:
# 010121 goes to A with 10, 020110 a quarter (5) to A and the rest (15) to B, and
# 870321 is not in it: A 15, B 15, 70 not allocated; 20 of 100 are split.
cat >$TMP/partners.csv <<'END'
reporter,partner,flow,commodity,period,value,unit
ARM,CHN,export,TOTAL,2023,20,USD
ARM,CHN,export,TOTAL,2024,30,USD
ARM,JPN,export,TOTAL,2024,10,USD
ARM,GEO,export,TOTAL,2023,20,USD
ARM,GEO,export,TOTAL,2024,20,USD
ARM,RUS,export,TOTAL,2023,40,USD
ARM,RUS,export,TOTAL,2024,30,USD
ARM,XOA,export,TOTAL,2024,10,USD
END
cat >$TMP/goods.csv <<'END'
reporter,partner,flow,commodity,period,value,unit
ARM,RUS,export,010121,2024,10,USD
ARM,RUS,export,020110,2024,20,USD
ARM,RUS,export,870321,2024,70,USD
END
cat >$TMP/table.csv <<'END'
from,to,weight
020110,B,0.75
020110,A,0.25
010121,A,1
END
cd $TMP
outturn top partners.csv --by region
columns() { # NAME...: of the first table
    sed '/^$/,$d; s/"[^"]*"//g' | awk -F, -v names="$*" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(names, name, " ") }
        { for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? "," : "\n" }'
}
outturn top partners.csv --by continent -t 2024,2023 --in USD --format csv |
    columns row period rank rank_was partner partner_code value contribution
outturn top goods.csv --by section
outturn top goods.csv --by hs6 --concord table.csv
outturn top goods.csv --by hs6 --concord table.csv --exclude k=010121 --in USD \
    --format csv | columns row commodity value without_value without_share
outturn top goods.csv --by hs2 --concord table.csv --top 1
outturn top goods.csv --by partner --concord table.csv
sed 's/0.25/0.5/' table.csv >more.csv
outturn top goods.csv --by hs6 --concord more.csv
outturn top goods.csv --by hs6 --concord nothing.csv
outturn top goods.csv --by hs6 --concord goods.csv
