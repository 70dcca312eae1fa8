# SPDX-License-Identifier: MIT
# What the scripts of Tools share; sourced with the current directory anywhere.
set -eu
top=$(cd "$(dirname "$0")" && while [ ! -f configure.ac ]; do cd ..; done && pwd)
jobs=$(nproc 2>/dev/null || echo 2)
cd "$top"

say() {
    echo "== $*"
}

make_configure() { # ./configure, if it is older than what it is made from
    if [ ! -x configure ] || [ ! -f Makefile.in ] || [ -n "$(find configure.ac \
        Makefile.am m4/adder.m4 src Stencils tests \( -name '*.mk' -o -name '*.am' \
        -o -name '*.ac' -o -name '*.m4' \) -newer configure 2>/dev/null)" ]; then
        say autogen.sh
        ./autogen.sh >autogen.log 2>&1 || {
            cat autogen.log
            return 1
        }
        rm -f autogen.log
    fi
}

# The collector scans the real stack, so fake frames are off; it frees by sweeping,
# so leaks are no news.  Signals are faulthandler's, whose tests end by them: who
# looks for the cause of a crash leaves the handle_* out.
sanitizer_options() {
    ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:abort_on_error=1
    for signal in segv sigbus sigfpe sigill abort; do
        ASAN_OPTIONS=$ASAN_OPTIONS:handle_$signal=0
    done
    UBSAN_OPTIONS=print_stacktrace=1
    TEST_TIMEOUT=${TEST_TIMEOUT:-300}
    export ASAN_OPTIONS UBSAN_OPTIONS TEST_TIMEOUT
}

configure_in() { # DIR [configure argument]...: once
    build=$1
    shift
    make_configure
    mkdir -p "$build"
    if [ ! -f "$build/config.status" ] || [ configure -nt "$build/config.status" ] ||
        [ "$(cat "$build/configured" 2>/dev/null)" != "$*" ]; then
        say "configure $* (in $build)"
        (cd "$build" && "$top/configure" -q "$@" >configure.out 2>&1) || {
            tail -n 30 "$build/configure.out"
            return 1
        }
        sed -n '/^adder /,$p' "$build/configure.out"
        echo "$*" >"$build/configured"
    fi
}

build_in() { # DIR [configure argument]...: configures once, makes
    configure_in "$@"
    say "make (in $build)"
    make -j "$jobs" -C "$build" all >"$build/make.out" 2>&1 || {
        grep -hE -A 6 '(error|warning):' "$build/make.out" | head -n 60
        return 1
    }
}

check_in() { # DIR [make argument]...: make check, quietly; leaves its results
    build=$1
    shift
    say "make check (in $build)"
    find "$build" -name '*.trs' -exec rm -f {} +
    make -j "$jobs" -C "$build" check "$@" >"$build/check.out" 2>&1 || {
        if ! grep -q '^# TOTAL' "$build/check.out"; then
            tail -n 40 "$build/check.out" # the tests did not even run
        fi
        grep -hE -A 12 '^(FAIL|ERROR|XPASS):' "$build/check.out" |
            grep -vE '^(PASS|SKIP)' | head -n 150
        return 1
    }
}

count_results() { # DIR...: sets passed, failed, skipped from the .trs files
    passed=$(find "$@" -name '*.trs' -exec grep -hcE '^:test-result: (PASS|XFAIL)' {} + |
        awk '{ n += $1 } END { print n + 0 }')
    failed=$(find "$@" -name '*.trs' -exec grep -hcE '^:test-result: (FAIL|ERROR|XPASS)' {} + |
        awk '{ n += $1 } END { print n + 0 }')
    skipped=$(find "$@" -name '*.trs' -exec grep -hcE '^:test-result: SKIP' {} + |
        awk '{ n += $1 } END { print n + 0 }')
}

unpack_foreign() { # ARCH DIR PACKAGE...: Debian's packages for that processor and
    # what they need, unpacked into DIR, once: nothing is installed.
    arch=$1
    root=$2
    state=$2.apt
    shift 2
    [ ! -f "$root/complete" ] || return 0
    say "$arch packages (in $root)"
    rm -rf "$root" "$state"
    mkdir -p "$root" "$state/lists/partial" "$state/archives/partial"
    wanted=$*
    set -- -qq -o APT::Architecture="$arch" -o APT::Architectures="$arch" \
        -o Dir::State="$state" -o Dir::State::status=/dev/null \
        -o Dir::Cache="$state" -o Debug::NoLocking=1 -o APT::Sandbox::User=
    if [ "$arch" = riscv64 ]; then # which Debian has from 13 on
        keys=/usr/share/keyrings/debian-archive-keyring.gpg
        echo "deb [signed-by=$keys] http://deb.debian.org/debian trixie main" \
            >"$state/sources.list"
        set -- "$@" -o Dir::Etc::SourceList="$state/sources.list" \
            -o Dir::Etc::SourceParts=/dev/null
    fi
    apt-get "$@" update
    # shellcheck disable=SC2086
    apt-get "$@" -y --no-install-recommends -d install $wanted
    for package in "$state"/archives/*.deb; do
        dpkg-deb -x "$package" "$root"
    done
    [ -e "$root/lib" ] || ln -s usr/lib "$root/lib" # base-files would
    # The program that loads programs, on powerpc64le.
    find "$root/lib64" -lname '/lib/*' -exec sh -c \
        'ln -sf "..$(readlink "$1")" "$1"' sh {} \; 2>/dev/null || true
    rm -rf "$state"
    touch "$root/complete"
}
