# Parts that add up where logarithms would be taken.
outturn season -f turnover --basis origin --log off --robust on datasets/armenia-russia.csv | sed -n 2,4p
