// SPDX-License-Identifier: GPL-3.0-or-later
// command.h - a program verb as data.
//
// A command is one file with one `const command command_NAME`, and one line in
// commands.c. Its options are rows; main.c copies the defaults, parses over
// them, calls run and turns the status into 0 to 4. Help, man page and
// completions read the same rows.
#ifndef OT_CLI_COMMAND_H
#define OT_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/text.h"
#include "cli/folder.h"
#include "outturn/outturn.h"

typedef enum opt_kind {
    OPT_FLAG, // bool
    OPT_TEXT, // const char *
    OPT_LIST, // text_list: the option may be given again
    OPT_INT   // long
} opt_kind;

typedef struct text_list {
    const char *at[64];
    size_t n;
} text_list;

typedef struct opt {
    const char *name; // NULL ends a table
    char letter;      // 0: none
    opt_kind kind;
    size_t offset;        // of its member in the arguments
    const char *argument; // "FILE"; NULL for flags
    const char *help;
    const char *const *choices; // allowed values, NULL-terminated, or NULL
} opt;

// What every command's arguments begin with. Which groups a command takes is
// said by its `uses`.
typedef struct common_args {
    // USE_SELECT
    const char *reporter, *partner, *flow, *commodity, *period, *basis, *as_of,
        *measure, *absent, *year_start;
    // USE_READ
    const char *layout, *map, *set, *values, *decimal, *delimiter, *rejects,
        *encoding, *threads, *chunk, *accelerator;
    bool lenient;
    // USE_RATES
    const char *rates, *rates_set;
    // USE_CHART
    const char *chart;
    // USE_OUTPUT
    const char *format, *output, *in;
    bool explain, quiet;
    bool help;
} common_args;

enum {
    USE_SELECT = 1, // -r -p -f -k -t --basis --as-of ...
    USE_READ = 2,   // --layout --map --set --decimal --delimiter
    USE_OUTPUT = 4, // --format -o --in --explain
    USE_QUIET = 8,  // -q alone is taken by all
    USE_RATES = 16, // --rates --rates-set
    USE_CHART = 32  // --chart
};

// Who takes the sheets of an answer, in the place of a format. They go once it
// returns.
typedef struct cli_hearer {
    void (*hear)(void *context, const ot_sheet *sheet);
    void *context;
} cli_hearer;

// What a command works with: its operands, where its answer goes.
typedef struct cli_run {
    const char *command; // its name, for messages
    const char *const *operand;
    size_t operands;
    cli_files *files;    // what was read; errors borrow its paths
    ot_buf out;          // the answer; main writes it to stdout or -o
    ot_picture *picture; // what --chart draws, made of the answer by the
                         // command (where --chart is given); NULL: its kind of
                         // chart, of the files that it has read
    const cli_hearer *hearer; // NULL: the answer is written into out
    bool written;             // the answer, by the command itself
    bool speaks; // the answer is written although the run failed: what to do
    int verdict; // exit status of a run that came to its end: 0 or 1, or what
                 // cli_complain set
    bool colour; // stdout is a terminal that wants it
} cli_run;

typedef struct command {
    const char *name;
    const char *operands; // "[FILE...]"
    const char *summary;  // one line
    const char *about;    // a paragraph or more; may be NULL
    const char *examples; // lines, each a command; may be NULL
    unsigned uses;
    bool first;           // on the first help screen
    const opt *options;   // own ones; may be NULL
    const void *defaults; // its arguments, common_args first
    size_t args_size;
    const char *chart;  // the kind that --chart draws of the selection; NULL:
                        // run makes cli->picture itself
    size_t chart_claim; // where its arguments have the figure that is claimed;
                        // 0: nowhere
    ot_status (*run)(const void *args, cli_run *cli, ot_error *err);
} command;

size_t command_count(void);
const command *command_at(size_t i);
const command *command_find(const char *name);

// The option groups of common_args.
extern const opt select_options[];
extern const opt read_options[];
extern const opt rates_options[];
extern const opt chart_options[];
extern const opt output_options[];
extern const opt general_options[];

// ---- helpers for commands --------------------------------------------------

// Reads all operands (or standard input when there is none) into a sealed
// panel. Free with ot_panel_free.
ot_status cli_read(const common_args *args, cli_run *cli, ot_panel **panel,
                   ot_error *err);
// The files of cli_read once more, by other options: another measure.
// OT_E_USAGE where one of them was standard input.
ot_status cli_read_again(const common_args *args, cli_run *cli,
                         ot_panel **panel, ot_error *err);
// What options would make files readable: texts to add to --map and --set.
typedef struct cli_advice {
    ot_buf map, set;
} cli_advice;

// All operands are added up in groups, once there are more figures than
// `figures_most`: at 0 none is kept. When a file cannot be read, *advice,
// unless it is NULL, says what would help: free its two texts. Free *panel with
// ot_panel_free.
ot_status cli_read_groups(const common_args *args, cli_run *cli,
                          ot_groups *groups, size_t figures_most,
                          ot_panel **panel, cli_advice *advice, ot_error *err);
