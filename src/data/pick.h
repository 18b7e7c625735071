// SPDX-License-Identifier: GPL-3.0-or-later
// pick.h - what can be said of a CSV line without parsing it: its wanted
// fields, what is wrong with its quotes, whether it is blank.
#ifndef OT_DATA_PICK_H
#define OT_DATA_PICK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ot_pick {
    char delimiter;
    const bool *wanted;
    size_t wanted_n;
    char *raw;       // room for the line and two bytes more
    uint32_t *index; // room for `most`
    size_t most;     // fields a line may have

    size_t fields; // set: fields of the line
    size_t picked; // set: those that are wanted; index[] says which
    size_t raw_n;  // set: bytes of raw: each picked field and a delimiter
} ot_pick;

// Picks the wanted fields, as they stand, from a line of n bytes, its end not
// among them: a parser that goes through every byte is slow, and most fields of
// most files are not wanted. false: the line is not plain and has to be parsed
// as it is. A quote stands anywhere but around a whole field or doubled inside
// it, a quoted field goes on in the next line, there are more than `most`
// fields, or only one.
bool ot__pick(ot_pick *p, const char *line, size_t n);

#define OT_FAULT_UNCLOSED "a quoted field without end"
#define OT_FAULT_BEHIND   "text after a closing quote"

// What is wrong with the quotes of a line, which ends with its line end. NULL:
// nothing but, perhaps, quotes inside unquoted fields; each stands for itself.
const char *ot__quote_fault(const char *line, char delimiter);

// Whether nothing but blanks stands before the line's end.
bool ot__line_blank(const char *line, char delimiter);

#endif
