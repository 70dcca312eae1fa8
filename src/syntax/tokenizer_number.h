/* SPDX-License-Identifier: MIT */
/* The part of the tokenizer that reads number literals. */
#ifndef ADDER_SYNTAX_TOKENIZER_NUMBER_H
#define ADDER_SYNTAX_TOKENIZER_NUMBER_H

#include "syntax/tokenizer.h"

/* At a digit, or at a point that a digit follows; false after an error. */
bool tokenizer_number_read(Tokenizer *z);

#endif
