// SPDX-License-Identifier: GPL-3.0-or-later
// check_sarif.c - findings in the Static Analysis Results Interchange Format.
//
// Source: SARIF version 2.1.0, OASIS Standard (2020); numbers in comments are
// its sections.

#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "cli/check_out.h"
#include "cli/check_place.h"
#include "cli/check_rules.h"
#include "cli/undated.h"
#include "cli/verdict.h"
#include "data/intern.h"

// ---- json -------------------------------------------------------------------

// UTF-8 whatever the bytes are.
static json_object *text_of(ot_str s)
{
    const char *at = s.at, *end = s.at + s.n;
    ot_buf clean = {0};
    char bytes[4];

    while (at < end) {
        const uint32_t code = ot__utf8_next(&at, end);
        ot__buf_bytes(&clean, bytes, ot__utf8_put(code, bytes));
    }
    json_object *o =
        json_object_new_string_len(ot__buf_cstr(&clean), (int)clean.n);
    ot__buf_free(&clean);
    return o;
}

static void add_text(json_object *to, const char *key, const char *text)
{
    json_object_object_add(to, key, text_of(ot__str(text)));
}

static void add_number(json_object *to, const char *key, int64_t number)
{
    json_object_object_add(to, key, json_object_new_int64(number));
}

// {"text": "..."}: a message (3.11), a multiformat message (3.12), a content.
static void add_message(json_object *to, const char *key, const char *text)
{
    json_object *o = json_object_new_object();

    add_text(o, "text", text);
    json_object_object_add(to, key, o);
}

static json_object *add_object(json_object *to, const char *key)
{
    json_object *o = json_object_new_object();

    json_object_object_add(to, key, o);
    return o;
}

static json_object *add_array(json_object *to, const char *key)
{
    json_object *o = json_object_new_array();

    json_object_object_add(to, key, o);
    return o;
}

// ---- the tool ---------------------------------------------------------------

// Of what is no fail the level is none (3.27.10).
static const char *level_of(const char *rule)
{
    return strncmp(rule, "clashes", 7) == 0 || strncmp(rule, "differs", 7) == 0
               ? "error"
           : strncmp(rule, "fits-another", 12) == 0 ||
                   strcmp(rule, "low") == 0 || strcmp(rule, "high") == 0
               ? "warning"
               : "none";
}

static void add_tool(json_object *run)
{
    json_object *driver = add_object(add_object(run, "tool"), "driver");

    add_text(driver, "name", "outturn");
    add_text(driver, "version", OT_VERSION);
    add_text(driver, "semanticVersion", OT_VERSION);
    add_message(driver, "shortDescription",
                "checks stated figures of trade against each other and data");
    json_object *rules = add_array(driver, "rules");
    for (size_t i = 0; i < check_rule_count(); i++) {
        const check_rule *r = check_rule_at(i);
        json_object *rule = json_object_new_object();
        add_text(rule, "id", r->id);
        add_message(rule, "shortDescription", r->brief);
        add_message(rule, "fullDescription", r->full);
        add_message(rule, "help", r->help);
        add_text(add_object(rule, "defaultConfiguration"), "level",
                 level_of(r->id));
        json_object_array_add(rules, rule);
    }
}

// ---- places -----------------------------------------------------------------

// A path as a URI reference (RFC 3986): relative to where the program ran.
static void put_uri(ot_buf *out, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst"
                                "uvwxyz0123456789-._~/";

    while (strncmp(path, "./", 2) == 0) {
        path += 2 + strspn(path + 2, "/");
    }
    ot__buf_text(out, path[0] == '/' ? "file://" : "");
    for (; *path != '\0'; path++) {
        if (strchr(plain, *path) != NULL) {
            ot__buf_char(out, *path);
        } else {
            ot__buf_format(out, "%%%02X", (unsigned)(unsigned char)*path);
        }
    }
}

// Standard input and sentences of the command line have no address; they get a
// name for one, as readers rely on it, and their words go into the log.
static bool is_file(const checked *t)
{
    return strcmp(t->path, "-") != 0 && strcmp(t->path, "-e") != 0;
}

static void add_uri(json_object *to, const checked *t)
{
    ot_buf uri = {0};

    put_uri(&uri, is_file(t)                  ? t->path
                  : strcmp(t->path, "-") == 0 ? "stdin"
                                              : "sentences");
    add_text(to, "uri", ot__buf_cstr(&uri));
    ot__buf_free(&uri);
}

