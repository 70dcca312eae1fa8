/* SPDX-License-Identifier: MIT */
/* What the environment and -X add to the options. */
#ifndef ADDER_MAIN_ENVIRONMENT_H
#define ADDER_MAIN_ENVIRONMENT_H

#include "main/command_line.h"

/* Fills in what the options leave open; where a word makes no sense it says so,
 * and there is nothing to run. */
void environment_apply(CommandLine *c);

#endif
