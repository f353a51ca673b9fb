/* Columns by the set of their members: a table of hashes that one look in the memory answers. */
#ifndef PHOIHOP_SETS_H
#define PHOIHOP_SETS_H

#include "kernel.h"

#define MOST_MEMBERS 16

/* ``cost`` is -1 where the set has several columns or a limited one: ``next`` and the limits decide there. */
typedef struct {
    u64 hash;
    i32 column, cost;
} Slot;

typedef struct {
    i64 n, m, rows, largest;
    const i64 *starts, *cost, *use_starts, *weight;
    const i32 *member, *use;
    i64 *left; /* what is left of each limit */
    u64 *word; /* of each need; a set's hash is the exclusive or */
    Slot *slot;
    i64 *home; /* where the slots begin for sets whose least need is this one */
    i32 *next; /* the next dearer column of the same set, -1 for none */
    i64 *mate_starts, *nest_starts;
    i32 *mate, *nest; /* needs that share a column with each: as a list, and to look one up in */
    u32 *nest_mask;
} Sets;

Sets *sets_new(const Sets *given, const i64 *capacity);
void sets_free(Sets *sets);

/* Where the search for a set begins; ``least`` is the least of its needs. */
static inline i64 place_of(const Sets *s, u64 hash, i32 least) {
    u64 room = (u64)(s->home[least + 1] - s->home[least]);
    return s->home[least] + (i64)(((hash >> 32) * room) >> 32);
}

static inline Slot *look_up(const Sets *s, u64 hash, i32 least) {
    i64 at = place_of(s, hash, least);
    while (s->slot[at].column >= 0 && s->slot[at].hash != hash)
        if (++at == s->home[least + 1]) at = s->home[least];
    return s->slot + at;
}

static inline i32 least_of(const i32 *need, i64 count) {
    i32 least = need[0];
    for (i64 k = 1; k < count; k++)
        if (need[k] < least) least = need[k];
    return least;
}

static inline u32 spread(i32 need) { return ((u32)need * 2654435769u) >> 7; }

static inline int are_mates(const Sets *s, i32 need, i32 other) {
    const i32 *nest = s->nest + s->nest_starts[need];
    u32 mask = s->nest_mask[need], at = spread(other) & mask;
    while (nest[at] >= 0 && nest[at] != other) at = (at + 1) & mask;
    return nest[at] == other;
}

#endif
