// SPDX-License-Identifier: GPL-3.0-or-later
// report_survey.c - what a brief is about.

#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

static void copy(char to[], size_t size, const char *text)
{
    ot__str_copy(ot__str(text), to, size);
}

bool report_has_flow(const report *r, const char *flow)
{
    ot_str rest = ot__str(r->about.flows);

    while (rest.n > 0) {
        if (ot__str_equal(ot__str_trim(ot__str_cut(&rest, ',')), flow)) {
            return true;
        }
    }
    return false;
}

static void hear_facts(report *r, const ot_sheet *sheet)
{
    report_about *a = &r->about;
    const char *flows = report_fact(sheet, "flow");
    ot_str first = ot__str(flows);
    ot_period to;

    copy(a->flows, sizeof a->flows, flows);
    copy(a->unit, sizeof a->unit, report_fact(sheet, "unit"));
    copy(a->basis, sizeof a->basis, report_fact(sheet, "basis"));
    copy(a->release, sizeof a->release, report_fact(sheet, "release"));
    const char *month = report_fact(sheet, "months_to");
    if (ot_period_parse(month, strlen(month), 0, &to, NULL) == OT_OK) {
        ot_period_words(to, a->to); // "December 2024"
    }
    first = ot__str_trim(ot__str_cut(&first, ','));
    ot__str_copy(first, a->flow, sizeof a->flow);
    if (report_has_flow(r, "turnover")) {
        copy(a->flow, sizeof a->flow, "turnover");
    }
}

// Row of the table of growth that says `what` of the main flow, with a value;
// one past the last: there is none.
static size_t find_row(const report *r, const ot_sheet *sheet, const char *what)
{
    char text[OUT_CELL_SIZE];
    size_t i = 0;

    for (; i < ot_sheet_rows(sheet); i++) {
        const ot_cell *value = report_raw(sheet, i, "value");
        if (value->kind == OT_CELL_NUMBER &&
            strcmp(report_cell(text, sheet, i, "flow"), r->about.flow) == 0 &&
            (what == NULL ||
             strcmp(report_cell(text, sheet, i, "what"), what) == 0)) {
            break;
        }
    }
    return i;
}

static void put_period(char out[], const ot_sheet *sheet, size_t row)
{
    if (row < ot_sheet_rows(sheet)) {
        ot_period_text(report_raw(sheet, row, "period")->period, out);
    }
}

static bool has_row(const ot_sheet *sheet, const char *what, ot_period *period)
{
    char text[OUT_CELL_SIZE];

    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        if (strcmp(report_cell(text, sheet, i, "what"), what) == 0) {
            *period = report_raw(sheet, i, "period")->period;
            return true;
        }
    }
    return false;
}

static void hear_periods(report *r, const ot_sheet *sheet)
{
    report_about *a = &r->about;
    const size_t to_date = find_row(r, sheet, "year to date");
    const size_t year = find_row(r, sheet, "last full year");
    const size_t any = find_row(r, sheet, NULL);
    const size_t none = ot_sheet_rows(sheet);
    ot_period p, full;

    a->step = has_row(sheet, "latest month", &p) ? 1
              : has_row(sheet, "latest", &p)     ? p.months
                                                 : 12;
    a->running = a->step < 12 && has_row(sheet, "last full year", &full) &&
                 ot_period_last(p) > ot_period_last(full);
    if (year < none) {
        full = report_raw(sheet, year, "period")->period;
        ot_period_text(ot_period_shift(full, 12), a->next);
    }
    put_period(a->period, sheet,
               to_date < none ? to_date
               : year < none  ? year
                              : any);
    if (to_date < none) {
        put_period(a->year, sheet, year);
    }
}

static void hear_growth(report *r, const ot_sheet *sheet, void *context)
{
    (void)context;
    hear_facts(r, sheet);
    hear_periods(r, sheet);
}

// One partner of those asked for, by the codes of growth.
static void hear_partner(report *r, const ot_sheet *sheet, void *context)
{
    report_about *a = &r->about;
    const char *head = ot_sheet_line(sheet, OT_SHEET_HEAD, 0);
    ot_str rest = ot__str(head != NULL ? head : "");
    const char *with = head != NULL ? strstr(head, " with ") : NULL;
    const char *colon = with != NULL ? strchr(with, ':') : NULL;

    (void)context;
    if (a->partners == REPORT_PARTNERS_MOST || colon == NULL) {
        return;
    }
    rest.n = (size_t)(with - head);
    ot__str_copy(rest, a->reporter, sizeof a->reporter);
    const ot_str name = {with + 6, (size_t)(colon - with - 6)};
    ot__str_copy(name, a->partner[a->partners], sizeof a->partner[0]);
    copy(a->code[a->partners], sizeof a->code[0],
         report_fact(sheet, "partner"));
    a->partners++;
}

