printf "r\000e\000p\000o\000r\000" | outturn info -