static const char *media_type(const checked *t)
{
    const char *end = strrchr(t->path, '.');

    return t->text.n == 0 && is_file(t) ? "text/csv"
           : end != NULL &&
                   (strcmp(end, ".md") == 0 || strcmp(end, ".markdown") == 0)
               ? "text/markdown"
               : "text/plain";
}

static void add_artifacts(json_object *run, const checked *texts, size_t n)
{
    json_object *artifacts = add_array(run, "artifacts");

    for (size_t i = 0; i < n; i++) {
        const checked *t = &texts[i];
        json_object *o = json_object_new_object();
        add_uri(add_object(o, "location"), t);
        if (!is_file(t)) {
            add_message(o, "description",
                        strcmp(t->path, "-") == 0 ? "standard input"
                                                  : "sentences of check -e");
            json_object_object_add(add_object(o, "contents"), "text",
                                   text_of(t->text));
        }
        add_text(o, "mimeType", media_type(t));
        add_text(o, "encoding", "UTF-8");
        json_object_array_add(add_array(o, "roles"),
                              json_object_new_string("analysisTarget"));
        json_object_array_add(artifacts, o);
    }
}

// Where a run's results come from.
typedef struct sarif {
    const checked *t;
    const check_place *place;
    size_t index; // of the text
    json_object *results;
} sarif;

static json_object *location(const sarif *s, size_t claim)
{
    const check_place *p = &s->place[claim];
    json_object *o = json_object_new_object();
    json_object *physical = add_object(o, "physicalLocation");
    json_object *artifact = add_object(physical, "artifactLocation");

    add_uri(artifact, s->t);
    add_number(artifact, "index", (int64_t)s->index);
    if (p->line > 0) {
        json_object *region = add_object(physical, "region");
        add_number(region, "startLine", p->line);
        if (p->to > 0) {
            add_number(region, "startColumn", p->column);
            add_number(region, "endLine", p->end_line);
            add_number(region, "endColumn", p->end_column);
            json_object_object_add(
                add_object(region, "snippet"), "text",
                text_of((ot_str){s->t->text.at + p->from, p->to - p->from}));
        }
    }
    return o;
}

// ---- results ----------------------------------------------------------------

// "\"14-16 billion\", projected level of turnover, Armenia with Russia, 2024"
static void put_claim(ot_buf *out, const ot_claim *c)
{
    ot__buf_char(out, '"');
    checked_quote(out, c);
    ot__buf_text(out, "\", ");
    checked_reading(out, c);
}

// The other figures that cannot be right with this one (3.27.22).
static void add_related(json_object *result, const sarif *s, size_t claim,
                        const ot_finding *f)
{
    const ot_account *a = f->account;
    json_object *related = NULL;
    ot_buf words = {0};

    for (size_t i = 0; a != NULL && i < a->conflicts; i++) {
        const size_t other = check_other(s->t, f, i);
        if (other == claim) {
            continue;
        }
        if (related == NULL) {
            related = add_array(result, "relatedLocations");
        }
        json_object *o = location(s, other);
        add_number(o, "id", (int64_t)json_object_array_length(related) + 1);
        ot__buf_clear(&words);
        put_claim(&words, &s->t->claims->claim[other]);
        add_message(o, "message", ot__buf_cstr(&words));
        json_object_array_add(related, o);
    }
    ot__buf_free(&words);
}

// What stays the same when lines are put before it: the words of the figure and
// what is said of them.
static void add_fingerprint(json_object *result, const ot_claim *c,
                            ot_verdict verdict)
{
    const char *quote = verdict_quoted(c);
    ot_buf key = {0};
    char hash[24];

    ot__buf_format(&key, "%s%c%s", quote, '\n', ot_verdict_id(verdict));
    snprintf(hash, sizeof hash, "%016llx",
             (unsigned long long)ot__hash(ot__buf_cstr(&key), key.n));
    add_text(add_object(result, "partialFingerprints"), "quoteAndVerdict/v1",
             hash);
    ot__buf_free(&key);
}