static ot_status ask_partner(report *r, ot_str name, ot_error *err)
{
    report_question q = report_about_it(r, "growth", REPORT_ALL, NULL);
    char code[128];

    q.of.partner = ot__str_copy(name, code, sizeof code);
    return report_ask(r, &q, hear_partner, NULL, err);
}

// The largest by the total of the latest year, by their codes.
static void hear_largest(report *r, const ot_sheet *sheet, void *context)
{
    ot_buf *codes = context;
    char text[OUT_CELL_SIZE];

    (void)r;
    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        const ot_cell *rank = report_raw(sheet, i, "rank");
        report_cell(text, sheet, i, "partner_code");
        if (rank != NULL && rank->kind == OT_CELL_NUMBER && text[0] != '\0') {
            ot__buf_format(codes, "%s%s", codes->n > 0 ? "," : "", text);
        }
    }
}

static ot_status find_largest(report *r, ot_buf *codes, ot_error *err)
{
    static const char *const flows[] = {NULL, "export", "import"};
    char top[24];
    ot_error why = {0};
    ot_status status = OT_OK;

    snprintf(top, sizeof top, "%ld", r->args->top > 0 ? r->args->top : 3);
    for (size_t i = 0; i < 3; i++) {
        report_question q = report_about_it(r, "top", REPORT_ALL, flows[i]);
        report_option(&q, "--by", "partner");
        report_option(&q, "--top", top);
        q.of.format = "csv";
        status = report_ask(r, &q, hear_largest, codes, i == 0 ? &why : NULL);
        if (status == OT_OK || q.of.flow != flows[i]) {
            break;
        }
    }
    if (status == OT_OK) {
        return OT_OK;
    }
    // Where no partner is ranked there may be the world.
    report_question q = report_about_it(r, "growth", REPORT_ALL, NULL);
    q.of.partner = "World";
    if (report_ask(r, &q, NULL, NULL, NULL) == OT_OK) {
        ot__buf_text(codes, "World");
        return OT_OK;
    }
    *err = why; // of what was asked first
    return why.status;
}

static ot_status find_partners(report *r, ot_buf *names, ot_error *err)
{
    ot_status status = OT_OK;

    if (r->args->common.partner != NULL) {
        ot__buf_text(names, r->args->common.partner);
    } else {
        status = find_largest(r, names, err);
    }
    ot_str rest = {names->at, names->n};
    while (status == OT_OK && rest.n > 0) {
        const ot_str name = ot__str_trim(ot__str_cut(&rest, ','));
        if (r->about.partners == REPORT_PARTNERS_MOST) {
            return ot_fail(err, OT_E_LIMIT, NULL,
                           "a brief is of %d partners at most",
                           REPORT_PARTNERS_MOST);
        }
        status = ask_partner(r, name, err);
    }
    return status;
}

static void join_codes(report_about *a)
{
    ot_buf codes = {0};

    for (size_t i = 0; i < a->partners; i++) {
        ot__buf_format(&codes, "%s%s", i > 0 ? "," : "", a->code[i]);
    }
    copy(a->codes, sizeof a->codes, ot__buf_cstr(&codes));
    ot__buf_free(&codes);
    a->asked.partner = a->codes;
}

// Codes without a total are added up.
static ot_status try_total(report *r, ot_buf *names, ot_error *err)
{
    ot_error first = {0}, second = {0};

    if (find_partners(r, names, &first) == OT_OK) {
        return OT_OK;
    }
    if (first.status != OT_E_USAGE || r->about.asked.commodity != NULL) {
        *err = first;
        return first.status;
    }
    r->about.asked.commodity = "TOTAL";
    ot__buf_clear(names);
    r->about.partners = 0;
    if (find_partners(r, names, &second) == OT_OK) {
        return OT_OK;
    }
    *err = first;
    return first.status;
}

ot_status report_survey(report *r, ot_error *err)
{
    ot_buf names = {0};

    r->about.asked = r->args->common;
    ot_status status = try_total(r, &names, err);
    if (status == OT_OK && r->about.partners == 0) {
        status = ot_fail(err, OT_E_DATA, NULL,
                         "the files name no partner to report on");
    }
    ot__buf_free(&names);
    if (status != OT_OK) {
        return status;
    }
    join_codes(&r->about);
    report_question q = report_about_it(r, "growth", 0, NULL);
    q.of.period = NULL;
    status = report_ask(r, &q, hear_growth, NULL, err);
    ot__buf_clear(&r->commands);
    if (status == OT_OK && r->args->common.period != NULL) {
        copy(r->about.period, sizeof r->about.period, r->args->common.period);
        r->about.year[0] = '\0';
    }
    if (status == OT_OK && strchr(r->about.reporter, ',') != NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "a brief is of one reporter: choose one with -r");
    }
    return status == OT_OK && r->about.period[0] == '\0'
               ? ot_fail(err, OT_E_DATA, NULL,
                         "no period has a value: there is nothing to report")
               : status;
}
