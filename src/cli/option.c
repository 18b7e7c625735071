// SPDX-License-Identifier: GPL-3.0-or-later
// option.c - command lines parsed by option tables.

#include "cli/option.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define AT(member) offsetof(common_args, member)

static const char *const absences[] = {"tell", "zero", "missing", NULL};
static const char *const formats[] = {"text", "csv", "json", "md", NULL};
static const char *const switches[] = {"on", "off", NULL};
static const char *const marks[] = {"point", "comma", NULL};

const opt select_options[] = {
    {"reporter", 'r', OPT_TEXT, AT(reporter), "AREA,...",
     "whose figures: code or name", NULL},
    {"partner", 'p', OPT_TEXT, AT(partner), "AREA,...",
     "trade with whom; a row each", NULL},
    {"flow", 'f', OPT_TEXT, AT(flow), "FLOW,...",
     "export, import, turnover, balance ...", NULL},
    {"commodity", 'k', OPT_TEXT, AT(commodity), "CODE,...",
     "commodity codes, or TOTAL", NULL},
    {"period", 't', OPT_TEXT, AT(period), "PERIOD",
     "2024, 2024-09, 9M2024, 2024-01/2024-06, Q3 2024 ...", NULL},
    {"basis", 0, OPT_TEXT, AT(basis), "BASIS",
     "which of a flow's alternatives: origin, consignment, cif ...", NULL},
    {"as-of", 0, OPT_TEXT, AT(as_of), "DATE",
     "only what was published by that day", NULL},
    {"measure", 'm', OPT_TEXT, AT(measure), "WHAT",
     "value, netweight or quantity", NULL},
    {"absent", 0, OPT_TEXT, AT(absent), "HOW",
     "a month without a row: tell by the files, zero or missing", absences},
    {"year-start", 0, OPT_TEXT, AT(year_start), "MONTH",
     "first month of the year: apr", NULL},
    {0},
};

const opt read_options[] = {
    {"layout", 0, OPT_TEXT, AT(layout), "NAME|FILE",
     "how the files are laid out (help layouts); else detected", NULL},
    {"map", 0, OPT_TEXT, AT(map), "ROLE=COLUMN,...",
     "which column is what: value=trade_value,period=ym", NULL},
    {"set", 0, OPT_TEXT, AT(set), "ROLE=TEXT,...",
     "what no column says: reporter=ARM,unit=\"USD thousand\"", NULL},
    {"values", 0, OPT_TEXT, AT(values), "COLUMN,...;...",
     "columns of figures and what they say; across: all under periods", NULL},
    {"lenient", 0, OPT_FLAG, AT(lenient), NULL,
     "set rows that cannot be read aside, and say so", NULL},
    {"rejects", 0, OPT_TEXT, AT(rejects), "FILE",
     "write every row that does not count there, with line and reason", NULL},
    {"decimal", 0, OPT_TEXT, AT(decimal), "MARK",
     "decimal mark: point or comma", marks},
    {"delimiter", 0, OPT_TEXT, AT(delimiter), "CHAR",
     "between fields: a character, or tab; else detected", NULL},
    {"encoding", 0, OPT_TEXT, AT(encoding), "NAME",
     "of the text: auto, utf-8, windows-1251 ... (help encodings)", NULL},
    {"threads", 0, OPT_TEXT, AT(threads), "N",
     "that may work at once; else as many as there are processors", NULL},
    {"chunk", 0, OPT_TEXT, AT(chunk), "BYTES",
     "of a file that a thread reads at once: 256K, 4096 ...", NULL},
    {"accelerator", 0, OPT_TEXT, AT(accelerator), "SWITCH",
     "off: all by libcsv, on one thread; slow, and the same", switches},
    {0},
};

const opt rates_options[] = {
    {"rates", 0, OPT_TEXT, AT(rates), "FILE",
     "average exchange rates, for --in EUR (help rates)", NULL},
    {"rates-set", 0, OPT_TEXT, AT(rates_set), "KEY=TEXT,...",
     "what that file does not say: base=EUR or quote=AMD, decimal=comma", NULL},
    {0},
};

