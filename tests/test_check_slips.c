// SPDX-License-Identifier: GPL-3.0-or-later
// test_check_slips.c - known slips of writers, found by the data.
//
// Figures of US trade were added up from datasets/us-partners.csv by awk.
// Imports from Vietnam, bn: 127.4468 in 2022, 114.4083 in 2023 and 136.5011 in
// 2024, 83.6548 and 99.8086 in nine months of 2023 and 2024, 130.5622 in the
// twelve months to September 2024. From Ireland 10.2173 in October 2024,
// 10.6578 in November, 5.8683 in November 2023. The balance with China was
// -295.515 in 2024.

#include "claim_support.h"

#define US     "datasets/us-partners.csv"
#define RUSSIA "datasets/armenia-russia.csv"
#define HEAD   "group,kind,reporter,partner,flow,period,base_period,stated\n"

// Made up, million dollars. Exports to Russia, to the world.
static const char made_up[] =
    "reporter,partner,flow,commodity,period,value,unit\n"
    "ARM,RUS,export,TOTAL,2020,100.00,USD million\n"
    "ARM,RUS,export,TOTAL,2021,96.00,USD million\n"
    "ARM,RUS,export,TOTAL,2022,120.00,USD million\n"
    "ARM,WLD,export,TOTAL,2021,160.00,USD million\n"
    "ARM,WLD,export,TOTAL,2022,240.00,USD million\n";

typedef struct slip_case {
    const char *name, *data, *rows;
    const char *changed; // NULL: no slip is found
    double mid;          // what the data say with it
    size_t slips;
} slip_case;

static const slip_case slip_cases[] = {
    // 22.0928 of 114.4083 are 19.31 %, of 136.5011 16.19 %.
    {"a rise over the new value", US,
     "a,growth,USA,VNM,import,2024,,16.2 %\n"
     "a,level,USA,VNM,import,2024,,136.5 bn USD\n",
     "base", 16.185, 1},
    {"a rise to so many per cent", US,
     "a,growth,USA,VNM,import,2024,,119.3 %\n"
     "a,level,USA,VNM,import,2024,,136.5 bn USD\n",
     "wording", 119.310, 1},
    {"a fall that was a rise", US,
     "a,growth,USA,VNM,import,2024,,-19.3 %\n"
     "a,level,USA,VNM,import,2024,,136.5 bn USD\n",
     "sign", -19.310, 1},
    {"a fall in money that was a rise", US,
     "a,change,USA,VNM,import,2024,,-22.09 bn USD\n"
     "a,level,USA,VNM,import,2024,,136.5 bn USD\n",
     "sign", -22.0928e9, 1},
    {"a surplus that is a deficit", US,
     ",level,USA,CHN,balance,2024,,295.5 bn USD\n", "sign", 295.515e9, 1},
    // 7,530.236 over 3,224.41 million is 2.335: 1.335 times more.
    {"so many times more, not as much", RUSSIA,
     "a,multiple,ARM,RUS,turnover,2024-01/2024-06,,1.34 times\n"
     "a,level,ARM,RUS,turnover,2024-01/2024-06,,7.530 bn USD\n",
     "wording", 1.3354, 1},
    {"on the month before, not on the year before", US,
     "a,growth,USA,IRL,import,2024-11,,4.3 %\n"
     "a,level,USA,IRL,import,2024-11,,10.66 bn USD\n",
     "base period", 4.3115, 1},
    {"on two years before", US,
     "a,growth,USA,VNM,import,2024,,7.1 %\n"
     "a,level,USA,VNM,import,2024,,136.5 bn USD\n",
     "base period", 7.104, 1},
    {"an average month called the whole", US,
     "a,level,USA,VNM,import,2024,,11.38 bn USD\n"
     "a,growth,USA,VNM,import,2024,,19.3 %\n",
     "average", 11.3751e9, 1},
    {"the whole called an average month", US,
     ",average,USA,VNM,import,2024,,136.5 bn USD\n", "average", 136.5011e9, 1},
    {"the twelve months to then", US,
     ",level,USA,VNM,import,9M2024,,130.56 bn USD\n", "period", 130.5622e9, 1},
    {"a fiscal year that ended in September", US,
     ",level,USA,VNM,import,2024,,130.56 bn USD\n", "period", 130.5622e9, 1},
    {"a year early", US, ",level,USA,VNM,import,2023,,136.50 bn USD\n",
     "period", 136.5011e9, 1},
    // 96 of 160 and 120 of 240: from 60 % to 50, by a sixth of it.
    {"per cent of a share called points", made_up,
     ",share_change,ARM,RUS,export,2022,,-16.7 pp\n", "points", -100.0 / 6, 1},
    // 120 over 96 is 1.25: 24 is 20 % of 120; and 120 is 20 % more than the 100
    // of 2020.
    {"two slips that would do are no evidence", made_up,
     "a,growth,ARM,RUS,export,2022,,20.0 %\n"
     "a,level,ARM,RUS,export,2022,,120.0 mln USD\n",
     NULL, 25, 2},
    {"no slip where the other figure does not hold either", US,
     "a,growth,USA,VNM,import,2024,,16.2 %\n"
     "a,level,USA,VNM,import,2024,,141.5 bn USD\n",
     NULL, 19.310, 0},
    {"no slip that explains it", US,
     "a,growth,USA,VNM,import,2024,,23.4 %\n"
     "a,level,USA,VNM,import,2024,,136.5 bn USD\n",
     NULL, 19.310, 0},
};

static void test_slip(void **state)
{
    const slip_case *c = *state;
    const ot_check_options how = {.date = OT_DAY_LATEST};
    char text[400];
    ot_checking *k = NULL;

    snprintf(text, sizeof text, HEAD "%s", c->rows);
    ot_panel *panel =
        c->data == made_up ? panel_from(made_up) : panel_of(c->data);
    ot_claims *claims = good_claims(text);
    assert_int_equal(ot_check(claims, panel, &how, &k, NULL), OT_OK);
    const ot_finding *f = &k->finding[0];
    assert_int_equal(f->slips, c->slips);
    if (c->changed != NULL) {
        assert_int_equal(f->verdict, OT_FITS_ANOTHER);
        assert_string_equal(f->changed, c->changed);
        assert_string_equal(f->slip.changed, c->changed);
        assert_close(f->other_mid, c->mid, 1e-4);
    } else {
        assert_int_equal(f->verdict, OT_DIFFERS);
        assert_null(f->slip.how);
        assert_close(f->mid, c->mid, 1e-4);
    }
    ot_checking_free(k);
    ot_claims_free(claims);
    ot_panel_free(panel);
}

int main(void)
{
    return RUN_TABLE("slips", slip_cases, test_slip);
}
