// SPDX-License-Identifier: GPL-3.0-or-later
// A brief as PDF: pages made up, then drawn.
#include "report/brief_pdf.h"

#include <stdio.h>
#include <string.h>

#include "report/brief.h"

// Paper is not dark.
static const ot_palette *look_of(const ot_chart_options *options)
{
    const bool dark = strcmp(options->theme->name, "dark") == 0;

    return dark ? ot_chart_theme_find("light")->palette
                : options->theme->palette;
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80) {
        text++;
    }
    return *text == '\0';
}

static void tell(ot_ink *ink, const ot_sheets *s, ot_chart_note *note)
{
    *note = (ot_chart_note){0};
    if (!ot__str_same(ot__str(ot__ink_used(ink)), ot__ink_asked(ink))) {
        snprintf(note->font, sizeof note->font, "%.90s", ot__ink_used(ink));
    }
    for (size_t i = 0; i < s->n; i++) {
        const ot_marks *page = &s->page[i];
        for (size_t k = 0; k < page->n; k++) {
            const char *text = ot__marks_string(page, page->mark[k].text);
            if (page->mark[k].kind == OT_MARK_TEXT && !is_ascii(text)) {
                note->no_glyph += ot__ink_unknown(ink, text);
            }
        }
    }
}

// What the file says of itself.
typedef struct about {
    ot_buf title, subtitle, source, sections;
} about;

// One line without control characters, as valid UTF-8.
static void clean(ot_buf *out, const char *text)
{
    const char *at = text, *end = text + strlen(text);

    while (at < end) {
        char bytes[4];
        const uint32_t c = ot__utf8_next(&at, end);
        const bool control = c < ' ' || (c >= 0x7F && c < 0xA0);
        ot__buf_bytes(out, bytes, ot__utf8_put(control ? ' ' : c, bytes));
    }
}

static ot_status collect(about *a, const ot_brief *brief, ot_error *err)
{
    const char *source = ot_brief_source_text(brief);
    const bool names = ot__str_starts(ot__str(source), "Source: ");

    clean(&a->title, ot_brief_title(brief));
    clean(&a->subtitle, ot_brief_subtitle(brief));
    clean(&a->source, source + (names ? strlen("Source: ") : 0));
    for (size_t i = 0; i < ot_brief_blocks(brief); i++) {
        const ot_block b = ot_brief_block(brief, i);
        if (b.kind == OT_BLOCK_SECTION) {
            ot__buf_text(&a->sections, a->sections.n > 0 ? ", " : "");
            clean(&a->sections, b.text);
        }
    }
    return a->title.failed || a->subtitle.failed || a->source.failed ||
                   a->sections.failed
               ? ot_fail(err, OT_E_MEMORY, NULL, "no memory for a brief")
               : OT_OK;
}

static void forget(about *a)
{
    ot__buf_free(&a->title);
    ot__buf_free(&a->subtitle);
    ot__buf_free(&a->source);
    ot__buf_free(&a->sections);
}

static ot_status draw(ot_ink *ink, const ot_brief *brief, const about *a,
                      const ot_sheets *s, ot_buf *out, ot_error *err)
{
    const ot_day day = ot_brief_day(brief);
    const ot_meta meta = {.title = ot__buf_cstr(&a->title),
                          .description = ot__buf_cstr(&a->subtitle),
                          .source = ot__buf_cstr(&a->source),
                          .note = ot__buf_cstr(&a->sections),
                          .date = day != OT_DAY_LATEST ? day : OT_DAY_NONE};
    const ot_book book = {s->page, s->n, s->bookmark, s->bookmarks};

    return ot__ink_book(ink, &book, &meta, out, err);
}

ot_status ot__brief_pdf(const ot_brief *brief, const ot_chart_options *options,
                        ot_buf *out, ot_chart_note *note, ot_error *err)
{
    ot_ink *ink = ot__ink_new(options->font);
    ot_sheets s = {0};
    about a = {0};
    ot_status status;

    if (ink == NULL) {
        return ot_fail(err, OT_E_MEMORY, NULL, "no memory for a font");
    }
    status = ot__sheets_make(&s, brief, look_of(options), ot__ink_ruler(ink),
                             ot__ink_mono_ruler(ink), err);
    if (status == OT_OK) {
        status = collect(&a, brief, err);
    }
    if (status == OT_OK) {
        tell(ink, &s, note);
        status = draw(ink, brief, &a, &s, out, err);
    }
    forget(&a);
    ot__sheets_free(&s);
    ot__ink_free(ink);
    return status;
}
