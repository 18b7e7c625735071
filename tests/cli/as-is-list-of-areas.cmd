cd $TMP
printf 't,i,j,k,v,q\n2021,36,9001,010110,1.5,"    0.5"\n2021,36,643,010110,2.0,"       NA"\n' >baci.csv
printf 'country_code,country_name,country_iso2,country_iso3\n9001,Armenia,AM,ARM\n' >countries.csv
outturn series baci.csv countries.csv --as-is --by partner -q; echo "exit $?"
outturn series countries.csv baci.csv --as-is --by partner -p ARM; echo "exit $?"
outturn series baci.csv countries.csv --as-is --by partner -p ARM