const opt chart_options[] = {
    {"chart", 0, OPT_TEXT, AT(chart), "FILE",
     "also draw it: .png, .pdf or .svg (outturn chart for more)", NULL},
    {0},
};

const opt output_options[] = {
    {"format", 0, OPT_TEXT, AT(format), "FORMAT", "text, csv, json or md",
     formats},
    {"in", 0, OPT_TEXT, AT(in), "UNIT",
     "show amounts in: \"USD million\"; with --rates in any currency", NULL},
    {"output", 'o', OPT_TEXT, AT(output), "FILE",
     "write there instead of standard output", NULL},
    {"explain", 0, OPT_FLAG, AT(explain), NULL,
     "formulas, numbers put in, and where each came from", NULL},
    {0},
};

const opt general_options[] = {
    {"quiet", 'q', OPT_FLAG, AT(quiet), NULL, "no notes on standard error",
     NULL},
    {"help", 'h', OPT_FLAG, AT(help), NULL, "this text", NULL},
    {0},
};

typedef struct group {
    unsigned use;
    const opt *options;
    const char *title;
} group;

static const group groups[] = {
    {USE_SELECT, select_options, "Selection"},
    {USE_READ, read_options, "Reading"},
    {USE_RATES, rates_options, "Exchange rates"},
    {USE_CHART, chart_options, "Picture"},
    {USE_OUTPUT, output_options, "Output"},
    {0, general_options, "General"},
};

// A command's own option of that name stands for a common one.
static bool has_own(const command *c, const opt *common)
{
    for (const opt *o = c->options; o != NULL && o->name != NULL; o++) {
        if (strcmp(o->name, common->name) == 0) {
            return true;
        }
    }
    return false;
}

static void each_of_group(const command *c, const group *g,
                          void (*see)(const opt *o, const char *title,
                                      void *context),
                          void *context)
{
    for (const opt *o = g->options; o->name != NULL; o++) {
        if (!has_own(c, o)) {
            see(o, g->title, context);
        }
    }
}

void option_each(const command *c,
                 void (*see)(const opt *o, const char *title, void *context),
                 void *context)
{
    for (const opt *o = c->options; o != NULL && o->name != NULL; o++) {
        see(o, "Options", context);
    }
    for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++) {
        if ((c->uses & groups[g].use) == groups[g].use) {
            each_of_group(c, &groups[g], see, context);
        }
    }
}

// What is looked for while the tables are gone through.
typedef struct search {
    ot_str name;
    char letter;
    const opt *found;
    const char *names[64];
    size_t count;
} search;

static void look(const opt *o, const char *title, void *context)
{
    search *s = context;

    (void)title;
    if (s->found != NULL) {
        return;
    }
    if (s->letter != 0 ? o->letter == s->letter
                       : ot__str_equal(s->name, o->name)) {
        s->found = o;
    }
    if (s->count < sizeof s->names / sizeof s->names[0]) {
        s->names[s->count++] = o->name;
    }
}

static ot_status unknown(const search *s, ot_error *err)
{
    char name[64];

    if (s->letter != 0) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "there is no option -%c (see --help)", s->letter);
    }
    ot__str_copy(s->name, name, sizeof name);
    const size_t near = ot__nearest(name, s->names, s->count);
    if (near < s->count) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "there is no option --%s; did you mean --%s?", name,
                       s->names[near]);
    }
    return ot_fail(err, OT_E_USAGE, NULL,
                   "there is no option --%s (see --help)", name);
}

