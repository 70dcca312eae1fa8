/* SPDX-License-Identifier: MIT */
/* Running what the command line names. */
#ifndef ADDER_MAIN_RUN_H
#define ADDER_MAIN_RUN_H

#include "main/session.h"

/* All that the command line asks for, and the prompt behind it; the exit status. */
int run(Session *s, const CommandLine *c);
/* A script, a compiled one, or a directory or zip file with a __main__. */
int run_file(Session *s, const CommandLine *c, const char *target);

#endif
