// SPDX-License-Identifier: GPL-3.0-or-later
// decimal.c - figures read exactly.

#include "outturn/decimal.h"

#include <string.h>

#include "base/text.h"

#define DIGITS_MOST 18 // |digits| < 10^18

typedef struct scan {
    const char *at, *end;
    int64_t digits;
    int kept;      // significant digits in digits
    int exponent;  // of the last kept digit
    int any;       // digits seen at all
    int next;      // first digit beyond the 18th; -1: none
    bool more;     // a digit other than 0 after that
    bool too_many; // beyond the 18th before the point
} scan;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void take_digit(scan *s, char c, bool fraction)
{
    s->any++;
    if (s->kept == 0 && c == '0' && !fraction) {
        return; // a leading zero
    }
    if (s->kept < DIGITS_MOST) {
        s->digits = 10 * s->digits + (c - '0');
        s->kept += s->digits != 0;
        s->exponent -= fraction ? 1 : 0;
        return;
    }
    s->too_many = s->too_many || !fraction;
    if (s->next < 0) {
        s->next = c - '0';
    } else {
        s->more = s->more || c != '0';
    }
}

// Bytes of a mark that may set off groups of three: a space of some kind, an
// apostrophe, or the mark that is not the decimal one.
static size_t group_mark(const scan *s, char decimal_mark)
{
    static const char *const marks[] = {
        " ", "'", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99"};
    const size_t left = (size_t)(s->end - s->at);

    if (left > 0 && *s->at == (decimal_mark == ',' ? '.' : ',')) {
        return 1;
    }
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        const size_t n = strlen(marks[i]);
        if (left >= n && memcmp(s->at, marks[i], n) == 0) {
            return n;
        }
    }
    return 0;
}

// Exactly three digits follow, and then no digit.
static bool three_follow(const char *at, const char *end)
{
    return end - at >= 3 && is_digit(at[0]) && is_digit(at[1]) &&
           is_digit(at[2]) && (end - at == 3 || !is_digit(at[3]));
}

// Whole digits with their groups.
static void take_whole(scan *s, char decimal_mark)
{
    int run = 0;
    bool grouped = false;

    while (s->at < s->end) {
        const size_t mark = group_mark(s, decimal_mark);
        if (is_digit(*s->at)) {
            take_digit(s, *s->at++, false);
            run++;
        } else if (mark > 0 && run >= 1 && (grouped ? run == 3 : run <= 3) &&
                   three_follow(s->at + mark, s->end)) {
            s->at += mark;
            run = 0;
            grouped = true;
        } else {
            break;
        }
    }
}

static bool take_exponent(scan *s)
{
    int power = 0, n = 0;
    bool minus = false;

    if (s->at == s->end || (*s->at != 'e' && *s->at != 'E')) {
        return true;
    }
    s->at++;
    if (s->at < s->end && (*s->at == '-' || *s->at == '+')) {
        minus = *s->at++ == '-';
    }
    for (; s->at < s->end && is_digit(*s->at) && n < 4; n++) {
        power = 10 * power + (*s->at++ - '0');
    }
    s->exponent += minus ? -power : power;
    return n > 0;
}

// A sign at *at: -1, 1, or 0 where there is none; moves on.
static int take_sign(const char **at, const char *end)
{
    if (*at < end && (**at == '-' || **at == '+')) {
        return *(*at)++ == '-' ? -1 : 1;
    }
    if (end - *at >= 3 && memcmp(*at, "\xE2\x88\x92", 3) == 0) {
        *at += 3;
        return -1;
    }
    return 0;
}

static ot_status not_a_number(const scan *s, char decimal_mark,
                              const char **why)
{
    const char other = decimal_mark == ',' ? '.' : ',';

    if (why != NULL && s->any > 0 && s->at < s->end && *s->at == other) {
        *why =
            other == ',' ? "is it --decimal=comma?" : "is it --decimal=point?";
    }
    return OT_E_SYNTAX;
}

