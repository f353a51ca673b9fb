/* A good choice for a component too large to search: filled greedily, then solved anew piece by piece.
 *
 * A piece is a need with those it shares cheap columns with, as the columns chosen hold them; the search of solve.c
 * finds the best for the piece while everything around it stays.
 */
#include "part.h"

enum { ROOM = 20000, WIDE = 16 }; /* columns of a piece, and needs or limits of a column on the average */

typedef struct {
    i64 n, m, rows;
    const i64 *starts, *use_starts, *weight, *key, *list_starts;
    const i32 *member, *use, *list; /* list: columns of each need, the cheapest by the duals first */
    i64 *left;
    i32 *holder; /* the column chosen for each need, -1 for none */
    i32 *place, *row_place, *row_of, *piece;
} State;

static void put(State *s, i64 c, int way) {
    for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++) s->holder[s->member[k]] = way > 0 ? (i32)c : -1;
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++) s->left[s->use[k]] -= way * s->weight[k];
}

static int can(const State *s, i64 c) {
    for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++)
        if (s->holder[s->member[k]] >= 0) return 0;
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++)
        if (s->weight[k] > s->left[s->use[k]]) return 0;
    return 1;
}

static i64 add_need(State *s, i64 count, i32 need) {
    if (s->place[need] >= 0) return count;
    i32 c = s->holder[need];
    if (c < 0) {
        s->place[need] = (i32)count, s->piece[count++] = need;
        return count;
    }
    for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++)
        s->place[s->member[k]] = (i32)count, s->piece[count++] = s->member[k];
    return count;
}

/* Needs around a seed, at most ``size`` and what the last column holds; another ``turn`` finds others. */
static i64 gather(State *s, i32 seed, i64 size, i64 turn) {
    enum { LOOK = 12 };
    i64 count = add_need(s, 0, seed);
    for (i64 at = 0; at < count && count < size; at++) {
        i32 need = s->piece[at];
        i64 from = s->list_starts[need] + turn * LOOK, end = s->list_starts[need + 1];
        if (from + LOOK > end) from = s->list_starts[need];
        for (i64 k = from; k < end && k < from + LOOK; k++)
            for (i64 j = s->starts[s->list[k]]; j < s->starts[s->list[k] + 1] && count < size; j++)
                count = add_need(s, count, s->member[j]);
    }
    return count;
}

/* The piece as a part; false where it has more columns than there is room for. */
static int fill(State *s, Part *part, i64 count, i64 room, i32 *origin) {
    i64 m = 0, entries = 0, uses = 0;
    part->n = count, part->words = (count + 63) / 64, part->rows = 0;
    part->begin[0] = part->use_starts[0] = 0;
    for (i64 at = 0; at < count; at++) {
        i32 need = s->piece[at];
        for (i64 k = s->list_starts[need]; k < s->list_starts[need + 1]; k++) {
            i32 c = s->list[k];
            if (s->member[s->starts[c]] != need) continue;
            int inside = 1;
            for (i64 j = s->starts[c]; j < s->starts[c + 1] && inside; j++) inside = s->place[s->member[j]] >= 0;
            if (!inside) continue;
            if (m == room || entries + 64 > room * WIDE || uses + 64 > room * WIDE) return 0;
            for (i64 j = s->starts[c]; j < s->starts[c + 1]; j++) part->member[entries++] = s->place[s->member[j]];
            for (i64 j = s->use_starts[c]; j < s->use_starts[c + 1]; j++) {
                i32 row = s->use[j];
                if (s->row_place[row] < 0) {
                    s->row_place[row] = (i32)part->rows, s->row_of[part->rows] = row;
                    part->left[part->rows++] = s->left[row];
                }
                part->use[uses] = s->row_place[row], part->use_weight[uses++] = s->weight[j];
            }
            part->key[m] = s->key[c], origin[m++] = c;
            part->begin[m] = entries, part->use_starts[m] = uses;
        }
    }
    part->m = m;
    return 1;
}

static i64 worth(const State *s, i64 count, i64 *lost) {
    i64 cost = 0;
    *lost = 0;
    for (i64 at = 0; at < count; at++) {
        i32 c = s->holder[s->piece[at]];
        if (c < 0) ++*lost;
        else if (s->member[s->starts[c]] == s->piece[at]) cost += s->key[c];
    }
    return cost;
}

