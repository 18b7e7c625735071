// SPDX-License-Identifier: GPL-3.0-or-later
// topics.c - help on things that are tables: flows, layouts, formats, periods.

#include "cli/help.h"
#include "data/layout.h"

static void flows(ot_buf *out)
{
    ot__buf_text(out, "Flows (-f):\n");
    for (size_t i = 0; i < ot_flow_count(); i++) {
        const ot_flow *f = ot_flow_at(i);
        ot__buf_format(out, "  %-26s  %s\n", f->name, f->summary);
    }
    ot__buf_text(out, "Codes of files are understood: X, M, RX, RM, DX, FM.\n");
}

static void layouts(ot_buf *out)
{
    ot__buf_text(out, "Layouts (--layout; detected when not given):\n");
    for (size_t i = 0; i < ot__layout_count(); i++) {
        const ot_layout *l = ot__layout_at(i);
        ot__buf_format(out, "  %-12s  %s\n  %12s  from: %s\n", l->name,
                       l->summary, "", l->source);
    }
    ot__buf_text(out, "\nWhat a column can say (--map ROLE=COLUMN, "
                      "--set ROLE=TEXT):\n ");
    for (int i = 0; i < OT_BREAKDOWN_FIRST; i++) {
        ot__buf_format(out, " %s", ot__role_name((ot_role)i));
    }
    ot__buf_char(out, '\n');
}

static void formats(ot_buf *out)
{
    ot__buf_text(out, "Formats (--format):\n");
    for (size_t i = 0; i < out_format_count(); i++) {
        ot__buf_format(out, "  %-6s  %s\n", out_format_at(i)->name,
                       out_format_at(i)->summary);
    }
}

static void charts(ot_buf *out)
{
    ot__buf_text(out, "Charts (outturn chart KIND):\n");
    for (size_t i = 0; i < ot_chart_kind_count(); i++) {
        ot__buf_format(out, "  %-6s  %s\n", ot_chart_kind_at(i)->name,
                       ot_chart_kind_at(i)->summary);
    }
    ot__buf_text(out, "\nSizes (--size):\n");
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        ot__buf_format(out, "  %-6s  %s\n", ot_chart_size_at(i)->name,
                       ot_chart_size_at(i)->summary);
    }
    ot__buf_text(out, "\nFiles (-o, --format):");
    for (size_t i = 0; i < ot_chart_format_count(); i++) {
        ot__buf_format(out, " %s", ot_chart_format_name(ot_chart_format_at(i)));
    }
    ot__buf_char(out, '\n');
}

static void methods(ot_buf *out)
{
    ot__buf_text(out, "Rules of a projection (outturn project):\n");
    for (size_t i = 0; i < ot_method_count(); i++) {
        const ot_method *m = ot_method_at(i);
        ot__buf_format(out, "  %-18s  %s\n  %18s  %s; from: %s\n", m->name,
                       m->summary, "", m->formula, m->source);
    }
    ot__buf_text(
        out, "V known, m months of the period's L; V1, T1, R1 last year's same "
             "months, total,\nrest; s the mean share of the known part; R the "
             "rest as the rule has it.\n");
}

static void periods(ot_buf *out)
{
    ot__buf_text(
        out, "Periods (-t):\n"
             "  2024                      a year\n"
             "  2024-09, 202409, 2024M09, Sep 2024\n"
             "  2024-Q3, Q3 2024          a quarter\n"
             "  2024-H1, H1 2024          a half-year\n"
             "  9M2024, Jan-Sep 2024, 2024-01/2024-09\n"
             "  12 months to March 2024\n"
             "  FY2024/25                 with --year-start apr\n"
             "2011-12 is December 2011; with a year start write 2011-M12 or "
             "FY2011/12.\n");
}

static const help_topic topics[] = {
    {"charts", "kinds, sizes and files of pictures", charts},
    {"flows", "what can be selected with -f", flows},
    {"formats", "text, csv, json, md", formats},
    {"layouts", "how files may be laid out", layouts},
    {"methods", "the rules of a projection", methods},
    {"periods", "how periods are written", periods},
};

size_t help_topic_count(void)
{
    return sizeof topics / sizeof topics[0];
}

const help_topic *help_topic_at(size_t i)
{
    return &topics[i];
}
