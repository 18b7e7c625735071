printf '\357\273\277"reporter";partner;flow;period;value;unit\r\nARM;"Russia";export;2024-01;1,5;USD\r\n' | outturn series - --decimal comma -r ARM -p RUS -f export
