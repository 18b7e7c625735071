gzip -c datasets/claims/kazan-2024.csv | outturn check - -d datasets/armenia-russia.csv --date 2024-10-08 --basis origin --format csv | cut -d, -f1,4,5,7,10
