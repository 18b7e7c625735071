outturn project --have "$8.3 bn" --through 2024-09 --target 14e9:16e9 --last-year "7.9 bn" --last-part "4.9 bn" --explain
