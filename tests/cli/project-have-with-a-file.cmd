outturn project datasets/armenia-russia.csv --have "5 bn" --through 2024-09
