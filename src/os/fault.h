/* SPDX-License-Identifier: MIT */
/*
 * Signals that are reported in their handlers, at once and in the middle of
 * anything: those that end the process, and others that a program names.  What is
 * called there may do what a signal handler may.
 */
#ifndef ADDER_OS_FAULT_H
#define ADDER_OS_FAULT_H

#include <stdbool.h>

typedef void (*OsFaultFn)(int number);

/* What a signal that ends the process is called, "Segmentation fault"; NULL: it
 * is none of these. */
const char *os_fault_text(int number);
/* Calls fn for these, on a stack of its own where the calling thread has one
 * that overflows, then lets the signal do what it did before: 0, or an errno. */
int os_fault_catch(OsFaultFn fn);
/* They do what they did before. */
void os_fault_release(void);

/* The same for another signal, and the process goes on; `chain`: what handled it
 * before is called, too. */
int os_fault_catch_user(int number, OsFaultFn fn, bool chain);
void os_fault_release_user(int number);

/* For tests: a crash leaves no core; one. */
void os_fault_without_core(void);
void os_fault_raise(int number);
void os_fault_read_null(void);
_Noreturn void os_fault_abort(void);
extern const int os_fault_segv, os_fault_fpe;

/* The calling thread gets no signals. */
void os_fault_block_signals(void);
/* Ends the process without further ado. */
_Noreturn void os_fault_exit(int status);

#endif
