/* The inner loops of the joint plan of masts, without Python: loaded by ctypes from planning/kernel.py, which says what
 * each function is given. Everything here has a plain counterpart in Python that gives the same.
 *
 * Functions that cannot know how much they will give return a "bag" to copy from and free. Numbers of rows and items
 * are int64, items int32. A bag whose memory ran out tells -1 rows.
 */
#ifndef PHOIHOP_KERNEL_H
#define PHOIHOP_KERNEL_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define OUT __declspec(dllexport)
#else
#define OUT __attribute__((visibility("default")))
#endif

typedef int64_t i64;
typedef int32_t i32;
typedef uint32_t u32;
typedef uint64_t u64;

typedef struct {
    i64 rows, items, row_room, item_room, failed;
    i64 *starts; /* rows + 1 */
    i32 *item;
    i64 *first, *second; /* two numbers a row */
} Bag;

/* The finaliser of SplitMix64. */
static inline u64 mixed(u64 x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

Bag *bag_new(void);
void bag_add(Bag *bag, const i32 *item, i64 count, i64 first, i64 second);
int by_i32(const void *a, const void *b);

#endif
