outturn project --have "12.4 bn" --through 2024-09 --target "18 bn" --last-year "15.1 bn"
