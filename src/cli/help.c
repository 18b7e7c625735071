// SPDX-License-Identifier: GPL-3.0-or-later
// help.c - help texts and the man page, printed from the tables.

#include "cli/help.h"

#include <string.h>

#include "cli/option.h"

static const char exit_statuses[] =
    "Exit status: 0 fine; 1 a stated figure does not hold (check); 2 wrong "
    "usage;\n3 bad input data; 4 input or output failed, or no memory.\n";

// Where the printing of one command's options stands.
typedef struct page {
    ot_buf *out;
    const char *title;
} page;

// "-r, --reporter AREA,..."
static void option_left(const opt *o, char left[64])
{
    char letter[8] = "    ";

    if (o->letter != 0) {
        snprintf(letter, sizeof letter, "-%c, ", o->letter);
    }
    snprintf(left, 64, "%s--%s%s%s", letter, o->name,
             o->argument != NULL ? " " : "",
             o->argument != NULL ? o->argument : "");
}

static void print_option(const opt *o, const char *title, void *context)
{
    page *p = context;
    char left[64];

    if (p->title == NULL || strcmp(p->title, title) != 0) {
        ot__buf_format(p->out, "\n%s:\n", title);
        p->title = title;
    }
    option_left(o, left);
    if (strlen(left) <= 26) {
        ot__buf_format(p->out, "  %-26s  %s\n", left, o->help);
    } else {
        ot__buf_format(p->out, "  %s\n  %26s  %s\n", left, "", o->help);
    }
}

// Lines of text, each set in by two columns.
static void indented(ot_buf *out, const char *text)
{
    ot_str rest = ot__str(text);

    while (rest.n > 0) {
        const ot_str line = ot__str_cut(&rest, '\n');
        ot__buf_format(out, "  %.*s\n", (int)line.n, line.at);
    }
}

void help_command(const command *c, ot_buf *out)
{
    page p = {out, NULL};

    ot__buf_format(out, "outturn %s - %s\n\nusage: outturn %s [OPTION...] %s\n",
                   c->name, c->summary, c->name, c->operands);
    if (c->about != NULL) {
        ot__buf_format(out, "\n%s\n", c->about);
    }
    option_each(c, print_option, &p);
    if (c->examples != NULL) {
        ot__buf_text(out, "\nExamples:\n");
        indented(out, c->examples);
    }
    ot__buf_format(out, "\n%s", exit_statuses);
}

void help_program(bool all, ot_buf *out)
{
    ot__buf_text(
        out, "outturn - reads trade statistics, measures growth, says where "
             "the year will end,\nchecks stated figures and draws them\n\n"
             "usage: outturn COMMAND [OPTION...] [FILE...]    "
             "(- or no file: standard input)\n\nFILE is CSV, packed "
             "(gzip, zstd, bzip2, xz, zip) or not, or a folder of such "
             "files.\n\n");
    for (size_t i = 0; i < command_count(); i++) {
        const command *c = command_at(i);
        if (all || c->first) {
            ot__buf_format(out, "  %-10s  %s\n", c->name, c->summary);
        }
    }
    ot__buf_text(out,
                 "\nhelp COMMAND tells the options of one; help --all lists "
                 "all commands and topics.\n");
    if (all) {
        ot__buf_text(out, "\nTopics (outturn help TOPIC):\n");
        for (size_t i = 0; i < help_topic_count(); i++) {
            ot__buf_format(out, "  %-10s  %s\n", help_topic_at(i)->name,
                           help_topic_at(i)->summary);
        }
        ot__buf_format(out, "\n%s", exit_statuses);
    }
}

// Text for man(7): backslashes, and dots and quotes at the start of a line.
static void man_text(ot_buf *out, const char *text)
{
    bool start = true;

    for (; *text != '\0'; text++) {
        if (start && (*text == '.' || *text == '\'')) {
            ot__buf_text(out, "\\&");
        }
        if (*text == '\\') {
            ot__buf_text(out, "\\e");
        } else if (*text == '-') {
            ot__buf_text(out, "\\-");
        } else {
            ot__buf_char(out, *text);
        }
        start = *text == '\n';
    }
}

static void man_option(const opt *o, const char *title, void *context)
{
    ot_buf *out = context;
    char left[64];

    (void)title;
    option_left(o, left);
    ot__buf_text(out, ".TP\n");
    man_text(out, left + strspn(left, " "));
    ot__buf_char(out, '\n');
    man_text(out, o->help);
    ot__buf_char(out, '\n');
}

static void man_command(const command *c, ot_buf *out)
{
    const command own = {.options = c->options, .uses = 0};

    ot__buf_format(out, ".SS outturn %s [OPTION...] %s\n", c->name,
                   c->operands);
    man_text(out, c->summary);
    ot__buf_text(out, ".\n");
    if (c->about != NULL) {
        ot__buf_text(out, ".PP\n");
        man_text(out, c->about);
        ot__buf_char(out, '\n');
    }
    for (const opt *o = own.options; o != NULL && o->name != NULL; o++) {
        man_option(o, NULL, out);
    }
    if (c->examples != NULL) {
        ot__buf_text(out, ".PP\n.nf\n");
        man_text(out, c->examples);
        ot__buf_text(out, "\n.fi\n");
    }
}

void help_man(ot_buf *out)
{
    const command shared = {.uses = USE_SELECT | USE_READ | USE_RATES |
                                    USE_CHART | USE_OUTPUT};

    ot__buf_text(out,
                 ".TH OUTTURN 1 \"\" \"outturn " OT_VERSION "\" \"\"\n"
                 ".SH NAME\noutturn \\- reads trade statistics, measures "
                 "growth, projects and checks figures\n"
                 ".SH SYNOPSIS\n.B outturn\nCOMMAND [OPTION...] [FILE...]\n"
                 ".SH COMMANDS\n");
    for (size_t i = 0; i < command_count(); i++) {
        man_command(command_at(i), out);
    }
    ot__buf_text(out, ".SH OPTIONS OF MOST COMMANDS\n");
    option_each(&shared, man_option, out);
    ot__buf_text(out, ".SH EXIT STATUS\n");
    man_text(out, exit_statuses);
}
