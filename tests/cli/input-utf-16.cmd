printf "\377\376r\000e\000p\000" | outturn info -
