/* Components solved exactly: pick columns so that each need is in one and no limit is broken, for the least sum of
 * keys. Dual ascent bounds the cost from below; depth-first search on bit masks does the rest; where it takes too many
 * steps, the bound is raised by subgradients and the search begins again.
 */
#include "part.h"

#define FIRST_STEPS 2000
#define ROUNDS 300

static i64 reduced(const Part *s, i64 c) {
    if (c >= s->m) return s->penalty - s->u[c - s->m];
    i64 rc = s->key[c];
    for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++) rc -= s->u[s->member[k]];
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++) rc += s->v[s->use[k]] * s->use_weight[k];
    return rc;
}

static int by_entry(const void *a, const void *b) {
    const Entry *x = a, *y = b;
    if (x->rc != y->rc) return x->rc < y->rc ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* Raise each dual as far as the columns of its need allow. */
static void ascend(Part *s) {
    for (i64 i = 0; i < s->n; i++) {
        i64 least = s->penalty - s->u[i];
        for (i64 k = s->list_starts[i]; k < s->list_starts[i + 1]; k++)
            if (s->list[k].column < s->m) {
                i64 rc = reduced(s, s->list[k].column);
                if (rc < least) least = rc;
            }
        s->u[i] += least;
    }
}

static i64 bound(const Part *s) {
    i64 sum = 0;
    for (i64 i = 0; i < s->n; i++) sum += s->u[i];
    for (i64 r = 0; r < s->rows; r++) sum -= s->v[r] * s->left[r];
    return sum;
}

static int fits(const Part *s, i32 c) {
    if (c >= s->m) return 1;
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++)
        if (s->use_weight[k] > s->left[s->use[k]]) return 0;
    return 1;
}

static int is_free(const Part *s, i32 c) {
    if (c >= s->m) return 1;
    for (i64 w = 0; w < s->words; w++)
        if (s->mask[c * s->words + w] & s->covered[w]) return 0;
    return 1;
}

static void take(Part *s, i32 c, int way) {
    if (c >= s->m) {
        s->covered[(c - s->m) >> 6] ^= (u64)1 << ((c - s->m) & 63);
        return;
    }
    for (i64 w = 0; w < s->words; w++) s->covered[w] ^= s->mask[c * s->words + w];
    for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++) s->left[s->use[k]] -= way * s->use_weight[k];
}

/* ``low`` bounds the cost of every completion. False where the steps ran out. */
static int search(Part *s, i64 depth, i64 low, i64 cost) {
    i64 chosen = -1, fewest = INT64_MAX;
    if (++s->steps > s->most) return 0;
    for (i64 i = 0; i < s->n; i++) {
        if (s->covered[i >> 6] >> (i & 63) & 1) continue;
        i64 ways = 0;
        for (i64 k = s->list_starts[i]; k < s->list_starts[i + 1] && ways < fewest; k++) {
            if (low + s->list[k].rc >= s->best) break;
            ways += is_free(s, s->list[k].column) && fits(s, s->list[k].column);
        }
        if (!ways) return 1;
        if (ways < fewest) fewest = ways, chosen = i;
    }
    if (chosen < 0) {
        if (cost < s->best) {
            s->best = cost, s->answers = depth;
            memcpy(s->answer, s->picked, depth * sizeof(i32));
        }
        return 1;
    }
    for (i64 k = s->list_starts[chosen]; k < s->list_starts[chosen + 1]; k++) {
        Entry e = s->list[k];
        if (low + e.rc >= s->best) break;
        if (!is_free(s, e.column) || !fits(s, e.column)) continue;
        s->picked[depth] = e.column;
        take(s, e.column, 1);
        int done = search(s, depth + 1, low + e.rc, cost + (e.column < s->m ? s->key[e.column] : s->penalty));
        take(s, e.column, -1);
        if (!done) return 0;
    }
    return 1;
}

static int run(Part *s, i64 most) {
    for (i64 i = 0; i < s->n; i++) {
        for (i64 k = s->list_starts[i]; k < s->list_starts[i + 1]; k++) s->list[k].rc = reduced(s, s->list[k].column);
        qsort(s->list + s->list_starts[i], s->list_starts[i + 1] - s->list_starts[i], sizeof(Entry), by_entry);
    }
    s->steps = 0, s->most = most;
    memset(s->covered, 0, sizeof s->covered);
    return search(s, 0, bound(s), 0);
}

