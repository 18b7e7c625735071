// SPDX-License-Identifier: GPL-3.0-or-later
// report_ask.c - a command asked as a reader could, and its command line.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/chart.h"
#include "cli/option.h"
#include "cli/report.h"

report_question report_about_it(const report *r, const char *verb, size_t i,
                                const char *flow)
{
    report_question q = {.verb = verb, .of = r->about.asked};

    q.of.format = q.of.output = q.of.chart = q.of.rejects = NULL;
    q.of.explain = q.of.quiet = q.of.help = false;
    if (i < r->about.partners) {
        q.of.partner = r->about.code[i];
    }
    q.of.flow = flow != NULL ? flow : q.of.flow;
    return q;
}

void report_option(report_question *q, const char *name, const char *value)
{
    if (q->mores + 2 <= sizeof q->more / sizeof q->more[0]) {
        q->more[q->mores++] = name;
        q->more[q->mores++] = value;
    }
}

// ---- its words --------------------------------------------------------------

typedef struct line {
    const report_question *q;
    char **word; // owned copies
    size_t n, most;
    bool failed;
} line;

static void add(line *l, const char *word)
{
    char *copy = l->n < l->most ? ot__str_dup(ot__str(word)) : NULL;

    if (copy == NULL) {
        l->failed = true;
        return;
    }
    l->word[l->n++] = copy;
}

// An option that the command takes, where it is given.
static void add_option(const opt *o, const char *title, void *context)
{
    line *l = context;
    const char *at = (const char *)&l->q->of + o->offset;
    char name[40];

    (void)title;
    if (o->offset >= sizeof(common_args)) {
        return;
    }
    snprintf(name, sizeof name, o->letter != 0 ? "-%.*s" : "--%.*s",
             o->letter != 0 ? 1 : 30, o->letter != 0 ? &o->letter : o->name);
    if (o->kind == OPT_FLAG && *(const bool *)(const void *)at) {
        add(l, name);
    } else if (o->kind == OPT_TEXT) {
        const char *value;
        memcpy(&value, at, sizeof value);
        if (value != NULL) {
            add(l, name);
            add(l, value);
        }
    }
}

static void add_files(line *l, const report *r, const char *before)
{
    for (size_t i = 0; i < r->cli->operands; i++) {
        if (before != NULL) {
            add(l, before);
        }
        add(l, r->cli->operand[i]);
    }
}

// check takes texts, and files by an option.
static void put(line *l, const report *r, const command *c)
{
    const text_list *texts = &r->args->texts;
    const bool of_texts = strcmp(c->name, "check") == 0;

    if (l->q->kind != NULL) {
        add(l, l->q->kind);
    }
    for (size_t i = 0; of_texts && i < texts->n; i++) {
        add(l, texts->at[i]);
    }
    add_files(l, r, of_texts ? "-d" : NULL);
    option_each(c, add_option, l);
    for (size_t i = 0; i < l->q->mores; i++) {
        add(l, l->q->more[i]);
    }
}

