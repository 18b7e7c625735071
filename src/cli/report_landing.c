// SPDX-License-Identifier: GPL-3.0-or-later
// report_landing.c - where the year will end, and how that would have missed.

#include <ctype.h>
#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

// What follows a beginning in the lines above the table; NULL: nothing does.
static const char *find_line(const ot_sheet *sheet, const char *beginning)
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, OT_SHEET_ABOVE, i)) != NULL;
         i++) {
        line += strspn(line, " ");
        if (strncmp(line, beginning, strlen(beginning)) == 0) {
            return line + strlen(beginning);
        }
    }
    return NULL;
}

// "6.73-8.91 bn" with a dash, "-3 %" with a minus.
static void add_range(ot_buf *out, ot_str text)
{
    ot_buf plain = {0}, dashed = {0};

    ot__buf_format(&plain, "%.*s", (int)text.n, text.at);
    for (const char *c = ot__buf_cstr(&plain); *c != '\0'; c++) {
        if (*c == '-' && c > plain.at && isdigit((unsigned char)c[-1])) {
            ot__buf_text(&dashed, "–");
        } else {
            ot__buf_char(&dashed, *c);
        }
    }
    report_minus(out, ot__buf_cstr(&dashed));
    ot__buf_free(&plain);
    ot__buf_free(&dashed);
}

static void put(report *r, const char *label, ot_str figure, ot_str remark)
{
    ot_buf text = {0}, small = {0};

    add_range(&text, ot__str_trim(figure));
    add_range(&small, ot__str_trim(remark));
    ot_brief_figure(r->brief, label, ot__buf_cstr(&text), ot__buf_cstr(&small));
    ot__buf_free(&text);
    ot__buf_free(&small);
}

// "USD 7.75 bn; 50 %: 6.73-8.91 bn, 80 %: 5.80-10.35 bn, 95 %: 4.58-13.09 bn"
static void put_landing(report *r, const ot_sheet *sheet, const char *line)
{
    ot_str rest = ot__str(line);
    const ot_str landing = ot__str_cut(&rest, ';');
    const ot_str half = ot__str_trim(ot__str_cut(&rest, ','));
    ot_str most = ot__str_trim(ot__str_cut(&rest, ','));
    const ot_str chance = ot__str_cut(&most, ':');
    char label[80], text[32], year[OUT_CELL_SIZE];

    report_cell(year, sheet, 0, "period");
    snprintf(label, sizeof label, "%.40s may end at", year);
    put(r, label, landing, half);
    if (most.n > 0) {
        snprintf(label, sizeof label, "Range of %s",
                 ot__str_copy(chance, text, sizeof text));
        put(r, label, most, rest);
    }
}

// A year of which nothing is known, and no earlier year that would say how the
// rules miss: what they say is last year again, and no landing.
static bool can_end(const ot_sheet *sheet)
{
    return find_line(sheet, "landing: ") != NULL &&
           (find_line(sheet, "nothing of ") == NULL ||
            find_line(sheet, "how it missed before: ") != NULL);
}

void report_hear_end(report *r, const ot_sheet *sheet, void *context)
{
    const char *landing = find_line(sheet, "landing: ");
    const char *missed = find_line(sheet, "how it missed before: ");

    (void)context;
    if (!can_end(sheet)) {
        return;
    }
    put_landing(r, sheet, landing);
    if (missed != NULL) {
        ot_str rest = ot__str(missed);
        const ot_str usual = ot__str_cut(&rest, ',');
        put(r, "How such projections missed before", usual, rest);
    }
    r->used |= REPORT_LANDING;
}

void report_hear_pair_end(report *r, const ot_sheet *sheet, void *context)
{
    const char *none = find_line(sheet, "nothing of ");
    ot_buf line = {0};

    report_hear_end(r, sheet, context);
    if (can_end(sheet) && none != NULL) {
        ot__buf_format(&line, "nothing of %.*s", (int)strcspn(none, ":"), none);
        report_words(r, OT_BLOCK_NOTE, ot__buf_cstr(&line));
    }
    ot__buf_free(&line);
}

static void draw_end(report *r)
{
    report_question q = report_about_it(r, "chart", 0, r->about.flow);

    q.kind = r->about.running ? "race" : "fan";
    q.of.in = q.of.rates != NULL ? q.of.in : NULL;
    q.of.period = NULL;
    if (r->args->target != NULL) {
        report_option(&q, "--claim", r->args->target);
    }
    report_ask(r, &q, NULL, NULL, NULL);
}

// Which rules were asked, so that their sources are named.
static void keep_rules(report *r, const ot_sheet *sheet)
{
    char name[OUT_CELL_SIZE];

    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        ot__buf_format(&r->rules, " %s ", report_cell(name, sheet, i, "rule"));
    }
}

static void hear_landing(report *r, const ot_sheet *sheet, void *context)
{
    static const char *const told[] = {
        "landing: ", "how it missed before: ", NULL};
    static const report_column columns[] = {
        {"words", "if", false}, {"total", NULL, false},  {"p10", NULL, false},
        {"p90", NULL, false},   {"record", NULL, false}, {NULL, NULL, false}};
    const report_shape shape = {.caption = "Rule by rule", .columns = columns};

    if (ot_sheet_rows(sheet) == 0 || !can_end(sheet)) {
        return;
    }
    report_begin(r, "landing", "Where the year will end");
    report_hear_end(r, sheet, context);
    report_lines(r, sheet, OT_SHEET_ABOVE, OT_BLOCK_TEXT, told);
    draw_end(r);
    keep_rules(r, sheet);
    report_table(r, sheet, &shape);
    report_words(r, OT_BLOCK_NOTE,
                 "Ranges are moved by how each rule missed in earlier years, "
                 "and need not hold its total");
    report_lines(r, sheet, OT_SHEET_NOTE, OT_BLOCK_NOTE, NULL);
}

static bool is_landing(const ot_sheet *sheet, size_t row)
{
    char text[OUT_CELL_SIZE];

    return strcmp(report_cell(text, sheet, row, "rule"), "landing") == 0;
}

static void hear_record(report *r, const ot_sheet *sheet, void *context)
{
    static const report_column columns[] = {{"period", "year", false},
                                            {"said", "said then", false},
                                            {"outcome", "came to", false},
                                            {"miss", "off by", false},
                                            {NULL, NULL, false}};
    const report_shape shape = {
        .caption = "What it would have said in earlier years, after as many "
                   "months",
        .columns = columns,
        .wants = is_landing};
    const ot_sheet *misses = report_sheet(sheet, "misses");

    (void)context;
    if (misses != NULL) {
        report_table(r, misses, &shape);
    }
}

ot_status report_landing(report *r, ot_error *err)
{
    report_question q = report_about_it(r, "project", 0, r->about.flow);
    ot_status status = OT_OK;

    q.of.period = NULL;
    if (r->args->target != NULL) {
        report_option(&q, "--target", r->args->target);
    }
    if (r->about.step < 12) {
        status = report_ask(r, &q, hear_landing, NULL,
                            r->args->target != NULL ? err : NULL);
    }
    if (r->begun) {
        q.of.format = "csv";
        report_ask(r, &q, hear_record, NULL, NULL);
    }
    report_end(r);
    return r->args->target != NULL ? status : OT_OK;
}
