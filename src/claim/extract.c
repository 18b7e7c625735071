// SPDX-License-Identifier: GPL-3.0-or-later
// extract.c - a text, sentence by sentence, to claims.

#include "outturn/extract.h"

#include <stdlib.h>
#include <string.h>

#include "claim/extraction.h"

static void point_to_texts(ot_extraction *x)
{
    ot_claims *set = x->claims;

    set->texts = x->texts.at;
    for (size_t i = 0; i < set->n; i++) {
        ot_claim *c = &set->claim[i];
        const char **texts[] = {
            &c->id,        &c->group,        &c->commodity,     &c->basis,
            &c->stated,    &c->place,        &c->said.quote,    &c->said.unit,
            &c->said.flow, &c->said.partner, &c->said.reporter, &c->said.period,
            &c->said.base, &c->vintage,      &c->parts};
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
            *texts[k] = x->texts.at + (uintptr_t)*texts[k];
        }
    }
}

// ---- prints -----------------------------------------------------------------

#define PRINTS_NEAR 64 // how many claims apart two prints may stand

// Two figures for one thing, of different prints?
static bool are_prints(const ot_claim *a, const ot_claim *b)
{
    return a->kind == b->kind && a->reporter == b->reporter &&
           a->partner == b->partner && a->flow == b->flow &&
           strcmp(a->basis, b->basis) == 0 &&
           strcmp(a->vintage, b->vintage) != 0 &&
           ot_period_equal(a->period, b->period) &&
           strcmp(a->said.period, b->said.period) == 0 &&
           !ot_interval_meets(a->figure.usual, b->figure.usual);
}

// "Preliminary data show" sets figures apart only where a text has two that
// differ for one thing.
static void drop_lone_vintages(ot_claims *set)
{
    for (size_t i = 0; i < set->n; i++) {
        for (size_t k = i + 1; k < set->n && k < i + PRINTS_NEAR; k++) {
            if (are_prints(&set->claim[i], &set->claim[k])) {
                return;
            }
        }
    }
    for (size_t i = 0; i < set->n; i++) {
        set->claim[i].vintage = "";
    }
}

// ---- sentences --------------------------------------------------------------

// A deficit is of trade where no budget is spoken of.
static bool is_flow(const ot_passage *p, size_t i)
{
    const int topic = p->items.at[i].value;

    return ot__is(p, i, WORD_FLOW) && topic != TOPIC_OTHER &&
           !(p->context->budget &&
             (topic == TOPIC_DEFICIT || topic == TOPIC_SURPLUS));
}

// Is there anything of trade here, or before in the paragraph?
static bool is_of_trade(const ot_passage *p)
{
    bool standin = false;

    for (size_t i = 0; i < p->items.n; i++) {
        p->context->budget = p->context->budget || ot__is(p, i, WORD_BUDGET);
    }
    for (size_t i = 0; i < p->items.n; i++) {
        if (is_flow(p, i) || ot__is(p, i, WORD_PARTNER)) {
            return true;
        }
        standin = standin || ot__is(p, i, WORD_SHARE) ||
                  (ot__is(p, i, WORD_STANDIN) && p->items.at[i].value == 0);
    }
    return standin || p->context->topic != TOPIC_NONE;
}

// Does the sentence say that a pace is kept?
static bool tells_pace(const ot_extraction *x, size_t from, size_t to)
{
    const char *text = x->clean.text;

    for (size_t i = from; i < to; i++) {
        if (i > from && text[i - 1] != ' ') {
            continue;
        }
        for (const char *const *p = x->book.grammar->pace; *p != NULL; p++) {
            if (ot__phrase_at((ot_str){text + i, to - i}, *p) > 0) {
                return true;
            }
        }
    }
    return false;
}

// The last period of what was, else of what is expected, goes on.
static void carry_when(ot_passage *p)
{
    const ot_spoken *last = NULL;

    for (size_t k = 0; k < p->n; k++) {
        const ot_spoken *s = &p->spoken[k];
        if (!s->old && !s->aside && s->when != NULL &&
            (s->modality == OT_STATED || last == NULL ||
             last->modality != OT_STATED)) {
            last = s;
        }
    }
    if (last != NULL) {
        p->context->when = *last->when;
        p->context->ahead = last->modality != OT_STATED;
    }
}

