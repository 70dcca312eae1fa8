# SPDX-License-Identifier: MIT
# Objects and compiled code lie elsewhere in each process, code also from the
# interpreter's point of view; not where the system's own places are fixed.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
heaps() { # COMMAND...: how many places five starts put an object at
    for _ in 1 2 3 4 5; do
        "$@" "$adder" -c 'print(id([]))'
    done | sort -u | wc -l
}
n=$(heaps env)
tap_result "the heap is elsewhere each time" \
    "$([ "$n" -ge 4 ] || echo "$n places in five starts")"
if setarch -R true 2>/dev/null; then
    n=$(heaps setarch -R)
    tap_result "but where setarch -R asks for fixed places" \
        "$([ "$n" = 1 ] || echo "$n places in five starts")"
fi

case ${ADDER_JIT:-yes} in
no | interpreter) tap_end ;;
esac
[ -d /proc/self ] || tap_end
# The distance of the first compiled code from `int`, which the binary holds.
distance() {
    PYTHON_JIT=1 "$adder" -X jit=perf -c 'print(id(int))' >"$work/out" &
    pid=$!
    wait $pid
    map=/tmp/perf-$pid.map
    read -r code rest <"$map"
    rm -f "$map"
    echo "$(($(cat "$work/out") - 0x$code))"
}
n=$(for _ in 1 2 3 4 5; do distance; done | sort -u | wc -l)
tap_result "compiled code is elsewhere, seen from the binary" \
    "$([ "$n" -ge 4 ] || echo "$n distances in five starts")"
tap_end