/* Duals by subgradients of the Lagrangean, made feasible in whole numbers afterwards. */
static void sharpen(Part *s) {
    i64 n = s->n, rows = s->rows, stale = 0;
    double *x = malloc((3 * n + 3 * rows + 1) * sizeof(double)), step = 1.0, top = -INFINITY;
    if (!x) return;
    double *u = x, *v = u + n, *g = v + rows, *h = g + n, *bu = h + rows, *bv = bu + n;
    for (i64 i = 0; i < n; i++) bu[i] = u[i] = (double)s->u[i];
    for (i64 r = 0; r < rows; r++) bv[r] = v[r] = (double)s->v[r];
    for (i64 round = 0; round < ROUNDS; round++) {
        double value = 0, norm = 0;
        for (i64 i = 0; i < n; i++) value += u[i], g[i] = 1;
        for (i64 r = 0; r < rows; r++) value -= v[r] * s->left[r], h[r] = -(double)s->left[r];
        for (i64 c = 0; c < s->m + n; c++) {
            double rc = c < s->m ? (double)s->key[c] : (double)s->penalty - u[c - s->m];
            if (c >= s->m) {
                if (rc < 0) value += rc, g[c - s->m] -= 1;
                continue;
            }
            for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++) rc -= u[s->member[k]];
            for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++) rc += v[s->use[k]] * s->use_weight[k];
            if (rc >= 0) continue;
            value += rc;
            for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++) g[s->member[k]] -= 1;
            for (i64 k = s->use_starts[c]; k < s->use_starts[c + 1]; k++) h[s->use[k]] += s->use_weight[k];
        }
        if (value > top) {
            top = value, stale = 0;
            memcpy(bu, u, n * sizeof(double)), memcpy(bv, v, rows * sizeof(double));
        } else if (++stale == 15)
            stale = 0, step /= 2;
        for (i64 i = 0; i < n; i++) norm += g[i] * g[i];
        for (i64 r = 0; r < rows; r++) norm += h[r] * h[r];
        if (norm < 0.5 || step < 1e-4) break;
        double length = step * fmax((double)s->best - value, 1.0) / norm;
        for (i64 i = 0; i < n; i++) u[i] += length * g[i];
        for (i64 r = 0; r < rows; r++) v[r] = fmax(v[r] + length * h[r], 0.0);
    }
    for (i64 i = 0; i < n; i++) s->u[i] = (i64)floor(bu[i]);
    for (i64 r = 0; r < rows; r++) s->v[r] = (i64)ceil(bv[r]);
    for (i64 c = 0; c < s->m + n; c++) {
        i64 over = -reduced(s, c);
        if (over <= 0) continue;
        i64 size = c < s->m ? s->starts[c + 1] - s->starts[c] : 1;
        for (i64 k = 0; k < size; k++)
            s->u[c < s->m ? s->member[s->starts[c] + k] : (i32)(c - s->m)] -= over / size + (k < over % size);
    }
    ascend(s);
    free(x);
}

static void set_up(Part *s) {
    i64 *most = s->list_starts; /* borrowed before it is filled */
    double sum = 0;
    memset(most, 0, (s->n + 1) * sizeof(i64));
    for (i64 c = 0; c < s->m; c++)
        for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++)
            if (s->key[c] > most[s->member[k]]) most[s->member[k]] = s->key[c];
    for (i64 i = 0; i < s->n; i++) sum += (double)most[i];
    s->penalty = -1;
    if ((sum + 1) * (double)(s->n + 1) > 4e18) return;
    s->penalty = 1;
    for (i64 i = 0; i < s->n; i++) s->penalty += most[i];
    memset(s->list_starts, 0, (s->n + 1) * sizeof(i64));
    for (i64 k = s->starts[0]; k < s->starts[s->m]; k++) s->list_starts[s->member[k] + 1]++;
    for (i64 i = 0; i < s->n; i++) s->list_starts[i + 1] += s->list_starts[i] + 1;
    for (i64 c = 0; c < s->m; c++)
        for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++)
            s->list[s->list_starts[s->member[k]]++].column = (i32)c;
    for (i64 i = 0; i < s->n; i++) s->list[s->list_starts[i]++].column = (i32)(s->m + i);
    for (i64 i = s->n; i > 0; i--) s->list_starts[i] = s->list_starts[i - 1];
    s->list_starts[0] = 0;
    for (i64 i = 0; i < s->n; i++) {
        s->u[i] = s->penalty;
        for (i64 k = s->list_starts[i]; k < s->list_starts[i + 1]; k++) {
            i64 c = s->list[k].column;
            if (c < s->m && s->key[c] / (s->starts[c + 1] - s->starts[c]) < s->u[i])
                s->u[i] = s->key[c] / (s->starts[c + 1] - s->starts[c]);
        }
    }
    memset(s->v, 0, s->rows * sizeof(i64));
    memset(s->mask, 0, s->m * s->words * sizeof(u64));
    for (i64 c = 0; c < s->m; c++)
        for (i64 k = s->starts[c]; k < s->starts[c + 1]; k++)
            s->mask[c * s->words + (s->member[k] >> 6)] |= (u64)1 << (s->member[k] & 63);
    ascend(s);
    s->best = s->penalty * (s->n + 1), s->answers = 0;
}

