outturn project --have "5.2 bn" --through 2024-11 --target "4.9 bn"
