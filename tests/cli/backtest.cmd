# MdAPE, MAPE, MASE, sMAPE, bias, coverage and MSIS of both rules were worked out
# from the file by a script of its own; all but OWA, which rests on naive2.
outturn backtest datasets/us-partners.csv -r USA -p CHN,MEX -f import --cuts 3,6,9 --methods run-rate,last-years-rest,naive2
