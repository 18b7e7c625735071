// SPDX-License-Identifier: GPL-3.0-or-later
// number.c - doubles as text, whatever the host's locale.

#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// printf writes the locale's decimal mark, which may be several bytes: whatever
// stands between the digits becomes one '.'.
static void plain_mark(char text[])
{
    char *to = text;
    bool marked = false;

    for (const char *at = text; *at != '\0'; at++) {
        const bool usual = (*at >= '0' && *at <= '9') || *at == '-' ||
                           *at == '+' || *at == 'e';
        if (usual) {
            *to++ = *at;
        } else if (!marked) {
            *to++ = '.';
            marked = true;
        }
    }
    *to = '\0';
}

static bool special(char out[], double x)
{
    if (isnan(x)) {
        strcpy(out, "n/a");
    } else if (isinf(x)) {
        strcpy(out, x > 0 ? "inf" : "-inf");
    }
    return !isfinite(x);
}

// "-0.0" is "0.0".
static void unsign_zero(char out[])
{
    if (out[0] == '-' && strspn(out + 1, "0.") == strlen(out + 1)) {
        memmove(out, out + 1, strlen(out));
    }
}

char *ot__fixed(char out[], double x, int decimals)
{
    if (special(out, x)) {
        return out;
    }
    snprintf(out, OT_NUMBER_SIZE, "%.*f", decimals, x);
    plain_mark(out);
    unsign_zero(out);
    return out;
}

char *ot__grouped(char out[], double x, int decimals)
{
    char plain[OT_NUMBER_SIZE] = "";

    ot__fixed(plain, x, decimals);
    if (!isfinite(x)) {
        return strcpy(out, plain);
    }
    const char *at = plain;
    char *to = out;
    if (*at == '-') {
        *to++ = *at++;
    }
    size_t whole = strcspn(at, ".");
    // A number too long to group is left as it is.
    if (strlen(plain) + whole / 3 + 1 > OT_NUMBER_SIZE) {
        return strcpy(out, plain);
    }
    while (whole > 0) {
        *to++ = *at++;
        whole--;
        if (whole > 0 && whole % 3 == 0) {
            *to++ = ',';
        }
    }
    strcpy(to, at);
    return out;
}

char *ot__figures(char out[], double x, int figures)
{
    if (special(out, x)) {
        return out;
    }
    // Digits before the point once rounded to so many figures.
    snprintf(out, OT_NUMBER_SIZE, "%.*e", figures - 1, x);
    const char *power = strchr(out, 'e');
    const int whole = power != NULL ? (int)strtol(power + 1, NULL, 10) + 1 : 1;
    return ot__fixed(out, x, whole < figures ? figures - whole : 0);
}

// The digits of "d.ddde+XX" written out without an exponent.
static void write_out(char out[], const char *e_form)
{
    char digits[32] = {'0'};
    size_t n = 0;
    const bool negative = e_form[0] == '-';
    const char *power_at = strchr(e_form, 'e');

    for (const char *at = e_form; at < power_at; at++) {
        if (*at >= '0' && *at <= '9' && n < sizeof digits) {
            digits[n++] = *at;
        }
    }
    const long power = strtol(power_at + 1, NULL, 10);
    while (n > 1 && digits[n - 1] == '0') {
        n--;
    }
    char *to = out;
    if (negative) {
        *to++ = '-';
    }
    if (power < 0) {
        *to++ = '0';
        *to++ = '.';
        for (long i = -1; i > power; i--) {
            *to++ = '0';
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (power >= 0 && i == (size_t)power + 1) {
            *to++ = '.';
        }
        *to++ = digits[i];
    }
    for (long i = (long)n; i <= power; i++) {
        *to++ = '0';
    }
    *to = '\0';
}

// "d.ddde+XX" as a number a person would write.
static char *plain_number(char out[], char e_form[], double x)
{
    plain_mark(e_form);
    if (x != 0 && (fabs(x) >= 1e21 || fabs(x) < 1e-9)) {
        return strcpy(out, e_form);
    }
    write_out(out, e_form);
    unsign_zero(out);
    return out;
}

char *ot__digits15(char out[], double x)
{
    char e_form[64];

    if (special(out, x)) {
        return out;
    }
    snprintf(e_form, sizeof e_form, "%.14e", x);
    return plain_number(out, e_form, x);
}

char *ot__shortest(char out[], double x)
{
    char e_form[64];

    if (special(out, x)) {
        return out;
    }
    for (int digits = 14; digits <= 16; digits++) {
        snprintf(e_form, sizeof e_form, "%.*e", digits, x);
        if (strtod(e_form, NULL) == x) { // both in the host's locale
            break;
        }
    }
    return plain_number(out, e_form, x);
}
