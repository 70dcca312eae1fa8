/* SPDX-License-Identifier: MIT */
/*
 * Thread and Runtime: all mutable state hangs off them.
 */
#ifndef ADDER_OBJECT_THREAD_H
#define ADDER_OBJECT_THREAD_H

#include "abi/thread.h"
#include "base/limits.h"
#include "gc/heap.h"
#include "object/core/layout.h"
#include "os/parker.h"

typedef struct Runtime Runtime;
typedef struct Recorder Recorder;     /* src/trace */
typedef struct Gil Gil;               /* src/exec/attach.c */
typedef struct ThreadLocals ThreadLocals; /* src/module/thread/local.c */

/* Where the interpreter's code for each instruction is.  A thread has a table of
 * its own, which changes under running loops when tracing starts and ends:
 * exec/tracing.c. */
typedef enum DispatchKind {
    DISPATCH_PLAIN,
    DISPATCH_PROFILED, /* calls and returns tell of themselves */
    DISPATCH_TRACED,   /* each instruction does */
    N_DISPATCH_KINDS,
} DispatchKind;
enum { DISPATCH_SIZE = 256 };

/* What sys.setprofile and the like are told: exec/tracing.h has the events.  0, or
 * -1 with an exception.  `arg` is null where there is none. */
typedef int (*ProfileHook)(Thread *t, Frame *f, int event, Value arg);

struct Thread {
    THREAD_HEAD /* what compiled code sees: abi/thread.h */
    Runtime *rt;
    Recorder *recorder;
    ExcState base_exc_state;
    int64_t recursion_limit;
    Frame *frames;          /* base of the frame stack */
    Value *stack;           /* base of the value stack */
    Dict *repr_guard;       /* ids of containers being printed */
    uint64_t ident;         /* os_thread_self() */
    uint64_t serial;        /* no other thread of the runtime had this one */
    OsParker parker;        /* where it waits for others; a signal tells it */
    Value sentinel;         /* a lock that is released when it has ended; null */
    ThreadLocals *locals;   /* those that it has used */
    bool is_started;        /* from Python: _thread counts it */
    Value stop_value;       /* see object_next */
    uint64_t n_entries;     /* times that C ran Python code or let other threads
                               run; debug builds only */
    Value context;          /* contextvars' current one; null: none was asked for */
    Value running_loop;     /* asyncio's, NONE or null: none; it is that of the */
    uint32_t loop_forks;    /* process in which rt->n_forks is this */
    Value first_iteration;  /* sys.set_asyncgen_hooks; null: none */
    Value async_gen_finalizer;
    int origin_depth;       /* frames that coroutines remember: cr_origin */
    Value trace_function;   /* sys.settrace and setprofile; null: none */
    Value profile_function;
    ProfileHook profile_hook; /* told of what is profiled; NULL: nobody */
    int tracing_depth;      /* such functions that run, unseen themselves */
    uint8_t dispatch_kind;  /* DispatchKind of own_dispatch */
    const void *const *dispatch; /* what exec_run goes by from now on:
                               own_dispatch, or the plain one inside of trace
                               functions */
    Thread *next_thread;    /* all threads, from Runtime.main_thread on */
    const void *own_dispatch[DISPATCH_SIZE]; /* the last field */
};

enum { /* Thread.pending: the collector's two bits, then ours */
    PENDING_SIGNAL = 1 << 2,
    PENDING_GIL = 1 << 3,
    PENDING_TRACE = 1 << 4,
};

enum { METHOD_CACHE_SIZE = LIMIT_METHOD_CACHE };
typedef struct MethodCacheEntry {
    uint32_t version;
    const Str *name;
    Value value; /* null: known to be absent */
} MethodCacheEntry;

struct Runtime {
    GcHeap *heap;
    Thread *main_thread;
    Gil *gil;            /* NULL: there is one thread */
    uint64_t n_threads;  /* that there have been */
    uint32_t n_forks;    /* that led to this process: what waits and is of
                            another number is not there */
    bool is_finalizing;
    void (*thread_end)(Thread *t); /* NULL, or told of threads at their end */
    Dict *interned;      /* Str -> Str */
    Dict *modules;       /* sys.modules */
    Dict *module_states; /* see object/function/module_def.h */
    Dict *builtins;      /* builtins.__dict__ */
    Dict *sys_dict;
    Module *sys_module, *builtins_module;
    uint32_t next_type_version, next_keys_version, next_function_version;
    Tuple *empty_tuple;
    Str *empty_str;
    Str *latin1[256];    /* one-character strings */
    Bytes *empty_bytes;
    const void *dispatch[N_DISPATCH_KINDS][DISPATCH_SIZE]; /* exec_run's tables */
    MethodCacheEntry method_cache[METHOD_CACHE_SIZE];
    uint64_t hash_seed[2];
    void *config;        /* main's: command line, paths */
    void *jit;           /* trace's own state */
    SlotArray *handles;  /* handle.c's: Values that memory outside the heap
                            names by number; NULL until there is one */
    uint32_t n_handles, free_handle;
    List *codec_search;  /* codecs_registry.c's, NULL until used: functions, */
    Dict *codec_cache;   /* normalized name -> CodecInfo, */
    Dict *codec_handlers; /* name -> callable */
    Dict *consumer_sites; /* consumers.c's */
    Module *importlib;   /* import_start.c's: _frozen_importlib; NULL: not yet */
    bool importlib_starts, import_told;
    int64_t import_depth, import_time; /* -X importtime */
    Tuple *encodings;    /* module/io/stdio.c's */
    List *signal_handlers; /* _signal's, by number; UNBOUND: as at the start.
                              NULL: all of them */
    List *audit_hooks;   /* audit.c's; NULL until there is one */
    int library_flags;   /* sys.setdlopenflags */
    void *gc_state;      /* module/gc's; NULL until there is one */
    void (*collected)(Thread *t); /* NULL, or called after collections that asked
                            for it: gc_announce */
    void *traces;        /* module/tracemalloc's; NULL until there are any */
};

/* The process's runtime: native code without a Thread at hand (type_lookup,
 * hashing) needs its caches. */
extern Runtime *runtime;

#endif
