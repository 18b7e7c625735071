// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/terms.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define THIN "\u202F" // narrow no-break space

const ot_terms ot__terms_english = {
    .decimal = ".",
    .group = THIN,
    .scale = {"tn", "bn", "m", "k", ""},
    .points = "pp",
    .over = "over",
    .up_to = "up to",
    .month = {"January", "February", "March", "April", "May", "June", "July",
              "August", "September", "October", "November", "December"},
    .month_short = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
                    "Sep", "Oct", "Nov", "Dec"},
    .by_month = " to\u00A0",
    .in_month = " in\u00A0",
    .source = "Source: ",
    .projected = "Projected",
    .band = "80\u00A0%\u00A0band",
    .claimed = "claimed",
    .needs = "needs ",
    .within = " in ",
    .record = "; the most so far was ",
    .surplus = "Surplus",
    .deficit = "Deficit",
    .balance = "Balance",
    .others = " others",
    .largest = "; the largest ",
    .of_all = " of ",
    .not_from_zero = "The vertical axis does not start at zero",
    .axis_not_from_zero = "The axis does not start at zero",
    .one_scale = "All boxes have one scale, from zero",
    .own_scales = "Each box has a scale of its own, from zero: compare shapes, "
                  "not heights",
    .hollow = " (hollow)",
    .hatched = " (hatched)",
    .signs = {"Provisional", "Estimated", "Series break", "No figures",
              "Withheld", "No exchange rate", "No row, counted as zero"},
    .rounded = "Short bars: what the rounding of the figures allows",
    .breaks = "series break",
    .of_values = "Of ",
    .stand_out = " values on one place the first, last, least and greatest are "
                 "drawn",
    .at_period = {" in ", ""},
    .by_period = " by ",
    .highest = "; highest ",
    .lowest = ", lowest ",
    .not_known = "not known",
    .median = ": median ",
    .in_band = {", ", " in the 80 % band"},
    .and_more = {" And ", " more."},
    .background = {" ", " more lines in the background."},
};

static const ot_terms german = {
    .decimal = ",",
    .group = THIN,
    .scale = {"Bio.", "Mrd.", "Mio.", "Tsd.", ""},
    .points = "PP",
    .over = "über",
    .up_to = "bis",
    .month = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
              "August", "September", "Oktober", "November", "Dezember"},
    .month_short = {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug",
                    "Sep", "Okt", "Nov", "Dez"},
    .by_month = " bis\u00A0",
    .in_month = " im\u00A0",
    .source = "Quelle: ",
    .projected = "Prognose",
    .band = "80-%-Band",
    .claimed = "behauptet",
    .needs = "nötig: ",
    .within = " in ",
    .record = "; bisher höchstens ",
    .surplus = "Überschuss",
    .deficit = "Defizit",
    .balance = "Saldo",
    .others = " weitere",
    .largest = "; die größten ",
    .of_all = " von ",
    .not_from_zero = "Die senkrechte Achse beginnt nicht bei null",
    .axis_not_from_zero = "Die Achse beginnt nicht bei null",
    .one_scale = "Alle Felder haben einen Maßstab, ab null",
    .own_scales = "Jedes Feld hat seinen eigenen Maßstab, ab null: Verläufe "
                  "vergleichen, nicht Höhen",
    .hollow = " (hohl)",
    .hatched = " (schraffiert)",
    .signs = {"Vorläufig", "Geschätzt", "Bruch der Reihe", "Ohne Angaben",
              "Geheim gehalten", "Ohne Wechselkurs",
              "Ohne Zeile, als null gezählt"},
    .rounded = "Kurze Balken: was die Rundung der Angaben zulässt",
    .breaks = "Bruch der Reihe",
    .of_values = "Von ",
    .stand_out = " Werten sind an jeder Stelle der erste, letzte, kleinste und "
                 "größte gezeichnet",
    .at_period = {" (", ")"},
    .by_period = " bis ",
    .highest = "; höchster Wert ",
    .lowest = ", niedrigster Wert ",
    .not_known = "nicht bekannt",
    .median = ": Median ",
    .in_band = {", ", " im 80-%-Band"},
    .and_more = {" Und ", " weitere."},
    .background = {" Weitere Linien im Hintergrund: ", "."},
};