// The same for a list of paths. A folder is the files in it; those that are no
// trade data are left out and named on standard error.
ot_status cli_read_files(const common_args *args, cli_run *cli,
                         const char *const paths[], size_t count,
                         ot_panel **panel, ot_error *err);

// Reads a layout file when --layout names one: *text is its lines, to be freed;
// NULL: --layout is a name, or was not given.
ot_status cli_layout_text(const char *layout, char **text, ot_error *err);
// --rejects: writes every row that does not count. Call once the panel is
// sealed.
ot_status cli_write_rejects(const common_args *args, ot_panel *panel,
                            ot_error *err);

// What the options select, in order: lists multiply (reporters x partners x
// flows x commodities). Without -f: export, import, turnover, balance of those
// that the panel can give. Free the array with free().
ot_status cli_selections(const common_args *args, const ot_panel *panel,
                         ot_selection **selections, size_t *count,
                         ot_error *err);
// -t; months 0 when it was not given.
ot_status cli_period(const common_args *args, ot_period *period, ot_error *err);
// --year-start as a month 1 to 12; 0: not given.
ot_status cli_year_start(const common_args *args, int *month, ot_error *err);
// --as-of (OT_DAY_LATEST when not given).
ot_status cli_as_of(const common_args *args, ot_day *day, ot_error *err);
// --threads; else as many as there are processors.
ot_status cli_threads(const common_args *args, size_t *threads, ot_error *err);
// --measure; OT_DIM_NONE when not given.
ot_status cli_measure(const common_args *args, ot_dimension *measure,
                      ot_error *err);
// The unit that --in states; one without a code where it says no more than a
// scale, or was not given.
ot_status cli_in(const common_args *args, ot_unit *unit, ot_error *err);
// The power of ten that --in states; -1: it was not given, or names nothing but
// the currency into which --rates converts.
int cli_in_scale(const common_args *args);
// Sets the scale of a sheet and all after it: by --in, else one that reads
// well.
ot_status cli_scale(const common_args *args, ot_sheet *sheet, ot_error *err);

// "Armenia with Russia: turnover, imports by origin; USD; months to June 2024;
// release of September 2024" into the head and the facts of a sheet.
void cli_describe(ot_sheet *sheet, const ot_panel *panel,
                  ot_view *const views[], size_t count);
// The last line: the files and the newest release.
void cli_source(ot_sheet *sheet, const ot_panel *panel, ot_day release);
// The newest release that was known on a day; OT_DAY_NONE: figures are undated.
ot_day cli_release(const ot_panel *panel, ot_day as_of);
// A line below, where the files hold codes of several revisions of the HS:
// codes of two are never the same list.
void cli_hs_revisions(ot_sheet *sheet, const ot_panel *panel);

// Writes a sheet (and those appended) into cli->out in the asked format, or
// hands it to the hearer.
ot_status cli_write(const common_args *args, cli_run *cli,
                    const ot_sheet *sheet, ot_error *err);
// A number of an amount column as text, in its unit's scale: "8.37".
char *cli_amount(char out[], double number, ot_interval range, int scale);
// "2.59 times (+159 %)" or "+12.3 %".
char *cli_ratio(char out[], double ratio, ot_interval range);

// A file being written: through a temporary one, renamed, where the target is
// absent or a regular file; straight otherwise. "-": standard output.
typedef struct cli_sink {
    const char *path;
    int file;
    char *beside; // the temporary one; NULL: none
} cli_sink;

ot_status cli_sink_open(cli_sink *sink, const char *path, ot_error *err);
ot_status cli_sink_write(const cli_sink *sink, const char *bytes, size_t n,
                         ot_error *err);
// keep false, or a failure: a temporary file is removed, the target is as it
// was.
ot_status cli_sink_close(cli_sink *sink, bool keep, ot_error *err);
// All three for bytes that are there.
ot_status cli_save(const char *path, const char *bytes, size_t n,
                   ot_error *err);
// Says on standard error what could not be read where the run goes on without
// it; the exit status is then that of the error, the highest of several.
void cli_complain(cli_run *cli, const ot_error *err);
// A line on standard error, "outturn COMMAND: ..."; not under -q.
void cli_say(const common_args *args, const cli_run *cli, const char *format,
             ...) OT_PRINTF(3, 4);

// A path as a shell takes it, between quotes where it must be; "-" for standard
// input.
void cli_shell_path(ot_buf *out, const char *path);
// A field of CSV, between quotes where it must be.
void cli_csv_field(ot_buf *out, const char *text);

// ---- formats ---------------------------------------------------------------

typedef struct out_format {
    const char *name;
    const char *summary;
    ot_status (*write)(const common_args *args, cli_run *cli,
                       const ot_sheet *sheet, ot_error *err);
} out_format;

size_t out_format_count(void);
const out_format *out_format_at(size_t i);
extern const out_format out_text, out_csv, out_json, out_md;

#endif
