// SPDX-License-Identifier: GPL-3.0-or-later
// sentence.c - what the data say of a period, as a sentence.

#include "outturn/sentence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "outturn/growth.h"
#include "report/job.h"
#include "report/sentence.h"

#define RECORD_LEAST 5 // earlier periods that make a record worth a word

typedef struct saying {
    const ot_panel *panel;
    const ot_view *view;
    const ot_sentence_options *options;
    ot_growth growth;
    bool balance; // amounts are told by their size
    ot_buf *out;
} saying;

// ---- whose ------------------------------------------------------------------

typedef struct flow_words {
    const char *flow, *words, *link;
} flow_words;

static const flow_words flows[] = {{"export", "exports", "to"},
                                   {"import", "imports", "from"},
                                   {"re-export", "re-exports", "to"},
                                   {"turnover", "trade turnover", "with"}};

static flow_words words_of(const saying *s)
{
    const ot_flow *flow = ot_view_flow(s->view);

    for (size_t i = 0; i < sizeof flows / sizeof flows[0]; i++) {
        if (strncmp(flow->name, flows[i].flow, strlen(flows[i].flow)) == 0) {
            return flows[i];
        }
    }
    const bool below = s->balance && s->growth.value.y < 0;
    return s->balance
               ? (flow_words){"balance",
                              below ? "trade deficit" : "trade surplus", "with"}
               : (flow_words){flow->name, flow->name, "with"};
}

// " of commodity 2709": neither the figure nor its share is of all goods.
static void put_commodity(const saying *s)
{
    const char *commodity = ot_view_commodity(s->view);

    if (strcmp(commodity, "TOTAL") != 0) {
        ot__buf_format(s->out, " of commodity %s", commodity);
    }
}

// "In 2024 the US trade deficit with China", "In June 2024 Armenia's exports to
// Russia"
static void put_subject(const saying *s, const flow_words *w)
{
    const ot_area reporter = ot_view_reporter(s->view);
    const ot_area partner = ot_view_partner(s->view);
    char period[64];

    ot__buf_format(s->out, "In %s ",
                   ot_period_words(s->options->period, period));
    ot__say_owner(s->out, ot_panel_area_name(s->panel, reporter), s->balance);
    ot__buf_text(s->out, w->words);
    put_commodity(s);
    if (partner >= ot_area_count() ||
        ot_area_kind_of(partner) != OT_AREA_WORLD) {
        ot__buf_format(s->out, " %s ", w->link);
        ot__say_with_article(s->out, ot_panel_area_name(s->panel, partner));
    }
}

// ---- how much it grew -------------------------------------------------------

// What is said of a multiple between `from` and `to`: as far as "nearly" and
// "more than" reach in their usual reading.
static const struct {
    double from, to;
    const char *words;
} multiples[] = {{1.8, 2, "nearly doubled"},    {2, 2.7, "more than doubled"},
                 {2.7, 3, "nearly tripled"},    {3, 3.6, "more than tripled"},
                 {3.6, 4, "nearly quadrupled"}, {4, 5, "more than quadrupled"},
                 {5, 6, "more than quintupled"}};

static const char *multiple_words(ot_interval ratio)
{
    for (size_t i = 0; i < sizeof multiples / sizeof multiples[0]; i++) {
        if (ratio.lo >= multiples[i].from && ratio.hi < multiples[i].to) {
            return multiples[i].words;
        }
    }
    return NULL;
}

// The ratio of sizes; none where there is no growth to speak of.
static ot_interval ratio_of(const saying *s, double *mid)
{
    const ot_growth *g = &s->growth;
    const bool deficits = g->value.y < 0 && g->base.y < 0;

    *mid = deficits ? g->value.y / g->base.y : g->ratio_mid;
    if (!(*mid > 0) || !isfinite(*mid)) {
        return ot_interval_none();
    }
    return deficits ? ot_interval_div(
                          ot_interval_scale(ot_value_interval(g->value), -1),
                          ot_interval_scale(ot_value_interval(g->base), -1))
                    : g->ratio;
}

