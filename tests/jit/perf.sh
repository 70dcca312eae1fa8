# SPDX-License-Identifier: MIT
# Profilers find compiled code by name: perf's map, the jitdump, and, where perf
# is there and allowed, what it reports.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
needs_machine_code
[ -d /proc/self ] || tap_end "there is no perf here"
map=
trap 'rm -rf "$work" ${map:+"$map"}' EXIT
program=$top/tests/jit/profiled.py
cd "$work" || exit 99

run() { # WORDS: runs the program, with the process's number in $pid
    PYTHON_JIT=1 "$adder" -X "jit=threshold:10,$1" "$program" >out 2>err &
    pid=$!
    wait $pid || echo "exit status $?" >>err
}
problem() { # TEXT: with what was said on stderr
    echo "$1"
    cat err
}

# ---- perf: the map ----
run perf
map=/tmp/perf-$pid.map
found=
[ -f "$map" ] || found=$(problem "there is no $map")
tap_result "-X jit=perf writes a map" "$found"
found=
if [ -f "$map" ]; then
    found=$(grep -vE '^[0-9a-f]+ [0-9a-f]+ (adder::(enter|leave)|py::[^ ]+:[0-9]+ \[(way to )?trace [0-9]+(, side of [0-9]+)?\])$' "$map")
    grep -qE 'py::hot:12 \[trace [0-9]+\]$' "$map" ||
        found="$found$(problem "no loop of hot is there")"
    case $(stat -c %a "$map") in
    600) ;;
    *) found="$found others may read it" ;;
    esac
fi
tap_result "of one line a trace, for nobody else" "$found"

found=
name=$(printf 'a b\nc 1 2')
PYTHON_JIT=1 "$adder" -X jit=threshold:2,perf -c "
def f(n):
    for i in range(n):
        pass
f.__code__ = f.__code__.replace(co_name='''$name''', co_qualname='''$name''')
for i in range(9):
    f(100)
" >out 2>err &
other=/tmp/perf-$!.map
wait $!
if [ -f "$other" ]; then
    found=$(grep -vE '^[0-9a-f]+ [0-9a-f]+ (adder|py)::[^ ]+( \[.*\])?$' "$other")
    rm -f "$other"
fi
tap_result "also if a function's name is none" "$found"

# Who makes a link there gets no file overwritten.
echo precious >victim
PYTHON_JIT=1 sh -c 'ln -s "$PWD/victim" /tmp/perf-$$.map; echo $$ >pid
    exec "$0" -X jit=perf -c pass' "$adder" >out 2>err
found=
[ "$(cat victim)" = precious ] || found="a link was followed"
grep -q 'jit=perf: /tmp/perf-' err || found="$found nothing was said"
rm -f "/tmp/perf-$(cat pid).map"
tap_result "a link in its place is left alone" "$found"

# ---- jitdump ----
run jitdump
found=
if [ -f "jit-$pid.dump" ]; then
    [ "$(od -An -tx4 -N8 "jit-$pid.dump" | tr -d ' ')" = 4a69544400000001 ] ||
        found="its header is wrong"
    strings "jit-$pid.dump" 2>/dev/null | grep -q 'py::hot:12 \[trace' ||
        ! command -v strings >/dev/null || found="$found hot is not in it"
else
    found=$(problem "there is no jit-$pid.dump")
fi
tap_result "-X jit=jitdump writes a dump" "$found"

run threshold:10
found=$(ls -d /tmp/perf-$pid.map jit-$pid.dump 2>/dev/null)
tap_result "neither is written when not asked for" "$found"

# ---- perf itself ----
record() { # WORDS PERF'S OPTIONS...
    words=$1
    shift
    PYTHON_JIT=1 perf record -q -e cpu-clock -F 5000 "$@" -o recorded \
        sh -c 'echo $$ >pid; exec "$@"' sh \
        "$adder" -X "jit=threshold:10,$words" -c "
exec(open('$program').read())
for i in range(40):
    hot(10000)
" >out 2>err
}
if ! command -v perf >/dev/null || ! record perf; then
    tap_end
fi
found=
perf report -i recorded --stdio 2>/dev/null | grep -q 'py::hot:12 \[trace' ||
    found=$(problem "hot is not in the report")
rm -f "/tmp/perf-$(cat pid).map"
tap_result "perf report shows names" "$found"

record jitdump -k mono --call-graph dwarf,32768 # sanitizers have large frames
found=
if perf inject --jit -i recorded -o injected >out 2>err; then
    perf script -i injected 2>/dev/null | awk '
        BEGIN { RS = "" }
        /py::hot:12 \[trace/ { n++; if (/exec_run/ && /main/) through++ }
        END {
            if (n == 0) print "hot is in no sample"
            else if (through < 0.9 * n)
                print "only " through + 0 " of " n " stacks lead to main"
        }' >verdict
    # Sanitizers and static builds have other stacks, but some.
    found=$(cat verdict)
else
    found=$(problem "perf inject fails")
fi
tap_result "perf inject --jit: stacks go through compiled code" "$found"
tap_end
