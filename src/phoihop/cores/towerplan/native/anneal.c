/* A choice for a component too large to search, bettered by annealing (Kirkpatrick, Gelatt, Vecchi 1983).
 *
 * Needs are moved area by area, so that what they touch of the memory is near at hand, and moves are drawn some ahead,
 * so that it has time to answer; one whose masts have changed meanwhile is dropped. ``anneal`` cools everything;
 * ``mend`` cools one small area after the other, around needs that cost more than they ought to, and takes back what
 * got worse.
 */
#include "moves.h"

enum { AHEAD = 16, AREA = 512, EACH = 64, SMALL = 100, OFTEN = 300, LOOKED_AT = 200, COOLED = 512 };

typedef struct {
    i64 seed, steps, from, to; /* steps of the whole cooling, and which of them are taken now */
    double hot, cold;
} Effort;

static double heat_at(const Effort *e, i64 done, i64 all) {
    return e->hot * exp(log(e->cold / e->hot) * (double)done / (double)all);
}

static void run(State *a, double heat, i64 steps) {
    Move moves[AHEAD];
    for (i64 done = 0; done < steps; done += AHEAD) {
        i64 count = 0;
        for (i64 k = 0; k < AHEAD; k++) count += propose(a, moves + count);
        for (i64 k = 0; k < count; k++) make(a, moves + k, heat);
    }
}

/* The needs around one; ``mark`` tells in which turn each was last among them. */
static void gather(State *a, i32 need, i64 wanted, i32 *mark, i32 turn) {
    const Sets *s = a->sets;
    a->size = 0, a->area[a->size++] = need, mark[need] = turn;
    for (i64 at = 0; at < a->size; at++)
        for (i64 k = s->mate_starts[a->area[at]]; k < s->mate_starts[a->area[at] + 1] && a->size < wanted; k++) {
            i32 other = s->mate[k];
            if (mark[other] != turn) mark[other] = turn, a->area[a->size++] = other;
        }
}

static int is_first(const State *a, i64 need, i32 column) {
    return column >= 0 && a->sets->member[a->sets->starts[column]] == need;
}

/* Use what the choice uses (``way`` 1), or give it back. */
static void use_all(State *a, int way) {
    for (i64 i = 0; i < a->sets->n; i++)
        if (is_first(a, i, a->holder[i])) take(a->sets, a->holder[i], way);
}

static void note_all(State *a) {
    a->total = 0;
    for (i64 i = 0; i < a->sets->n; i++) {
        i32 column = a->holder[i], need[MOST_MEMBERS];
        if (column >= 0 && !is_first(a, i, column)) continue;
        a->total += column < 0 ? a->penalty : a->sets->cost[column];
        note(a, need, members_of(a, column, (i32)i, need), column);
    }
}

static void put_back(State *a, const i32 *old) {
    for (i64 i = 0; i < a->sets->n; i++)
        if (a->holder[i] != old[i] && is_first(a, i, a->holder[i])) take(a->sets, a->holder[i], -1);
    for (i64 i = 0; i < a->sets->n; i++) {
        i32 need[MOST_MEMBERS];
        if (a->holder[i] == old[i]) continue;
        if (is_first(a, i, old[i])) take(a->sets, old[i], 1);
        a->holder[i] = old[i];
        note(a, need, members_of(a, old[i], (i32)i, need), old[i]);
    }
}

static void anneal(State *a, const Effort *e, i32 *mark) {
    i64 n = a->sets->n;
    for (i64 done = e->from, turn = 1; done < e->to && done < e->steps; turn++) {
        gather(a, (i32)below(a, n), AREA, mark, (i32)turn);
        run(a, heat_at(e, done, e->steps), EACH * a->size);
        done += EACH * a->size;
    }
}

static void mend(State *a, const Effort *e, i32 *mark, i32 *old) {
    i64 n = a->sets->n;
    for (i64 done = e->from, turn = 1; done < e->to; turn++) {
        i32 worst = (i32)below(a, n);
        for (i64 k = 1; k < LOOKED_AT && k * 16 < n; k++) {
            i32 other = (i32)below(a, n);
            if (a->regret[other] > a->regret[worst]) worst = other;
        }
        gather(a, worst, SMALL, mark, (i32)turn);
        memcpy(old, a->holder, (size_t)n * sizeof(i32));
        i64 before = a->total, steps = OFTEN * a->size;
        for (i64 step = 0; step < steps; step += COOLED) run(a, heat_at(e, step, steps), COOLED);
        if (a->total > before) put_back(a, old), a->total = before;
        done += steps;
    }
}

/* Columns by their sets, for the functions below; null without memory. The arrays given must live as long. */
OUT void *phoihop_sets(i64 n, i64 m, i64 rows, const i64 *starts, const i32 *member, const i64 *cost,
                       const i64 *use_starts, const i32 *use, const i64 *weight, const i64 *capacity) {
    Sets given = {.n = n, .m = m, .rows = rows, .starts = starts, .cost = cost, .use_starts = use_starts,
                  .weight = weight, .member = member, .use = use};
    return sets_new(&given, capacity);
}

OUT void phoihop_sets_free(void *sets) { sets_free(sets); }

/* ``holder``: the column of each need, -1 for none; it comes in and leaves. ``price``: what each ought to cost. Steps
 * from ``from`` to before ``to`` are taken of ``steps`` in all, in which heat falls from ``hot`` to ``cold``; where
 * areas are mended, it does so in each. 0, or -1 without memory. */
OUT i64 phoihop_anneal(void *sets, i64 areas, i64 seed, i64 steps, i64 from, i64 to, double hot, double cold,
                       i64 penalty, const double *price, i32 *holder) {
    Sets *s = sets;
    Effort effort = {seed, steps, from, to, hot, cold};
    State a = {.sets = s, .holder = holder, .penalty = penalty, .seed = mixed((u64)seed + 1), .price = price};
    a.regret = malloc((size_t)(s->n + 1) * sizeof(double)), a.area = malloc((size_t)(s->n + 1) * sizeof(i32));
    i32 *mark = calloc((size_t)s->n + 1, sizeof(i32)), *old = malloc((size_t)(s->n + 1) * sizeof(i32));
    int fine = a.regret && a.area && mark && old;
    if (fine && s->n) {
        note_all(&a), use_all(&a, 1);
        if (areas) mend(&a, &effort, mark, old);
        else anneal(&a, &effort, mark);
        use_all(&a, -1);
    }
    free(a.regret), free(a.area), free(mark), free(old);
    return fine ? 0 : -1;
}
