// SPDX-License-Identifier: GPL-3.0-or-later
// A headline that was given is held to the figures that are drawn.
#include <math.h>
#include <string.h>

#include "outturn/check.h"
#include "outturn/extract.h"
#include "plot/scale.h"
#include "report/picture.h"

#define YEAR 12

// Which of the views a claim is about; NULL: none, or it cannot be told. A
// headline names the two sides in any order, one of them or neither.
static const ot_view *view_of(const ot_making *m, const ot_claim *c)
{
    const ot_view *found = NULL;

    for (size_t i = 0; i < m->views; i++) {
        const ot_view *view = m->view[i];
        const ot_area named[] = {c->reporter, c->partner};
        bool other =
            c->flow != NULL && ot_view_flow(view) != c->flow && m->views > 1;
        for (int k = 0; k < 2; k++) {
            other = other || (named[k] != OT_AREA_NONE &&
                              named[k] != ot_view_reporter(view) &&
                              named[k] != ot_view_partner(view) &&
                              ot_area_kind_of(named[k]) != OT_AREA_WORLD);
        }
        if (!other && found != NULL) {
            return NULL;
        }
        found = other ? found : view;
    }
    return found;
}

// What the picture says of itself fills in what its headline leaves out.
static bool complete(const ot_making *m, ot_claim *c)
{
    const ot_period about = m->picture->about;
    const ot_view *view = view_of(m, c);

    if (view == NULL || c->modality != OT_STATED || c->commodity[0] != '\0') {
        return false;
    }
    // "Russia's exports" are not Armenia's; turnover is the same from both
    // sides.
    if (c->flow != NULL && !ot_flow_composed(c->flow) &&
        c->reporter == ot_view_partner(view)) {
        return false;
    }
    c->reporter = ot_view_reporter(view);
    c->partner = ot_view_partner(view);
    c->flow = c->flow != NULL ? c->flow : ot_view_flow(view);
    if (c->period.months == 0) {
        c->period = about;
        c->base = ot_period_year_before(about);
    } else if (m->picture->to_date && c->period.months == 1 &&
               ot_period_contains((ot_period){about.first, YEAR}, c->period)) {
        // "by June" of sums to date.
        c->period = ot_period_range(about.first, c->period.first);
        c->base = ot_period_year_before(c->period);
    }
    return c->period.months > 0;
}

static void say_right(ot_buf *b, const ot_making *m, const ot_claim *c,
                      const ot_finding *f)
{
    char number[OT_NUMBER_SIZE];
    const double ratio = f->value.y / f->base.y;

    switch (c->kind) {
    case OT_CLAIM_LEVEL:
        ot__say_amount(b, f->value.y, ot_view_unit(m->view[0]));
        break;
    case OT_CLAIM_MULTIPLE:
        ot__buf_format(b, "%s times", ot__figures(number, ratio, 3));
        break;
    case OT_CLAIM_GROWTH:
        ot__buf_format(b, "%s\u00A0%%",
                       ot__fixed(number, 100 * (ratio - 1), 1));
        break;
    default:
        ot__buf_text(b, ot__figures(number, f->mid, 4));
    }
}

static ot_status refuse(const ot_making *m, const ot_claim *c,
                        const ot_finding *f, ot_error *err)
{
    const char *said = c->said.quote[0] != '\0' ? c->said.quote : c->stated;
    char words[64];
    ot_buf right = {0};

    say_right(&right, m, c, f);
    const ot_status status = ot_fail(
        err, OT_E_USAGE, NULL,
        "the title says '%.60s' of %s; the figures say %s: mend the title, or "
        "leave it out",
        said, ot_period_words(c->period, words), ot__buf_cstr(&right));
    ot__buf_free(&right);
    return status;
}

static ot_status judge(const ot_making *m, const ot_claims *claims,
                       ot_error *err)
{
    const ot_day day = ot_view_release(m->view[0]);
    const ot_check_options options = {.date = day == OT_DAY_NONE ? OT_DAY_LATEST
                                                                 : day,
                                      .basis = ot_view_basis(m->view[0]),
                                      .year_start = m->options->year_start};
    ot_checking *checking = NULL;
    ot_status status = ot_check(claims, m->panel, &options, &checking, err);

    for (size_t i = 0; i < claims->n && status == OT_OK; i++) {
        const ot_finding *f = &checking->finding[i * (size_t)checking->columns];
        if (f->known &&
            (f->verdict == OT_DIFFERS || f->verdict == OT_FITS_ANOTHER)) {
            status = refuse(m, &claims->claim[i], f, err);
        }
    }
    ot_checking_free(checking);
    return status;
}

ot_status ot__picture_check_title(const ot_making *m, ot_error *err)
{
    const char *title = m->options->headline;
    ot_claims *claims = NULL;
    size_t kept = 0;

    if (title == NULL || m->picture->about.months == 0 ||
        ot_view_rates(m->view[0]) != NULL) {
        return OT_OK;
    }
    const ot_extract_options options = {
        .date =
            ot_day_of(ot_month_year(ot_period_last(m->picture->about)),
                      ot_month_of_year(ot_period_last(m->picture->about)), 28)};
    ot_status status =
        ot_extract("title", title, strlen(title), &options, &claims, err);

    if (status != OT_OK || claims == NULL) {
        return status;
    }
    for (size_t i = 0; i < claims->n; i++) {
        if (complete(m, &claims->claim[i])) {
            claims->claim[kept++] = claims->claim[i];
        }
    }
    claims->n = kept;
    status = judge(m, claims, err);
    ot_claims_free(claims);
    return status;
}
