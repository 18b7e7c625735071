// SPDX-License-Identifier: GPL-3.0-or-later
// fold.c - names of places reduced to what does not differ between sources.
#include "data/fold.h"

#include <stdbool.h>
#include <string.h>

typedef struct folding {
    char *out;
    size_t n;
    size_t word; // where the word at hand begins
    size_t words;
    bool inside; // a word
} folding;

// Words that sources write in several ways.
static const struct {
    const char *word, *full;
} words[] = {
    {"the", ""},           {"of", ""},          {"and", ""},
    {"st", "saint"},       {"rep", "republic"}, {"dem", "democratic"},
    {"isds", "islands"},   {"isd", "island"},   {"isl", "islands"},
    {"terr", "territory"}, {"br", "british"},
};

#define WORDS   (sizeof words / sizeof words[0])
#define LONGEST 10 // of the full forms

// U+00C0 to U+00FF without accents; the signs of multiplication and division
// become an x.
static const char latin[] = "aaaaaaaceeeeiiiidnoooooxouuuuyts"
                            "aaaaaaaceeeeiiiidnoooooxouuuuyty";

static bool has_room(const folding *f)
{
    return f->n + LONGEST < OT_FOLD_SIZE;
}

// Writes out or leaves out the word that begins at `at` and ends at f->n.
static void write_out(folding *f, size_t at)
{
    const size_t n = f->n - at;

    for (size_t i = 0; i < WORDS; i++) {
        if (strlen(words[i].word) == n &&
            memcmp(f->out + at, words[i].word, n) == 0) {
            const size_t full = strlen(words[i].full);
            memcpy(f->out + at, words[i].full, full);
            f->n = at + full;
            return;
        }
    }
}

static void end_word(folding *f)
{
    if (f->inside && f->words > 1) {
        write_out(f, f->word);
    }
    f->inside = false;
}

static void put(folding *f, char c)
{
    if (!f->inside) {
        if (f->words == 1) { // the first was no code, then
            write_out(f, 0);
        }
        f->inside = true;
        f->word = f->n;
        f->words++;
    }
    f->out[f->n++] = c;
}

// Cyrillic in small letters; yo is written ye. Two bytes of a character.
static size_t fold_cyrillic(folding *f, unsigned lead, unsigned tail)
{
    unsigned code = (lead & 0x1Fu) << 6 | (tail & 0x3Fu);

    if (code >= 0x410 && code <= 0x42F) {
        code += 0x20;
    } else if (code == 0x401 || code == 0x451) {
        code = 0x435;
    }
    put(f, (char)(0xC0u | code >> 6));
    put(f, (char)(0x80u | (code & 0x3Fu)));
    return 2;
}

// One character from at on, of n > 0 bytes; returns how many it took.
static size_t fold_one(folding *f, const char *at, size_t n)
{
    const unsigned char c = (unsigned char)at[0];

    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
        c == '_') { // "_X" is another code than "X"
        put(f, at[0]);
        return 1;
    }
    if (c >= 'A' && c <= 'Z') {
        put(f, (char)(c + ('a' - 'A')));
        return 1;
    }
    if (c < 0x80) {
        end_word(f);
        return 1;
    }
    if (c == 0xC3 && n > 1 && ((unsigned char)at[1] & 0xC0) == 0x80) {
        put(f, latin[(unsigned char)at[1] & 0x3F]);
        return 2;
    }
    if (c == 0xC2 && n > 1) { // no-break space and other signs
        end_word(f);
        return 2;
    }
    if (c == 0xE2 && n > 2) { // dashes and quotation marks
        end_word(f);
        return 3;
    }
    if ((c == 0xD0 || c == 0xD1) && n > 1) {
        return fold_cyrillic(f, c, (unsigned char)at[1]);
    }
    put(f, at[0]); // another script: as it is
    return 1;
}

size_t ot__fold(const char *text, size_t n, char out[OT_FOLD_SIZE])
{
    folding f = {.out = out};

    for (size_t i = 0; i < n;) {
        if (!has_room(&f)) {
            return 0;
        }
        i += fold_one(&f, text + i, n - i);
    }
    end_word(&f);
    return f.n;
}

uint32_t ot__fold_hash(const char *folded, size_t n)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < n; i++) {
        hash = (hash ^ (unsigned char)folded[i]) * 16777619u;
    }
    return hash;
}
