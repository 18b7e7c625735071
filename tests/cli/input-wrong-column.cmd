printf "land,jahr,wert\nARM,2024,1\n" | outturn info -
