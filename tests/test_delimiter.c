// SPDX-License-Identifier: GPL-3.0-or-later
// test_delimiter.c - what separates the fields, told from the first lines.
#include "support.h"

#include "data/csv.h"

typedef struct delimiter_case {
    const char *name, *head;
    char delimiter;
} delimiter_case;

static const delimiter_case delimiter_cases[] = {
    {"nothing", "", ','},
    {"one column", "year\n2023\n2024\n", ','},
    {"commas", "year,value\n2023,1.5\n2024,2.5\n", ','},
    {"commas between numbers only", "2023,15\n2024,25\n", ','},
    {"semicolons", "year;value\n2023;15\n2024;25\n", ';'},
    {"a decimal comma does not count against a semicolon",
     "year;value;share\n2023;1,5;2,5\n2024;2,5;3,5\n", ';'},
    {"nor does it without a header", "1,1;1,5;2,5\n2,0;2,5;3,5\n", ';'},
    {"nor against a tab", "Year\tJan\n2023\t75,3\n2024\t71,25\n", '\t'},
    {"tabs", "a\tb\n1\t2\n", '\t'},
    {"bars", "a|b|c\n1|2|3\n", '|'},
    {"semicolons inside texts",
     "code,text,value\n01,Horses; live,1\n02,Meat; fresh; chilled,2\n", ','},
    {"semicolons inside quotes",
     "code,text\n\"01\",\"Horses; live; asses; mules\"\n"
     "\"02\",\"Meat; fresh; or; chilled\"\n",
     ','},
    {"commas inside quotes", "a;b\n\"x,y,z\";1\n\"u,v,w\";2\n", ';'},
    {"a title above", "Exports, by partner\n\nyear;a;b\n2023;1;2\n2024;1;2\n",
     ';'},
    {"a last line that is cut", "a;b;c\n1;2;3\n4,4", ';'},
    {"a header alone", "a;b;c", ';'},
    {"a quote mark in a text", "size;n\n5\" pipe, steel;1\n6\" pipe, steel;2\n",
     ';'},
    {"carriage returns alone", "a;b\r1;2\r", ';'},
};

static void test_delimiter(void **state)
{
    const delimiter_case *c = *state;

    assert_int_equal(ot__csv_delimiter((ot_str){c->head, strlen(c->head)}),
                     c->delimiter);
}

int main(void)
{
    return RUN_TABLE("delimiter", delimiter_cases, test_delimiter);
}
