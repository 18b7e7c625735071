// SPDX-License-Identifier: GPL-3.0-or-later
// report_survey.c - what a brief is about: reporter, partners, flows, periods.

#include <stdlib.h>
#include <string.h>

#include "cli/out.h"
#include "cli/report.h"
#include "report/picture.h"

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
    copy(a->commodity, sizeof a->commodity, report_fact(sheet, "commodity"));
    if (strcmp(a->commodity, "TOTAL") == 0) {
        a->commodity[0] = '\0';
    }
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

// Who published the figures, else the files' names without folders; and which
// release they are of, which growth says after the files.
static void find_source(report *r, const char *line)
{
    const char *release = line != NULL ? strstr(line, "; release of ") : NULL;
    ot_panel *panel = NULL;
    ot_buf source = {0};
    cli_files files = {NULL, 0, NULL};
    cli_run sub = {.command = "report",
                   .operand = r->cli->operand,
                   .operands = r->cli->operands,
                   .files = &files};
    common_args args = r->about.asked;

    args.quiet = true;
    if (cli_read(&args, &sub, &panel, NULL) == OT_OK) {
        ot__say_files(&source, panel);
    }
    ot_panel_free(panel);
    cli_files_free(&files);
    ot__buf_free(&sub.out);
    ot__buf_text(&source, release != NULL ? release : "");
    copy(r->about.source, sizeof r->about.source, ot__buf_cstr(&source));
    ot__buf_free(&source);
}

// What is said above the table of totals that the files do not hold.
static void find_sums(report *r, const char *head)
{
    const char *sum = head != NULL ? strstr(head, "; the sum of ") : NULL;
    size_t n = 0;

    while (sum != NULL && strncmp(sum + n, "; the sum of ", 13) == 0) {
        n += 1 + strcspn(sum + n + 1, ";");
    }
    if (sum != NULL) {
        ot__str_copy((ot_str){sum, n}, r->about.sums, sizeof r->about.sums);
    }
}

// That amounts are converted, and how; the file of rates is in the commands.
static void find_rates(report *r, const char *head)
{
    const char *from = head != NULL ? strstr(head, ", converted from ") : NULL;

    if (from != NULL) {
        const size_t n = 1 + strcspn(from + 1, ",;");
        ot__str_copy((ot_str){from, n}, r->about.rates, sizeof r->about.rates);
    }
}

static void hear_growth(report *r, const ot_sheet *sheet, void *context)
{
    (void)context;
    if (r->args->source != NULL) {
        copy(r->about.source, sizeof r->about.source, r->args->source);
    } else {
        find_source(r, ot_sheet_line(sheet, OT_SHEET_SOURCE, 0));
    }
    find_sums(r, ot_sheet_line(sheet, OT_SHEET_HEAD, 0));
    find_rates(r, ot_sheet_line(sheet, OT_SHEET_HEAD, 0));
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

// The one partner that growth finds where none is asked for.
static void hear_only(report *r, const ot_sheet *sheet, void *context)
{
    const char *code = report_fact(sheet, "partner");
    ot_buf *codes = context;

    (void)r;
    if (strchr(code, ',') == NULL) {
        ot__buf_text(codes, code);
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
    // Where no partner is ranked there may be one only, or the world.
    report_question q = report_about_it(r, "growth", REPORT_ALL, NULL);
    if (report_ask(r, &q, hear_only, codes, NULL) == OT_OK && codes->n > 0) {
        return OT_OK;
    }
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

static void hear_values(report *r, const ot_sheet *sheet, void *context)
{
    bool *any = context;

    (void)r;
    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        *any = *any || report_raw(sheet, i, "value")->kind == OT_CELL_NUMBER;
    }
}

// A period that was asked for has to have a value.
static ot_status check_period(report *r, ot_error *err)
{
    report_question q = report_about_it(r, "growth", REPORT_ALL, NULL);
    bool any = false;
    const ot_status status = report_ask(r, &q, hear_values, &any, err);

    ot__buf_clear(&r->commands);
    return status != OT_OK ? status
           : any           ? OT_OK
                           : ot_fail(err, OT_E_DATA, NULL,
                                     "no figure of %s is in the files", r->about.period);
}

// A flow that stands on several bases drops out where none is chosen: that is
// said, since a reader would take the rest for all trade.
static void tell_dropped(report *r)
{
    static const char *const flows[] = {"export", "import"};

    for (size_t i = 0; i < 2 && r->args->common.flow == NULL; i++) {
        report_question q = report_about_it(r, "growth", 0, flows[i]);
        ot_error why = {0};
        q.untold = true;
        if (!report_has_flow(r, flows[i]) &&
            report_ask(r, &q, NULL, NULL, &why) == OT_E_USAGE) {
            cli_say(&r->args->common, r->cli, "%s left out: %s",
                    report_flow(flows[i]), why.message);
        }
    }
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
        status = check_period(r, err);
    }
    if (status == OT_OK) {
        tell_dropped(r);
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
