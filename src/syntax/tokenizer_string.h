/* SPDX-License-Identifier: MIT */
/* The part of the tokenizer that finds the ends of string literals. */
#ifndef ADDER_SYNTAX_TOKENIZER_STRING_H
#define ADDER_SYNTAX_TOKENIZER_STRING_H

#include "syntax/tokenizer.h"

/* At the opening quote; any prefix is between z->start and here. */
bool tokenizer_string_read(Tokenizer *z);

#endif
