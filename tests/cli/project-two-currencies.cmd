outturn project --have "5 bn USD" --through 2024-11 --target "6 bn EUR"
