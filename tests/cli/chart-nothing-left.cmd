cd "$TMP"
# What cannot be drawn: one line, its status, and no file left behind.
printf 'reporter,partner,flow,period,value,unit\n' >none.csv
printf 'reporter,partner,flow,period,value,unit,status\nARM,RUS,export,2024-01,,USD,missing\nARM,RUS,export,2024-02,,USD,suppressed\n' >unknown.csv
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,5,USD\nARM,RUS,export,2024-02,7,USD\n' >good.csv
say() { "$@"; echo "status $?"; ls; }
say outturn chart line none.csv -r ARM -p RUS -f export -o a.png
say outturn chart line unknown.csv -r ARM -p RUS -f export -o a.png
say outturn chart line good.csv -r ARM -p RUS -f export -o nowhere/a.png
say outturn chart line good.csv -r ARM -p RUS -f export -o a.bmp
say outturn chart line good.csv -r ARM -p RUS -f export -o a.png --alt nowhere/a.txt
say outturn chart line good.csv -r ARM -p RUS -f export -o a.png --font 'No Such Font'
