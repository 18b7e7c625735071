// SPDX-License-Identifier: GPL-3.0-or-later
// report_glance.c - what a brief is about, and what it comes to at a glance.

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

// ---- what it is about -------------------------------------------------------

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
        ot_period_words(to, a->to);
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
    const char *source = ot_sheet_line(sheet, OT_SHEET_SOURCE, 0);

    (void)context;
    copy(r->about.source, sizeof r->about.source,
         r->args->source != NULL ? r->args->source
         : source != NULL        ? source
                                 : "");
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

// By the first flow of which there is a ranking; else why there is none of the
// first.
static ot_status find_largest(report *r, ot_buf *codes, ot_error *err)
{
    static const char *const flows[] = {NULL, "export", "import"};
    char top[24];
    ot_error first = {0};

    snprintf(top, sizeof top, "%ld", r->args->top);
    for (size_t i = 0; i < sizeof flows / sizeof flows[0]; i++) {
        report_question q = report_about_it(r, "top", REPORT_ALL, flows[i]);
        ot_error why = {0};
        report_option(&q, "--by", "partner");
        report_option(&q, "--top", top);
        q.of.format = "csv";
        if (report_ask(r, &q, hear_largest, codes, &why) == OT_OK) {
            return OT_OK;
        }
        first = i == 0 ? why : first;
        if (r->args->common.flow != NULL) {
            break;
        }
    }
    // Where no partner is ranked there may be the world.
    report_question q = report_about_it(r, "growth", REPORT_ALL, NULL);
    q.of.partner = "World";
    if (report_ask(r, &q, NULL, NULL, NULL) == OT_OK) {
        ot__buf_text(codes, "World");
        return OT_OK;
    }
    *err = first;
    return first.status;
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

// ---- figures ----------------------------------------------------------------

static const char *flow_words(const char *flow)
{
    static const char *const words[][2] = {{"export", "Exports"},
                                           {"import", "Imports"},
                                           {"re-export", "Re-exports"},
                                           {"re-import", "Re-imports"}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i][0], flow) == 0) {
            return words[i][1];
        }
    }
    return flow;
}

// "+56.5 %; 2023: USD 7.92 bn"
static void remark_of(ot_buf *out, const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];
    const ot_cell *ratio = report_raw(sheet, row, "ratio");

    // A balance that turns has no growth that says anything.
    if (ratio->kind == OT_CELL_NUMBER &&
        strcmp(report_cell(text, sheet, row, "flow"), "balance") != 0) {
        ot__buf_format(out, "%s; ", report_cell(text, sheet, row, "ratio"));
    }
    ot__buf_format(out, "%s: ", report_cell(text, sheet, row, "base_period"));
    ot__buf_text(out, report_amount(text, sheet, row, "base_value"));
}

static void put_figure(report *r, const ot_sheet *sheet, size_t row)
{
    char flow[OUT_CELL_SIZE], period[OUT_CELL_SIZE], value[OUT_CELL_SIZE];
    ot_buf label = {0}, remark = {0};

    report_cell(flow, sheet, row, "flow");
    ot__buf_format(&label, "%s, %s", flow_words(flow),
                   report_cell(period, sheet, row, "period"));
    ot__buf_cstr(&label);
    if (label.n > 0) {
        label.at[0] = (char)toupper((unsigned char)label.at[0]);
    }
    remark_of(&remark, sheet, row);
    ot_brief_figure(r->brief, ot__buf_cstr(&label),
                    report_amount(value, sheet, row, "value"),
                    ot__buf_cstr(&remark));
    ot__buf_free(&label);
    ot__buf_free(&remark);
}

// The main flow first, then the others as growth has them.
static void hear_figures(report *r, const ot_sheet *sheet, void *context)
{
    char flow[OUT_CELL_SIZE];

    (void)context;
    for (int main_one = 1; main_one >= 0; main_one--) {
        for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
            const ot_cell *value = report_raw(sheet, i, "value");
            report_cell(flow, sheet, i, "flow");
            if (value->kind == OT_CELL_NUMBER &&
                (strcmp(flow, r->about.flow) == 0) == (main_one == 1)) {
                put_figure(r, sheet, i);
            }
        }
    }
}

