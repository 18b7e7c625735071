// SPDX-License-Identifier: GPL-3.0-or-later
// test_claims.c - the claims file: columns in any order, errors in their place.

#include "claim_support.h"

static void a_full_row(void **state)
{
    (void)state;
    ot_claims *set = good_claims(
        "claim,group,kind,modality,reporter,partner,flow,commodity,basis,"
        "period,base_period,stated,unit,place\n"
        "a1,g,growth,projected,ARM,Russia,turnover,TOTAL,origin,2024-01/"
        "2024-09,2022-01/2022-09,more than 5 %,,news.txt:3\n");
    const ot_claim *c = &set->claim[0];

    assert_int_equal(set->n, 1);
    assert_string_equal(c->id, "a1");
    assert_string_equal(c->group, "g");
    assert_int_equal(c->kind, OT_CLAIM_GROWTH);
    assert_int_equal(c->modality, OT_PROJECTED);
    assert_int_equal(c->reporter, ot_area_find("ARM", 3));
    assert_int_equal(c->partner, ot_area_find("RUS", 3));
    assert_string_equal(c->flow->name, "turnover");
    assert_string_equal(c->commodity, "TOTAL");
    assert_string_equal(c->basis, "origin");
    assert_int_equal(c->period.first, ot_period_month(2024, 1).first);
    assert_int_equal(c->period.months, 9);
    assert_int_equal(c->base.first, ot_period_month(2022, 1).first);
    assert_string_equal(c->stated, "more than 5 %");
    assert_string_equal(c->place, "news.txt:3");
    assert_int_equal(c->line, 2);
    ot_claims_free(set);
}

static void few_columns_in_another_order(void **state)
{
    (void)state;
    ot_claims *set = good_claims("stated,period,kind\n\"8,365.4 mln USD\",2024,"
                                 "level\ndoubled,2024,multiple\n");
    const ot_claim *c = &set->claim[0];

    assert_int_equal(set->n, 2);
    assert_string_equal(c->id, "1"); // its number, where it has no name
    assert_string_equal(set->claim[1].id, "2");
    assert_string_equal(c->group, "");
    assert_int_equal(c->modality, OT_STATED);
    assert_int_equal(c->reporter, OT_AREA_NONE);
    assert_null(c->flow);
    // Compared with the same stretch a year before.
    assert_true(ot_period_equal(c->base, ot_period_year(2023)));
    assert_close(c->figure.point, 8365.4e6, 1e-14);
    ot_claims_free(set);
}

// What the unit column adds to the figure; in the end 8.3 billion dollars.
typedef struct unit_case {
    const char *name, *stated, *unit;
    double point, lo, hi;
    const char *code;
} unit_case;

static const unit_case unit_cases[] = {
    {"the column scales a bare figure", "8.3", "USD bn", 8.3e9, 8.25e9, 8.35e9,
     "USD"},
    {"the text's own scale holds", "8.3 billion", "USD", 8.3e9, 8.25e9, 8.35e9,
     "USD"},
    {"and is not scaled twice", "8.3 billion", "USD million", 8.3e9, 8.25e9,
     8.35e9, "USD"},
    {"all in the text", "$8.3 bn", "", 8.3e9, 8.25e9, 8.35e9, "USD"},
    {"a hedged figure is scaled at both ends", "exceeding 8.3", "USD bn", 8.3e9,
     8.3e9, 8.4e9, "USD"},
    {"a ratio", "more than 2.5", "times", 2.5, 2.5, 2.6, "times"},
};

static void test_unit(void **state)
{
    const unit_case *c = *state;
    char text[160];

    snprintf(text, sizeof text, "kind,period,stated,unit\nlevel,2024,%s,%s\n",
             c->stated, c->unit);
    ot_claims *set = good_claims(text);
    const ot_figure *f = &set->claim[0].figure;
    assert_close(f->point, c->point, 1e-14);
    assert_close(f->usual.lo, c->lo, 1e-14);
    assert_close(f->usual.hi, c->hi, 1e-14);
    assert_string_equal(f->unit.code, c->code);
    ot_claims_free(set);
}

typedef struct bad_case {
    const char *name, *text;
    ot_status status;
    long line;
    int field;
    const char *named;
} bad_case;

#define HEAD "kind,modality,reporter,flow,period,stated,unit\n"

