/* A bound for a component too large to search: the dual of its linear programme by primal-dual steps.
 *
 * Chambolle and Pock 2011, with the step of each row and column of Pock and Chambolle 2011, averages, restarts and a
 * weight between the two sides (Applegate and others 2021). Steps look at a core of columns: those in use and those
 * that are cheap by the present duals. Every round looks at all columns, which alone gives a valid bound.
 */
#include "kernel.h"

typedef struct {
    i64 n, m, rows;
    const i64 *starts, *use_starts, *weight, *capacity;
    const i32 *member, *use;
    const double *cost;
} Model;

static double reduced(const Model *p, i64 c, const double *u, const double *v) {
    double rc = p->cost[c];
    for (i64 k = p->starts[c]; k < p->starts[c + 1]; k++) rc -= u[p->member[k]];
    for (i64 k = p->use_starts[c]; k < p->use_starts[c + 1]; k++) rc += v[p->use[k]] * (double)p->weight[k];
    return rc;
}

/* What duals prove, the better of two: every need pays for the cheapest of the columns that begin with it, of which
 * one at most is chosen; or its dual falls by its share of its cheapest column, after which no column is too cheap.
 * ``own`` and ``share`` have room for a number a need. ``shared`` tells whether it is the second. */
static double price(const Model *p, const double *u, const double *v, double *rc, double *own, double *share,
                    int *shared) {
    double sum = 0, first = 0, second = 0;
    for (i64 i = 0; i < p->n; i++) sum += u[i], own[i] = share[i] = 0;
    for (i64 r = 0; r < p->rows; r++) sum -= v[r] * (double)p->capacity[r];
    for (i64 c = 0; c < p->m; c++) {
        double cheap = reduced(p, c, u, v);
        if (rc) rc[c] = cheap;
        if (cheap >= 0) continue;
        i64 a = p->starts[c], b = p->starts[c + 1];
        double each = cheap / (double)(b - a);
        if (cheap < own[p->member[a]]) own[p->member[a]] = cheap;
        for (i64 k = a; k < b; k++)
            if (each < share[p->member[k]]) share[p->member[k]] = each;
    }
    for (i64 i = 0; i < p->n; i++) first += own[i], second += share[i];
    *shared = second > first;
    return sum + (second > first ? second : first);
}

typedef struct {
    double key;
    i64 column;
} Entry;

/* Keep the cheapest in a heap whose top is the dearest. */
static void keep(Entry *heap, i64 room, double key, i64 column) {
    i64 at = 0, next;
    if (key >= heap[0].key) return;
    for (; (next = 2 * at + 1) < room; at = next) {
        if (next + 1 < room && heap[next + 1].key > heap[next].key) next++;
        if (heap[next].key <= key) break;
        heap[at] = heap[next];
    }
    heap[at] = (Entry){key, column};
}

/* The core: columns in use, and for each need the cheapest of those that are its own by lot. ``luck`` is the most by
 * which chance parts columns of one price. */
static i64 choose(const Model *p, const double *rc, const float *x, i64 room, double luck, Entry *heap, i64 *core) {
    i64 count = 0, at = 0;
    for (i64 k = 0; k < p->n * room; k++) heap[k] = (Entry){INFINITY, -1};
    for (i64 c = 0; c < p->m; c++) {
        u64 lot = mixed((u64)c + 0x9E3779B97F4A7C15ull);
        u64 size = (u64)(p->starts[c + 1] - p->starts[c]);
        i32 owner = p->member[p->starts[c] + (i64)(((lot & 0xffffffff) * size) >> 32)];
        core[c] = x[c] > 0;
        keep(heap + owner * room, room, rc[c] + luck * (double)(lot >> 32) * 0x1p-32, c);
    }
    for (i64 k = 0; k < p->n * room; k++)
        if (heap[k].column >= 0) core[heap[k].column] = 1;
    for (; at < p->m; at++)
        if (core[at]) core[count++] = at;
    return count;
}

/* The columns of the core on their own, with how often each row is met. */
typedef struct {
    Model model;
    i64 *starts, *use_starts, *weight, whole;
    i32 *member, *use;
    double *cost, *row, *limit;
    float *x, *before, *sum;
} Core;

static void core_free(Core *k) {
    free(k->starts), free(k->use_starts), free(k->weight), free(k->member), free(k->use), free(k->cost), free(k->row);
    free(k->x), free(k->before), free(k->sum);
}

static int core_new(Core *k, const Model *p, const i64 *core, i64 count, const float *x) {
    i64 entries = 0, uses = 0;
    for (i64 q = 0; q < count; q++) {
        entries += p->starts[core[q] + 1] - p->starts[core[q]];
        uses += p->use_starts[core[q] + 1] - p->use_starts[core[q]];
    }
    size_t many = (size_t)count + 1;
    k->starts = malloc(many * 8), k->use_starts = malloc(many * 8), k->weight = malloc((size_t)(uses + 1) * 8);
    k->member = malloc((size_t)(entries + 1) * 4), k->use = malloc((size_t)(uses + 1) * 4);
    k->cost = malloc(many * 8), k->row = calloc((size_t)(p->n + p->rows + 1), 8), k->limit = k->row + p->n;
    k->x = malloc(many * 4), k->before = malloc(many * 4), k->sum = calloc(many, 4);
    if (!k->starts || !k->use_starts || !k->weight || !k->member || !k->use || !k->cost || !k->row || !k->x ||
        !k->before || !k->sum)
        return 0;
    entries = uses = 0;
    for (i64 q = 0; q < count; q++) {
        i64 c = core[q];
        k->starts[q] = entries, k->use_starts[q] = uses;
        k->cost[q] = p->cost[c], k->x[q] = k->before[q] = x[c];
        for (i64 j = p->starts[c]; j < p->starts[c + 1]; j++) k->row[k->member[entries++] = p->member[j]] += 1;
        for (i64 j = p->use_starts[c]; j < p->use_starts[c + 1]; j++, uses++)
            k->use[uses] = p->use[j], k->weight[uses] = p->weight[j], k->limit[p->use[j]] += (double)p->weight[j];
    }
    k->starts[count] = entries, k->use_starts[count] = uses;
    k->model = (Model){p->n, count, p->rows, k->starts, k->use_starts, k->weight, p->capacity, k->member, k->use, k->cost};
    return 1;
}

