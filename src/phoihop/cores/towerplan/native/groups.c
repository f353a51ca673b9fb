/* Sets of needs that can stand on one new mast: depth first, from each need over those after it. */
#include "kernel.h"

typedef struct {
    const i64 *operator_of, *band, *load, *offer_starts, *offer_band, *build, *wind, *extra, *weaker, *apart, *refused;
    const double *height, *offer_height;
    i64 needs, classes, refusals, most, words;
    u64 *reach, *kind, *common; /* bit sets over the places around the root */
    i32 *after;
    i32 *live; /* a list for each depth */
    i64 live_room;
    i32 group[64];
    Bag *bag;
} Search;

static int is_refused(const Search *s, i64 a, i64 b) {
    i64 key = a * s->needs + b, low = 0, high = s->refusals;
    while (low < high) {
        i64 middle = (low + high) / 2;
        if (s->refused[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < s->refusals && s->refused[low] == key;
}

/* What the cheapest offer of a class for the group costs, -1 where there is none. */
static i64 group_cost(const Search *s, i64 size, i64 number) {
    i64 bands[64], load = 0, needed = 0, best = -1;
    double tallest = 0;
    for (i64 k = 0; k < size; k++) {
        i32 need = s->group[k];
        i64 band = s->band[need], j = k;
        while (j > 0 && bands[j - 1] < band) bands[j] = bands[j - 1], j--;
        bands[j] = band;
        load += s->load[need];
        if (s->height[need] > tallest) tallest = s->height[need];
    }
    for (i64 k = 0; k < size; k++)
        if (bands[k] + k > needed) needed = bands[k] + k;
    for (i64 row = s->offer_starts[number]; row < s->offer_starts[number + 1]; row++)
        if (s->offer_band[row] >= needed && s->offer_height[row] >= tallest - 1e-9 && s->wind[row] >= load)
            if (best < 0 || s->build[row] < best) best = s->build[row];
    return best < 0 ? -1 : best + s->extra[number] * (size - 1);
}

static int emit(Search *s, i64 size, const u64 *common) {
    i64 cost[64], any = 0;
    for (i64 c = 0; c < s->classes; c++) {
        cost[c] = -1;
        for (i64 w = 0; w < s->words; w++)
            if (common[w] & s->kind[c * s->words + w]) {
                cost[c] = group_cost(s, size, c);
                break;
            }
        any |= cost[c] >= 0;
    }
    for (i64 c = 0; any && c < s->classes; c++) {
        int beaten = cost[c] < 0;
        for (i64 d = 0; d < s->classes && !beaten; d++)
            if (d != c && cost[d] >= 0 && s->weaker[d * s->classes + c] && cost[d] <= cost[c])
                beaten = !(s->weaker[c * s->classes + d] && cost[d] == cost[c]) || d < c;
        if (!beaten) bag_add(s->bag, s->group, size, c, cost[c]);
    }
    return any != 0;
}

/* ``live``: neighbours (by position in ``after``) that still share a place with the group and may join it. */
static void extend(Search *s, i64 size, const i32 *live, i64 count) {
    u64 *common = s->common + (size - 1) * s->words;
    if (!emit(s, size, common) || size == s->most || s->bag->failed) return;
    u64 *next = common + s->words;
    i32 *rest = s->live + size * s->live_room;
    for (i64 k = 0; k < count; k++) {
        const u64 *reach = s->reach + live[k] * s->words;
        i32 need = s->after[live[k]];
        u64 any = 0;
        for (i64 w = 0; w < s->words; w++) any |= next[w] = common[w] & reach[w];
        if (!any) continue;
        i64 left = 0;
        for (i64 j = k + 1; j < count; j++) {
            i32 other = s->after[live[j]];
            if (s->apart[s->operator_of[need]] >> s->operator_of[other] & 1) continue;
            if (s->refusals && is_refused(s, need, other)) continue;
            const u64 *its = s->reach + live[j] * s->words;
            u64 shared = 0;
            for (i64 w = 0; w < s->words && !shared; w++) shared |= next[w] & its[w];
            if (shared) rest[left++] = live[j];
        }
        s->group[size] = need;
        extend(s, size + 1, rest, left);
    }
}

OUT Bag *phoihop_groups(i64 needs, const i64 *operator_of, const i64 *band, const double *height, const i64 *load,
                        i64 classes, const i64 *offer_starts, const i64 *offer_band, const double *offer_height,
                        const i64 *build, const i64 *wind, const i64 *extra, const i64 *weaker, i64 refusals,
                        const i64 *refused, const i64 *apart, i64 most, const i64 *starts, const i32 *items,
                        const i64 *need_starts, const i32 *need_sites, const i64 *masks, i64 limit) {
    Bag *bag = bag_new();
    Search s = {operator_of, band, load, offer_starts, offer_band, build, wind, extra, weaker, apart, refused, height,
                offer_height, needs, classes, refusals, most, 0, 0, 0, 0, 0, 0, 0, {0}, bag};
    i32 *place = malloc((needs + 1) * sizeof(i32));
    u64 *bits = 0;
    i64 bits_room = 0, after_room = 0;
    if (!bag || bag->failed || !place) {
        if (bag) bag->failed = 1;
        free(place);
        return bag;
    }
    if (s.most > 60) s.most = 60;
    for (i64 n = 0; n < needs; n++) place[n] = -1;
    for (i64 root = 0; root < needs && !bag->failed && bag->rows <= limit; root++) {
        i64 from = need_starts[root], places = need_starts[root + 1] - from, count = 0, sum = 0;
        if (!places) continue;
        for (i64 p = 0; p < places; p++) sum += starts[need_sites[from + p] + 1] - starts[need_sites[from + p]];
        if (sum > after_room) {
            after_room = sum * 2;
            free(s.after), free(s.live);
            s.after = malloc(after_room * sizeof(i32));
            s.live = malloc((s.most + 1) * after_room * sizeof(i32));
            s.live_room = after_room;
            if (!s.after || !s.live) {
                bag->failed = 1;
                break;
            }
        }
        for (i64 p = 0; p < places; p++)
            for (i64 k = starts[need_sites[from + p]]; k < starts[need_sites[from + p] + 1]; k++)
                if (items[k] > root && place[items[k]] < 0) place[items[k]] = 0, s.after[count++] = items[k];
        qsort(s.after, count, sizeof(i32), by_i32);
        for (i64 k = 0; k < count; k++) place[s.after[k]] = (i32)k;
        s.words = (places + 63) / 64;
        i64 wanted = s.words * (count + classes + s.most + 1);
        if (wanted > bits_room) {
            bits_room = wanted * 2;
            free(bits);
            bits = malloc(bits_room * sizeof(u64));
            if (!bits) {
                bag->failed = 1;
                break;
            }
        }
        memset(bits, 0, wanted * sizeof(u64));
        s.reach = bits, s.kind = bits + s.words * count, s.common = s.kind + s.words * classes;
        for (i64 p = 0; p < places; p++) {
            i64 site = need_sites[from + p];
            u64 bit = (u64)1 << (p & 63);
            for (i64 k = starts[site]; k < starts[site + 1]; k++)
                if (items[k] > root) s.reach[place[items[k]] * s.words + (p >> 6)] |= bit;
            for (i64 c = 0; c < classes; c++)
                if (masks[site] >> c & 1) s.kind[c * s.words + (p >> 6)] |= bit;
            s.common[p >> 6] |= bit;
        }
        i64 live = 0;
        for (i64 k = 0; k < count; k++) {
            if (s.apart[operator_of[root]] >> operator_of[s.after[k]] & 1) continue;
            if (refusals && is_refused(&s, root, s.after[k])) continue;
            s.live[live++] = (i32)k;
        }
        s.group[0] = (i32)root;
        extend(&s, 1, s.live, live);
        for (i64 k = 0; k < count; k++) place[s.after[k]] = -1;
    }
    free(place), free(bits), free(s.after), free(s.live);
    return bag;
}
