/* SPDX-License-Identifier: MIT */
/*
 * Thread and Runtime: all mutable state hangs off them.  The part of Thread
 * above the marked line belongs to the stencil ABI.
 */
#ifndef ADDER_OBJECT_THREAD_H
#define ADDER_OBJECT_THREAD_H

#include "gc/heap.h"
#include "object/core/layout.h"

typedef struct Runtime Runtime;
typedef struct Recorder Recorder;     /* src/trace */
typedef struct Activation Activation; /* src/trace: a running trace */

/* The exception being handled, per generator and thread (sys.exc_info). */
typedef struct ExcState {
    Value handled; /* NONE: none */
    struct ExcState *previous;
} ExcState;

struct Thread {
    Mutator gc;
    uint32_t pending;      /* PENDING_*: work for the next safepoint */
    uint32_t tracing;      /* sys.settrace or recording: see exec */
    Value exc;             /* the exception that propagates; null: none */
    Frame *frame;          /* innermost Python frame */
    Frame *frame_next;     /* where the next frame goes */
    Frame *frame_limit;
    Value *stack_next;     /* where the next frame's locals go */
    Value *stack_limit;
    int64_t recursion_left;
    char *c_stack_limit;   /* C functions that recurse stay above it */
    ExcState *exc_state;
    Activation *activation; /* innermost running trace */
    uint64_t native_result;
    Value args[64];         /* out-going arguments of compiled code */
    /* ---- end of the stencil ABI ---- */
    Runtime *rt;
    Recorder *recorder;
    ExcState base_exc_state;
    int64_t recursion_limit;
    Frame *frames;          /* base of the frame stack */
    Value *stack;           /* base of the value stack */
    Dict *repr_guard;       /* ids of containers being printed */
    uint64_t ident;
    Value stop_value;       /* see object_next */
    Thread *next_thread;    /* all threads, from Runtime.main_thread on */
};

enum { /* Thread.pending: the collector's two bits, then ours */
    PENDING_SIGNAL = 1 << 2,
    PENDING_GIL = 1 << 3,
    PENDING_TRACE = 1 << 4,
};

enum { METHOD_CACHE_SIZE = 4096 };
typedef struct MethodCacheEntry {
    uint32_t version;
    const Str *name;
    Value value; /* null: known to be absent */
} MethodCacheEntry;

struct Runtime {
    GcHeap *heap;
    Thread *main_thread;
    Dict *interned;      /* Str -> Str */
    Dict *modules;       /* sys.modules */
    Dict *builtins;      /* builtins.__dict__ */
    Dict *sys_dict;
    Module *sys_module, *builtins_module;
    uint32_t next_type_version, next_keys_version, next_function_version;
    Tuple *empty_tuple;
    Str *empty_str;
    Str *latin1[256];    /* one-character strings */
    Bytes *empty_bytes;
    MethodCacheEntry method_cache[METHOD_CACHE_SIZE];
    uint64_t hash_seed[2];
    void *config;        /* main's: command line, paths */
    void *jit;           /* trace's own state */
    Value extra_roots[64]; /* objects that C modules keep: root_index_new */
    int n_extra_roots;
};

/* The process's runtime: native code without a Thread at hand (type_lookup,
 * hashing) needs its caches. */
extern Runtime *runtime;

#endif
