/* One component for the search in solve.c. */
#ifndef PHOIHOP_PART_H
#define PHOIHOP_PART_H

#include "kernel.h"

enum { PROVEN = 0, OPEN = 1 };
#define MOST_NEEDS 256
#define MOST_WORDS (MOST_NEEDS / 64)

typedef struct {
    i64 rc;
    i32 column;
} Entry;

/* Columns from ``m`` on stand for needs left unserved. */
typedef struct {
    i64 n, m, rows, words;
    const i64 *starts;
    i32 *member;
    i64 *key, penalty;
    i64 *use_starts, *use_weight; /* limits of each column */
    i32 *use;
    i64 *left; /* what is left of each limit */
    i64 *u, *v;
    i64 *list_starts;
    Entry *list; /* columns of each need, cheapest first */
    u64 *mask;
    u64 covered[MOST_WORDS];
    i64 best, steps, most;
    i32 picked[MOST_NEEDS], answer[MOST_NEEDS];
    i64 answers;
    i64 *whole;  /* what is allocated */
    i32 *small;
    i64 *begin;
} Part;

/* Room for components of at most that size; the caller fills what is in one and solves it. Null without memory. */
Part *part_new(i64 n, i64 m, i64 rows, i64 entries, i64 uses);
void part_free(Part *part);
i64 part_solve(Part *part, i64 most, uint8_t *chosen);

#endif
