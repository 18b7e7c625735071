printf "reporter;partner;flow;period;value;unit\nARM;RUS;export;2024-01;8,25;USD\n" | outturn info -
