# By hand, of shares 3/4, 1/4 against the world's 1/2, 1/4, 1/4: rca 1.5, 1, 0;
# coverage 100/200; balance -100/300; Grubel-Lloyd 1 - (50 + 0 + 150) / 300;
# complementarity with .2, .3, .5: 1 - (.55 + .05 + .5) / 2; similarity with
# 1/4, 1/4, 1/2: .5; diversification (.25 + 0 + .25) / 2; hhi .625.
outturn indicator all tests/data/structure.csv -r ARM --with GEO