i64 part_solve(Part *s, i64 most, uint8_t *chosen) {
    set_up(s);
    if (s->penalty < 0) return OPEN;
    int done = run(s, FIRST_STEPS);
    if (!done && most > FIRST_STEPS) {
        sharpen(s);
        done = run(s, most);
    }
    for (i64 k = 0; k < s->answers; k++)
        if (s->answer[k] < s->m) chosen[s->answer[k]] = 1;
    return done ? PROVEN : OPEN;
}

Part *part_new(i64 n, i64 m, i64 rows, i64 entries, i64 uses) {
    i64 words = (n < MOST_NEEDS ? n + 63 : MOST_NEEDS) / 64;
    Part *s = calloc(1, sizeof(Part));
    if (!s) return 0;
    s->whole = malloc((2 * (n + 2) + 2 * rows + 2 * (m + 2) + uses + 8) * sizeof(i64));
    s->small = malloc((entries + uses + 2) * sizeof(i32));
    s->list = malloc((entries + n + 1) * sizeof(Entry));
    s->mask = malloc((m * words + 1) * sizeof(u64));
    if (!s->whole || !s->small || !s->list || !s->mask) return part_free(s), (Part *)0;
    i64 *own = s->whole;
    s->u = own, own += n + 2, s->list_starts = own, own += n + 2, s->v = own, own += rows, s->left = own, own += rows;
    s->use_starts = own, own += m + 2, s->begin = own, own += m + 2, s->use_weight = own;
    s->starts = s->begin, s->member = s->small, s->use = s->small + entries;
    return s;
}

void part_free(Part *s) {
    if (!s) return;
    free(s->whole), free(s->small), free(s->list), free(s->mask), free(s);
}

/* Parts one after the other: needs, columns and limits of each are consecutive. ``status``: 0 proven, 1 open. */
OUT i64 phoihop_solve(i64 parts, const i64 *need_starts, const i64 *column_starts, const i64 *row_starts,
                      const i64 *starts, const i32 *member, const i64 *key, const i64 *limit_starts,
                      const i32 *limit_item, const i64 *weight, const i64 *capacity, i64 most, uint8_t *chosen,
                      i64 *status) {
    i64 n = 0, m = 0, rows = 0, entries = 0, uses = 0;
    for (i64 p = 0; p < parts; p++) {
        i64 a = column_starts[p], b = column_starts[p + 1], x = row_starts[p], y = row_starts[p + 1];
        if (need_starts[p + 1] - need_starts[p] > n) n = need_starts[p + 1] - need_starts[p];
        if (b - a > m) m = b - a;
        if (y - x > rows) rows = y - x;
        if (starts[b] - starts[a] > entries) entries = starts[b] - starts[a];
        if (limit_starts[y] - limit_starts[x] > uses) uses = limit_starts[y] - limit_starts[x];
    }
    Part *s = part_new(n, m, rows, entries, uses);
    if (!s) return -1;
    for (i64 p = 0; p < parts; p++) {
        i64 a = column_starts[p], b = column_starts[p + 1], x = row_starts[p], y = row_starts[p + 1];
        s->n = need_starts[p + 1] - need_starts[p], s->m = b - a, s->rows = y - x, s->words = (s->n + 63) / 64;
        status[p] = OPEN;
        memset(chosen + a, 0, s->m);
        if (s->n > MOST_NEEDS) continue;
        s->key = (i64 *)key + a;
        for (i64 c = 0; c <= s->m; c++) s->begin[c] = starts[a + c] - starts[a], s->use_starts[c] = 0;
        for (i64 k = 0; k < s->begin[s->m]; k++) s->member[k] = member[starts[a] + k] - (i32)need_starts[p];
        memcpy(s->left, capacity + x, s->rows * sizeof(i64));
        s->use_starts[s->m + 1] = 0;
        for (i64 k = limit_starts[x]; k < limit_starts[y]; k++) s->use_starts[limit_item[k] - a + 2]++;
        for (i64 c = 1; c < s->m; c++) s->use_starts[c + 1] += s->use_starts[c];
        for (i64 r = x; r < y; r++)
            for (i64 k = limit_starts[r]; k < limit_starts[r + 1]; k++) {
                i64 place = s->use_starts[limit_item[k] - a + 1]++;
                s->use[place] = (i32)(r - x), s->use_weight[place] = weight[k];
            }
        status[p] = part_solve(s, most, chosen + a);
    }
    part_free(s);
    return 0;
}
