# The figures, all but OWA, are those of a script of its own.
outturn backtest datasets/us-partners.csv -p CHN,MEX --by series --every half --year-start apr --cuts 2 --methods run-rate,naive -t 2020-01/2024-12 --format md