static const bad_case bad_cases[] = {
    {"an unknown column", "kind,period,statd\n", OT_E_SYNTAX, 1, 3,
     "did you mean stated?"},
    {"a column twice", "kind,kind,period,stated\n", OT_E_SYNTAX, 1, 2,
     "kind stands twice"},
    {"a needed column is missing", "kind,period\n", OT_E_DATA, 1, 0, "stated"},
    {"a mistyped kind", HEAD "levl,,,,2024,8,\n", OT_E_SYNTAX, 2, 1,
     "did you mean level?"},
    {"a mistyped modality", HEAD "level,projectd,,,2024,8,\n", OT_E_SYNTAX, 2,
     2, "did you mean projected?"},
    {"a mistyped country", HEAD "level,,Armenai,,2024,8,\n", OT_E_SYNTAX, 2, 3,
     "did you mean Armenia?"},
    {"no flow of ours", HEAD "level,,ARM,smuggling,2024,8,\n", OT_E_SYNTAX, 2,
     4, "smuggling"},
    {"a month that is none", HEAD "level,,ARM,export,2024-13,8,\n", OT_E_SYNTAX,
     2, 5, "2024-13"},
    {"no figure", HEAD "level,,ARM,export,2024,many,\n", OT_E_SYNTAX, 2, 6,
     "many"},
    {"an empty figure", HEAD "level,,ARM,export,2024,,\n", OT_E_SYNTAX, 2, 6,
     "not a figure"},
    {"a row that ends before its figure", HEAD "level,,ARM\n", OT_E_SYNTAX, 2,
     6, "not a figure"},
    {"no unit of ours", HEAD "level,,ARM,export,2024,8,quux\n", OT_E_SYNTAX, 2,
     7, "quux"},
    {"the place of a later row",
     HEAD "level,,ARM,export,2024,8,USD\n\nlevel,,ARM,export,2024,many,USD\n",
     OT_E_SYNTAX, 4, 6, "many"},
    {"a figure with a comma and no quotes",
     HEAD "level,,ARM,export,2024,1,741.9 mln,USD\n", OT_E_SYNTAX, 2, 8,
     "needs quotes"},
};

static void test_bad(void **state)
{
    const bad_case *c = *state;
    ot_error err = {0};

    assert_null(claims_from(c->text, &err));
    assert_int_equal(err.status, c->status);
    assert_int_equal(err.place.line, c->line);
    assert_int_equal(err.place.field, c->field);
    if (strstr(err.message, c->named) == NULL) {
        fail_msg("'%s' does not say '%s'", err.message, c->named);
    }
}

// What was read of a text keeps its words, and a period that only its date
// would tell.
static void a_row_of_a_text(void **state)
{
    static const char text[] = "kind,period,base_period,stated,text,quote\n"
                               "growth,relative:last-year,relative:2-years-ago,"
                               "5 %,a.txt,five per cent\n"
                               "level,2024,,$3 bn,b.txt,\n";
    ot_claims *set = NULL;

    (void)state;
    assert_int_equal(
        ot_claims_parse("claims.csv", text, sizeof text - 1, NULL, &set, NULL),
        OT_OK);
    assert_string_equal(set->path, "claims.csv");
    assert_int_equal(set->n, 2);
    assert_int_equal(set->claim[0].period.months, 0);
    assert_string_equal(set->claim[0].said.period, "relative:last-year");
    assert_int_equal(set->claim[0].base.months, 0);
    assert_string_equal(set->claim[0].said.base, "relative:2-years-ago");
    assert_string_equal(set->claim[0].text, "a.txt");
    assert_string_equal(set->claim[0].said.quote, "five per cent");
    assert_string_equal(set->claim[1].text, "b.txt");
    assert_string_equal(set->claim[1].said.quote, "");
    assert_string_equal(set->claim[1].said.period, "");
    ot_claims_free(set);
}

static void an_error_in_memory(void **state)
{
    static const char path[] = "claims.csv";
    static const char text[] = "kind,period,stated\nlevel,2024,many\n";
    ot_claims *set = NULL;
    ot_error err = {0};

    (void)state;
    assert_int_equal(
        ot_claims_parse(path, text, sizeof text - 1, NULL, &set, &err),
        OT_E_SYNTAX);
    assert_ptr_equal(err.place.path, path);
    assert_int_equal(err.place.line, 2);
    assert_int_equal(err.place.field, 3);
    assert_null(set);
}

static void a_missing_file(void **state)
{
    (void)state;
    ot_claims *set = NULL;
    ot_error err = {0};

    assert_int_equal(ot_claims_read("no/such/claims.csv", NULL, &set, &err),
                     OT_E_IO);
    assert_string_equal(err.place.path, "no/such/claims.csv");
    ot_claims_free(NULL);
}

int main(void)
{
    const struct CMUnitTest rest[] = {
        cmocka_unit_test(a_full_row),
        cmocka_unit_test(few_columns_in_another_order),
        cmocka_unit_test(a_row_of_a_text),
        cmocka_unit_test(an_error_in_memory),
        cmocka_unit_test(a_missing_file),
    };

    return RUN_TABLE("units of claims", unit_cases, test_unit) +
           RUN_TABLE("bad claims", bad_cases, test_bad) +
           cmocka_run_group_tests_name("claims", rest, NULL, NULL);
}