// What is known of a partner's rank, in its row of the ranking.
static void hear_rank(report *r, const ot_sheet *sheet, void *context)
{
    const size_t *i = context;
    const ot_sheet *c = report_sheet(sheet, "concentration");
    char text[OUT_CELL_SIZE], share[OUT_CELL_SIZE], n[OUT_CELL_SIZE];

    report_cell(n, c != NULL ? c : sheet, 0, "n");
    for (size_t row = 0; row < ot_sheet_rows(sheet); row++) {
        const ot_cell *rank = report_raw(sheet, row, "rank");
        report_cell(text, sheet, row, "partner_code");
        if (strcmp(text, r->about.code[*i]) != 0 ||
            rank->kind != OT_CELL_NUMBER || strcmp(n, "1") == 0 ||
            n[0] == '\0') {
            continue;
        }
        ot_buf label = {0}, remark = {0};
        ot__buf_format(&label, "Share of %s with all partners in the files, %s",
                       r->about.flow, report_cell(text, sheet, row, "period"));
        ot__buf_format(&remark, "number %s of %s",
                       report_cell(text, sheet, row, "rank"), n);
        report_cell(text, sheet, row, "share_change");
        ot__buf_format(&remark, "%s%s", text[0] != '\0' ? "; " : "", text);
        ot_brief_figure(r->brief, ot__buf_cstr(&label),
                        report_cell(share, sheet, row, "share"),
                        ot__buf_cstr(&remark));
        ot__buf_free(&label);
        ot__buf_free(&remark);
        r->used |= REPORT_SHARE;
    }
}

void report_figures(report *r, size_t i)
{
    report_question q = report_about_it(r, "growth", i, NULL);
    report_question top = report_about_it(r, "top", REPORT_ALL, r->about.flow);

    q.of.period = r->about.period;
    report_ask(r, &q, hear_figures, NULL, NULL);
    if (r->about.year[0] != '\0') {
        q = report_about_it(r, "growth", i, r->about.flow);
        q.of.period = r->about.year;
        report_ask(r, &q, hear_figures, NULL, NULL);
    }
    top.of.partner = NULL;
    top.of.period = r->about.period;
    top.of.format = "csv";
    report_option(&top, "--by", "partner");
    report_option(&top, "--top", "0");
    report_ask(r, &top, hear_rank, &i, NULL);
}

// ---- sentences --------------------------------------------------------------

// The first `most` lines as one paragraph.
static void put_sentences(report *r, const ot_buf *said, size_t most)
{
    ot_str rest = {said->at, said->n};
    ot_buf text = {0};

    for (size_t i = 0; i < most && rest.n > 0; i++) {
        const ot_str sentence = ot__str_cut(&rest, '\n');
        ot__buf_format(&text, "%s%.*s", i > 0 ? " " : "", (int)sentence.n,
                       sentence.at);
    }
    report_words(r, OT_BLOCK_TEXT, ot__buf_cstr(&text));
    ot__buf_free(&text);
}

void report_sentences(report *r, size_t i)
{
    const bool both =
        report_has_flow(r, "turnover") && report_has_flow(r, "balance");
    ot_buf said = {0};
    report_question q =
        report_about_it(r, "growth", i, both ? "turnover,balance" : NULL);

    q.of.format = "sentence";
    q.of.period = r->about.period;
    q.said = &said;
    if (report_ask(r, &q, NULL, NULL, NULL) == OT_OK) {
        put_sentences(r, &said, 4);
    }
    ot__buf_clear(&said);
    q = report_about_it(r, "growth", i, r->about.flow);
    q.of.format = "sentence";
    q.of.period = NULL;
    q.said = &said;
    if (r->about.step < 12 && report_ask(r, &q, NULL, NULL, NULL) == OT_OK) {
        put_sentences(r, &said, 1); // of the latest month
    }
    ot__buf_free(&said);
}

void report_glance(report *r)
{
    report_begin(r, "glance", "At a glance");
    report_figures(r, 0);
    report_sentences(r, 0);
    report_end(r);
}
