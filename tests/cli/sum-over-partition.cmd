printf "reporter,partner,flow,commodity,period,value,unit
ARM,RUS,export,2709,2024,10,USD
ARM,RUS,export,270900,2024,10,USD
ARM,RUS,export,0401,2024,5,USD
ARM,RUS,export,040110,2024,2,USD
ARM,RUS,export,040120,2024,3,USD
ARM,KAZ,export,040120,2024,4,USD
ARM,EU,export,0401,2024,7,USD
" >"$TMP/codes.csv"
cd "$TMP"
# Codes 2709 and 0401 hold those below them; the EU is a group, no partner.
outturn series codes.csv -p World -k TOTAL
outturn series codes.csv -p World -k 04
outturn growth codes.csv -t 2024
outturn growth codes.csv -t 2024 -p RUS
