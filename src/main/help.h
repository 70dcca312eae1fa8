/* SPDX-License-Identifier: MIT */
/* What --help and its like, and -V, print. */
#ifndef ADDER_MAIN_HELP_H
#define ADDER_MAIN_HELP_H

#include <stdio.h>

void help_usage(FILE *to, const char *program);
void help_options(const char *program);     /* --help */
void help_environment(const char *program); /* --help-env */
void help_x_options(const char *program);   /* --help-xoptions */
void help_all(const char *program);         /* --help-all */
/* More of it when it was asked for twice. */
void help_version(int times);

#endif
