outturn help indicators
