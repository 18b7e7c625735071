outturn project --have "5 bn" --through 2024-12