/* One step of both sides; ``g`` and ``h`` have room for a number a need and a limit. */
static void step(Core *k, double weight, double *u, double *v, double *g, double *h) {
    const Model *p = &k->model;
    for (i64 i = 0; i < p->n; i++) g[i] = 1;
    for (i64 r = 0; r < p->rows; r++) h[r] = -(double)p->capacity[r];
    for (i64 c = 0; c < p->m; c++) {
        double size = (double)(p->starts[c + 1] - p->starts[c]), old = k->x[c];
        for (i64 j = p->use_starts[c]; j < p->use_starts[c + 1]; j++) size += (double)p->weight[j];
        double now = old - reduced(p, c, u, v) / (size * weight);
        if (now < 0) now = 0;
        double pushed = 2 * now - old;
        k->x[c] = (float)now, k->sum[c] += (float)now;
        if (pushed == 0) continue;
        for (i64 j = p->starts[c]; j < p->starts[c + 1]; j++) g[p->member[j]] -= pushed;
        for (i64 j = p->use_starts[c]; j < p->use_starts[c + 1]; j++) h[p->use[j]] += pushed * (double)p->weight[j];
    }
    for (i64 i = 0; i < p->n; i++)
        if (k->row[i] > 0) u[i] += weight * g[i] / k->row[i];
    for (i64 r = 0; r < p->rows; r++)
        if (k->limit[r] > 0) v[r] = fmax(v[r] + weight * h[r] / k->limit[r], 0.0);
}

/* Steps on the core from ``u`` and ``v``, which leave as the average or the last, whichever proves more. ``work`` has
 * room for 5 numbers a need and 3 a limit. */
static void improve(Core *k, i64 steps, double *weight, double *u, double *v, double *work) {
    const Model *p = &k->model;
    i64 n = p->n, rows = p->rows;
    double *g = work, *h = g + n, *mean = h + rows, *mean_limit = mean + n, *old = mean_limit + rows, *spare = old + n;
    double moved = 0, risen = 0;
    int shared;
    memset(mean, 0, (size_t)(n + rows) * 8), memcpy(old, u, (size_t)n * 8);
    for (i64 t = 0; t < steps; t++) {
        step(k, *weight, u, v, g, h);
        for (i64 i = 0; i < n; i++) mean[i] += u[i] / (double)steps;
        for (i64 r = 0; r < rows; r++) mean_limit[r] += v[r] / (double)steps;
    }
    if (price(p, mean, mean_limit, 0, g, spare, &shared) >= price(p, u, v, 0, g, spare, &shared)) {
        memcpy(u, mean, (size_t)n * 8), memcpy(v, mean_limit, (size_t)rows * 8);
        for (i64 c = 0; c < p->m; c++) k->x[c] = k->sum[c] / (float)steps;
    }
    for (i64 c = 0; c < p->m; c++) {
        double way = (double)k->x[c] - (double)k->before[c];
        moved += way * way * (double)(p->starts[c + 1] - p->starts[c]);
    }
    for (i64 i = 0; i < n; i++) risen += (u[i] - old[i]) * (u[i] - old[i]) * k->row[i];
    if (moved > 1e-12 && risen > 1e-12) *weight = sqrt(sqrt(risen / moved) * *weight);
}

/* One round: a bound by ``u`` and ``v``, then steps on a core of ``room`` columns a need and those in use. ``x``: how
 * much each column is used; ``weight``: between the sides. Where the bound is the best so far, ``best_u`` and ``best_v``
 * are set to duals that prove it, by which ``rc`` is the reduced cost of each column. 0, or -1 without memory. */
OUT i64 phoihop_dual(i64 n, i64 m, i64 rows, const i64 *starts, const i32 *member, const double *cost,
                     const i64 *use_starts, const i32 *use, const i64 *weight, const i64 *capacity, i64 steps, i64 room,
                     double luck, double *u, double *v, float *x, double *between, double *best_u, double *best_v,
                     double *bound) {
    Model p = {n, m, rows, starts, use_starts, weight, capacity, member, use, cost};
    Core k = {0};
    int shared;
    double *rc = malloc((size_t)(m + 1) * 8), *work = malloc((size_t)(5 * n + 3 * rows + 8) * 8);
    Entry *heap = malloc((size_t)(n * room + 1) * sizeof(Entry));
    i64 *core = malloc((size_t)(m + 1) * 8);
    int fine = rc && work && heap && core;
    if (fine) {
        double *own = work, *share = work + n, value = price(&p, u, v, rc, own, share, &shared);
        if (value > *bound) {
            *bound = value;
            for (i64 i = 0; i < n; i++) best_u[i] = u[i] + (shared ? share[i] : 0.0);
            memcpy(best_v, v, (size_t)rows * 8);
        }
        fine = !steps || core_new(&k, &p, core, choose(&p, rc, x, room, luck, heap, core), x);
    }
    if (fine && steps) {
        improve(&k, steps, between, u, v, work);
        for (i64 q = 0; q < k.model.m; q++) x[core[q]] = k.x[q];
    }
    core_free(&k);
    free(rc), free(work), free(heap), free(core);
    return fine ? 0 : -1;
}
