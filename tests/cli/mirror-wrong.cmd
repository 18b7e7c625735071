outturn mirror datasets/armenia-russia.csv -r ARM
outturn mirror datasets/armenia-russia.csv -r ARM -p RUS,GEO
outturn mirror datasets/armenia-russia.csv -r ARM -p RUS -f turnover
outturn mirror datasets/armenia-russia.csv -r ARM -p RUS --cif 1.1-1.0
outturn mirror datasets/armenia-russia.csv -r ARM -p RUS --cif cheap
outturn mirror datasets/armenia-russia.csv -r ARM -p RUS --estimate median
outturn mirror datasets/armenia-russia.csv -r ARM -p CHN
outturn mirror datasets/armenia-russia.csv -r ARM -p RUS --basis origin -t 2023
