// SPDX-License-Identifier: GPL-3.0-or-later
// topics.c - help on things that are tables: flows, layouts, formats, periods.

#include "cli/backtest.h"
#include "cli/check_out.h"
#include "cli/help.h"
#include "data/layout.h"
#include "data/source.h"

static void flows(ot_buf *out)
{
    ot__buf_text(out, "Flows (-f):\n");
    for (size_t i = 0; i < ot_flow_count(); i++) {
        const ot_flow *f = ot_flow_at(i);
        ot__buf_format(out, "  %-26s  %s\n", f->name, f->summary);
    }
    ot__buf_text(out, "Codes of files are understood: X, M, RX, RM, DX, FM.\n"
                      "Where figures stand on several bases --basis chooses; "
                      "check takes what is\ncustomary, and says so: imports by "
                      "origin, at their cif value; exports fob.\n");
}

// The keys of a layout file, and what they say.
static const struct {
    const char *key, *words;
} layout_keys[] = {
    {"name, summary, source", "what the layout is called and whose files it is "
                              "for"},
    {"publisher",
     "who publishes the figures, for the source line of a picture"},
    {"has", "names that one row of the file holds: its header. A|B is either, "
            "A* begins so, *A holds it, @3 the third column; \"periods\": two "
            "columns that are periods"},
    {"title", "words that stand in or above the header: A|B is either"},
    {"header", "rows of the header, 1 to 9; a merged cell holds to its right"},
    {"map", "ROLE=COLUMN, as --map; COLUMN? may be missing; ^NAME: the cell "
            "beside NAME above the header"},
    {"set", "ROLE=TEXT, as --set"},
    {"values", "a column of figures and what it says: COLUMN, flow=import, "
               "unit=EUR, month=3; ROLE:COLUMN takes it from a column; \"I*\" "
               "all that go on with a month; \"across\" every column under a "
               "period or a flow (rates and shares are left out)"},
    {"values.netweight, values.quantity", "the same for --measure"},
    {"skip", "columns that hold no figures"},
    {"heading",
     "TEXT, ROLE=TEXT or skip: a row of words that says something of "
     "the rows below; * is any"},
    {"carry", "roles whose empty field repeats the one above"},
    {"labels", "coded: commodities are labels with a code, \"27-Fuels\", "
               "\"Fuels [27]\""},
    {"codes", "whose area codes: census, comexstat"},
    {"decimal, delimiter, encoding", "as the options"},
    {"unpublished", "zero: a month in which all is 0 is not yet published"},
    {"notes", "glued: the last digit of \"75,32)\" is a note's"},
    {"ragged", "yes: rows may be shorter than the header"},
    {"trailing", "delimiter: each row has one empty field more"},
};

