#!/bin/sh
# Makes ./configure from a checkout.  A release tarball already has it.
set -e
cd "$(dirname "$0")"
for tool in autoconf automake libtoolize pkg-config; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "autogen.sh: $tool is missing; Tools/setup installs it" >&2
        exit 1
    }
done
# Macros and helpers of others (libtool, pkg.m4, tap-driver.sh) are copied into
# m4/ and build-aux/ here, so that a tarball carries all that it needs.
autoreconf --force --install
