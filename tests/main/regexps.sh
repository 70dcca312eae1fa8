#!/bin/sh
# SPDX-License-Identifier: MIT
# Random regular expressions match as CPython 3.11's do.
exec python3 "${top_srcdir:-$(dirname "$0")/../..}/Tools/fuzz/regexps" --tap \
    --count 250 --seconds 60
