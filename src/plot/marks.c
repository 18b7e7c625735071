// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double ot__ruler_width(const ot_ruler *ruler, const char *text, double size,
                       bool bold)
{
    return ruler->width(ruler->context, text, size, bold);
}

void ot__marks_free(ot_marks *m)
{
    free(m->mark);
    free(m->point);
    free(m->group);
    ot__buf_free(&m->text);
    *m = (ot_marks){0};
}

// Room for one more of `size` bytes; NULL, and the marks have failed, without
// memory.
static void *more(ot_marks *m, void *items, size_t n, size_t *capacity,
                  size_t size)
{
    if (n < *capacity) {
        return items;
    }
    const size_t wanted = *capacity > 0 ? *capacity * 2 : 64;
    void *larger = realloc(items, wanted * size);
    if (larger == NULL) {
        m->failed = true;
        return items;
    }
    *capacity = wanted;
    return larger;
}

static size_t keep_text(ot_marks *m, const char *text)
{
    const size_t offset = m->text.n;

    ot__buf_bytes(&m->text, text, strlen(text) + 1);
    m->failed = m->failed || m->text.failed;
    return offset;
}

// "line-9m2024": stem, then the letters and digits of the label in lower case,
// anything else one hyphen.
static void slug(char id[static 40], const char *stem, const char *label)
{
    size_t n = (size_t)snprintf(id, 24, "%s", stem);
    bool gap = true;

    for (const char *c = label; c != NULL && *c != '\0' && n < 34; c++) {
        const bool upper = *c >= 'A' && *c <= 'Z';
        if ((*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') || upper) {
            if (gap) {
                id[n++] = '-';
            }
            id[n++] = (char)(upper ? *c - 'A' + 'a' : *c);
            gap = false;
        } else {
            gap = true;
        }
    }
    id[n] = '\0';
}

static bool taken(const ot_marks *m, const char *id)
{
    for (size_t i = 0; i < m->groups; i++) {
        if (strcmp(m->group[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

void ot__marks_group(ot_marks *m, const char *stem, const char *label,
                     const char *title)
{
    ot_group g = {.title = SIZE_MAX};
    slug(g.id, stem, label);
    const size_t n = strlen(g.id);

    for (unsigned copy = 2; taken(m, g.id); copy++) {
        snprintf(g.id + n, 6, "-%u", copy % 10000);
    }
    m->group = more(m, m->group, m->groups, &m->group_capacity, sizeof g);
    if (m->failed) {
        return;
    }
    if (title != NULL) {
        g.title = keep_text(m, title);
    }
    m->group[m->groups++] = g;
}

void ot__marks_begin(ot_marks *m, ot_mark look)
{
    m->mark = more(m, m->mark, m->n, &m->capacity, sizeof look);
    if (m->failed) {
        return;
    }
    look.first = m->points;
    look.n = 0;
    look.group = m->groups - 1;
    m->mark[m->n++] = look;
}

void ot__marks_point(ot_marks *m, double x, double y)
{
    m->point =
        more(m, m->point, m->points, &m->point_capacity, sizeof(ot_point));
    if (m->failed) {
        return;
    }
    m->point[m->points++] = (ot_point){x, y};
    m->mark[m->n - 1].n++;
}

void ot__marks_segment(ot_marks *m, ot_mark look, ot_point a, ot_point b)
{
    ot__marks_begin(m, look);
    ot__marks_point(m, a.x, a.y);
    ot__marks_point(m, b.x, b.y);
}

void ot__marks_dot(ot_marks *m, ot_mark look, ot_point at)
{
    look.kind = OT_MARK_DOT;
    ot__marks_begin(m, look);
    ot__marks_point(m, at.x, at.y);
}

void ot__marks_text(ot_marks *m, ot_mark look, ot_point at, const char *text)
{
    look.kind = OT_MARK_TEXT;
    look.text = keep_text(m, text);
    ot__marks_begin(m, look);
    ot__marks_point(m, at.x, at.y);
}

void ot__marks_copy(ot_marks *m, const ot_marks *from, size_t first, size_t n,
                    double dx, double dy)
{
    for (size_t i = first; i < first + n && !m->failed; i++) {
        const ot_mark *mark = &from->mark[i];
        ot_mark look = *mark;
        if (mark->kind == OT_MARK_TEXT) {
            look.text = keep_text(m, ot__marks_string(from, mark->text));
        }
        ot__marks_begin(m, look);
        for (size_t k = 0; k < mark->n; k++) {
            const ot_point p = from->point[mark->first + k];
            ot__marks_point(m, p.x + dx, p.y + dy);
        }
    }
}

const char *ot__marks_string(const ot_marks *m, size_t offset)
{
    return offset < m->text.n ? m->text.at + offset : "";
}

static void print_number(ot_buf *out, double x)
{
    char number[OT_NUMBER_SIZE];

    ot__buf_char(out, ' ');
    ot__buf_text(out, ot__fixed(number, x, 2));
}

static void print_mark(const ot_marks *m, const ot_mark *mark, ot_buf *out)
{
    static const char *const kinds[] = {"line", "area", "dot", "text"};
    static const char *const aligns[] = {"start", "middle", "end"};

    ot__buf_text(out, kinds[mark->kind]);
    ot__buf_format(out, " %06x", (unsigned)mark->colour);
    print_number(out, mark->size);
    if (mark->kind == OT_MARK_LINE) {
        ot__buf_format(out, " %s", ot__dash_name(mark->dash));
    }
    if (mark->kind == OT_MARK_TEXT) {
        ot__buf_format(out, " %s", aligns[mark->align]);
    }
    ot__buf_text(out, mark->bold ? " bold" : "");
    ot__buf_text(out, mark->mono ? " mono" : "");
    ot__buf_text(out, mark->hollow ? " hollow" : "");
    for (size_t i = 0; i < mark->n; i++) {
        print_number(out, m->point[mark->first + i].x);
        print_number(out, m->point[mark->first + i].y);
    }
    if (mark->kind == OT_MARK_TEXT) {
        ot__buf_format(out, " \"%s\"", ot__marks_string(m, mark->text));
    }
    ot__buf_char(out, '\n');
}

void ot__marks_print(const ot_marks *m, ot_buf *out)
{
    size_t group = SIZE_MAX;

    ot__buf_text(out, "page");
    print_number(out, m->width);
    print_number(out, m->height);
    ot__buf_char(out, '\n');
    for (size_t i = 0; i < m->n; i++) {
        if (m->mark[i].group != group) {
            group = m->mark[i].group;
            ot__buf_format(out, "\n[%s]\n", m->group[group].id);
        }
        print_mark(m, &m->mark[i], out);
    }
}