static ot_status finish(scan *s, int sign, ot_decimal *value)
{
    if (s->too_many) {
        return OT_E_LIMIT;
    }
    const bool up =
        s->next > 5 || (s->next == 5 && (s->more || (s->digits & 1) != 0));
    if (up) {
        s->digits++;
        if (s->digits == 1000000000000000000) {
            s->digits /= 10;
            s->exponent++;
        }
    }
    if (s->digits == 0 && s->exponent > 0) {
        s->exponent = 0;
    }
    if (s->exponent < -120 || s->exponent > 120) {
        return OT_E_LIMIT;
    }
    *value =
        (ot_decimal){sign < 0 ? -s->digits : s->digits, (int8_t)s->exponent};
    return OT_OK;
}

// Up to 17 plain digits with at most one point: what nearly all fields are.
static bool parse_plain(const char *at, const char *end, char mark,
                        ot_decimal *value)
{
    const bool minus = at < end && *at == '-';
    int64_t digits = 0;
    int fraction = -1, n = 0;

    at += minus;
    if (end - at < 1 || end - at > 17) {
        return false;
    }
    for (; at < end; at++) {
        if (is_digit(*at)) {
            digits = 10 * digits + (*at - '0');
            fraction += fraction >= 0;
            n++;
        } else if (*at == mark && fraction < 0) {
            fraction = 0;
        } else {
            return false;
        }
    }
    *value = (ot_decimal){minus ? -digits : digits,
                          (int8_t)(fraction > 0 ? -fraction : 0)};
    return n > 0;
}

ot_status ot_decimal_parse(const char *text, size_t n, ot_decimal_form form,
                           ot_decimal *value, const char **why)
{
    const char mark = form.mark != '\0' ? form.mark : '.';
    const ot_str s = ot__str_trim((ot_str){text, n});
    scan c = {.at = s.at, .end = s.at + s.n, .next = -1};

    if (why != NULL) {
        *why = NULL;
    }
    if (parse_plain(c.at, c.end, mark, value)) {
        return OT_OK;
    }
    int sign = take_sign(&c.at, c.end);
    take_whole(&c, mark);
    if (c.at < c.end && *c.at == mark) {
        c.at++;
        while (c.at < c.end && is_digit(*c.at)) {
            take_digit(&c, *c.at++, true);
        }
    }
    if (c.any == 0 || !take_exponent(&c)) {
        return not_a_number(&c, mark, why);
    }
    if (sign == 0 && c.at < c.end) {
        sign = take_sign(&c.at, c.end); // "12-"
    }
    if (c.at != c.end) {
        return not_a_number(&c, mark, why);
    }
    return finish(&c, sign, value);
}

