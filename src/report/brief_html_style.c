// SPDX-License-Identifier: GPL-3.0-or-later
// brief_html_style.c - how a brief's page looks. Its colours are those of its
// pictures, by the reader's light or dark; on paper it is light. From 72rem on
// the list of contents stands beside the text; below 38rem the narrow forms of
// the pictures are shown; tables scroll in boxes of their own.
#include <string.h>

#include "plot/ink.h"
#include "plot/palette.h"
#include "report/brief_html.h"

#define DARK "@media screen and (prefers-color-scheme:dark){"
#define FACES                                                                  \
    "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,"    \
    "\"Noto Sans\",sans-serif"
#define MONO                                                                   \
    "ui-monospace,SFMono-Regular,Menlo,Consolas,\"DejaVu Sans "                \
    "Mono\",monospace"

static const char *const style[] = {
    "*{box-sizing:border-box}\n",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n",
    "body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:46rem;"
    "background:var(--paper);color:var(--ink);overflow-wrap:break-word;"
    "font-size:1rem;line-height:1.55;"
    "font-variant-numeric:lining-nums tabular-nums}\n",
    "h1,h2,p,ul,ol,dl,pre,figure,.table{margin:0 0 1rem}\n",
    "p,ul,ol{max-width:40rem}li{margin-bottom:.25rem}ul{padding-left:1.25rem}"
    "\n",
    "a{color:var(--accent);text-decoration-thickness:1px;"
    "text-underline-offset:.15em}\n",
    ":focus-visible{outline:2px solid var(--accent);outline-offset:2px}\n",
    ".heard{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}\n",
    // Head, contents, foot.
    "header{border-top:4px solid var(--accent);padding-top:1rem;"
    "margin-bottom:1.5rem}\n",
    "h1{font-size:1.75rem;line-height:1.2;margin-bottom:.5rem;"
    "letter-spacing:-.01em;text-wrap:balance}\n",
    ".subtitle{font-size:1.125rem;line-height:1.4;margin-bottom:.375rem}\n",
    ".date,.note,footer,dd{color:var(--soft)}\n",
    ".date{font-size:.875rem;margin:0}\n",
    "nav{font-size:.9375rem;border-block:1px solid var(--line);"
    "padding:.75rem 0;margin-bottom:1.75rem}\n",
    "nav h2{font-size:.875rem;margin:0 0 .25rem;padding:0;border:0;"
    "color:var(--soft)}\n",
    "nav ol{list-style:none;padding:0;margin:0;columns:2 12rem;"
    "column-gap:1.5rem}\n",
    "nav li{break-inside:avoid;margin:0;padding:.125rem 0}\n",
    "footer{border-top:1px solid var(--line);padding-top:1rem;"
    "margin-top:3rem;font-size:.875rem}footer p:last-child{margin:0}\n",
    // Sections and what is in them.
    "section{margin-top:2.75rem}\n",
    "h2{font-size:1.3125rem;line-height:1.3;padding-bottom:.375rem;"
    "border-bottom:1px solid var(--line);scroll-margin-top:1rem;"
    "text-wrap:balance}\n",
    ".note{font-size:.875rem;line-height:1.45}\n",
    "dl{display:grid;grid-template-columns:repeat(auto-fit,"
    "minmax(min(100%,10rem),1fr));gap:1.25rem 1.5rem;"
    "margin-bottom:1.5rem}\n",
    "dl>div{border-top:2px solid var(--accent);padding-top:.5rem}\n",
    "dt{font-size:.875rem;font-weight:600;line-height:1.35}\n",
    "dd{margin:0;font-size:.8125rem;line-height:1.4}\n",
    "dd.figure{color:var(--ink);font-size:1.375rem;font-weight:600;"
    "line-height:1.25;letter-spacing:-.01em;margin:.125rem 0}\n",
    "pre{font:.8125rem/1.5 " MONO ";white-space:pre-wrap;"
    "overflow-wrap:anywhere;color:var(--soft);"
    "border-left:3px solid var(--line);padding:.125rem 0 .125rem .75rem}\n",
    "code{font:inherit}code span{white-space:nowrap}\n",
    "figure{margin:1.5rem 0}figure svg{display:block;width:100%;"
    "height:auto;overflow:visible}figure .narrow{display:none}\n",
    // Where a reader sets the colours, pictures keep theirs and their paper.
    "@media (forced-colors:active){figure{forced-color-adjust:none;"
    "background:var(--paper);padding:.5rem}}\n",
    // Tables.
    ".table{overflow-x:auto;margin:1.25rem 0}\n",
    "table{border-collapse:collapse;width:100%;font-size:.875rem;"
    "line-height:1.4}\n",
    "caption{text-align:left;padding-bottom:.5rem;font-weight:600;"
    "font-size:.9375rem}\n",
    "caption span{position:sticky;left:0;display:inline-block;"
    "max-width:min(100%,calc(100vw - 2rem))}\n",
    "th,td{padding:.375rem .625rem;text-align:left;vertical-align:top;"
    "border-bottom:1px solid var(--line)}\n",
    "tr>:first-child{padding-left:0}tr>:last-child{padding-right:0}\n",
    "thead th,thead td{vertical-align:bottom;font-weight:600;"
    "color:var(--soft);border-bottom:1px solid var(--ink)}\n",
    "tbody th{font-weight:400}.num{text-align:right}\n",
    "tbody .num{white-space:nowrap}\n",
    ".total>*{font-weight:600;border-top:1px solid var(--ink)}\n",
    ".flagged>*{font-weight:600}.flagged>:first-child{"
    "border-left:4px double var(--flag);padding-left:.5rem}\n",
    ".flagged>th>span:first-child{color:var(--flag)}\n",
    // Telephones.
    "@media screen and (max-width:38rem){figure .wide{display:none}"
    "figure .narrow{display:block;max-width:30rem}\n",
    "h1{font-size:1.5rem}.subtitle{font-size:1rem}\n",
    "td:not(.num){min-width:7rem}tbody th{position:sticky;left:0;"
    "background:var(--paper);max-width:45vw}}\n",
    // Room for the contents beside the text.
    "@media screen and (min-width:72rem){body{max-width:64rem;"
    "padding-top:3rem}header{margin-bottom:2.5rem}h1{font-size:2.25rem}\n",
    "body:has(>nav){display:grid;grid-template-columns:13rem minmax(0,44rem);"
    "column-gap:4rem;grid-template-rows:auto 1fr auto;max-width:63rem}\n",
    "body:not(:has(>nav)){max-width:46rem}\n",
    "body:has(>nav)>header,body:has(>nav)>main,body:has(>nav)>footer{"
    "grid-column:2}\n",
    "nav{grid-column:1;grid-row:2;align-self:start;position:sticky;top:2rem;"
    "border:0;padding:0;max-height:calc(100vh - 4rem);overflow-y:auto}\n",
    "nav ol{columns:auto}nav li{padding:.25rem 0}\n",
    "nav a{color:inherit;text-decoration-color:var(--line)}"
    "main>:first-child,main>section:first-child{margin-top:0}}\n",
    "@media print{@page{size:A4;margin:18mm 20mm 20mm;"
    "@bottom-right{content:counter(page) \"\\2009/\\2009\" counter(pages);"
    "font-size:8pt}}\n",
    "body{max-width:none;padding:0;font-size:10pt;line-height:1.45}"
    "nav{display:none}\n",
    "h1{font-size:20pt}h2{font-size:13pt}.subtitle{font-size:11.5pt}"
    "dd.figure{font-size:15pt}p,ul,ol{max-width:none}\n",
    "table,.note,footer,dt,.date{font-size:8.5pt}dd,pre{font-size:8pt}"
    "caption{font-size:9.5pt}\n",
    "section{margin-top:8mm}h1,h2,caption{break-after:avoid}\n",
    "figure,p,tr,pre,dl>div,li{break-inside:avoid}thead{"
    "display:table-header-group}.table{overflow:visible}"
    "figure svg{width:150mm}figure+.note,.note+pre,footer{break-before:avoid}"
    "footer{margin-top:8mm;break-inside:avoid}"
    "p:has(+.table),p:has(+figure){break-after:avoid}\n",
    "th,td{padding:.2rem .375rem}.many table{font-size:6.5pt}"
    ".many th,.many td{padding:.2rem;overflow-wrap:anywhere;"
    "white-space:normal}\n",
    "dl{grid-template-columns:repeat(auto-fit,minmax(34mm,1fr));gap:5mm}"
    "a{color:inherit;text-decoration:none}}\n",
};

