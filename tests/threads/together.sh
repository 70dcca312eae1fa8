# SPDX-License-Identifier: MIT
# Programs of the language suite in four threads at once print what they print
# alone: interpreted, as micro-ops and compiled, recording from the first round on.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

together() { # WHAT OPTIONS...: PYTHON_JIT is set
    what=$1
    shift
    # shellcheck disable=SC2086
    said=$($adder "$@" -W ignore "$top/tests/threads/together.py" \
        "$top"/tests/lang/*.py "$top"/tests/trace/*.py 2>&1)
    status=$?
    [ "$status" = 0 ] && said= || said="$said
exit status $status"
    tap_result "$what" "$(echo "$said" | tail -n 40)"
}

export PYTHON_JIT
PYTHON_JIT=0
together "interpreted"
PYTHON_JIT=1
case ${ADDER_JIT:-yes} in
no) ;;
interpreter) together "micro-ops interpreted" -X jit=threshold:1 ;;
*)
    together "micro-ops interpreted" -X jit=interpreter,threshold:1
    together "compiled" -X jit=threshold:1
    ;;
esac
tap_end