static const ot_terms russian = {
    .decimal = ",",
    .group = THIN,
    .scale = {"трлн", "млрд", "млн", "тыс.", ""},
    .points = "п.\u00A0п.",
    .over = "свыше",
    .up_to = "до",
    .month = {"январь", "февраль", "март", "апрель", "май", "июнь", "июль",
              "август", "сентябрь", "октябрь", "ноябрь", "декабрь"},
    .month_short = {"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг",
                    "сен", "окт", "ноя", "дек"},
    .by_month = " по\u00A0",
    .in_month = ", ",
    .source = "Источник: ",
    .projected = "Прогноз",
    .band = "с вероятностью 80\u00A0%",
    .claimed = "заявлено",
    .needs = "нужно ",
    .within = " за ",
    .record = "; больше всего было ",
    .surplus = "Профицит",
    .deficit = "Дефицит",
    .balance = "Сальдо",
    .others = " прочих",
    .largest = "; крупнейшие ",
    .of_all = " из ",
    .not_from_zero = "Вертикальная ось начинается не с нуля",
    .axis_not_from_zero = "Ось начинается не с нуля",
    .one_scale = "Все рамки в одном масштабе, от нуля",
    .own_scales = "У каждой рамки свой масштаб, от нуля: сравнивайте форму, а "
                  "не высоту",
    .hollow = " (полые точки)",
    .hatched = " (штриховка)",
    .signs = {"Предварительно", "Оценка", "Разрыв ряда", "Нет данных",
              "Не раскрыто", "Нет курса", "Нет строки, принято за ноль"},
    .rounded = "Короткие отрезки: пределы округления",
    .breaks = "разрыв ряда",
    .of_values = "Из ",
    .stand_out = " значений в каждом месте показаны первое, последнее, "
                 "наименьшее и наибольшее",
    .at_period = {" (", ")"},
    .by_period = " по ",
    .highest = "; максимум ",
    .lowest = ", минимум ",
    .not_known = "нет данных",
    .median = ": медиана ",
    .in_band = {", ", " с вероятностью 80 %"},
    .and_more = {" И ещё ", "."},
    .background = {" Ещё линий на заднем плане: ", "."},
};

// Sorted by name.
static const ot_chart_locale locales[] = {
    {"de", "German", &german},
    {"en", "English", &ot__terms_english},
    {"ru", "Russian", &russian},
};

size_t ot_chart_locale_count(void)
{
    return sizeof locales / sizeof locales[0];
}

const ot_chart_locale *ot_chart_locale_at(size_t i)
{
    return &locales[i];
}

const ot_chart_locale *ot_chart_locale_find(const char *name)
{
    for (size_t i = 0; i < ot_chart_locale_count(); i++) {
        if (strcmp(locales[i].name, name) == 0) {
            return &locales[i];
        }
    }
    return NULL;
}

const ot_terms *ot__terms(const ot_chart *chart)
{
    return chart->locale != NULL ? chart->locale->terms : &ot__terms_english;
}

char *ot__typeset(const ot_terms *terms, char number[])
{
    char plain[OT_NUMBER_SIZE];
    size_t used = 0;

    ot__str_copy(ot__str(number), plain, sizeof plain);
    for (const char *c = plain; *c != '\0' && used + 8 < OT_NUMBER_SIZE; c++) {
        const char one[2] = {*c, '\0'};
        const char *put = *c == '.'                 ? terms->decimal
                          : *c == ','               ? terms->group
                          : *c == '-' && c == plain ? "\u2212"
                                                    : one;
        memcpy(number + used, put, strlen(put));
        used += strlen(put);
    }
    number[used] = '\0';
    return number;
}