static ot_status check_choice(const opt *o, const char *value, ot_error *err)
{
    size_t count = 0;
    char list[160] = "";
    size_t used = 0;

    if (o->choices == NULL) {
        return OT_OK;
    }
    for (; o->choices[count] != NULL; count++) {
        if (strcmp(o->choices[count], value) == 0) {
            return OT_OK;
        }
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s",
                                 count > 0 ? ", " : "", o->choices[count]);
    }
    return ot_fail(err, OT_E_USAGE, NULL, "--%s is one of %s, not '%.40s'",
                   o->name, list, value);
}

static ot_status put_int(const opt *o, const char *value, long *to,
                         ot_error *err)
{
    char *end;
    const long number = strtol(value, &end, 10);

    if (*value == '\0' || *end != '\0') {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "--%s wants a whole number, not '%.40s'", o->name,
                       value);
    }
    *to = number;
    return OT_OK;
}

static ot_status put(const opt *o, const char *value, void *args, ot_error *err)
{
    char *member = (char *)args + o->offset;
    const ot_status status = check_choice(o, value, err);

    if (status != OT_OK) {
        return status;
    }
    if (o->kind == OPT_INT) {
        return put_int(o, value, (long *)(void *)member, err);
    }
    if (o->kind == OPT_LIST) {
        text_list *list = (text_list *)(void *)member;
        if (list->n == sizeof list->at / sizeof list->at[0]) {
            return ot_fail(err, OT_E_LIMIT, NULL,
                           "--%s may be given %zu times at most", o->name,
                           list->n);
        }
        list->at[list->n++] = value;
        return OT_OK;
    }
    *(const char **)(void *)member = value;
    return OT_OK;
}

typedef struct parser {
    const command *c;
    int argc, i;
    char **argv;
    void *args;
    ot_error *err;
} parser;

// One option that was found; value is the text glued to it, or NULL.
static ot_status take(parser *p, const opt *o, const char *value)
{
    if (o->kind == OPT_FLAG) {
        if (value != NULL) {
            return ot_fail(p->err, OT_E_USAGE, NULL, "--%s takes no value",
                           o->name);
        }
        *(bool *)(void *)((char *)p->args + o->offset) = true;
        return OT_OK;
    }
    if (value == NULL) {
        if (p->i + 1 >= p->argc) {
            return ot_fail(p->err, OT_E_USAGE, NULL, "--%s wants a value: %s",
                           o->name, o->argument);
        }
        value = p->argv[++p->i];
    }
    return put(o, value, p->args, p->err);
}

static ot_status take_long(parser *p, const char *text)
{
    ot_str rest = ot__str(text);
    const bool glued = strchr(text, '=') != NULL;
    search s = {.name = ot__str_cut(&rest, '=')};

    option_each(p->c, look, &s);
    if (s.found == NULL) {
        return unknown(&s, p->err);
    }
    return take(p, s.found, glued ? strchr(text, '=') + 1 : NULL);
}

static ot_status take_letters(parser *p, const char *text)
{
    for (; *text != '\0'; text++) {
        search s = {.letter = *text};

        option_each(p->c, look, &s);
        if (s.found == NULL) {
            return unknown(&s, p->err);
        }
        if (s.found->kind != OPT_FLAG) {
            return take(p, s.found, text[1] != '\0' ? text + 1 : NULL);
        }
        const ot_status status = take(p, s.found, NULL);
        if (status != OT_OK) {
            return status;
        }
    }
    return OT_OK;
}

ot_status option_parse(const command *c, int argc, char *argv[], void *args,
                       const char *operand[], size_t *operands, ot_error *err)
{
    parser p = {c, argc, 0, argv, args, err};
    ot_status status = OT_OK;
    bool only_operands = false;

    *operands = 0;
    for (; p.i < argc && status == OT_OK; p.i++) {
        const char *text = argv[p.i];

        if (only_operands || text[0] != '-' || text[1] == '\0') {
            operand[(*operands)++] = text;
        } else if (strcmp(text, "--") == 0) {
            only_operands = true;
        } else if (text[1] == '-') {
            status = take_long(&p, text + 2);
        } else {
            status = take_letters(&p, text + 1);
        }
    }
    return status;
}
