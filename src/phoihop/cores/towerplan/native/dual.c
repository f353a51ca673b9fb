/* A bound for a component too large to search: Lagrangean duals by subgradients.
 *
 * Each column belongs to the first of its needs; at most one of a need's own columns is chosen. Most steps look at a
 * core of columns that are cheap by the present duals; every round looks at all, which alone gives a valid bound.
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
    for (i64 k = p->use_starts[c]; k < p->use_starts[c + 1]; k++) rc += v[p->use[k]] * p->weight[k];
    return rc;
}

/* Reduced costs of all columns, the best column of each need's own, and the bound. */
static double price(const Model *p, const double *u, const double *v, double *rc, i64 *best) {
    double value = 0;
    for (i64 i = 0; i < p->n; i++) value += u[i], best[i] = -1;
    for (i64 r = 0; r < p->rows; r++) value -= v[r] * p->capacity[r];
    for (i64 c = 0; c < p->m; c++) {
        rc[c] = reduced(p, c, u, v);
        i32 i = p->member[p->starts[c]];
        if (rc[c] < 0 && (best[i] < 0 || rc[c] < rc[best[i]])) best[i] = c;
    }
    for (i64 i = 0; i < p->n; i++)
        if (best[i] >= 0) value += rc[best[i]];
    return value;
}

/* Columns of the core for each need: at least, on the average, and at most on the average. */
enum { KEPT = 6, USUAL = 60, MOST = 130, SAMPLE = 20000 };

static int by_double(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The cheapest columns of every need. ``worst`` holds, for each need, its cheapest in falling order. */
static i64 choose_core(const Model *p, const double *rc, double *worst, double *sample, i64 *core) {
    i64 count = 0;
    double limit = 0;
    for (i64 k = 0; k < SAMPLE; k++) sample[k] = rc[(i64)((double)k / SAMPLE * p->m)];
    qsort(sample, SAMPLE, sizeof(double), by_double);
    if (p->m > p->n * USUAL) limit = sample[(i64)((double)(p->n * USUAL) / p->m * (SAMPLE - 1))];
    for (i64 k = 0; k < p->n * KEPT; k++) worst[k] = INFINITY;
    for (i64 c = 0; c < p->m; c++)
        for (i64 k = p->starts[c]; k < p->starts[c + 1]; k++) {
            double *mine = worst + p->member[k] * KEPT;
            if (rc[c] >= mine[0]) continue;
            i64 at = 0;
            while (at + 1 < KEPT && rc[c] < mine[at + 1]) mine[at] = mine[at + 1], at++;
            mine[at] = rc[c];
        }
    for (i64 c = 0; c < p->m && count < p->n * MOST; c++) {
        int take = rc[c] < limit;
        for (i64 k = p->starts[c]; k < p->starts[c + 1] && !take; k++) take = rc[c] <= worst[p->member[k] * KEPT];
        if (take) core[count++] = c;
    }
    return count;
}

/* ``u`` and ``v`` leave as the best duals found; ``bound`` is what they prove. ``a``, ``b`` and ``step`` are where the
 * search stands, to go on from. 0, or -1 without memory. */
OUT i64 phoihop_dual(i64 n, i64 m, i64 rows, const i64 *starts, const i32 *member, const double *cost,
                     const i64 *use_starts, const i32 *use, const i64 *weight, const i64 *capacity, i64 rounds,
                     i64 inner, double upper, double *u, double *v, double *a, double *b, double *rc,
                     double *step, double *bound) {
    Model p = {n, m, rows, starts, use_starts, weight, capacity, member, use, cost};
    i64 *best = malloc((n + 1) * sizeof(i64)), *core = malloc((n * MOST + 1) * sizeof(i64));
    double *work = malloc((3 * n + 3 * rows + 8) * sizeof(double)), *low = malloc((n + 1) * sizeof(double));
    double *worst = malloc((n * KEPT + SAMPLE) * sizeof(double));
    double high = -INFINITY, deep = INFINITY;
    i64 stale = 0, failed = !best || !core || !work || !low || !worst;
    if (!failed) memset(work, 0, (3 * n + 3 * rows + 8) * sizeof(double));
    double *g = work, *h = g + n, *d = h + rows, *e = d + n, *x = e + rows, *y = x + n;
    for (i64 round = 0; round <= rounds && !failed; round++) {
        double value = price(&p, a, b, rc, best), top = -INFINITY;
        if (value > *bound) {
            *bound = value;
            memcpy(u, a, n * sizeof(double)), memcpy(v, b, rows * sizeof(double));
        }
        if (round == rounds) break;
        i64 count = choose_core(&p, rc, worst, worst + n * KEPT, core);
        memcpy(x, a, n * sizeof(double)), memcpy(y, b, rows * sizeof(double));
        for (i64 turn = 0; turn < inner && !failed; turn++) {
            double sum = 0, norm = 0;
            for (i64 i = 0; i < n; i++) sum += a[i], g[i] = 1, low[i] = 0, best[i] = -1;
            for (i64 r = 0; r < rows; r++) sum -= b[r] * capacity[r], h[r] = -(double)capacity[r];
            for (i64 k = 0; k < count; k++) {
                double cheap = reduced(&p, core[k], a, b);
                i32 i = member[starts[core[k]]];
                if (cheap < low[i]) low[i] = cheap, best[i] = core[k];
            }
            for (i64 i = 0; i < n; i++) {
                i64 c = best[i];
                if (c < 0) continue;
                sum += low[i];
                for (i64 k = starts[c]; k < starts[c + 1]; k++) g[member[k]] -= 1;
                for (i64 k = use_starts[c]; k < use_starts[c + 1]; k++) h[use[k]] += weight[k];
            }
            if (sum > top) {
                top = sum;
                memcpy(x, a, n * sizeof(double)), memcpy(y, b, rows * sizeof(double));
            }
            if (sum > high) high = sum;
            if (sum < deep) deep = sum;
            if (++stale == 20) { /* Caprara, Fischetti, Toth 1999 */
                if (high - deep > 0.01 * fabs(high)) *step *= 0.5;
                else if (high - deep < 0.001 * fabs(high)) *step *= 1.5;
                stale = 0, high = -INFINITY, deep = INFINITY;
            }
            for (i64 i = 0; i < n; i++) d[i] = g[i] + 0.6 * d[i], norm += d[i] * d[i];
            for (i64 r = 0; r < rows; r++) {
                e[r] = h[r] + 0.6 * e[r];
                if (b[r] > 0 || e[r] > 0) norm += e[r] * e[r];
            }
            if (norm < 1e-9) break;
            double length = *step * fmax(1.02 * upper - sum, 1e-3 * fabs(upper) + 1) / norm;
            for (i64 i = 0; i < n; i++) a[i] = fmax(a[i] + length * d[i], 0.0);
            for (i64 r = 0; r < rows; r++) b[r] = fmax(b[r] + length * e[r], 0.0);
        }
    }
    if (!failed) price(&p, u, v, rc, best);
    free(best), free(core), free(work), free(low), free(worst);
    return failed ? -1 : 0;
}