// A rate as it can be told from rounded data: "about" where it is not known to
// the last digit shown.
static void put_rate(ot_buf *out, double mid, ot_interval range, int decimals)
{
    char number[OT_NUMBER_SIZE];
    const double width = range.hi - range.lo;

    while (decimals > 0 && width > pow(10, -decimals)) {
        decimals--;
    }
    ot__buf_format(out, "%s%s", width > pow(10, -decimals) ? "about " : "",
                   ot__fixed(number, mid, decimals));
}

static const char *verb_of(const saying *s, bool up)
{
    return s->balance ? (up ? "widened" : "narrowed") : (up ? "rose" : "fell");
}

// The verb up to the level: " rose 3.5 % to ", " more than doubled to ". What
// is to be told behind the base goes into *after.
static void put_verb(const saying *s, ot_buf *after)
{
    double mid;
    const ot_interval ratio = ratio_of(s, &mid);
    const ot_interval rate =
        ot_interval_scale(ot_interval_shift(ratio, -1), 100);
    const double percent = 100 * (mid - 1);
    const bool known = !ot_interval_is_none(ratio);
    const char *words = known ? multiple_words(ratio) : NULL;

    if (!known || fabs(percent) < 0.05) {
        ot__buf_text(s->out, " amounted to ");
    } else if (words != NULL) {
        ot__buf_format(s->out, " %s to ", words);
        ot__buf_text(after, mid < 2 ? ", a rise of " : ", ");
        put_rate(after, mid < 2 ? percent : mid, mid < 2 ? rate : ratio,
                 mid < 2 ? 1 : 2);
        ot__buf_text(after, mid < 2 ? " %" : " times as much");
    } else if (mid >= 2) {
        ot__buf_text(s->out, " reached ");
        ot__buf_text(after, ", ");
        put_rate(after, mid, ratio, 2);
        ot__buf_text(after, " times as much");
    } else {
        ot__buf_format(s->out, " %s ", verb_of(s, percent > 0));
        put_rate(s->out, fabs(percent), rate, 1);
        ot__buf_text(s->out, " % to ");
    }
}

// ---- what stands around -----------------------------------------------------

// Larger than every such period before it, of which there are some.
static bool is_record(const saying *s)
{
    ot_history h = {.step = ot__rank_step(s->options->period)};

    return !s->balance &&
           ot__rank_over_time(s->view, s->options->period, &h, 1,
                              s->growth.value.y, INT32_MIN) == 1 &&
           h.compared >= RECORD_LEAST && h.holes == 0;
}

static void put_base(const saying *s)
{
    const ot_growth *g = &s->growth;
    const ot_period before = ot_period_year_before(s->options->period);
    const bool turned = s->balance && g->base.y * g->value.y < 0;
    double mid;
    const bool grew =
        !ot_interval_is_none(ratio_of(s, &mid)) && fabs(mid - 1) >= 0.0005;
    char period[64];

    if (isnan(g->base.y) || (g->base.y == 0 && !s->balance)) {
        return;
    }
    ot__buf_text(s->out, grew ? ", from " : ", against ");
    if (turned) {
        ot__buf_format(s->out, "a %s of ",
                       g->base.y < 0 ? "deficit" : "surplus");
    }
    ot__say_plain_amount(s->out, g->base, ot_view_unit(s->view), false);
    if (ot_period_equal(g->base_period, before)) {
        ot__buf_text(s->out, " a year earlier");
    } else {
        ot__buf_format(s->out, " in %s",
                       ot_period_words(g->base_period, period));
    }
}

