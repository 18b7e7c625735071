outturn chart race datasets/armenia-russia.csv --basis origin --as-of 2024-10-08 --no-landing --claim "14-16 bn" --outcome --alt - --format svg -o /dev/null