// ---- colours ----------------------------------------------------------------

static void put_colours(ot_buf *out, const ot_palette *p)
{
    ot__buf_format(out,
                   ":root{--paper:#%06X;--ink:#%06X;--soft:#%06X;"
                   "--line:#%06X;--accent:#%06X;--flag:#%06X}\n",
                   (unsigned)p->paper, (unsigned)p->text, (unsigned)p->soft,
                   (unsigned)p->grid, (unsigned)p->main.text,
                   (unsigned)p->claim.text);
}

// What the classes of the pictures' marks are in the dark.
static void put_hues(ot_buf *out, const ot_hues *hues)
{
    for (size_t i = 0; i < hues->n; i++) {
        const unsigned dark = (unsigned)hues->at[i].dark;
        if (hues->at[i].fill) {
            ot__buf_format(out, ".f%zu{fill:#%06X}", i, dark);
        }
        if (hues->at[i].stroke) {
            ot__buf_format(out, ".s%zu{stroke:#%06X}", i, dark);
        }
    }
    ot__buf_char(out, '\n');
}

// ---- letters ----------------------------------------------------------------

static bool is_plain(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9') || code == ' ' || code == '-';
}

// A name as a string of CSS, all but plain letters as escapes.
static void put_string(ot_buf *out, const char *text)
{
    const char *end = text + strlen(text);

    ot__buf_char(out, '"');
    while (text < end) {
        const uint32_t code = ot__utf8_next(&text, end);
        if (is_plain(code)) {
            ot__buf_char(out, (char)code);
        } else {
            ot__buf_format(out, "\\%x ", (unsigned)code);
        }
    }
    ot__buf_char(out, '"');
}

// A font that was asked for is the page's too.
static void put_font(ot_buf *out, const char *font)
{
    ot__buf_text(out, "body{font-family:");
    if (strcmp(font, OT_FONT) != 0) {
        put_string(out, font);
        ot__buf_char(out, ',');
    }
    ot__buf_text(out, FACES "}\n");
}

void ot__html_style(ot_buf *out, const ot_html *page)
{
    ot__buf_text(out, "<style>\n:root{color-scheme:light dark}\n");
    put_colours(out, page->light->palette);
    put_font(out, page->options->font);
    for (size_t i = 0; i < sizeof style / sizeof style[0]; i++) {
        ot__buf_text(out, style[i]);
    }
    ot__buf_text(out, "@media print{:root{color-scheme:light}}\n" DARK "\n");
    put_colours(out, page->dark->palette);
    put_hues(out, &page->hues);
    ot__buf_text(out, "}\n</style>\n");
}
