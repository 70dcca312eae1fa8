/* SPDX-License-Identifier: MIT */
/* The engine for texts of 2 bytes a character. */
#define WIDTH 2
#include "module/sre/sre_engine.h"
