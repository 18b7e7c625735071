printf 'reporter,"a\nb",wert\nARM,2024,1\n' | outturn info -
