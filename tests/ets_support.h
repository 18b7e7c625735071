// SPDX-License-Identifier: GPL-3.0-or-later
// ets_support.h - models by number, and series for them.
#ifndef OT_TESTS_ETS_SUPPORT_H
#define OT_TESTS_ETS_SUPPORT_H

#include "oracle_support.h"

#include "stat/ets.h"

#define ETS_MODELS 30
#define ETS_WORK   16384

// Model i of 30: error A, M; trend N, A, Ad, M, Md; season N, A, M.
static inline ot__ets_model ets_model_at(size_t i)
{
    return (ot__ets_model){
        .error = "AM"[i / 15],
        .trend = "NAAMM"[i / 3 % 5],
        .damped = i / 3 % 5 == 2 || i / 3 % 5 == 4,
        .season = "NAM"[i % 3],
    };
}

static inline ot__ets_model ets_model_of(const char *name)
{
    ot__ets_model model = {0};

    assert_true(ot__ets_parse(name, &model));
    return model;
}

// One cmocka test for each of the 30.
typedef struct ets_model_case {
    const char *name;
    ot__ets_model model;
} ets_model_case;

static inline int run_models(const char *group, CMUnitTestFunction test)
{
    static char names[ETS_MODELS][OT__ETS_NAME];
    ets_model_case cases[ETS_MODELS];

    for (size_t i = 0; i < ETS_MODELS; i++) {
        cases[i].model = ets_model_at(i);
        cases[i].name = ot__ets_name(cases[i].model, names[i]);
    }
    return run_table(group, cases, ETS_MODELS, sizeof cases[0], test);
}

#endif
