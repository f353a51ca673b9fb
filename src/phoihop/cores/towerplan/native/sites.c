/* Candidate points by the sets of needs they serve, and components. */
#include "kernel.h"

/* ---- points that refuse a class where no other point serves the same needs and takes it */

static int within(const i32 *a, i64 na, const i32 *b, i64 nb) {
    i64 j = 0;
    if (na > nb) return 0;
    for (i64 i = 0; i < na; i++) {
        while (j < nb && b[j] < a[i]) j++;
        if (j == nb || b[j] != a[i]) return 0;
    }
    return 1;
}

OUT void phoihop_harmed(i64 sites, const i64 *starts, const i32 *items, const i64 *need_starts, const i32 *need_sites,
                        const i64 *masks, i64 everything, const uint8_t *wanting, uint8_t *result) {
    for (i64 s = 0; s < sites; s++) {
        result[s] = 0;
        if (!wanting[s]) continue;
        const i32 *mine = items + starts[s];
        i64 count = starts[s + 1] - starts[s], taken = 0;
        for (i64 k = need_starts[mine[0]]; k < need_starts[mine[0] + 1] && taken != everything; k++) {
            i64 other = need_sites[k];
            if ((masks[other] & ~taken) && within(mine, count, items + starts[other], starts[other + 1] - starts[other]))
                taken |= masks[other];
        }
        result[s] = taken != everything;
    }
}

/* ---- for each set of needs the points that serve all of them and take its class */

OUT Bag *phoihop_serving(i64 masts, const i64 *member_starts, const i32 *members, const i64 *class_number,
                         const i64 *starts, const i32 *items, const i64 *need_starts, const i32 *need_sites,
                         const i64 *masks) {
    Bag *bag = bag_new();
    i64 room = 1024;
    i32 *found = malloc(room * sizeof(i32));
    if (!bag || !found) {
        if (bag) bag->failed = 1;
        free(found);
        return bag;
    }
    for (i64 m = 0; m < masts; m++) {
        const i32 *mine = members + member_starts[m];
        i64 size = member_starts[m + 1] - member_starts[m], count = 0;
        i64 from = need_starts[mine[0]], to = need_starts[mine[0] + 1];
        if (to - from > room) {
            void *more = realloc(found, (to - from) * sizeof(i32));
            if (!more) {
                bag->failed = 1;
                break;
            }
            found = more, room = to - from;
        }
        for (i64 k = from; k < to; k++) {
            i64 site = need_sites[k];
            if ((masks[site] >> class_number[m] & 1) &&
                within(mine, size, items + starts[site], starts[site + 1] - starts[site]))
                found[count++] = (i32)site;
        }
        bag_add(bag, found, count, 0, 0);
    }
    free(found);
    return bag;
}

/* ---- components */

static i64 head_of(i64 *parent, i64 x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
}

OUT void phoihop_joined_up(i64 count, i64 *label, i64 pairs, const i64 *a, const i64 *b) {
    for (i64 x = 0; x < count; x++) label[x] = x;
    for (i64 k = 0; k < pairs; k++) {
        i64 x = head_of(label, a[k]), y = head_of(label, b[k]);
        if (x < y) label[y] = x;
        else label[x] = y;
    }
    for (i64 x = 0; x < count; x++) label[x] = head_of(label, x);
}

/* ---- pairs as lists, by counting */

OUT void phoihop_lists(i64 pairs, const i32 *rows, const i32 *items, i64 count, i64 *starts, i32 *result) {
    memset(starts, 0, (count + 1) * sizeof(i64));
    for (i64 k = 0; k < pairs; k++)
        if (rows[k] + 2 <= count) starts[rows[k] + 2]++;
    for (i64 row = 1; row < count; row++) starts[row + 1] += starts[row];
    for (i64 k = 0; k < pairs; k++) result[starts[rows[k] + 1]++] = items[k];
}
