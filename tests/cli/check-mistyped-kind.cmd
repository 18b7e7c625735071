printf 'kind,reporter,partner,flow,period,stated\nlevl,ARM,RUS,export,2024,3 bn\n' | outturn check - -d datasets/armenia-russia.csv --basis origin
