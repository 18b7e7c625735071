outturn info no/such.csv
