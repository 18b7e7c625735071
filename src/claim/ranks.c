// SPDX-License-Identifier: GPL-3.0-or-later
// ranks.c - ranks as words: "record", "third smallest", "5th largest partner".

#include <stdio.h>
#include <string.h>

#include "claim/claims.h"

static const char *const ordinals[] = {"first", "second", "third",   "fourth",
                                       "fifth", "sixth",  "seventh", "eighth",
                                       "ninth", "tenth"};
#define ORDINALS (int)(sizeof ordinals / sizeof ordinals[0])

static const struct {
    const char *word;
    int way; // -1: from the smallest
} superlatives[] = {{"largest", 1}, {"biggest", 1},       {"highest", 1},
                    {"record", 1},  {"all-time high", 1}, {"smallest", -1},
                    {"lowest", -1}, {"record low", -1},   {"all-time low", -1}};

static const char *const partner_words[] = {"partner",       "trading partner",
                                            "trade partner", "market",
                                            "export market", "supplier"};

void ot__rank_figure(int rank, ot_figure *f)
{
    const ot_interval point = ot_interval_point(rank);

    *f = (ot_figure){.usual = point,
                     .hard = point,
                     .truncated = ot_interval_none(),
                     .loose = ot_interval_none(),
                     .point = rank,
                     .step = 1,
                     .hedge = OT_HEDGE_EXACT};
}

void ot__rank_text(int rank, bool of_partners, bool of_rates,
                   char out[OT_RANK_SIZE])
{
    const int place = rank < 0 ? -rank : rank;
    const char *word = of_rates ? "fastest" : rank < 0 ? "smallest" : "largest";
    char ordinal[24] = "";

    if (place == 1 && rank > 0 && !of_partners && !of_rates) {
        snprintf(out, OT_RANK_SIZE, "record");
        return;
    }
    if (place > ORDINALS) {
        snprintf(ordinal, sizeof ordinal, "%dth ", place);
    } else if (place > 1) {
        snprintf(ordinal, sizeof ordinal, "%s ", ordinals[place - 1]);
    }
    snprintf(out, OT_RANK_SIZE, "%s%s%s", ordinal, word,
             of_partners ? " partner" : "");
}

// Takes the word in front of *text off; false: it does not stand there.
static bool take(ot_str *text, const char *word)
{
    const size_t n = strlen(word);

    if (!ot__str_starts(*text, word) || (text->n > n && text->at[n] != ' ')) {
        return false;
    }
    *text = ot__str_trim((ot_str){text->at + n, text->n - n});
    return true;
}

// "second", "12th"; 1 where none stands.
static int take_ordinal(ot_str *text)
{
    size_t n = 0;
    int place = 0;

    for (int i = 0; i < ORDINALS; i++) {
        if (take(text, ordinals[i])) {
            return i + 1;
        }
    }
    for (; n < text->n && n < 4 && text->at[n] >= '0' && text->at[n] <= '9';
         n++) {
        place = 10 * place + (text->at[n] - '0');
    }
    const bool ends = n > 0 && text->n >= n + 2 &&
                      (text->n == n + 2 || text->at[n + 2] == ' ') &&
                      text->at[n] >= 'a';
    if (ends) {
        *text = ot__str_trim((ot_str){text->at + n + 2, text->n - n - 2});
    }
    return ends ? place : 1;
}

bool ot__rank_parse(ot_str text, ot_claim *c)
{
    const size_t all = text.n;
    int way = 0;

    (void)(take(&text, "a") || take(&text, "the"));
    const int place = take_ordinal(&text);
    for (size_t i = 0; i < sizeof superlatives / sizeof superlatives[0]; i++) {
        ot_str rest = text;
        if (take(&rest, superlatives[i].word) && way == 0) {
            way = superlatives[i].way;
            text = rest;
        }
    }
    way = take(&text, "low") ? -1 : way;
    c->of_rates = take(&text, "fastest");
    for (size_t i = 0; i < sizeof partner_words / sizeof partner_words[0];
         i++) {
        ot_str rest = text;
        if (take(&rest, partner_words[i]) && rest.n == 0) {
            c->of_partners = true;
            text = rest;
        }
    }
    ot__rank_figure(way < 0 ? -place : place, &c->figure);
    // A number alone is read as a figure; "first", "second" as a rank.
    return text.n == 0 && all > 0 &&
           (way != 0 || c->of_partners || c->of_rates || place > 1 ||
            all == strlen("first"));
}
