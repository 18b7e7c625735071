// SPDX-License-Identifier: GPL-3.0-or-later
// report_words.c - lines of a terminal as sentences of a brief.

#include <ctype.h>
#include <string.h>

#include "cli/out.h"
#include "cli/report.h"

ot_str report_like_for_like(const ot_cell *note)
{
    const char *text =
        note != NULL && note->kind == OT_CELL_TEXT ? note->text : "";
    const char *end = strstr(text, " known in both");
    const bool is_one = strncmp(text, "the ", 4) == 0 && end != NULL;

    return is_one ? (ot_str){text + 4, (size_t)(end - text - 4)}
                  : (ot_str){text, 0};
}

const char *report_flow(const char *flow)
{
    static const char *const words[][2] = {
        {"export", "exports"},
        {"import", "imports"},
        {"re-export", "re-exports"},
        {"re-import", "re-imports"},
        {"domestic-export", "domestic exports"},
        {"turnover-reported", "turnover as published"},
        {"balance-reported", "balance as published"}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i][0], flow) == 0) {
            return words[i][1];
        }
    }
    return flow;
}

// "-5.55" with a minus; "13.06-18.32 bn" and "January-June 2024" with a dash.
// Dates such as 2024-06-30, codes and other words keep their hyphens.
static const char *mark_at(const char *text, const char *c)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const bool first = c == text || strchr(" (", c[-1]) != NULL;

    if (first && isdigit((unsigned char)c[1])) {
        return "\u2212";
    }
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
        if (!first && strncmp(c + 1, months[i], strlen(months[i])) == 0) {
            return "–";
        }
    }
    return "-";
}

void report_minus(ot_buf *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '-') {
            ot__buf_text(out, mark_at(text, c));
        } else {
            ot__buf_char(out, *c);
        }
    }
}

// Columns that a terminal sets apart by spaces, as a line is read: "If the
// break stays: USD 19.40 bn".
static void join_columns(ot_buf *out, const char *line)
{
    size_t gaps = 0;

    for (const char *c = line; *c != '\0';) {
        const size_t spaces = strspn(c, " ");
        if (spaces < 2) {
            ot__buf_char(out, *c++);
            continue;
        }
        c += spaces;
        ot__buf_text(out, gaps++ == 0 ? ": " : *c == '(' ? " " : ", ");
    }
}

// A line with the files' names for their paths.
static void shorten(ot_buf *out, const report *r, const char *line)
{
    for (const char *c = line; *c != '\0';) {
        size_t skip = 0;
        for (size_t i = 0; i < r->cli->operands && skip == 0; i++) {
            const char *path = r->cli->operand[i];
            const char *slash = strrchr(path, '/');
            const bool here =
                slash != NULL && strncmp(c, path, strlen(path)) == 0;
            skip = here ? (size_t)(slash + 1 - path) : 0;
        }
        if (skip == 0) {
            ot__buf_char(out, *c++);
        }
        c += skip;
    }
}

void report_words(report *r, ot_block_kind kind, const char *line)
{
    const size_t word = strcspn(line, " ");
    const size_t mark = strcspn(line, "./");
    ot_buf named = {0}, joined = {0}, text = {0};

    if (line[0] == '\0') {
        return;
    }
    shorten(&named, r, line);
    join_columns(&joined, ot__buf_cstr(&named));
    report_minus(&text, ot__buf_cstr(&joined));
    // A path or a file's name stays as it is.
    if (mark + 1 >= word && text.at != NULL) {
        text.at[0] = (char)toupper((unsigned char)text.at[0]);
    }
    ot_brief_words(r->brief, kind, "%s", ot__buf_cstr(&text));
    ot__buf_free(&named);
    ot__buf_free(&joined);
    ot__buf_free(&text);
}

static bool begins(const char *line, const char *const with[])
{
    for (size_t i = 0; with != NULL && with[i] != NULL; i++) {
        if (strncmp(line, with[i], strlen(with[i])) == 0) {
            return true;
        }
    }
    return false;
}

void report_lines(report *r, const ot_sheet *sheet, ot_sheet_part part,
                  ot_block_kind kind, const char *const without[])
{
    const char *line;

    for (size_t i = 0; (line = ot_sheet_line(sheet, part, i)) != NULL; i++) {
        const char *text = line + strspn(line, " ");
        if (!begins(text, without)) {
            report_words(r, line[0] == ' ' ? OT_BLOCK_ITEM : kind, text);
        }
    }
}

void report_notes(report *r, const ot_sheet *sheet, const char *id)
{
    for (size_t i = 0; i < ot_sheet_rows(sheet); i++) {
        const ot_cell *cell = report_raw(sheet, i, id);
        size_t k = 0;
        // Which months are compared stands beside the period.
        if (cell == NULL || cell->kind != OT_CELL_TEXT ||
            report_like_for_like(cell).n > 0) {
            continue;
        }
        for (; k < i; k++) {
            const ot_cell *before = report_raw(sheet, k, id);
            if (before != NULL && before->kind == OT_CELL_TEXT &&
                strcmp(before->text, cell->text) == 0) {
                break;
            }
        }
        if (k == i) {
            report_words(r, OT_BLOCK_NOTE, cell->text);
        }
    }
}
