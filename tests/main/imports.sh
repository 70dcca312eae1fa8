# SPDX-License-Identifier: MIT
# Imports by the library's importlib: where compiled modules are kept, what damaged
# ones and directories that cannot be written do, packages, zips, -m, -X importtime.
. "${top_srcdir:-$(dirname "$0")/../..}/tests/command.sh"

needs_native
case $adder in
/*) ;;
*) adder=$PWD/$adder ;;
esac
unset PYTHONPYCACHEPREFIX PYTHONDONTWRITEBYTECODE PYTHONPATH
export HOME="$work/home" XDG_CACHE_HOME="$work/cache"
mkdir "$work/home" "$work/cache" "$work/lib"
export PYTHONPYCACHEPREFIX="$work/prefix"
cd "$work/lib" || exit 99
"$adder" -S -c 'import json' 2>"$work/err" || tap_end "no standard library here"

prints() { # NAME EXPECTED adder's arguments...
    name=$1 expected=$2
    shift 2
    got=$("$adder" "$@" 2>&1)
    tap_result "$name" "$([ "$got" = "$expected" ] || echo "$got")"
}
cached() { find "$work/prefix" "$work/lib" "$work/cache" -name 'mod.adder-*.pyc' 2>/dev/null; }

echo 'x = 1' >mod.py
prints "a module is compiled" 1 -S -c 'import mod; print(mod.x)'
file=$(cached)
tap_result "and kept below PYTHONPYCACHEPREFIX" \
    "$([ "${file#"$work/prefix"}" != "$file" ] || echo "$file")"
for damage in 'head -c 40' 'head -c 17' 'true' 'tr \\000 \\377' \
    'sed s/mod/dom/'; do
    # shellcheck disable=SC2086
    (cat "$file" | $damage) >"$file.new"
    mv "$file.new" "$file"
    prints "damaged by $damage it is made anew" 1 -S -c 'import mod; print(mod.x)'
    prints "and is whole again" True -S -c \
        "import marshal; print(type(marshal.loads(open('$file', 'rb').read()[16:])) is type((lambda: 0).__code__))"
done
printf 'y = 22\n' >mod.py
prints "a changed source is compiled" 22 -S -c 'import mod; print(mod.y)'
rm -r "$work/prefix"
prints "-B keeps nothing" 22 -S -B -c 'import mod; print(mod.y)'
tap_result "indeed" "$(cached)"
unset PYTHONPYCACHEPREFIX
prints "without a prefix it is beside the source" \
    "$work/lib/__pycache__" -S -c \
    'import mod; print(mod.__cached__.rpartition("/")[0])'
tap_result "where it is" "$([ -n "$(ls __pycache__)" ] || echo "nothing there")"
for i in 1 2 3 4 5 6; do
    rm -rf __pycache__
    "$adder" -S -c 'import mod; print(mod.y)' >"$work/one" 2>&1 &
    "$adder" -S -c 'import mod; print(mod.y)' >"$work/two" 2>&1
    wait
    [ "$(cat "$work/one" "$work/two" | tr '\n' ' ')" = "22 22 " ] ||
        cat "$work/one" "$work/two"
done >"$work/all"
tap_result "two at once lose nothing" "$(cat "$work/all")"

if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
    chmod 755 "$work" "$work/lib"
    rm -rf __pycache__
    mkdir "$work/theirs"
    chown 65534 "$work/theirs"
    other() { # CACHE-DIRECTORY: what is where afterwards
        XDG_CACHE_HOME=$1 setpriv --reuid 65534 --regid 65534 --clear-groups \
            "$adder" -S -c 'import mod; print(mod.y, mod.__cached__)' 2>&1
    }
    if [ "$(other "$work/theirs" | cut -d ' ' -f 1)" = 22 ]; then
        tap_result "what cannot be written goes to the user's caches" \
            "$(other "$work/theirs" | grep -v "^22 $work/theirs/adder$work/lib/mod")"
        chmod 777 "$work/theirs/adder"
        tap_result "unless others can write there" \
            "$(other "$work/theirs" | grep -v "^22 $work/lib/__pycache__/mod")"
        tap_result "or it is somebody else's" \
            "$(other "$work/cache" | grep -v "^22 $work/lib/__pycache__/mod")"
        tap_result "or there is none" \
            "$(other /proc/none | grep -v "^22 $work/lib/__pycache__/mod")"
    fi
fi

mkdir -p space/inner package
echo 'z = 3' >space/inner/deep.py
echo 'from . import sub; print(__name__, __package__, __path__ == [__file__[:-12]])' \
    >package/__init__.py
echo 'print(__name__, __package__)' >package/sub.py
echo 'print(__name__, __package__, __spec__.name)' >package/__main__.py
prints "namespace packages" "_NamespacePath(['$work/lib/space']) 3" -S -c \
    'import space.inner.deep; print(space.__path__, space.inner.deep.z)'
prints "-m of a package" "package.sub package
package package True
__main__ package package.__main__" -S -m package
prints "-m of nothing" "$("$adder" -c "import sys; print(sys.executable)"): No module named nothing" -S -m nothing
"$adder" -S -c 'import zipfile' 2>"$work/err" && {
    "$adder" -S -c 'import zipfile
with zipfile.ZipFile("z.zip", "w") as z:
    z.writestr("inside.py", "print(__name__, __file__)")
    z.writestr("__main__.py", "import inside; print(__name__, __file__)")'
    prints "zips on the path" "inside z.zip/inside.py" -S -c \
        'import sys; sys.path.insert(0, "z.zip"); import inside'
    prints "zips run" "inside $work/lib/z.zip/inside.py
__main__ $work/lib/z.zip/__main__.py" -S z.zip
}
echo 'import nothing.at.all' >fails.py
prints "tracebacks do not show importlib" "Traceback (most recent call last):
  File \"<string>\", line 1, in <module>
  File \"$work/lib/fails.py\", line 1, in <module>
    import nothing.at.all
ModuleNotFoundError: No module named 'nothing'" -S -c 'import fails'
tap_result "-X importtime" "$("$adder" -S -X importtime -c 'import mod' 2>&1 |
    grep -q '^import time: *[0-9]* | *[0-9]* | mod$' || echo none)"
mkdir "$work/place"
echo "$work/place/below" >"$work/place/more.pth"
mkdir "$work/place/below"
prints "path configuration files" True -S -c \
    "import sys, site; site.addsitedir('$work/place'); print('$work/place/below' in sys.path)"
mkdir -p "$work/venv/bin" "$work/venv/lib/python3.11/site-packages"
printf "home = /usr/bin\ninclude-system-site-packages = false\n" >"$work/venv/pyvenv.cfg"
ln -s "$adder" "$work/venv/bin/adder"
tap_result "a virtual environment" "$("$work/venv/bin/adder" -c \
    'import sys; print(sys.prefix, sys.path[-1])' 2>&1 |
    grep -v "^$work/venv $work/venv/lib/python3.11/site-packages\$")"
cd "$work" || exit 99
ln -s "$("$adder" -S -c 'import json; print(json.__file__[:-17])')" "$work/python3.13"
prints "a library of another Python says its level" "(3, 13) adder-313" -S \
    -X "stdlib=$work/python3.13" -c \
    'import sys; print(sys.version_info[:2], sys.implementation.cache_tag[:9])'
tap_end
