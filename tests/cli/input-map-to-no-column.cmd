printf "land,jahr,wert\nARM,2024,1\n" | outturn info --map period=jahr,value=wret -