static void add_properties(json_object *result, const ot_claim *c,
                           const ot_finding *f)
{
    json_object *o = add_object(result, "properties");
    char period[32];

    add_text(o, "verdict", ot_verdict_id(f->verdict));
    add_text(o, "onlyIf", ot_only_if_id(f->only_if));
    add_text(o, "kind", ot_claim_kind_name(c->kind));
    add_text(o, "modality", ot_modality_name(c->modality));
    add_text(o, "flow", c->flow != NULL ? c->flow->name : "");
    add_text(o, "period",
             c->period.months > 0 && !undated_is(c->period)
                 ? ot_period_text(c->period, period)
                 : "");
    add_text(o, "stated", c->stated);
}

static void add_accepted(json_object *result)
{
    json_object *o = json_object_new_object();

    add_text(o, "kind", "external");
    add_text(o, "status", "accepted");
    add_text(o, "justification", "a finding of the file that --known names");
    json_object_array_add(add_array(result, "suppressions"), o);
}

static void add_result(const sarif *s, size_t claim)
{
    const ot_claim *c = &s->t->claims->claim[claim];
    const ot_finding *f = check_gravest(s->t, claim);
    const size_t rule = check_rule_of(f);
    json_object *o = json_object_new_object();
    ot_buf words = {0};

    add_text(o, "ruleId", check_rule_at(rule)->id);
    add_number(o, "ruleIndex", (int64_t)rule);
    add_text(o, "kind", f->verdict == OT_NOT_CHECKED ? "open" : "fail");
    add_text(o, "level", level_of(check_rule_at(rule)->id));
    put_claim(&words, c);
    ot__buf_format(&words, ": %s: ", ot_verdict_word(f->verdict));
    checked_reason(&words, s->t, claim);
    add_message(o, "message", ot__buf_cstr(&words));
    ot__buf_free(&words);
    json_object_array_add(add_array(o, "locations"), location(s, claim));
    add_related(o, s, claim, f);
    add_fingerprint(o, c, f->verdict);
    if (check_is_known(s->t, claim)) {
        add_accepted(o);
    }
    add_properties(o, c, f);
    json_object_array_add(s->results, o);
}

static ot_status add_results(json_object *results, const checked *texts,
                             size_t n, ot_error *err)
{
    for (size_t i = 0; i < n; i++) {
        check_place *places = check_places(&texts[i]);
        const sarif s = {&texts[i], places, i, results};
        if (places == NULL) {
            return ot_fail(err, OT_E_MEMORY, NULL, "no memory for places");
        }
        for (size_t c = 0; c < texts[i].claims->n; c++) {
            if (check_grade_of(checked_verdict(&texts[i], c)) != CHECK_HOLDS) {
                add_result(&s, c);
            }
        }
        free(places);
    }
    return OT_OK;
}

// ---- the whole --------------------------------------------------------------

static void add_invocation(json_object *run, int exit_code)
{
    json_object *o = json_object_new_object();

    json_object_object_add(o, "executionSuccessful",
                           json_object_new_boolean(exit_code < 2));
    add_number(o, "exitCode", exit_code);
    add_text(o, "exitCodeDescription",
             exit_code == 0   ? "fine"
             : exit_code == 1 ? "a stated figure does not hold"
                              : "a file could not be used");
    json_object_array_add(add_array(run, "invocations"), o);
}

ot_status check_sarif(const check_args *args, cli_run *cli,
                      const ot_panel *panel, const checked *texts, size_t n,
                      ot_error *err)
{
    json_object *log = json_object_new_object();
    json_object *run = json_object_new_object();

    (void)args;
    (void)panel;
    add_text(log, "$schema",
             "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
             "schemas/sarif-schema-2.1.0.json");
    add_text(log, "version", "2.1.0");
    json_object_array_add(add_array(log, "runs"), run);
    add_tool(run);
    add_invocation(run, cli->verdict);
    add_text(run, "columnKind", "utf16CodeUnits");
    add_artifacts(run, texts, n);
    const ot_status status =
        add_results(add_array(run, "results"), texts, n, err);
    if (status == OT_OK) {
        ot__buf_text(&cli->out, json_object_to_json_string_ext(
                                    log, JSON_C_TO_STRING_PRETTY |
                                             JSON_C_TO_STRING_SPACED |
                                             JSON_C_TO_STRING_NOSLASHESCAPE));
        ot__buf_char(&cli->out, '\n');
    }
    json_object_put(log);
    return status;
}
