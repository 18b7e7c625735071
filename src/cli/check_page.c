// SPDX-License-Identifier: GPL-3.0-or-later
// check_page.c - the texts with their findings as one page of HTML.

#include "cli/check_page.h"

#include <string.h>

#include "base/html.h"
#include "cli/verdict.h"

// ---- text -------------------------------------------------------------------

void page_escape(ot_buf *out, ot_str s)
{
    ot__html_text(out, s);
}

static void put_text(ot_buf *out, const char *text)
{
    page_escape(out, ot__str(text));
}

// ---- counts -----------------------------------------------------------------

typedef struct counts {
    size_t figures, checked, wrong, known;
    size_t of[OT_VERDICTS]; // known ones left out
} counts;

static void count(counts *n, const checked *t)
{
    for (size_t i = 0; i < t->claims->n; i++) {
        const ot_verdict verdict = checked_verdict(t, i);
        n->figures++;
        n->checked += verdict != OT_NOT_CHECKED;
        if (page_is_known(t, i)) {
            n->known++;
            continue;
        }
        n->of[verdict]++;
        n->wrong += check_grade_of(verdict) == CHECK_WRONG;
    }
}

static void put_plural(ot_buf *out, size_t n, const char *what)
{
    ot__buf_format(out, "%zu\u00a0%s%s", n, what, n == 1 ? "" : "s");
}

// "4 figures, 3 checked, 1 does not hold"
static void put_counts(ot_buf *out, const counts *n)
{
    put_plural(out, n->figures, "figure");
    if (n->figures == 0) {
        return;
    }
    ot__buf_format(out, ", %zu\u00a0checked", n->checked);
    if (n->wrong > 0) {
        ot__buf_format(out, ", %zu\u00a0%s\u00a0not\u00a0hold", n->wrong,
                       n->wrong == 1 ? "does" : "do");
    } else if (n->checked > 0 && n->known == 0) {
        ot__buf_text(out, ", none that does not hold");
    }
    if (n->known > 0) {
        ot__buf_format(out, ", %zu\u00a0accepted\u00a0before", n->known);
    }
}

static void put_tally(ot_buf *out, const counts *n)
{
    static const struct {
        ot_verdict verdict;
        const char *class, *sign;
    } order[] = {
        {OT_CLASHES, "wrong", "\u2717"},      {OT_DIFFERS, "wrong", "\u2717"},
        {OT_FITS_ANOTHER, "wrong", "\u2717"}, {OT_LOW, "doubt", "\u2193"},
        {OT_HIGH, "doubt", "\u2191"},         {OT_AGREES, "holds", "\u2713"},
        {OT_ADDS_UP, "holds", "\u2713"},      {OT_IN_RANGE, "holds", "\u2713"},
        {OT_NOT_CHECKED, "open", "?"}};

    if (n->figures == 0) {
        return;
    }
    ot__buf_text(out, "<ul class=\"tally\">\n");
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        if (n->of[order[i].verdict] > 0) {
            ot__buf_format(out,
                           "<li><b class=\"%s\">%s %zu</b> <b class=\"v "
                           "%s\">%s</b></li>\n",
                           order[i].class, order[i].sign,
                           n->of[order[i].verdict], order[i].class,
                           ot_verdict_word(order[i].verdict));
        }
    }
    if (n->known > 0) {
        ot__buf_format(out,
                       "<li><b class=\"known\">\u25cb %zu</b> accepted "
                       "before</li>\n",
                       n->known);
    }
    ot__buf_text(out, "</ul>\n");
}

// ---- the head ---------------------------------------------------------------

static void put_name(ot_buf *out, const checked *t)
{
    put_text(out, strcmp(t->path, "-") == 0    ? "standard input"
                  : strcmp(t->path, "-e") == 0 ? "sentences"
                                               : t->path);
}

static void put_title(ot_buf *out, const checked *texts, size_t n)
{
    ot__buf_text(out, "Figures checked: ");
    if (n == 1) {
        put_name(out, texts);
    } else {
        put_plural(out, n, "text");
    }
}

// "a.csv, b.csv; newest release of February 2025"
static void put_data(ot_buf *out, const ot_panel *panel, const char *named,
                     const checked *texts, size_t n)
{
    ot_buf basis = {0};

    ot__buf_text(out, "<dt>Data</dt><dd>");
    if (panel == NULL) {
        ot__buf_text(out, "none: held against each other alone</dd>\n");
        return;
    }
    for (size_t i = 0; i < ot_panel_files(panel); i++) {
        ot__buf_text(out, i > 0 ? ", " : "");
        put_text(out, ot_panel_file(panel, i).path);
    }
    const size_t releases = ot_panel_releases(panel);
    if (releases > 0) {
        ot__buf_text(out, "; newest ");
        verdict_release(out, ot_panel_release(panel, releases - 1));
    }
    checked_basis(&basis, named, texts, n);
    if (basis.n > 0) {
        ot__buf_text(out, "; ");
        put_text(out, ot__buf_cstr(&basis));
    }
    ot__buf_free(&basis);
    ot__buf_text(out, "</dd>\n");
}

