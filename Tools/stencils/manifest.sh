# SPDX-License-Identifier: MIT
# What Stencils/MANIFEST should say of the tree in the current directory, worked
# out anew from the generator's sources; for check, verify and their tests, which
# source this.  No line is taken from the manifest but what only clang can tell.

if command -v sha256sum >/dev/null 2>&1; then
    sha256() { sha256sum | cut -d ' ' -f 1; }
elif command -v shasum >/dev/null 2>&1; then
    sha256() { shasum -a 256 | cut -d ' ' -f 1; }
fi

generator=Tools/stencils/stencillib

source_digest() { # FILE: of C without comments and layout, of others as they are
    case $1 in
    *.c | src/*.h | *.def) awk -f Tools/stencils/normalize.awk "$1" ;;
    *) cat "$1" ;;
    esac | sha256
}

# The files that stencils are made from, in the manifest's order; the patterns
# are those of stencillib/manifest.py.
stencil_sources() {
    for path in src/abi/*.h src/abi/*.def src/jit/stencil_template.c \
        src/jit/template_*.h; do
        echo "$path"
    done | LC_ALL=C sort
    for path in Tools/stencils/generate "$generator"/*.py; do
        echo "$path"
    done | LC_ALL=C sort
}

pinned_compiler() { # as the generator has it
    sed -n 's/^LLVM = "\([0-9.]*\)"$/clang version \1/p' "$generator/generate.py"
}

is_pinned() { # COMPILER
    [ "$1" = "$(pinned_compiler)" ]
}

stencil_platforms() { # as the generator has them
    sed -n 's/^ *Platform("\([a-z0-9_]*-[a-z0-9_]*\)",.*/\1/p' "$generator/machines.py"
}

have_python() { # one that can run the generator
    "${PYTHON:-python3}" -c 'import dataclasses, sys
sys.exit(sys.version_info < (3, 9))' >/dev/null 2>&1
}

stencil_flags() { # lines "PLATFORM FLAGS", as the generator has them
    "${PYTHON:-python3}" -B -c 'import sys
sys.path.insert(0, "Tools/stencils")
from stencillib.machines import PLATFORMS
for platform in PLATFORMS:
    print(platform.name, platform.all_flags)'
}

manifest_line() { # KEY [FILE]: what the manifest says, of FILE
    awk -v key="$1:" -v file="${2-}" '
        $1 == "file:" { mine = $2 }
        $1 == key && mine == file && !n++ { sub(/^[^ ]* ?/, ""); print }' \
        Stencils/MANIFEST
}

# A file that is not there has the digest "missing".  Without Python the flags
# are what the manifest says.
expected_manifest() {
    echo "# Written by Tools/stencils/regen.  Checked by Tools/stencils/check."
    printf 'compiler: %s\n\n' "$(pinned_compiler)"
    echo "# SHA-256 of the sources; of C, as normalize.awk prints it."
    stencil_sources | while read -r path; do
        if [ -f "$path" ]; then
            echo "source: $(source_digest "$path") $path"
        fi
    done
    flags=
    ! have_python || flags=$(stencil_flags)
    stencil_platforms | while read -r platform; do
        file=jit_stencils-$platform.h
        printf '\nfile: %s\nsha256: ' "$file"
        if [ -f "Stencils/$file" ]; then
            sha256 <"Stencils/$file"
        else
            echo missing
        fi
        echo "input-digest: $(manifest_line input-digest "$file")"
        if [ -n "$flags" ]; then
            echo "$flags" | sed -n "s/^$platform /flags: /p"
        else
            echo "flags: $(manifest_line flags "$file")"
        fi
    done
}
