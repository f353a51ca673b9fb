/* Masts placed so that all keep their spacing: the one with the fewest points left goes first, its points in order. */
#include "kernel.h"

typedef struct {
    i64 masts, points, words, steps, most;
    const i64 *starts;
    const u64 *fit; /* a row a point: which points keep their spacing from it */
    u64 *alive;     /* a row a depth */
    i64 *spot;
} Table;

static i64 count(const Table *t, const u64 *alive, i64 mast) {
    i64 sum = 0;
    for (i64 p = t->starts[mast]; p < t->starts[mast + 1]; p++) sum += alive[p >> 6] >> (p & 63) & 1;
    return sum;
}

/* 1 placed, 0 impossible, -1 too many steps. */
static int place(Table *t, i64 depth) {
    const u64 *alive = t->alive + depth * t->words;
    i64 chosen = -1, fewest = INT64_MAX;
    for (i64 m = 0; m < t->masts; m++) {
        if (t->spot[m] >= 0) continue;
        i64 left = count(t, alive, m);
        if (left < fewest) fewest = left, chosen = m;
    }
    if (chosen < 0) return 1;
    u64 *next = t->alive + (depth + 1) * t->words;
    for (i64 p = t->starts[chosen]; p < t->starts[chosen + 1]; p++) {
        if (!(alive[p >> 6] >> (p & 63) & 1)) continue;
        if (++t->steps > t->most) return -1;
        for (i64 w = 0; w < t->words; w++) next[w] = alive[w] & t->fit[p * t->words + w];
        int dead = 0;
        t->spot[chosen] = p;
        for (i64 m = 0; m < t->masts && !dead; m++) dead = t->spot[m] < 0 && !count(t, next, m);
        int done = dead ? 0 : place(t, depth + 1);
        if (done) return done;
        t->spot[chosen] = -1;
    }
    return 0;
}

OUT i64 phoihop_arrange(i64 masts, const i64 *starts, const double *at, const double *keep, i64 most, i64 *spot) {
    i64 points = starts[masts], words = (points + 63) / 64 + 1;
    Table t = {masts, points, words, 0, most, starts, 0, 0, spot};
    u64 *fit = calloc(points * words + 1, sizeof(u64));
    t.alive = calloc((masts + 2) * words, sizeof(u64));
    if (!fit || !t.alive) {
        free(fit), free(t.alive);
        return -1;
    }
    for (i64 p = 0; p < points; p++)
        for (i64 q = 0; q < points; q++) {
            double dx = at[3 * p] - at[3 * q], dy = at[3 * p + 1] - at[3 * q + 1], dz = at[3 * p + 2] - at[3 * q + 2];
            double limit = keep[p] > keep[q] ? keep[p] : keep[q];
            if (sqrt(dx * dx + dy * dy + dz * dz) >= limit) fit[p * words + (q >> 6)] |= (u64)1 << (q & 63);
        }
    t.fit = fit;
    for (i64 p = 0; p < points; p++) t.alive[p >> 6] |= (u64)1 << (p & 63);
    for (i64 m = 0; m < masts; m++) spot[m] = -1;
    int done = place(&t, 0);
    free(fit), free(t.alive);
    return done;
}