// The value of another selection over the same period; y NaN: not there, or a
// sum of the partners that happen to be.
static ot_value beside(const saying *s, const char *flow, ot_area partner)
{
    ot_selection asked = {.reporter = ot_view_reporter(s->view),
                          .partner = partner,
                          .flow = ot_flow_find(flow, strlen(flow)),
                          .basis = ot_view_basis(s->view)[0] != '\0'
                                       ? ot_view_basis(s->view)
                                       : NULL,
                          .as_of = s->options->as_of};
    ot_value v = {.y = NAN};
    ot_view *view;

    ot__str_copy(ot__str(ot_view_commodity(s->view)), asked.commodity,
                 sizeof asked.commodity);
    if (ot_view_rates(s->view) == NULL && asked.flow != NULL &&
        ot_panel_select(s->panel, &asked, &view, NULL) == OT_OK) {
        if (ot_view_partners_added(view) == 0) {
            v = ot_view_value(view, s->options->period);
        }
        ot_view_free(view);
    }
    return v;
}

static void put_parts(const saying *s)
{
    const ot_unit unit = ot_view_unit(s->view);
    const ot_area partner = ot_view_partner(s->view);

    if (strcmp(ot_view_flow(s->view)->name, "turnover") != 0) {
        return;
    }
    const ot_value out = beside(s, "export", partner);
    const ot_value in = beside(s, "import", partner);
    if (out.y > 0 && in.y > 0) {
        ot__buf_text(s->out, " (exports ");
        ot__say_plain_amount(s->out, out, unit, false);
        ot__buf_text(s->out, ", imports ");
        ot__say_plain_amount(s->out, in, unit, false);
        ot__buf_char(s->out, ')');
    }
}

static void put_share(const saying *s, const flow_words *w)
{
    const ot_area world = ot_area_find("WLD", 3);
    const ot_value all = s->balance || ot_view_partner(s->view) == world
                             ? (ot_value){.y = NAN}
                             : beside(s, ot_view_flow(s->view)->name, world);
    const ot_value *v = &s->growth.value;

    if (all.y > 0 && v->y / all.y >= 0.001) {
        ot__buf_text(s->out, "; that was ");
        put_rate(s->out, 100 * v->y / all.y,
                 ot_interval_scale(ot_interval_div(ot_value_interval(*v),
                                                   ot_value_interval(all)),
                                   100),
                 1);
        ot__buf_text(s->out, " % of all ");
        ot__say_owner(s->out,
                      ot_panel_area_name(s->panel, ot_view_reporter(s->view)),
                      false);
        ot__buf_text(s->out, w->words);
        put_commodity(s);
    }
}

// ---- the whole --------------------------------------------------------------

static void put_sentence(const saying *s)
{
    const flow_words w = words_of(s);
    ot_buf after = {0};

    put_subject(s, &w);
    put_verb(s, &after);
    ot__buf_text(s->out, is_record(s) ? "a record " : "");
    ot__say_plain_amount(s->out, s->growth.value, ot_view_unit(s->view), true);
    put_base(s);
    ot__buf_text(s->out, ot__buf_cstr(&after));
    put_parts(s);
    put_share(s, &w);
    ot__buf_char(s->out, '.');
    s->out->failed = s->out->failed || after.failed;
    ot__buf_free(&after);
}

ot_status ot_sentence_growth(const ot_panel *panel, const ot_view *view,
                             const ot_sentence_options *options,
                             char **sentence, ot_error *err)
{
    const ot_period base = options->base.months > 0
                               ? options->base
                               : ot_period_year_before(options->period);
    ot_buf out = {0};
    const saying s = {panel,
                      view,
                      options,
                      ot_growth_between(view, options->period, base),
                      strncmp(ot_view_flow(view)->name, "balance", 7) == 0,
                      &out};
    const double y = s.growth.value.y;
    char period[64];

    if (isnan(y) || y == 0 || (y < 0 && !s.balance)) {
        return ot_fail(
            err, OT_E_DATA, NULL, "%s of %s is %s", ot_view_flow(view)->name,
            ot_period_words(options->period, period),
            isnan(y) ? ot_state_name(s.growth.value.state) : "zero or less");
    }
    put_sentence(&s);
    if (out.failed) {
        ot__buf_free(&out);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a sentence");
    }
    *sentence = out.at; // NUL-terminated
    return OT_OK;
}
