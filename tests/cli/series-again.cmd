cd "$TMP"
# Vintages, digits, units, missing and estimated figures, sums of parts: read
# again, what was written is the same panel.
printf 'reporter,partner,flow,period,value,unit,vintage,status,mode\nARM,RUS,export,2024-01,1.50,USD thousand,2024-03,provisional,1\nARM,RUS,export,2024-01,2.25,USD thousand,2024-03,,2\nARM,RUS,export,2024-01/2024-03,9,USD thousand,2024-05,estimated,\nARM,KAZ,import,2023,0,EUR million,,,\nARM,KAZ,import,2022,,EUR million,,suppressed,\nARM,GEO,import,2022-04/2023-03,12345678901234.56789,INR crore,,,\n' >a.csv
outturn series a.csv -o b.csv && outturn series b.csv -o c.csv && cmp b.csv c.csv && cat b.csv
outturn series "$OLDPWD/datasets/armenia-russia.csv" -o d.csv && outturn series d.csv | cmp - d.csv && wc -l <d.csv