static void put_facts(ot_buf *out, const check_args *args,
                      const ot_panel *panel, const checked *texts, size_t n)
{
    ot_day day;
    char text[64];

    ot__buf_text(out, "<dl>\n");
    put_data(out, panel, args->common.basis, texts, n);
    if (args->date != NULL &&
        ot_day_parse(args->date, strlen(args->date), &day, NULL) == OT_OK) {
        ot__buf_format(out, "<dt>Said on</dt><dd>%s</dd>\n",
                       ot_day_words(day, text));
    }
    ot__buf_text(out, "</dl>\n");
}

static void put_contents(ot_buf *out, const checked *texts, size_t n)
{
    ot__buf_text(out, "<nav class=\"contents\" aria-label=\"Texts\">\n"
                      "<ol class=\"list\">\n");
    for (size_t i = 0; i < n; i++) {
        counts of = {0};
        count(&of, &texts[i]);
        ot__buf_format(out, "<li><a href=\"#t%zu\">", i + 1);
        put_name(out, &texts[i]);
        ot__buf_text(out, "</a> <span class=\"soft\">");
        put_counts(out, &of);
        ot__buf_text(out, "</span></li>\n");
    }
    ot__buf_text(out, "</ol>\n</nav>\n");
}

static void put_head(ot_buf *out, const check_args *args, const ot_panel *panel,
                     const checked *texts, size_t n)
{
    counts all = {0};

    for (size_t i = 0; i < n; i++) {
        count(&all, &texts[i]);
    }
    ot__buf_text(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta "
        "charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"generator\" content=\"outturn " OT_VERSION "\">\n"
        "<title>");
    put_title(out, texts, n);
    ot__buf_text(out, "</title>\n<style>\n");
    page_style(out);
    ot__buf_text(out,
                 "</style>\n</head>\n<body>\n<header class=\"top\">\n<h1>");
    put_title(out, texts, n);
    ot__buf_text(out, "</h1>\n<p class=\"lead\">");
    put_counts(out, &all);
    ot__buf_text(out, "</p>\n");
    put_tally(out, &all);
    put_facts(out, args, panel, texts, n);
    if (n > 1) {
        put_contents(out, texts, n);
    }
    ot__buf_text(out, "</header>\n<main>\n");
}

// ---- texts ------------------------------------------------------------------

static ot_status put_one(ot_buf *out, page_text *x, ot_error *err)
{
    const checked *t = x->t;
    counts of = {0};
    const ot_status status = page_mark_up(x, err);

    if (status != OT_OK) {
        return status;
    }
    count(&of, t);
    ot__buf_format(out, "<article id=\"t%zu\">\n", x->number);
    if (x->level > 1) {
        ot__buf_text(out, "<header><h2>");
        put_name(out, t);
        ot__buf_text(out, "</h2>\n<p class=\"soft\">");
        put_counts(out, &of);
        ot__buf_text(out, "</p></header>\n");
    }
    if (of.figures == 0) {
        ot__buf_text(out, "<p class=\"soft\">No figure of trade was found in "
                          "it; outturn extract shows what is read.</p>\n");
    }
    page_article(out, x);
    ot__buf_text(out, "</article>\n");
    page_mark_free(x);
    return OT_OK;
}

// ---- the end ----------------------------------------------------------------

static void put_words_of_verdicts(ot_buf *out, const checked *texts, size_t n)
{
    counts all = {0};

    for (size_t i = 0; i < n; i++) {
        count(&all, &texts[i]);
    }
    for (int v = 0; v < OT_VERDICTS; v++) {
        if (all.of[v] > 0) {
            ot__buf_format(out, "<li><b class=\"v\">%s</b>",
                           ot_verdict_word((ot_verdict)v));
            put_text(out, check_rule_verdict((ot_verdict)v)->full);
            ot__buf_text(out, "</li>\n");
        }
    }
}

static void put_end(ot_buf *out, const checked *texts, size_t n)
{
    ot__buf_text(
        out,
        "</main>\n<footer class=\"end\">\n<h2>How it was judged</h2>\n<ul>\n"
        "<li>A figure stands for all that rounds to it: 8.3 is 8.25 to 8.35, "
        "both ends included.</li>\n"
        "<li>\u201cMore than\u201d, \u201cover\u201d, \u201cexceeding\u201d "
        "reach to the next number of as many digits: exceeding 8.3 is 8.3 to "
        "8.4; \u201cunder\u201d and \u201cup to\u201d likewise below. Where "
        "more would be needed the finding says so.</li>\n"
        "<li>\u201cAbout\u201d is 5 % either way, \u201cnearly\u201d 5 % "
        "below, at least one unit of the last digit.</li>\n"
        "<li>A pace that is kept is the average month so far, give or take "
        "10 %.</li>\n");
    put_words_of_verdicts(out, texts, n);
    ot__buf_text(out, "</ul>\n<p>Made by outturn " OT_VERSION
                      ". It reads figures, not sources: what holds here can "
                      "still be wrong.</p>\n</footer>\n</body>\n</html>\n");
}

ot_status check_page(const check_args *args, cli_run *cli,
                     const ot_panel *panel, const checked *texts, size_t n,
                     ot_error *err)
{
    ot_status status = OT_OK;

    put_head(&cli->out, args, panel, texts, n);
    for (size_t i = 0; i < n && status == OT_OK; i++) {
        page_text x = {.args = args,
                       .panel = panel,
                       .t = &texts[i],
                       .number = i + 1,
                       .level = n == 1 ? 1 : 2};
        status = put_one(&cli->out, &x, err);
    }
    put_end(&cli->out, texts, n);
    return status;
}
