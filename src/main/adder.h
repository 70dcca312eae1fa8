/* SPDX-License-Identifier: MIT */
/*
 * Adder as a library: a Python 3.11 interpreter inside another program.
 *
 * A process has at most one interpreter at a time.  All calls come from the
 * thread that made it; others are refused, and adder_error says why.
 *
 *     Adder *adder = adder_new();
 *     if (adder_run_string(adder, "print('hello')") != 0)
 *         ...
 *     adder_free(adder);
 */
#ifndef ADDER_H
#define ADDER_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define ADDER_API __attribute__((visibility("default")))
#else
#define ADDER_API
#endif

typedef struct Adder Adder;

/* Makes an interpreter that ignores the environment and the command line;
 * NULL while there is another, when memory is refused, or where the thread's
 * stack has less than 256 KiB: musl gives a thread 128 unless told
 * (pthread_attr_setstacksize). */
ADDER_API Adder *adder_new(void);

/* Why the calling thread's last call of a function of this file was refused, in
 * English; NULL if it was not.  The text lasts as long as the process. */
ADDER_API const char *adder_error(void);

/*
 * Runs Python source (UTF-8) in the module __main__, which lives as long as
 * the interpreter.  Answers the exit status: 0; 1 after printing an uncaught
 * exception to sys.stderr; or what SystemExit says.  -1 for a call that is refused.
 */
ADDER_API int adder_run_string(Adder *adder, const char *source);

/* The same with a file's contents; 2 when it cannot be read. */
ADDER_API int adder_run_file(Adder *adder, const char *path);

/* Runs exit handlers, flushes files, and gives back all memory.  Does nothing
 * when refused. */
ADDER_API void adder_free(Adder *adder);

/* The command `adder`: takes its arguments, answers the exit status.  It makes
 * and frees an interpreter of its own; 1 when that is refused. */
ADDER_API int adder_main(int argc, char **argv);

/* "0.1.0" */
ADDER_API const char *adder_version(void);

#ifdef __cplusplus
}
#endif

#endif
