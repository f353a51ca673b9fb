/* Moves of needs from mast to mast: drawn, looked up, and made where they are welcome. */
#include "moves.h"

/* Of KINDS moves as many let a need go alone, two masts become one, a need move; in the rest two change places. Every
 * other need is the sorriest of so many drawn. */
enum { KINDS = 16, ALONE = 1, JOINED = 3, MOVED = 14, DRAWN = 16 };

u64 draw(State *a) { return mixed(a->seed += 0x9E3779B97F4A7C15ull); }

i64 below(State *a, i64 count) { return (i64)(((draw(a) >> 32) * (u64)count) >> 32); }

static int fits(const Sets *s, i32 c) {
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++)
        if (s->weight[k] > s->left[s->use[k]]) return 0;
    return 1;
}

void take(const Sets *s, i32 c, int way) {
    if (c < 0) return;
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++) s->left[s->use[k]] -= way * s->weight[k];
}

static i64 worth(const State *a, i32 c) { return c < 0 ? a->penalty : a->sets->cost[c]; }

void note(State *a, const i32 *need, i64 count, i32 column) {
    double over = (double)worth(a, column);
    for (i64 k = 0; k < count; k++) over -= a->price[need[k]];
    for (i64 k = 0; k < count; k++) a->regret[need[k]] = over / (double)count;
}

/* The cheapest column of a set that fits; -1 where there is none. */
static i32 cheapest(const Sets *s, u64 hash, i32 least, i64 *cost) {
    const Slot *slot = look_up(s, hash, least);
    i32 c = slot->column;
    *cost = slot->cost;
    if (c < 0 || slot->cost >= 0) return c;
    while (c >= 0 && !fits(s, c)) c = s->next[c];
    if (c >= 0) *cost = s->cost[c];
    return c;
}

i64 members_of(const State *a, i32 column, i32 need, i32 *into) {
    if (column < 0) return into[0] = need, 1;
    i64 first = a->sets->starts[column], count = a->sets->starts[column + 1] - first;
    for (i64 k = 0; k < count; k++) into[k] = a->sets->member[first + k];
    return count;
}

static u64 hash_of(const State *a, const i32 *need, i64 count) {
    u64 hash = 0;
    for (i64 k = 0; k < count; k++) hash ^= a->sets->word[need[k]];
    return hash;
}

static i32 sorriest(State *a, i64 tries) {
    i32 best = a->area[below(a, a->size)];
    for (i64 k = 1; k < tries; k++) {
        i32 other = a->area[below(a, a->size)];
        if (a->regret[other] > a->regret[best]) best = other;
    }
    return best;
}

/* What the need joining the column of its mate makes of both columns; false where that cannot be. */
static int join(State *a, Move *m, i64 kind) {
    const Sets *s = a->sets;
    i64 clashes = 0, at = -1;
    for (i64 k = 0; k < m->grown_count && clashes < 2; k++)
        if (!are_mates(s, m->need, m->grown[k])) clashes++, at = k;
    if (clashes > 1) return 0;
    if (!clashes && kind < JOINED && m->left_count && m->grown_count + m->left_count < s->largest) {
        for (i64 k = 0; k < m->left_count; k++) m->grown[m->grown_count++] = m->left[k];
        m->grown[m->grown_count++] = m->need, m->left_count = 0;
        return 1;
    }
    if (!clashes && kind < MOVED && m->grown_count < s->largest) return m->grown[m->grown_count++] = m->need, 1;
    if (at < 0) at = below(a, m->grown_count);
    i32 other = m->grown[at];
    for (i64 k = 0; k < m->left_count; k++)
        if (!are_mates(s, other, m->left[k])) return 0;
    m->grown[at] = m->need, m->left[m->left_count++] = other;
    return 1;
}

static void ask_for(const State *a, const i32 *need, i64 count, u64 *hash, i32 *least) {
    *hash = hash_of(a, need, count), *least = least_of(need, count);
    __builtin_prefetch(a->sets->slot + place_of(a->sets, *hash, *least));
}

/* Draw a move; false where it leads nowhere. */
int propose(State *a, Move *m) {
    const Sets *s = a->sets;
    i32 need = sorriest(a, draw(a) & 1 ? DRAWN : 1), mate = -1;
    i64 kind = below(a, KINDS), mates = s->mate_starts[need + 1] - s->mate_starts[need];
    if (kind >= ALONE && mates) mate = s->mate[s->mate_starts[need] + below(a, mates)];
    int turned = mate >= 0 && (draw(a) & 1);
    m->need = turned ? mate : need, m->mate = turned ? need : mate, m->from = a->holder[m->need], m->to = -1;
    i64 count = members_of(a, m->from, m->need, m->left);
    m->left_count = 0;
    for (i64 k = 0; k < count; k++)
        if (m->left[k] != m->need) m->left[m->left_count++] = m->left[k];
    if (mate < 0) m->grown[0] = m->need, m->grown_count = 1;
    else {
        m->to = a->holder[m->mate];
        if (m->to >= 0 && m->to == m->from) return 0;
        m->grown_count = members_of(a, m->to, m->mate, m->grown);
        if (!join(a, m, kind)) return 0;
    }
    ask_for(a, m->grown, m->grown_count, &m->grown_hash, &m->grown_least);
    if (m->left_count) ask_for(a, m->left, m->left_count, &m->left_hash, &m->left_least);
    return 1;
}

/* Whether a column is that of these very needs; none will do for a single one. */
static int is_of(const Sets *s, i32 c, const i32 *need, i64 count) {
    if (c < 0) return count == 1;
    if (s->starts[c + 1] - s->starts[c] != count) return 0;
    for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++) {
        int found = 0;
        for (i64 j = 0; j < count && !found; j++) found = need[j] == s->member[k];
        if (!found) return 0;
    }
    return 1;
}

/* The rule of Metropolis and others 1953. */
static int welcome(State *a, i64 more, double heat) {
    if (more <= 0) return 1;
    if ((double)more > 40 * heat) return 0;
    return (double)(draw(a) >> 11) * 0x1p-53 < exp(-(double)more / heat);
}

void make(State *a, const Move *m, double heat) {
    const Sets *s = a->sets;
    if (a->holder[m->need] != m->from || (m->mate >= 0 && a->holder[m->mate] != m->to)) return;
    i64 before = worth(a, m->from) + (m->mate >= 0 ? worth(a, m->to) : 0), after = 0, rest_cost = 0;
    i32 rest = -1;
    take(s, m->from, -1), take(s, m->to, -1);
    i32 grown = cheapest(s, m->grown_hash, m->grown_least, &after);
    int good = is_of(s, grown, m->grown, m->grown_count);
    if (grown < 0) after = a->penalty;
    if (good && m->left_count) {
        take(s, grown, 1);
        rest = cheapest(s, m->left_hash, m->left_least, &rest_cost);
        good = is_of(s, rest, m->left, m->left_count);
        if (rest < 0) rest_cost = a->penalty;
        take(s, grown, -1);
    }
    good = good && welcome(a, after + rest_cost - before, heat);
    take(s, good ? grown : m->from, 1), take(s, good ? rest : m->to, 1);
    if (!good) return;
    for (i64 k = 0; k < m->grown_count; k++) a->holder[m->grown[k]] = grown;
    for (i64 k = 0; k < m->left_count; k++) a->holder[m->left[k]] = rest;
    note(a, m->grown, m->grown_count, grown), note(a, m->left, m->left_count, rest);
    a->total += after + rest_cost - before;
}
