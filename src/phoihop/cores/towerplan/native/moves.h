/* A choice that is changed move by move; see anneal.c. */
#ifndef PHOIHOP_MOVES_H
#define PHOIHOP_MOVES_H

#include "sets.h"

typedef struct {
    Sets *sets;
    i32 *holder;         /* the column of each need, -1 for none */
    i64 penalty, total;  /* what a need costs that nothing holds; what all cost */
    u64 seed;
    const double *price; /* what each need ought to cost */
    double *regret;      /* what it costs above that, shared among those on its mast */
    i32 *area;           /* needs that are moved now */
    i64 size;
} State;

/* A need leaves its column, to join that of a mate or to be alone. */
typedef struct {
    i32 need, mate, from, to; /* the need and its column; the mate and its column, -1 where there is none */
    i32 left[MOST_MEMBERS], grown[MOST_MEMBERS], left_least, grown_least;
    i64 left_count, grown_count;
    u64 left_hash, grown_hash;
} Move;

u64 draw(State *state);
i64 below(State *state, i64 count);
i64 members_of(const State *state, i32 column, i32 need, i32 *into);
void take(const Sets *sets, i32 column, int way);
void note(State *state, const i32 *need, i64 count, i32 column);
int propose(State *state, Move *move);
void make(State *state, const Move *move, double heat);

#endif
