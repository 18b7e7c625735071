// SPDX-License-Identifier: GPL-3.0-or-later
// noise.h - normal noise that is the same in every run.
#ifndef OT_TESTS_NOISE_H
#define OT_TESTS_NOISE_H

#include <math.h>
#include <stdint.h>

typedef struct noise_state {
    uint64_t seed;
} noise_state;

// A run of its own for each number.
static inline noise_state noise_of(uint32_t number)
{
    return (noise_state){0x9E3779B97F4A7C15u * (2 * (uint64_t)number + 1)};
}

// Uniform in (0, 1): xorshift64, Marsaglia, J. Statistical Software 8 (2003)
// 14.
static inline double noise_uniform(noise_state *g)
{
    g->seed ^= g->seed << 13;
    g->seed ^= g->seed >> 7;
    g->seed ^= g->seed << 17;
    return ((double)(g->seed >> 11) + 0.5) / 9007199254740992.0;
}

// Standard normal, by Box & Muller.
static inline double noise_next(noise_state *g)
{
    const double radius = sqrt(-2 * log(noise_uniform(g)));

    return radius * cos(6.283185307179586 * noise_uniform(g));
}

#endif