static void layouts(ot_buf *out)
{
    char name[48], text[160];
    ot_spec spec;

    ot__buf_text(out, "Layouts (--layout NAME or FILE; detected when not "
                      "given):\n");
    for (size_t i = 0; i < ot__layout_count(); i++) {
        ot__layout_spec(i, &spec);
        ot__buf_format(
            out, "  %-18s %s\n",
            ot__str_copy(ot__spec_get(&spec, "name"), name, sizeof name),
            ot__str_copy(ot__spec_get(&spec, "summary"), text, sizeof text));
    }
    ot__buf_text(out,
                 "  tidy               one figure, or a few, a row, by the "
                 "usual names of columns\n"
                 "  wide               periods across, names down\n"
                 "\nA layout file holds lines \"key = value\" "
                 "(datasets/layouts; --save-layout FILE):\n");
    for (size_t i = 0; i < sizeof layout_keys / sizeof layout_keys[0]; i++) {
        ot__buf_format(out, "  %s\n      %s\n", layout_keys[i].key,
                       layout_keys[i].words);
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
    ot__buf_text(out, "\nOf check alone:\n");
    for (size_t i = 0; i < check_format_count(); i++) {
        const check_format *f = check_format_at(i);
        if (f->summary != NULL) {
            ot__buf_format(out, "  %-6s  %s\n", f->name, f->summary);
        }
    }
}

static void charts(ot_buf *out)
{
    ot__buf_text(out, "Charts (outturn chart KIND):\n");
    for (size_t i = 0; i < ot_chart_kind_count(); i++) {
        const ot_chart_kind *kind = ot_chart_kind_at(i);
        ot__buf_format(out, "  %-12s  %s\n  %12s  of %s\n", kind->name,
                       kind->summary, "", kind->takes);
    }
    ot__buf_text(out, "\nSizes (--size):\n");
    for (size_t i = 0; i < ot_chart_size_count(); i++) {
        ot__buf_format(out, "  %-6s  %s\n", ot_chart_size_at(i)->name,
                       ot_chart_size_at(i)->summary);
    }
    ot__buf_text(out, "\nThemes (--theme):\n");
    for (size_t i = 0; i < ot_chart_theme_count(); i++) {
        ot__buf_format(out, "  %-6s  %s\n", ot_chart_theme_at(i)->name,
                       ot_chart_theme_at(i)->summary);
    }
    ot__buf_text(out, "\nLanguages (--locale):\n");
    for (size_t i = 0; i < ot_chart_locale_count(); i++) {
        ot__buf_format(out, "  %-6s  %s\n", ot_chart_locale_at(i)->name,
                       ot_chart_locale_at(i)->summary);
    }
    ot__buf_text(out, "\nFiles (-o, --format):");
    for (size_t i = 0; i < ot_chart_format_count(); i++) {
        ot__buf_format(out, " %s", ot_chart_format_name(ot_chart_format_at(i)));
    }
    ot__buf_char(out, '\n');
}

static void chart_rows(ot_buf *out)
{
    ot__buf_text(out, "name,takes,summary,example\n");
    for (size_t i = 0; i < ot_chart_kind_count(); i++) {
        const ot_chart_kind *kind = ot_chart_kind_at(i);
        const char *const fields[] = {kind->name, kind->takes, kind->summary};
        for (size_t k = 0; k < sizeof fields / sizeof fields[0]; k++) {
            cli_csv_field(out, fields[k]);
            ot__buf_char(out, ',');
        }
        ot_buf line = {0};
        if (kind->example != NULL) {
            ot__buf_format(&line, "outturn %s", kind->example);
        }
        cli_csv_field(out, ot__buf_cstr(&line));
        ot__buf_char(out, '\n');
        out->failed = out->failed || line.failed;
        ot__buf_free(&line);
    }
}

static void put_methods(ot_buf *out, bool listed)
{
    for (size_t i = 0; i < ot_method_count(); i++) {
        const ot_method *m = ot_method_at(i);
        if (m->listed == listed) {
            ot__buf_format(out, "  %-18s  %s\n  %18s  %s; from: %s\n", m->name,
                           m->summary, "", m->formula, m->source);
            if (m->value != NULL) {
                ot__buf_format(out, "  %18s  each of R: %s\n", "", m->value);
            }
        }
    }
}

static void methods(ot_buf *out)
{
    ot__buf_text(out, "Rules of a projection (outturn project):\n");
    put_methods(out, true);
    ot__buf_text(out, "Further ones, which project --methods asks:\n");
    put_methods(out, false);
    ot__buf_text(
        out,
        "V known, m months of the period's L; V1, T1, R1 last year's same "
        "months, total,\nrest; s the mean share of the known part; w its\n"
        "weight after m months; R the rest as the rule has it.\n"
        "Values y[1] to y[n] are known, p a year; k counts those to come. f is "
        "the season's\nfactor, or a term that is added, and x values without "
        "it, where there is a season by\nthe test of Theta (autocorrelation "
        "at p, 90 %). l is the level at the end, smoothed by a;\nb the trend, "
        "of Theta and dotm the slope of the line by least squares, A its "
        "height at 0;\nphi how much of a trend is left a value later; c "
        "the season of ets. B y[t] = y[t - 1],\nand phi, Phi, theta, Theta "
        "are polynomials of arima. Where all values are above zero and\na "
        "path were not, it is that of logarithms.\n");
}

static void encodings(ot_buf *out)
{
    ot__buf_text(out,
                 "Encodings (--encoding):\n"
                 "  auto          UTF-8; fields that are not are Windows-1252; "
                 "UTF-16 by its mark\n");
    for (size_t i = 0; i < ot__encoding_count(); i++) {
        const ot_encoding *e = ot__encoding_at(i);
        ot__buf_format(out, "  %-12s  %s\n", e->name, e->summary);
    }
    ot__buf_text(out, "A byte order mark in a file comes before --encoding.\n");
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

static void rates(ot_buf *out)
{
    ot__buf_text(
        out,
        "Exchange rates (--rates FILE --in EUR, --in \"bn EUR\"): CSV files of "
        "average rates\n"
        "  month,currency,rate        a row a rate; columns `base` and `units` "
        "may say per what\n"
        "  Date,USD,JPY,...           currencies across, as the European "
        "Central Bank has them\n"
        "  currency,2024-01,2024-02   months across\n"
        "Which way the figures go (--rates-set):\n"
        "  base=EUR                   units of each currency for one euro\n"
        "  quote=AMD                  drams for one unit of each (for 100 "
        "under \"100 JPY\")\n"
        "Rates of days are averaged by month. Each month's figure is converted "
        "at its own rate,\nthen added; what is published for longer, at the "
        "mean of its months' rates. A month\nwithout a rate is not converted: "
        "nothing is interpolated. Rates between two others\ngo through the "
        "base. The rates are taken as exact.\n");
}

static void indicators(ot_buf *out)
{
    ot__buf_text(out, "Indicators (outturn indicator NAME,...|all):\n");
    for (size_t i = 0; i < ot_indicator_count(); i++) {
        const ot_indicator *x = ot_indicator_at(i);
        ot__buf_format(out, "  %-15s  %s\n  %15s  %s; from: %s\n", x->name,
                       x->summary, "", x->formula, x->source);
    }
    ot__buf_text(
        out, "x[k] is the reporter's export, or flow, of commodity k, x[j] to "
             "partner j, m its\nimport, w that of all reporters in the files; "
             "capitals are sums. What is divided by\nnothing is undefined, "
             "not 0.\n");
}

static void scores(ot_buf *out)
{
    ot__buf_text(out, "Scores (outturn backtest):\n");
    for (size_t i = 0; backtest_measures[i] != NULL; i++) {
        ot__buf_format(out, "  %s\n", backtest_measures[i]);
    }
    ot__buf_text(
        out,
        "A question is one period after so many of its months; n counts those "
        "that a method\nanswered. The row `all` is over the questions at all "
        "cut-offs. `auto` is the landing of\noutturn project; the method that "
        "help methods calls auto is auto-months here.\n"
        "Ranges: of auto its distribution; of a method that project asks by "
        "itself its misses in\nearlier years at the same cut-off, three at "
        "least; others have none: cells are empty.\n"
        "What was known: of releases, the first in which just so much of the "
        "period stands; where\nthere is none such the question is not asked. "
        "Without releases, or with --final, the final\nfigures up to the "
        "cut-off, so that revisions are not accounted for. The outcome is by "
        "the\nnewest figures.\n");
}

static const help_topic topics[] = {
    {"charts", "kinds, sizes and files of pictures", charts, chart_rows},
    {"encodings", "how text may be encoded", encodings, NULL},
    {"flows", "what can be selected with -f", flows, NULL},
    {"formats", "text, csv, json, md; lines, sarif, html of check", formats,
     NULL},
    {"indicators", "of trade structure, with formula and source", indicators,
     NULL},
    {"layouts", "how files may be laid out", layouts, NULL},
    {"methods", "the rules of a projection", methods, NULL},
    {"periods", "how periods are written", periods, NULL},
    {"rates", "files of exchange rates", rates, NULL},
    {"scores", "how a backtest measures", scores, NULL},
};

size_t help_topic_count(void)
{
    return sizeof topics / sizeof topics[0];
}

const help_topic *help_topic_at(size_t i)
{
    return &topics[i];
}
