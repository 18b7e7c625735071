cd "$TMP"
# What is not final, a break, a secret and a gap: in words and in the data.
printf 'reporter,partner,flow,period,value,unit,status\nARM,RUS,export,2024-01,100.0,USD million,\nARM,RUS,export,2024-02,110.5,USD million,break\nARM,RUS,export,2024-03,,USD million,suppressed\nARM,RUS,export,2024-05,120.0,USD million,e\nARM,RUS,export,2024-06,130.0,USD million,bp\n' >a.csv
outturn chart line a.csv -r ARM -p RUS -f export -o a.svg --alt a.txt --data-out d.csv && cat d.csv && grep -o 'Provisional.*' a.txt && grep -o 'Provisional (hollow)' a.svg
outturn chart line a.csv -r ARM -p RUS -f export -o a.svg --locale de && grep -o 'Vorläufig (hohl): [^.]*' a.svg
printf 'reporter,partner,flow,period,value,unit,status\nARM,RUS,export,2024,5,USD,p\nARM,KAZ,export,2024,7,USD,\n' >b.csv
outturn chart share b.csv -r ARM -p RUS,KAZ -f export -t 2024 -o b.svg --alt b.txt && grep -o 'Data to.*' b.txt