// The command line, once, among those of the section.
static void tell(const line *l, report *r)
{
    ot_buf text = {0};

    ot__buf_format(&text, "outturn %s", l->q->verb);
    for (size_t i = 0; i < l->n; i++) {
        ot__buf_char(&text, ' ');
        cli_shell_path(&text, l->word[i]);
    }
    ot__buf_char(&text, '\n');
    if (strstr(ot__buf_cstr(&r->commands), ot__buf_cstr(&text)) == NULL) {
        ot__buf_text(&r->commands, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

// ---- its answer -------------------------------------------------------------

typedef struct heard {
    report *r;
    report_hearer *hear;
    void *context;
} heard;

static void hear(void *context, const ot_sheet *sheet)
{
    const heard *h = context;

    if (h->hear != NULL) {
        h->hear(h->r, sheet, h->context);
    }
}

// A chart of a selection, which does not go through ink.
static ot_status make_picture(const void *args, cli_run *sub, const line *l,
                              ot_error *err)
{
    const chart_args *chart = args;
    ot_panel *panel = NULL;

    sub->operand++;
    sub->operands--;
    const ot_status status = cli_read(&chart->common, sub, &panel, err);
    return status == OT_OK
               ? cli_chart_make(chart, sub, ot_chart_kind_find(l->q->kind),
                                panel, &sub->picture, err)
               : status;
}

static ot_status answer(const line *l, const command *c, cli_run *sub,
                        ot_error *err)
{
    void *args = malloc(c->args_size);
    const char **operand = calloc(l->n + 1, sizeof *operand);
    ot_status status =
        l->failed || args == NULL || operand == NULL
            ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief")
            : OT_OK;

    if (status == OT_OK && args != NULL && operand != NULL) {
        memcpy(args, c->defaults, c->args_size);
        status = option_parse(c, (int)l->n, l->word, args, operand,
                              &sub->operands, err);
        sub->operand = operand;
        ((common_args *)args)->quiet = true;
    }
    if (status == OT_OK) {
        status = l->q->kind != NULL ? make_picture(args, sub, l, err)
                                    : c->run(args, sub, err);
    }
    free(args);
    free(operand);
    return status;
}

// An error borrows the path of a file that was read: that of the operand stays,
// another one only as long as its list of files.
static void keep_files(report *r, ot_error *why, cli_files *files)
{
    const char *path = why->place.path;
    bool listed = false;

    for (size_t i = 0; path != NULL && i < files->n; i++) {
        listed = listed || path == files->at[i].path;
    }
    for (size_t i = 0; listed && i < r->cli->operands; i++) {
        if (strcmp(path, r->cli->operand[i]) == 0) {
            why->place.path = r->cli->operand[i];
            listed = false;
        }
    }
    if (listed && r->cli->files->n == 0) {
        *r->cli->files = *files;
        return;
    }
    why->place.path = listed ? NULL : why->place.path;
    cli_files_free(files);
}

// A place keeps its path, and the words of a line do not last: the report's own
// does.
static void keep_path(const report *r, const line *l, ot_error *why)
{
    const char *lasting[] = {r->args->common.rates, r->args->common.layout};

    for (size_t i = 0; i < l->n; i++) {
        if (l->word[i] == NULL || why->place.path != l->word[i]) {
            continue;
        }
        why->place.path = NULL;
        for (size_t k = 0; k < sizeof lasting / sizeof lasting[0]; k++) {
            if (lasting[k] != NULL && strcmp(lasting[k], l->word[i]) == 0) {
                why->place.path = lasting[k];
            }
        }
        for (size_t k = 0; k < r->args->texts.n; k++) {
            if (strcmp(r->args->texts.at[k], l->word[i]) == 0) {
                why->place.path = r->args->texts.at[k];
            }
        }
    }
}

// Whether a line has two values: one alone is in the table, and a chart of
// nothing but gaps cannot be put on a page.
static bool is_drawn(const ot_picture *picture)
{
    const ot_chart *chart = ot_picture_chart(picture);

    for (size_t i = 0; i < chart->lines; i++) {
        size_t known = 0;
        for (size_t k = 0; k < chart->line[i].n; k++) {
            known += isfinite(chart->line[i].y[k]) ? 1 : 0;
        }
        if (known > 1) {
            return true;
        }
    }
    return chart->rows > 0;
}

static ot_status run(report *r, const line *l, const command *c,
                     const cli_hearer *hearer, ot_error *err)
{
    cli_files files = {NULL, 0, NULL};
    cli_run sub = {.command = c->name, .files = &files, .hearer = hearer};
    ot_error why = {0};
    const ot_status status = answer(l, c, &sub, &why);

    if (l->q->said != NULL && status == OT_OK) {
        ot__buf_text(l->q->said, ot__buf_cstr(&sub.out));
    }
    if (sub.picture != NULL && status == OT_OK && is_drawn(sub.picture)) {
        ot_brief_picture(r->brief, sub.picture);
        sub.picture = NULL;
    }
    ot_picture_free(sub.picture);
    ot__buf_free(&sub.out);
    if (status != OT_OK && err != NULL && err->status == OT_OK) {
        keep_path(r, l, &why);
        keep_files(r, &why, &files);
        *err = why;
    } else {
        cli_files_free(&files);
    }
    return status;
}

ot_status report_ask(report *r, const report_question *q, report_hearer *take,
                     void *context, ot_error *err)
{
    const command *c = command_find(q->verb);
    heard h = {r, take, context};
    const cli_hearer hearer = {hear, &h};
    line l = {.q = q, .most = 2 * r->cli->operands + r->args->texts.n + 100};

    l.word = calloc(l.most, sizeof *l.word);
    if (l.word == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief");
    }
    put(&l, r, c);
    const ot_status status = run(r, &l, c, &hearer, err);
    if (status == OT_OK && q->kind == NULL && !q->untold) {
        tell(&l, r);
    }
    for (size_t i = 0; i < l.n; i++) {
        free(l.word[i]);
    }
    free(l.word);
    return status;
}

bool report_draw(report *r, const char *kind, size_t i, const char *flow)
{
    report_question q = report_about_it(r, "chart", i, flow);

    q.kind = kind;
    q.of.in = q.of.rates != NULL ? q.of.in : NULL;
    q.of.period = NULL;
    return report_ask(r, &q, NULL, NULL, NULL) == OT_OK;
}

void report_begin(report *r, const char *id, const char *title)
{
    if (!r->begun) {
        ot_brief_section(r->brief, id, title);
        r->begun = true;
    }
}

// Lines are kept once, in the order in which they were asked.
static void keep(report *r, ot_str words)
{
    ot_buf text = {0};

    ot__buf_format(&text, "%.*s\n", (int)words.n, words.at);
    if (strstr(ot__buf_cstr(&r->told), ot__buf_cstr(&text)) == NULL) {
        ot__buf_text(&r->told, ot__buf_cstr(&text));
    }
    ot__buf_free(&text);
}

void report_end(report *r)
{
    ot_str rest = {r->commands.at, r->commands.n};

    while (r->begun && rest.n > 0) {
        keep(r, ot__str_cut(&rest, '\n'));
    }
    ot__buf_clear(&r->commands);
    r->begun = false;
}

void report_commands(report *r)
{
    ot_str rest = {r->told.at, r->told.n};

    report_begin(r, "commands", "The commands that print these figures");
    while (rest.n > 0) {
        const ot_str words = ot__str_cut(&rest, '\n');
        ot_brief_words(r->brief, OT_BLOCK_COMMAND, "%.*s", (int)words.n,
                       words.at);
    }
    report_end(r);
}
