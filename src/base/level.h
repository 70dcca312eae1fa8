/* SPDX-License-Identifier: MIT */
/*
 * The level: which Python the library is, 11 for 3.11.  Language, names and messages
 * follow it; whoever differs asks here.
 */
#ifndef ADDER_BASE_LEVEL_H
#define ADDER_BASE_LEVEL_H

enum { LEVEL_11 = 11, LEVEL_13 = 13, LEVEL_14 = 14 };

/* Set before anything else runs, by main; constant from then on. */
extern int level_current;

/* The level of the library in a directory, by its name: .../python3.13 is 13. */
int level_of_library(const char *directory);

/* The number of its bug fixes that this interpreter follows. */
int level_micro(void);

#endif
