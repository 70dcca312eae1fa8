# SPDX-License-Identifier: MIT
# What options and environment variables do that no program can show.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
hash='import sys; print(hash("spam"), sys.flags.hash_randomization)'
hashes() { # SEED adder's arguments...: of two runs
    seed=$1
    shift
    PYTHONHASHSEED=$seed "$adder" "$@" -c "$hash"
    PYTHONHASHSEED=$seed "$adder" "$@" -c "$hash"
}
repeats() { # HASHES WHETHER-RANDOM
    [ "$(echo "$1" | sort -u | wc -l)" = 1 ] && [ "${1##* }" = "$2" ] || echo "$1"
}
differs() { # HASHES
    [ "$(echo "$1" | sort -u | wc -l)" = 2 ] && [ "${1##* }" = 1 ] || echo "$1"
}
tap_result "PYTHONHASHSEED=0 hashes plainly" "$(repeats "$(hashes 0)" 0)"
tap_result "PYTHONHASHSEED=5 hashes the same way" "$(repeats "$(hashes 5)" 1)"
tap_result "other seeds hash another way" \
    "$([ "$(hashes 5)" != "$(hashes 6)" ] || hashes 5)"
tap_result "PYTHONHASHSEED=random does not" "$(differs "$(hashes random)")"
tap_result "nor does an empty one" "$(differs "$(hashes '')")"
for option in -R -E -I; do
    tap_result "$option makes hashes random" "$(differs "$(hashes 5 $option)")"
done
for seed in spam -1 4294967296 99999999999999999999 1x; do
    PYTHONHASHSEED=$seed "$adder" -c pass 2>"$work/err"
    status=$?
    tap_result "PYTHONHASHSEED=$seed is refused" \
        "$([ $status = 1 ] && grep -q 'must be "random" or an integer in range' \
            "$work/err" || echo "status $status")"
    tap_result "-E ignores PYTHONHASHSEED=$seed" \
        "$(PYTHONHASHSEED=$seed "$adder" -E -c pass 2>&1)"
done
# What C code prints is lost as loudly as what Python prints.
if [ -c /dev/full ]; then
    for words in --help --version "-X explain -c pass"; do
        # shellcheck disable=SC2086
        "$adder" $words 2>"$work/err" >/dev/full
        status=$?
        tap_result "$words on a full disk: status 120 and the reason" \
            "$([ $status = 120 ] && grep -q 'standard output: ' "$work/err" ||
                echo "status $status")"
    done
fi

# Without the library nobody has imported _thread before them.
for class in _bz2.BZ2Compressor _lzma.LZMACompressor; do
    tap_result "a lock is made without _thread: $class" \
        "$(ADDER_STDLIB="$work" "$adder" -S -c "
try:
    import ${class%.*}
except ImportError:
    raise SystemExit
$class()" 2>&1 || echo "status $?")"
done
tap_end
