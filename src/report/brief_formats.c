// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of a brief, and writing in one of them.
#include <string.h>

#include "plot/layout.h"
#include "report/brief.h"

struct ot_brief_format {
    const char *name;
    const char *ending;
    ot_brief_writer *write;
};

// Sorted by name.
static const ot_brief_format formats[] = {
    {"html", ".html", ot__brief_html},
    {"pdf", ".pdf", ot__brief_pdf},
};

#define FORMATS (sizeof formats / sizeof formats[0])

size_t ot_brief_format_count(void)
{
    return FORMATS;
}

const ot_brief_format *ot_brief_format_at(size_t i)
{
    return &formats[i];
}

const char *ot_brief_format_name(const ot_brief_format *format)
{
    return format->name;
}

const ot_brief_format *ot_brief_format_find(const char *name_or_path)
{
    const size_t n = strlen(name_or_path);

    for (size_t i = 0; i < FORMATS; i++) {
        const size_t end = strlen(formats[i].ending);
        if (strcmp(name_or_path, formats[i].name) == 0 ||
            (n > end &&
             strcmp(name_or_path + n - end, formats[i].ending) == 0)) {
            return &formats[i];
        }
    }
    return NULL;
}

ot_status ot_brief_write(const ot_brief *brief, const ot_chart_options *options,
                         const ot_brief_format *format, ot_writer writer,
                         ot_chart_note *note, ot_error *err)
{
    const ot_chart_options complete = ot__chart_defaults(options);
    ot_chart_note unread = {0};
    ot_buf out = {0};
    ot_status status = ot_brief_status(brief, err);

    if (status == OT_OK) {
        status = format->write(brief, &complete, &out,
                               note != NULL ? note : &unread, err);
    }
    if (status == OT_OK && out.failed) {
        status = ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief");
    }
    if (status == OT_OK) {
        status = writer.write(writer.context, out.at, out.n, err);
    }
    ot__buf_free(&out);
    return status;
}
