# 02 has a value but no weight in February 2024: two months of value by one of
# weight would be no unit value. 03 is not traded in February: 8 to 12 a kg, and 01
# stays at 2. Laspeyres (2 + 12 x .5) / (2 + 4) = 133.3.
cd $TMP
{
    echo reporter,partner,flow,commodity,period,value,unit
    for y in 2023 2024; do for m in 01 02; do
        echo ARM,WLD,export,01,$y-$m,1000000,USD
        echo ARM,WLD,export,01,$y-$m,500000,kg
        echo ARM,WLD,export,02,$y-$m,1000000,USD
        [ $y-$m = 2024-02 ] || echo ARM,WLD,export,02,$y-$m,500000,kg
    done; done
    echo ARM,WLD,export,03,2023-01,4000000,USD
    echo ARM,WLD,export,03,2023-01,500000,kg
    echo ARM,WLD,export,03,2024-01,2400000,USD
    echo ARM,WLD,export,03,2024-01,200000,kg
} >t.csv
outturn index t.csv -t 2024-01/2024-02 --items
