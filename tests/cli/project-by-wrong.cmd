f=datasets/us-partners.csv
outturn project $f --by partnr; echo $?
outturn project $f --by period; echo $?
outturn project $f --by flow,flow; echo $?
outturn project $f --by partner -f export,import; echo $?
outturn project $f --by flow -p CAN,MEX; echo $?
outturn project $f --by partner --target "5 bn"; echo $?
outturn project $f --top 5; echo $?
outturn project $f --by partner --top -1; echo $?
outturn project $f --by partner --sort size; echo $?
outturn project $f --by partner --in EUR; echo $?
outturn project $f --by flow