// Powers of ten that a double holds exactly.
static const double exact_powers[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// Big numbers for the rare case: enough for 10^138 x 2^60.
#define LIMBS 24

typedef struct big {
    uint32_t limb[LIMBS]; // least first
} big;

static void big_times(big *b, uint32_t factor)
{
    uint64_t carry = 0;

    for (size_t i = 0; i < LIMBS; i++) {
        carry += (uint64_t)b->limb[i] * factor;
        b->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void big_double(big *b, int times)
{
    while (times-- > 0) {
        big_times(b, 2);
    }
}

static int big_compare(const big *a, const big *b)
{
    for (size_t i = LIMBS; i-- > 0;) {
        if (a->limb[i] != b->limb[i]) {
            return a->limb[i] < b->limb[i] ? -1 : 1;
        }
    }
    return 0;
}

static void big_minus(big *a, const big *b)
{
    int64_t borrow = 0;

    for (size_t i = 0; i < LIMBS; i++) {
        borrow += (int64_t)a->limb[i] - b->limb[i];
        a->limb[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
}

static double two_to(int power)
{
    double x = 1;

    for (; power > 0; power--) {
        x *= 2;
    }
    for (; power < 0; power++) {
        x /= 2;
    }
    return x;
}

// top / bottom as the nearest double, ties to even: the quotient is brought to
// 53 bits by doubling one side, then divided bit by bit.
static double big_ratio(big top, big bottom)
{
    const big zero = {{0}};
    int power = 0;
    uint64_t bits = 0;

    if (big_compare(&top, &zero) == 0) {
        return 0;
    }
    while (big_compare(&top, &bottom) < 0) {
        big_double(&top, 1);
        power--;
    }
    for (;;) { // bottom <= top < 2 bottom
        big twice = bottom;
        big_double(&twice, 1);
        if (big_compare(&top, &twice) < 0) {
            break;
        }
        bottom = twice;
        power++;
    }
    for (int i = 0; i < 53; i++) {
        bits *= 2;
        if (big_compare(&top, &bottom) >= 0) {
            big_minus(&top, &bottom);
            bits |= 1;
        }
        big_double(&top, 1);
    }
    const int rest = big_compare(&top, &bottom); // half a unit stands at bottom
    bits += rest > 0 || (rest == 0 && (bits & 1) != 0);
    return (double)bits * two_to(power - 52);
}

static double by_long_division(uint64_t digits, int exponent)
{
    big top = {{(uint32_t)digits, (uint32_t)(digits >> 32)}};
    big bottom = {{1}};

    for (; exponent > 0; exponent--) {
        big_times(&top, 10);
    }
    for (; exponent < 0; exponent++) {
        big_times(&bottom, 10);
    }
    return big_ratio(top, bottom);
}

double ot_decimal_double(ot_decimal d)
{
    const bool minus = d.digits < 0;
    const uint64_t digits = (uint64_t)(minus ? -d.digits : d.digits);
    double x;

    if (digits < (uint64_t)1 << 53 && d.exponent >= -22 && d.exponent <= 22) {
        x = d.exponent < 0 ? (double)digits / exact_powers[-d.exponent]
                           : (double)digits * exact_powers[d.exponent];
    } else {
        x = by_long_division(digits, d.exponent);
    }
    return minus ? -x : x;
}

double ot_decimal_half(ot_decimal d)
{
    // A half is five tenths.
    return ot_decimal_double((ot_decimal){5, (int8_t)(d.exponent - 1)});
}

ot_decimal ot_decimal_trim(ot_decimal d)
{
    while (d.exponent < 0 && d.digits % 10 == 0) {
        d.digits /= 10;
        d.exponent++;
    }
    return d;
}

// Writes the decimal digits of x, most significant first; returns the end.
static char *put_digits(char *to, uint64_t x)
{
    char reversed[24];
    int n = 0;

    do {
        reversed[n++] = (char)('0' + x % 10);
        x /= 10;
    } while (x > 0);
    while (n > 0) {
        *to++ = reversed[--n];
    }
    return to;
}

// d x 10^-fraction, with that many digits after the point.
static char *put_fraction(char *to, uint64_t x, int fraction)
{
    char digits[24];
    const int n = (int)(put_digits(digits, x) - digits);

    for (int place = n > fraction ? n : fraction + 1; place > 0; place--) {
        if (place == fraction) {
            *to++ = '.';
        }
        *to++ = place > n ? '0' : digits[n - place];
    }
    return to;
}

char *ot_decimal_text(ot_decimal d, char out[])
{
    const uint64_t x = (uint64_t)(d.digits < 0 ? -d.digits : d.digits);
    char *to = out;

    if (d.digits < 0) {
        *to++ = '-';
    }
    if (d.exponent > 20 || d.exponent < -24) { // too long to write out
        to = put_digits(to, x);
        *to++ = 'e';
        if (d.exponent < 0) {
            *to++ = '-';
        }
        to = put_digits(to,
                        (uint64_t)(d.exponent < 0 ? -d.exponent : d.exponent));
    } else if (d.exponent < 0) {
        to = put_fraction(to, x, -d.exponent);
    } else {
        to = put_digits(to, x);
        memset(to, '0', (size_t)d.exponent);
        to += d.exponent;
    }
    *to = '\0';
    return out;
}
