outturn check datasets/claims/kazan-2024.csv -d datasets/armenia-russia.csv --basis origin --fail-on hihg
