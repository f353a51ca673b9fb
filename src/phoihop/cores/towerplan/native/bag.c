/* Numbers that grow, and what is shared. */
#include "kernel.h"

OUT i64 phoihop_version(void) { return 4; }

int by_i32(const void *a, const void *b) {
    i32 x = *(const i32 *)a, y = *(const i32 *)b;
    return (x > y) - (x < y);
}

Bag *bag_new(void) {
    Bag *bag = calloc(1, sizeof(Bag));
    if (!bag) return 0;
    bag->row_room = bag->item_room = 1024;
    bag->starts = malloc((bag->row_room + 1) * sizeof(i64));
    bag->first = malloc(bag->row_room * sizeof(i64));
    bag->second = malloc(bag->row_room * sizeof(i64));
    bag->item = malloc(bag->item_room * sizeof(i32));
    if (!bag->starts || !bag->first || !bag->second || !bag->item) bag->failed = 1;
    else bag->starts[0] = 0;
    return bag;
}

static int bag_room(Bag *bag, i64 items) {
    if (bag->failed) return 0;
    if (bag->rows == bag->row_room) {
        i64 room = bag->row_room * 2;
        void *a = realloc(bag->starts, (room + 1) * sizeof(i64));
        if (a) bag->starts = a;
        void *b = realloc(bag->first, room * sizeof(i64));
        if (b) bag->first = b;
        void *c = realloc(bag->second, room * sizeof(i64));
        if (c) bag->second = c;
        if (!a || !b || !c) return bag->failed = 1, 0;
        bag->row_room = room;
    }
    while (bag->items + items > bag->item_room) {
        void *a = realloc(bag->item, bag->item_room * 2 * sizeof(i32));
        if (!a) return bag->failed = 1, 0;
        bag->item = a;
        bag->item_room *= 2;
    }
    return 1;
}

void bag_add(Bag *bag, const i32 *item, i64 count, i64 first, i64 second) {
    if (!bag_room(bag, count)) return;
    memcpy(bag->item + bag->items, item, count * sizeof(i32));
    bag->items += count;
    bag->first[bag->rows] = first;
    bag->second[bag->rows] = second;
    bag->starts[++bag->rows] = bag->items;
}

OUT i64 phoihop_bag_rows(Bag *bag) { return bag->failed ? -1 : bag->rows; }
OUT i64 phoihop_bag_items(Bag *bag) { return bag->items; }

OUT void phoihop_bag_copy(Bag *bag, i64 *starts, i32 *item, i64 *first, i64 *second) {
    memcpy(starts, bag->starts, (bag->rows + 1) * sizeof(i64));
    memcpy(item, bag->item, bag->items * sizeof(i32));
    if (first) memcpy(first, bag->first, bag->rows * sizeof(i64));
    if (second) memcpy(second, bag->second, bag->rows * sizeof(i64));
}

OUT void phoihop_bag_free(Bag *bag) {
    if (!bag) return;
    free(bag->starts);
    free(bag->item);
    free(bag->first);
    free(bag->second);
    free(bag);
}