/* Needs from ``first`` on, every ``stride``-th, are seeds in turn. ``chosen`` comes in and leaves as flags; needs
 * that none of it holds are filled in the order of ``order``. Gives how many pieces got better, -1 without memory. */
OUT i64 phoihop_improve(i64 n, i64 m, i64 rows, const i64 *starts, const i32 *member, const i64 *key,
                        const i64 *use_starts, const i32 *use, const i64 *weight, const i64 *capacity,
                        const i64 *list_starts, const i32 *list, const i32 *order, i64 size, i64 first, i64 stride,
                        i64 most, i64 turn, uint8_t *chosen) {
    State s = {n, m, rows, starts, use_starts, weight, key, list_starts, member, use, list, 0, 0, 0, 0, 0, 0};
    i64 better = 0;
    Part *part = part_new(MOST_NEEDS, ROOM, rows, ROOM * WIDE, ROOM * WIDE);
    i64 *keys = malloc(ROOM * sizeof(i64));
    i32 *origin = malloc(ROOM * sizeof(i32));
    uint8_t *picked = malloc(ROOM);
    s.left = malloc((rows + 1) * sizeof(i64));
    s.holder = malloc((3 * n + 2 * rows + 3 + 64) * sizeof(i32));
    if (!part || !keys || !origin || !picked || !s.left || !s.holder) better = -1;
    if (better == 0) {
        s.place = s.holder + n, s.piece = s.place + n, s.row_place = s.piece + n + 64, s.row_of = s.row_place + rows;
        memcpy(s.left, capacity, rows * sizeof(i64));
        for (i64 i = 0; i < n; i++) s.holder[i] = s.place[i] = -1;
        for (i64 r = 0; r < rows; r++) s.row_place[r] = -1;
        for (i64 c = 0; c < m; c++)
            if (chosen[c]) put(&s, c, 1);
        for (i64 k = 0; k < m; k++)
            if (can(&s, order[k])) put(&s, order[k], 1);
    }
    for (i64 seed = first; better >= 0 && seed < n; seed += stride) {
        i64 count = gather(&s, (i32)seed, size, turn), lost = 0, after = 0;
        for (i64 at = 0; at < count; at++) { /* what the piece holds is free while it is looked at */
            i32 c = s.holder[s.piece[at]];
            if (c >= 0 && member[starts[c]] == s.piece[at])
                for (i64 k = use_starts[c]; k < use_starts[c + 1]; k++) s.left[use[k]] += weight[k];
        }
        i64 before = worth(&s, count, &lost);
        part->key = keys;
        int fits = count <= MOST_NEEDS && fill(&s, part, count, ROOM, origin);
        for (i64 at = 0; at < count; at++) {
            i32 c = s.holder[s.piece[at]];
            if (c >= 0 && member[starts[c]] == s.piece[at])
                for (i64 k = use_starts[c]; k < use_starts[c + 1]; k++) s.left[use[k]] -= weight[k];
        }
        if (fits) {
            memset(picked, 0, part->m);
            part->ceiling = lost ? INT64_MAX : before;
            part_solve(part, most, picked);
            i64 cost = 0, held = 0;
            for (i64 c = 0; c < part->m; c++)
                if (picked[c]) cost += keys[c], held += part->begin[c + 1] - part->begin[c];
            after = count - held;
            if (held && (after < lost || (after == lost && cost < before))) {
                for (i64 at = 0; at < count; at++)
                    if (s.holder[s.piece[at]] >= 0) put(&s, s.holder[s.piece[at]], -1);
                for (i64 c = 0; c < part->m; c++)
                    if (picked[c]) put(&s, origin[c], 1);
                better++;
            }
        }
        for (i64 r = 0; r < part->rows; r++) s.row_place[s.row_of[r]] = -1;
        for (i64 at = 0; at < count; at++) s.place[s.piece[at]] = -1;
    }
    if (better >= 0) {
        memset(chosen, 0, m);
        for (i64 i = 0; i < n; i++)
            if (s.holder[i] >= 0) chosen[s.holder[i]] = 1;
    }
    part_free(part);
    free(keys), free(origin), free(picked), free(s.left), free(s.holder);
    return better;
}
