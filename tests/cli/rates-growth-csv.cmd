cat >"$TMP/rates.csv" <<'END'
Date,USD,JPY,
2024-01-31,1.50,160,
2024-01-02,1.00,150,
2023-01-31,2.50,N/A,
2023-01-02,1.50,140,
END
cat >"$TMP/trade.csv" <<'END'
reporter,partner,flow,period,value,unit
ARM,RUS,export,2024-01,100,USD
ARM,RUS,export,2023-01,80,USD
END
cd "$TMP"
# (1 + growth in USD) x (1 + move) = 1 + growth in EUR, in the digits printed
outturn growth trade.csv -f export -t 2024-01 --rates rates.csv --in EUR --format csv |
    tee answer | awk -F, '/^partner/ {for (i = 1; i <= NF; i++) at[$i] = i; next}
    at["rate_move"] {d = $at["ratio_published"] * (1 + $at["rate_move"]) / $at["ratio"] - 1
                     print (d < 1e-14 && d > -1e-14) ? "the product holds" : "off by " d}'
cat answer
