outturn project --have "5 bn"
