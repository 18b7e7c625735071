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
    {"terr", "territory"}, {"br", "british"},   {"fmr", "former"},
};

#define WORDS   (sizeof words / sizeof words[0])
#define LONGEST 10 // of the full forms

// U+00C0 to U+00FF without accents; the signs of multiplication and division
// become an x.
static const char latin[] = "aaaaaaaceeeeiiiidnoooooxouuuuyts"
                            "aaaaaaaceeeeiiiidnoooooxouuuuyty";

// U+0100 to U+017F likewise.
static const char extended[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

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

// Cyrillic in small letters; yo is written ye, and a short i as an i, as it is
// once its breve stands apart.
static size_t fold_cyrillic(folding *f, unsigned code)
{
    if (code >= 0x410 && code <= 0x42F) {
        code += 0x20;
    } else if (code >= 0x400 && code <= 0x40F) {
        code += 0x50;
    }
    code = code == 0x451 ? 0x435 : code == 0x439 ? 0x438 : code;
    put(f, (char)(0xC0u | code >> 6));
    put(f, (char)(0x80u | (code & 0x3Fu)));
    return 2;
}

// A character of two bytes.
static size_t fold_two(folding *f, const char *at)
{
    const unsigned code =
        ((unsigned char)at[0] & 0x1Fu) << 6 | ((unsigned char)at[1] & 0x3Fu);

    if (code < 0xC0 || (code >= 0x2B0 && code < 0x300)) {
        end_word(f); // no-break space and other signs, raised commas
    } else if (code < 0x100) {
        put(f, latin[code - 0xC0]);
    } else if (code < 0x180) {
        put(f, extended[code - 0x100]);
    } else if (code >= 0x400 && code < 0x460) {
        return fold_cyrillic(f, code);
    } else if (code < 0x300 || code >= 0x370) { // another script: as it is
        put(f, at[0]);
        put(f, at[1]);
    } // else an accent that stands apart
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
    if (c >= 0xC2 && c <= 0xDF && n > 1 &&
        ((unsigned char)at[1] & 0xC0) == 0x80) {
        return fold_two(f, at);
    }
    if (n > 2 && (c == 0xE2 || // dashes and quotation marks
                  memcmp(at, "\xEF\xBF\xBD", 3) == 0)) { // a lost letter
        end_word(f);
        return 3;
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
