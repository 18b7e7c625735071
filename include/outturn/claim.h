// SPDX-License-Identifier: GPL-3.0-or-later
// claim.h - stated figures with what they are about, from a claims file.
#ifndef OUTTURN_CLAIM_H
#define OUTTURN_CLAIM_H

#include "outturn/figure.h"
#include "outturn/panel.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ot_claim_kind {
    OT_CLAIM_LEVEL = 0,    // v
    OT_CLAIM_CHANGE,       // v - base
    OT_CLAIM_GROWTH,       // per cent: 100 (v / base - 1)
    OT_CLAIM_MULTIPLE,     // v / base
    OT_CLAIM_SHARE,        // per cent of the reporter's trade with the world
    OT_CLAIM_SHARE_CHANGE, // points
    OT_CLAIM_RATE_CHANGE,  // points: growth less growth a year before
    OT_CLAIM_AVERAGE,      // a month
    OT_CLAIM_RANK, // 1, the largest; -1, the smallest: among earlier periods,
                   // or among partners
    OT_CLAIM_RUN,  // periods in a row that grew; below zero: that fell
    OT_CLAIM_KINDS
} ot_claim_kind;

// What an average is one of.
typedef enum ot_average {
    OT_AVERAGE_MONTH = 0,
    OT_AVERAGE_DAY, // of the calendar
    OT_AVERAGE_YEAR,
    OT_AVERAGES
} ot_average;

typedef enum ot_modality { OT_STATED = 0, OT_PROJECTED, OT_TARGET } ot_modality;

// What a projection is said to follow from.
typedef enum ot_condition {
    OT_CONDITION_NONE = 0, // not said
    OT_CONDITION_PACE      // the pace, dynamics, trend so far is kept
} ot_condition;

OT_API const char *ot_claim_kind_name(ot_claim_kind kind);
OT_API const char *ot_modality_name(ot_modality modality);
OT_API const char *ot_average_name(ot_average per); // "day"

// How a claim stood in a text. Texts are "" and numbers 0 for a claim of a
// claims file. unit, flow, areas and periods are in words of their own where
// the claim's other members cannot hold what was said: "ambiguous:$",
// "percent", "USD/month"; "unknown", "other"; "group:...";
// "relative:this-year:01/09", "fiscal:1985/86".
typedef struct ot_said {
    const char *quote; // the figure with its hedge and unit
    const char *unit, *flow, *reporter, *partner, *period, *base;
    long line;
    long column; // in bytes, from 1
} ot_said;

// Another way a claim can be read: "by 3.7 times" as 4.7 times.
typedef struct ot_sense {
    ot_claim_kind kind;
    ot_interval hard;
    const char *words; // a constant: "times more, not times as much"
} ot_sense;

#define OT_READINGS 2

// One claim. Texts belong to the set.
typedef struct ot_claim {
    const char *id;    // never NULL; its number when the file gives none
    const char *group; // figures said together; "" alone
    ot_claim_kind kind;
    ot_modality modality;
    ot_area reporter, partner; // OT_AREA_NONE: not said
    const ot_flow *flow;       // NULL: not said
    const char *commodity;     // "": not said
    const char *basis;         // "": not said
    ot_period period;          // months 0: not said
    ot_period base;            // never empty where period is not
    const char *stated;        // as written: "more than 2.5"
    ot_figure figure;          // read; unit and scale of the unit column in
    const char *place;         // where it was said: "news.txt:3", ""
    long line;                 // in the claims file
    ot_said said;
    ot_sense reading[OT_READINGS]; // other ones, the likelier first
    size_t readings;
    ot_condition condition; // of a projection
    ot_average per;         // of an average
    // What a ratio or change is taken of, where that is another quantity than
    // the claim's own in the base period: exports that cover 80 % of imports.
    const ot_flow *base_flow;   // NULL: the same
    ot_area base_partner;       // OT_AREA_NONE: the same
    const char *base_commodity; // "": the same
    bool of_partners;  // a rank: among the reporter's partners, not over time
    bool of_rates;     // a rank of growth, not of what was traded: "fastest"
    ot_period since;   // a rank over time: from then on; months 0: of all known
    const char *parts; // ids of the claims that make it up: "2 3 4"; ""
    const char *vintage; // which of several printings: "revised"; ""
    const char *text; // which of several texts it was said in: figures of two
                      // are not held against each other; NULL or ""
} ot_claim;

typedef struct ot_claims {
    const char *path; // owned
    ot_claim *claim;
    size_t n;
    char *texts; // owned; the claims' texts
} ot_claims;

typedef struct ot_claims_options {
    ot_decimal_form form;
    int year_start;
} ot_claims_options;

// Reads claim,group,kind,modality,reporter,partner,flow,commodity,basis,period,
// base_period,stated,unit,place,condition,base_flow,base_partner,
// base_commodity,parts,vintage,text,quote: in any order; kind, stated and
// period must be there. Free with ot_claims_free. A period may be
// "relative:last-year": not known, and kept in said.period; a quote is kept in
// said.quote.
//
// A period without a base is compared with the same stretch a year before. A
// rank is "record", "smallest", "third largest", "5th largest partner"; its
// base_period says since when.
// The unit of an average may end with "/day", "/month" or "/year": "USD/day";
// without it is a month's.
// Errors have path:line:field. OT_E_LIMIT: more than OT_CLAIMS_MOST claims.
#define OT_CLAIMS_MOST 100000
OT_API ot_status ot_claims_read(const char *path,
                                const ot_claims_options *options,
                                ot_claims **claims, ot_error *err);
// The same of a file that was read: its n bytes of UTF-8 text. path names it in
// places and must outlive the error.
OT_API ot_status ot_claims_parse(const char *path, const char *text, size_t n,
                                 const ot_claims_options *options,
                                 ot_claims **claims, ot_error *err);
OT_API void ot_claims_free(ot_claims *claims);

#ifdef __cplusplus
}
#endif
#endif
