// SPDX-License-Identifier: GPL-3.0-or-later
// check_page_style.c - how the page of outturn check looks: serif for the
// article, sans for what is said of it; 65 characters a line; findings in the
// margin from 60rem on. Grades have a colour, a line and a sign each; colours
// have a contrast of 4.5 to 1 at least on what is behind them.

#include "cli/check_page.h"

static const char *const style[] = {
    ":root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d1c1a;"
    "--soft:#5f5b55;--line:#ddd8ce;--wrong:#a3130f;--wrong-paper:#fae4df;"
    "--doubt:#855000;--doubt-paper:#fbecd0;--holds:#1f6a3c;--open:#5f5b55}\n",
    "@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#e4e1da;"
    "--soft:#a8a39b;--line:#3b3b3d;--wrong:#ff9d92;--wrong-paper:#4b211e;"
    "--doubt:#efb661;--doubt-paper:#403112;--holds:#8acfa2;--open:#a8a39b}}\n",
    "*{box-sizing:border-box}\n",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n",
    "body{margin:0 auto;padding:1.25rem 1.125rem 4rem;max-width:38rem;"
    "background:var(--paper);color:var(--ink);overflow-wrap:anywhere;"
    "font:.9375rem/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,"
    "\"Helvetica Neue\",Arial,sans-serif;font-variant-numeric:tabular-nums}\n",
    "p,ul,ol,dl,h1,h2,h3,h4,h5,h6{margin:0 0 .75rem}\n",
    "a{color:inherit;text-decoration-thickness:1px;"
    "text-underline-offset:.15em}\n",
    ":focus-visible{outline:2px solid;outline-offset:2px}\n",
    // The head of the page.
    ".top{border-bottom:1px solid var(--line);margin-bottom:2rem;"
    "padding-bottom:.5rem}\n",
    ".top h1{font-size:1rem;margin-bottom:.25rem;color:var(--soft);"
    "font-weight:600}\n",
    ".lead{font-size:1.375rem;line-height:1.3;font-weight:600;"
    "text-wrap:balance}\n",
    ".soft,.top dl,.end{color:var(--soft)}\n",
    ".tally{list-style:none;padding:0;display:flex;flex-wrap:wrap;"
    "gap:.25rem 1.25rem}\n",
    ".tally b{font-weight:600}\n",
    ".top dl{display:grid;grid-template-columns:auto minmax(0,1fr);"
    "gap:.125rem .75rem;font-size:.875rem}\n",
    ".top dt{font-weight:600}.top dd{margin:0}\n",
    ".list{padding-left:1.25rem}.list li{margin-bottom:.375rem}\n",
    // A text.
    "article{margin-bottom:3.5rem}\n",
    "article>header{margin-bottom:1.25rem}\n",
    "article>header h2{font-size:1.0625rem;margin-bottom:.125rem}\n",
    ".said{font:1.125rem/1.6 Charter,\"Bitstream Charter\",\"Iowan Old Style\","
    "\"Source Serif 4\",Georgia,Cambria,serif;"
    "font-variant-numeric:lining-nums}\n",
    ".said>p,.said>ul,.said>ol,.said>blockquote,.said>table{margin:0 0 1rem}\n",
    ".h1,.h2,.h3,.h4,.h5,.h6{line-height:1.25;font-weight:600;"
    "margin:.5rem 0 .75rem;text-wrap:balance}\n",
    ".h1{font-size:1.625rem}.h2{font-size:1.3125rem}"
    ".h3,.h4,.h5,.h6{font-size:1.125rem}\n",
    ".said li{margin-bottom:.375rem}.said ul,.said ol{padding-left:1.5rem}\n",
    ".said blockquote{padding-left:1rem;border-left:2px solid var(--line)}\n",
    ".said hr{border:0;border-top:1px solid var(--line);margin:1.5rem 25%}\n",
    ".said code{font-size:.875em}\n",
    ".said table{border-collapse:collapse;font-size:.9375rem;"
    "font-variant-numeric:lining-nums tabular-nums}\n",
    ".said td{padding:.25rem .75rem .25rem 0;vertical-align:top;"
    "border-bottom:1px solid var(--line)}\n",
    // Marks.
    ".m{text-decoration:none;border-bottom:1px solid;padding-bottom:.05em;"
    "-webkit-box-decoration-break:clone;box-decoration-break:clone}\n",
    ".m sup,.also{font:600 .71875rem/0 system-ui,-apple-system,\"Segoe UI\","
    "Roboto,Arial,sans-serif;vertical-align:.5em;margin-left:.15em;"
    "font-variant-numeric:lining-nums tabular-nums;white-space:nowrap;"
    "user-select:none;-webkit-user-select:none}\n",
    ".also{text-decoration:none}\n",
    ".m.wrong{border-bottom:2px solid var(--wrong);"
    "background:var(--wrong-paper)}\n",
    ".m.doubt{border-bottom:2px dashed var(--doubt);"
    "background:var(--doubt-paper)}\n",
    ".m.holds{border-bottom-color:var(--holds)}\n",
    ".m.open,.m.known{border-bottom:1px dotted var(--open)}\n",
    ".wrong>sup,.also.wrong,.wrong>summary .v,b.wrong{color:var(--wrong)}\n",
    ".doubt>sup,.also.doubt,.doubt>summary .v,b.doubt{color:var(--doubt)}\n",
    ".holds>sup,.also.holds,.holds>summary .v,b.holds{color:var(--holds)}\n",
    ".open>sup,.also.open,.open>summary .v,b.open,"
    ".known>sup,.also.known,.known>summary .v,b.known{color:var(--open)}\n",
    ".m:target,.note:target{outline:2px solid;outline-offset:3px}\n",
    // Findings.
    ".notes{font:.875rem/1.45 system-ui,-apple-system,\"Segoe UI\",Roboto,"
    "\"Helvetica Neue\",Arial,sans-serif;margin:0 0 1.5rem;"
    "font-variant-numeric:lining-nums tabular-nums}\n",
    ".note{border-left:3px solid var(--line);padding-left:.75rem;"
    "margin-bottom:.625rem}\n",
    ".note.wrong{border-left-color:var(--wrong)}"
    ".note.doubt{border-left-color:var(--doubt);border-left-style:dashed}\n",
    ".note summary{cursor:pointer;list-style:none;padding:.125rem 0}\n",
    ".note summary::-webkit-details-marker{display:none}\n",
    ".note summary::after{content:\" +\";color:var(--soft)}"
    ".note details[open]>summary::after,.note[open]>summary::after{"
    "content:\" \\2212\"}\n",
    ".v{font-weight:700;font-size:.75rem;letter-spacing:.05em;"
    "margin-right:.35em;white-space:nowrap}\n",
    ".note p{margin:.25rem 0 .375rem}.note ul{margin:.25rem 0 .5rem}\n",
    ".note .step{padding-left:.75rem;margin:0 0 .125rem}\n",
    ".note .day{font-weight:600;margin-bottom:-.25rem}\n",
    ".work summary{color:var(--soft);font-size:.8125rem}\n",
    ".work ul{list-style:none;padding:0;font-size:.8125rem}\n",
    ".work li{padding-left:1em;text-indent:-1em;margin:0 0 .125rem}\n",
    ".end{border-top:1px solid var(--line);padding-top:1rem;"
    "font-size:.875rem}\n",
    ".end h2{font-size:1rem;color:var(--ink)}"
    ".end li{margin-bottom:.25rem}.end ul{padding-left:1.125rem}\n",
    // Room for a margin: what findings need beyond their paragraph and the
    // unmarked ones after it goes below these.
    "@media (min-width:60rem){body{max-width:66.75rem;padding-top:2.5rem}\n",
    ".end,article>header,article>.notes{max-width:36rem}\n",
    ".said{display:grid;grid-template-columns:minmax(0,36rem) minmax(0,26rem);"
    "column-gap:2.5rem}\n",
    ".said>*{grid-column:1}\n",
    ".said>.notes{grid-column:2;grid-row:1/span 300;margin-top:.25rem}}\n",
    "@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;"
    "--soft:#444;--line:#999;--wrong:#900;--wrong-paper:#fff;--doubt:#640;"
    "--doubt-paper:#fff;--holds:#040;--open:#444}\n",
    "body{max-width:none;padding:0;font-size:9.5pt}.said{font-size:11pt}\n",
    ".notes{font-size:9pt;margin-left:2rem}"
    ".contents,.work:not([open]){display:none}\n",
    ".note::details-content,.view::details-content{"
    "content-visibility:visible;block-size:auto;display:block}.note "
    "summary::after{content:none!important}\n",
    ".note{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}}\n",
};

void page_style(ot_buf *out)
{
    for (size_t i = 0; i < sizeof style / sizeof style[0]; i++) {
        ot__buf_text(out, style[i]);
    }
}
