# The unit asked for chooses among units, never among bases: figures in one unit
# are converted, or the lack of rates is told, with a basis and without.
cd "$TMP"
printf 'month,currency,rate\n2023-01,USD,1.25\n2024-01,USD,1.25\n' >rates.csv
printf 'reporter,partner,flow,basis,period,value,unit\nARM,RUS,import,origin,2023-01,10,USD\nARM,RUS,import,consignment,2023-01,20,USD\nARM,RUS,import,origin,2024-01,15,USD\n' >a.csv
outturn series a.csv -f import --basis origin --in EUR --rates rates.csv --rates-set base=EUR --every month -t 2024-01
outturn series a.csv -f import --basis origin --in EUR
outturn series a.csv -f import --in EUR
printf 'reporter,partner,flow,period,value,unit\nIND,WLD,export,2024-01,80,INR crore\nIND,WLD,export,2024-01,10,USD million\n' >b.csv
outturn series b.csv -f export --in "INR crore"
outturn series b.csv -f export --in "USD million"
outturn growth b.csv -f export -t 2024-01
