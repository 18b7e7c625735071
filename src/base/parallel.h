// SPDX-License-Identifier: GPL-3.0-or-later
// parallel.h - independent pieces of work on several threads.
#ifndef OT_BASE_PARALLEL_H
#define OT_BASE_PARALLEL_H

#include <stddef.h>

// Calls work(i, context) once for each i < n, on up to `threads` threads, this
// one among them; which does what, and when, is not determined. Threads are
// made and joined here; where none can be made, this one does it all.
void ot__parallel(size_t n, size_t threads,
                  void (*work)(size_t i, void *context), void *context);

#endif
