/* Which places lie near which: targets sorted into a grid. */
#include "kernel.h"

OUT Bag *phoihop_near(i64 queries, const double *quv, const double *qat, const double *radius, i64 targets,
                      const double *tuv, const double *tat, const double *own) {
    Bag *bag = bag_new();
    if (!bag || bag->failed) return bag;
    double lo[2] = {INFINITY, INFINITY}, hi[2] = {-INFINITY, -INFINITY}, most = 0, sum = 0;
    for (i64 t = 0; t < targets; t++) {
        for (int k = 0; k < 2; k++) {
            if (tuv[2 * t + k] < lo[k]) lo[k] = tuv[2 * t + k];
            if (tuv[2 * t + k] > hi[k]) hi[k] = tuv[2 * t + k];
        }
        if (own[t] > most) most = own[t];
    }
    for (i64 q = 0; q < queries; q++) sum += radius[q] + most;
    double cell = queries ? sum / queries : 1.0;
    double area = (hi[0] - lo[0]) * (hi[1] - lo[1]), fewest = sqrt(area / (2.0 * targets + 16.0));
    if (cell < fewest) cell = fewest;
    double longest = fmax(hi[0] - lo[0], hi[1] - lo[1]);
    if (cell < longest / 30000.0) cell = longest / 30000.0;
    if (!(cell > 1e-6)) cell = 1.0;
    i64 nx = (i64)((hi[0] - lo[0]) / cell) + 1, ny = (i64)((hi[1] - lo[1]) / cell) + 1;
    i64 *start = calloc(nx * ny + 2, sizeof(i64));
    i32 *order = malloc((targets + 1) * sizeof(i32)), *home = malloc((targets + 1) * sizeof(i32));
    double *at = malloc((targets + 1) * 4 * sizeof(double));
    i64 room = 1024;
    i32 *found = malloc(room * sizeof(i32));
    if (!start || !order || !home || !at || !found) {
        bag->failed = 1;
        goto done;
    }
    for (i64 t = 0; t < targets; t++) {
        i64 x = (i64)((tuv[2 * t] - lo[0]) / cell), y = (i64)((tuv[2 * t + 1] - lo[1]) / cell);
        home[t] = (i32)(y * nx + x);
        start[home[t] + 1]++;
    }
    for (i64 c = 0; c < nx * ny; c++) start[c + 1] += start[c];
    for (i64 t = 0; t < targets; t++) order[start[home[t]]++] = (i32)t;
    for (i64 c = nx * ny; c > 0; c--) start[c] = start[c - 1];
    start[0] = 0;
    for (i64 k = 0; k < targets; k++) {
        const double *from = tat + 3 * (i64)order[k];
        at[4 * k] = from[0], at[4 * k + 1] = from[1], at[4 * k + 2] = from[2], at[4 * k + 3] = own[order[k]];
    }
    for (i64 q = 0; q < queries; q++) {
        double reach = radius[q] + most + 1e-6, u = quv[2 * q] - lo[0], v = quv[2 * q + 1] - lo[1];
        double x0 = floor((u - reach) / cell), x1 = floor((u + reach) / cell);
        double y0 = floor((v - reach) / cell), y1 = floor((v + reach) / cell);
        i64 count = 0;
        if (x1 >= 0 && y1 >= 0 && x0 < nx && y0 < ny) {
            i64 left = x0 < 0 ? 0 : (i64)x0, right = x1 >= nx ? nx - 1 : (i64)x1;
            i64 low = y0 < 0 ? 0 : (i64)y0, high = y1 >= ny ? ny - 1 : (i64)y1;
            const double *p = qat + 3 * q;
            for (i64 y = low; y <= high; y++)
                for (i64 k = start[y * nx + left]; k < start[y * nx + right + 1]; k++) {
                    double dx = p[0] - at[4 * k], dy = p[1] - at[4 * k + 1], dz = p[2] - at[4 * k + 2];
                    double limit = radius[q] + at[4 * k + 3];
                    if (dx * dx + dy * dy + dz * dz > limit * limit) continue;
                    if (count == room) {
                        void *more = realloc(found, room * 2 * sizeof(i32));
                        if (!more) {
                            bag->failed = 1;
                            goto done;
                        }
                        found = more, room *= 2;
                    }
                    found[count++] = order[k];
                }
        }
        if (count > 1) qsort(found, count, sizeof(i32), by_i32);
        bag_add(bag, found, count, 0, 0);
    }
done:
    free(start), free(order), free(home), free(at), free(found);
    return bag;
}
