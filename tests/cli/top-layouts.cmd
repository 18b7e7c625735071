# Figures of our own in the layouts of Easy Comext, Eurostat's SDMX-CSV and UN
# Comtrade: chapters 27 and 71 went from 100 and 50 to 90 and 90, of 150 and 180.
cd $TMP
{
    echo 'REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR'
    for row in 27,2023,100 71,2023,50 27,2024,90 71,2024,90; do
        IFS=, read -r k y v <<END
$row
END
        echo "\"Austria\",\"Armenia\",\"$k-Goods\",\"2-EXPORT\",\"T-Total\",\"${y}52-Jan.-Dec. $y\",$v"
    done
} >comext.csv
cat >sdmx.csv <<'END'
DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
ESTAT:DS-045409(1.0),17/02/25 11:00:00,A,AT,AM,27,2,VALUE_IN_EUROS,2023,100,
ESTAT:DS-045409(1.0),17/02/25 11:00:00,A,AT,AM,71,2,VALUE_IN_EUROS,2023,50,
ESTAT:DS-045409(1.0),17/02/25 11:00:00,A,AT,AM,27,2,VALUE_IN_EUROS,2024,90,
ESTAT:DS-045409(1.0),17/02/25 11:00:00,A,AT,AM,71,2,VALUE_IN_EUROS,2024,90,
END
cat >comtrade.csv <<'END'
typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,cmdCode,aggrLevel,customsCode,motCode,netWgt,cifvalue,fobvalue,primaryValue,isReported,isAggregate
C,A,20230101,2023,52,2023,40,AUT,X,51,ARM,0,H6,27,2,C00,0,1,,100,100,true,false
C,A,20230101,2023,52,2023,40,AUT,X,51,ARM,0,H6,7108,4,C00,0,1,,50,50,true,false
C,A,20240101,2024,52,2024,40,AUT,X,51,ARM,0,H6,27,2,C00,0,1,,90,90,true,false
C,A,20240101,2024,52,2024,40,AUT,X,51,ARM,0,H6,7108,4,C00,0,1,,90,90,true,false
END
for file in comext sdmx comtrade; do
    outturn top $file.csv --by hs2 --in "$(case $file in comtrade) echo USD ;; *) echo EUR ;; esac)" \
        --format csv | sed '/^$/,$d; s/"[^"]*"//g' |
        awk -F, -v file=$file 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
            NR > 1 { print file, $1, $at["commodity"], $at["value"],
                     $at["base_value"], $at["contribution"] }'
done
outturn top sdmx.csv --by hs4