static ot_status read_sentence(ot_extraction *x, size_t from, size_t to,
                               ot_error *err)
{
    ot_passage *p = &x->passage;

    p->items.n = 0;
    p->n = 0;
    p->pace = tells_pace(x, from, to);
    x->sentence++;
    ot_status status =
        ot__itemize(&x->clean, &x->book, from, to, &p->items, err);
    if (status != OT_OK) {
        return status;
    }
    ot__settle_references(p);
    if (!is_of_trade(p)) {
        return status;
    }
    ot__carry_units(p);
    status = ot__speak(p, err);
    if (status != OT_OK) {
        return status;
    }
    ot__settle_topics(p);
    ot__settle_wares(p);
    ot__settle_modality(p);
    ot__settle_places(p);
    ot__settle_periods(p);
    ot__settle_each(p);
    ot__settle_over(p);
    ot__settle_aspects(p, from, to);
    ot__settle_sums(p, from, to);
    for (size_t k = 0; k < p->n && status == OT_OK; k++) {
        status = ot__extraction_add(x, &p->spoken[k], err);
    }
    carry_when(p);
    return status;
}

// A text keeps its currency: paragraphs name it once.
static void new_paragraph(ot_extraction *x)
{
    ot_context next = {.topic = TOPIC_NONE};

    if (!x->options->each_line) {
        memcpy(next.currency, x->context.currency, sizeof next.currency);
    }
    x->context = next;
}

static ot_status read_text(ot_extraction *x, ot_error *err)
{
    ot_status status = OT_OK;
    size_t at = 0;

    x->passage.clean = &x->clean;
    x->passage.grammar = x->book.grammar;
    x->passage.context = &x->context;
    while (at < x->clean.n && status == OT_OK) {
        if (x->clean.text[at] == '\n') {
            new_paragraph(x);
            at++;
            continue;
        }
        const size_t end = ot__sentence_end(&x->clean, x->book.grammar, at);
        status = read_sentence(x, at, end, err);
        at = end;
    }
    return status;
}

// ---- the whole --------------------------------------------------------------

static ot_status run(ot_extraction *x, size_t n, ot_error *err)
{
    ot_status status = ot__clean(x->text, n, x->options->each_line,
                                 !x->book.grammar->capitals, &x->clean, err);

    if (status == OT_OK) {
        status = read_text(x, err);
    }
    ot__clean_free(&x->clean);
    free(x->passage.items.at);
    free(x->passage.spoken);
    if (status == OT_OK && x->texts.failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
    }
    return status;
}

ot_status ot_extract(const char *path, const char *text, size_t n,
                     const ot_extract_options *options, ot_claims **claims,
                     ot_error *err)
{
    static const ot_extract_options none = {.date = OT_DAY_NONE};
    ot_extraction x = {.options = options != NULL ? options : &none,
                       .path = path,
                       .text = text,
                       .line = 1};
    const ot_grammar *g = ot__grammar_find(x.options->language);

    if (g == NULL) {
        return ot_fail(err, OT_E_USAGE, NULL,
                       "no language is called '%.8s' (en, ru)",
                       x.options->language);
    }
    ot__phrasebook(g, &x.book);
    x.claims = calloc(1, sizeof *x.claims);
    if (x.claims != NULL) {
        x.claims->path = ot__str_dup(ot__str(path));
    }
    if (x.claims == NULL || x.claims->path == NULL) {
        free(x.claims);
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for claims");
    }
    const ot_status status = run(&x, n, err);
    if (status != OT_OK) {
        ot__buf_free(&x.texts);
        ot_claims_free(x.claims);
        return status;
    }
    point_to_texts(&x);
    drop_lone_vintages(x.claims);
    *claims = x.claims;
    return OT_OK;
}
