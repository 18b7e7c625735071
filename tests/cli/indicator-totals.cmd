# Of totals alone: 10 to Russia and Georgia, 4 from them; (10 - 4) / 14.
cd $TMP
{
    echo reporter,partner,flow,period,value,unit
    echo ARM,RUS,export,2024,6000000,USD
    echo ARM,GEO,export,2024,4000000,USD
    echo ARM,RUS,import,2024,4000000,USD
} >t.csv
outturn indicator coverage,balance t.csv -p WLD
