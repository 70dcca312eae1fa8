/* SPDX-License-Identifier: MIT */
/* Calls as they begin and end: how many of what, how long they took, by whom. */
#ifndef ADDER_MODULE_CALL_TABLE_H
#define ADDER_MODULE_CALL_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* What is called, in all calls or in those by one caller. */
typedef struct CallEntry {
    const void *key;
    int32_t caller;    /* number of an entry; -1: all calls */
    int32_t object;    /* whose it is: a number of the user's; -1: none yet */
    int32_t first, next; /* of all calls: its entries as a caller; -1: no more */
    int64_t total;     /* time, recursive calls within others counted once */
    int64_t own;       /* without that of what it has called */
    int64_t calls, recursive; /* that ended: outermost and all; inner ones */
    int64_t level;     /* that run now */
} CallEntry;

/* A call that runs. */
typedef struct RunningCall {
    int32_t entry, by_caller; /* -1: not counted apart */
    int64_t begin, inner;     /* when; the time of what it has called */
} RunningCall;

typedef struct CallTable {
    CallEntry *entries;
    int32_t n_entries, capacity;
    int32_t *index; /* hash table of entry numbers, -1: free */
    uint32_t n_index;
    RunningCall *running;
    int32_t n_running, running_capacity;
} CallTable;

/* NULL: no memory. */
CallTable *call_table_new(void);
void call_table_free(CallTable *c);
/* Forgets everything. */
void call_table_clear(CallTable *c);
/* The entry of all calls, or of those by `caller`; a new one at need, -1 without
 * memory. */
int32_t call_table_entry(CallTable *c, const void *key, int32_t caller);
/* A call begins; whoever asks sets its `begin` at the last.  NULL: no memory. */
RunningCall *call_table_enter(CallTable *c, int32_t entry, bool by_caller);
/* The innermost one ends. */
void call_table_leave(CallTable *c, int64_t now);

#endif
