# SPDX-License-Identifier: MIT
# CPython's own tests, where Debian's package has them: those marked check in the
# list `files` pass as far as the ledger says.  Adder runs the runner, too.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
case $adder in
/*) ;;
*) adder=$PWD/$adder ;;
esac
[ -d /usr/lib/python3.11/test/test_json ] ||
    tap_end "libpython3.11-testsuite is not installed"
# Sanitizers' address space and stack frames are not what the ledger was made with.
(ulimit -v 8000000 && "$adder" -c pass) >"$work/err" 2>&1 ||
    tap_end "adder does not start within the runner's limits"

modes='interp eager'
[ "${ADDER_JIT:-yes}" != no ] || modes=interp
for mode in $(echo "${ADDER_MODES:-$modes}" | tr , " "); do
    case ,interp,eager, in
    *,$mode,*) ;;
    *) continue ;;
    esac
    said=$("$adder" "$top/tests/stdlib/run" --adder "$adder" -m "$mode" check 2>&1)
    status=$?
    [ $status = 0 ] && said= || said=$(echo "$said
exit status $status" | grep -v ' 0 fail' | tail -n 40)
    tap_result "CPython's tests, $mode" "$said"
done
tap_end
