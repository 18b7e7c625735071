outturn project --have lots --through 2024-11
