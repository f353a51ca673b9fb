/* The table of sets.h, and for each need those it can share a mast with. */
#include "sets.h"

static u64 hash_of(const Sets *s, i64 column) {
    u64 hash = 0;
    for (i64 k = s->starts[column]; k < s->starts[column + 1]; k++) hash ^= s->word[s->member[k]];
    return hash;
}

static int same_members(const Sets *s, i64 a, i64 b) {
    i64 size = s->starts[a + 1] - s->starts[a];
    if (s->starts[b + 1] - s->starts[b] != size) return 0;
    return !memcmp(s->member + s->starts[a], s->member + s->starts[b], (size_t)size * sizeof(i32));
}

/* Columns of a set hang in a chain, the cheapest first. Where two sets share a hash, the second is left out. */
static void add(Sets *s, i32 column) {
    u64 hash = hash_of(s, column);
    Slot *slot = look_up(s, hash, least_of(s->member + s->starts[column], s->starts[column + 1] - s->starts[column]));
    i32 last = -1, next = slot->column;
    if (next >= 0 && !same_members(s, next, column)) return;
    while (next >= 0 && s->cost[next] <= s->cost[column]) last = next, next = s->next[next];
    int plain = slot->column < 0 && s->use_starts[column] == s->use_starts[column + 1] && s->cost[column] < INT32_MAX;
    s->next[column] = next;
    if (last >= 0) s->next[last] = column;
    else slot->column = column;
    slot->hash = hash, slot->cost = plain ? (i32)s->cost[column] : -1;
}

static int fill(Sets *s) {
    memset(s->home, 0, (size_t)(s->n + 1) * sizeof(i64));
    for (i64 c = 0; c < s->m; c++) s->home[least_of(s->member + s->starts[c], s->starts[c + 1] - s->starts[c]) + 1]++;
    for (i64 i = 0; i < s->n; i++) s->home[i + 1] = s->home[i] + s->home[i + 1] + s->home[i + 1] / 3 + 2;
    s->slot = malloc((size_t)s->home[s->n] * sizeof(Slot));
    s->next = malloc((size_t)(s->m + 1) * sizeof(i32));
    if (!s->slot || !s->next) return 0;
    for (i64 at = 0; at < s->home[s->n]; at++) s->slot[at].column = -1;
    for (i64 c = 0; c < s->m; c++) {
        i64 size = s->starts[c + 1] - s->starts[c];
        s->next[c] = -1;
        if (size > MOST_MEMBERS) continue;
        if (size > s->largest) s->largest = size;
        add(s, (i32)c);
    }
    return 1;
}

/* ``mate`` of each need: everyone it shares a column with, once. */
static int meet(Sets *s) {
    i64 room = 32 * s->n + 64, count = 0, *at = calloc((size_t)s->n + 2, sizeof(i64));
    i32 *holding = malloc((size_t)(s->starts[s->m] + 1) * sizeof(i32)), *seen = malloc((size_t)(s->n + 1) * sizeof(i32));
    s->mate = malloc((size_t)room * sizeof(i32));
    int fine = at && holding && seen && s->mate;
    if (fine) {
        for (i64 k = 0; k < s->starts[s->m]; k++) at[s->member[k] + 2]++;
        for (i64 i = 0; i < s->n; i++) at[i + 2] += at[i + 1], seen[i] = -1;
        for (i64 c = 0; c < s->m; c++)
            for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++) holding[at[s->member[k] + 1]++] = (i32)c;
    }
    for (i64 i = 0; i < s->n && fine; i++) {
        s->mate_starts[i] = count, seen[i] = (i32)i;
        for (i64 k = at[i]; k < at[i + 1] && fine; k++)
            for (i64 j = s->starts[holding[k]]; j < s->starts[holding[k] + 1] && fine; j++) {
                if (seen[s->member[j]] == i) continue;
                if (count == room) {
                    i32 *more = realloc(s->mate, (size_t)(room *= 2) * sizeof(i32));
                    if (!more) fine = 0;
                    else s->mate = more;
                }
                if (fine) seen[s->member[j]] = (i32)i, s->mate[count++] = s->member[j];
            }
    }
    s->mate_starts[s->n] = count;
    free(at), free(holding), free(seen);
    return fine;
}

/* The same lists as small tables of their own. */
static int nestle(Sets *s) {
    i64 total = 0;
    for (i64 i = 0; i < s->n; i++) {
        i64 wanted = 2 * (s->mate_starts[i + 1] - s->mate_starts[i]) + 1, size = 1;
        while (size < wanted) size *= 2;
        s->nest_starts[i] = total, s->nest_mask[i] = (u32)(size - 1), total += size;
    }
    s->nest = malloc((size_t)(total + 1) * sizeof(i32));
    if (!s->nest) return 0;
    memset(s->nest, 0xff, (size_t)total * sizeof(i32));
    for (i64 i = 0; i < s->n; i++)
        for (i64 k = s->mate_starts[i]; k < s->mate_starts[i + 1]; k++) {
            u32 at = spread(s->mate[k]) & s->nest_mask[i];
            while (s->nest[s->nest_starts[i] + at] >= 0) at = (at + 1) & s->nest_mask[i];
            s->nest[s->nest_starts[i] + at] = s->mate[k];
        }
    return 1;
}

Sets *sets_new(const Sets *given, const i64 *capacity) {
    Sets *s = malloc(sizeof(Sets));
    if (!s) return 0;
    *s = *given;
    s->largest = 0, s->slot = 0, s->next = s->mate = s->nest = 0;
    s->left = malloc((size_t)(s->rows + 1) * sizeof(i64));
    s->word = malloc((size_t)(s->n + 1) * sizeof(u64));
    s->home = malloc((size_t)(s->n + 1) * sizeof(i64));
    s->mate_starts = malloc((size_t)(s->n + 1) * sizeof(i64));
    s->nest_starts = malloc((size_t)(s->n + 1) * sizeof(i64));
    s->nest_mask = malloc((size_t)(s->n + 1) * sizeof(u32));
    int fine = s->left && s->word && s->home && s->mate_starts && s->nest_starts && s->nest_mask;
    if (fine) {
        memcpy(s->left, capacity, (size_t)s->rows * sizeof(i64));
        for (i64 i = 0; i < s->n; i++) s->word[i] = mixed(mixed((u64)i + 0x9E3779B97F4A7C15ull));
        fine = fill(s) && meet(s) && nestle(s);
    }
    if (fine) return s;
    sets_free(s);
    return 0;
}

void sets_free(Sets *s) {
    if (!s) return;
    free(s->left), free(s->word), free(s->slot), free(s->home), free(s->next), free(s->mate), free(s->mate_starts);
    free(s->nest), free(s->nest_starts), free(s->nest_mask), free(s);
}
