# SPDX-License-Identifier: MIT
# What the scripts of Tools/packages share; sourced after ../ci/lib.sh.

# Without the clang that a build must not need.
no_clang='sh -c "! ls /usr/bin /usr/lib /usr/local/bin | grep -iE \"clang|llvm\""'

base_system() { # sets base: a tar file of a minimal Debian, made the first time
    base=${BARE_BASE:-$top/ci-build/base-${SUITE:-bookworm}.tar}
    mkdir -p "$(dirname "$base")"
    [ -f "$base" ] || Tools/ci/bare-machine --base "$base"
    if tar -tf "$base" | grep -E '/bin/(python|pypy|clang|llvm|gcc|cc$)'; then
        echo "the base system is not as bare as it should be"
        return 1
    fi
}

release() { # sets tarball and version
    Tools/ci/release-tarball
    tarball=$(ls -t dist/adder-*.tar.xz | head -n 1)
    version=$(basename "$tarball" .tar.xz)
    version=${version#adder-}
}

# For the tools that map users into a namespace of their own: root gets ids to
# map, seen by the command alone, so that nothing in /etc changes.
with_ids() { # COMMAND...
    # shellcheck disable=SC2016
    unshare --mount --propagation private sh -euc '
        ids=$(mktemp)
        echo "root:100000:65536" >"$ids"
        mount --bind "$ids" /etc/subuid
        mount --bind "$ids" /etc/subgid
        rm "$ids"
        exec "$@"' sh "$@"
}

run_logged() { # LOG COMMAND...: quiet if it succeeds, else what matters of it
    log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || {
        grep -E '^(FAIL|ERROR|E:)| error:' "$log" | head -n 30 || true
        tail -n 30 "$log"
        return 1
    }
}

source_package() { # DIR [DEBIAN-VERSION]: makes the .dsc there; sets dsc
    rm -rf "$1"
    mkdir -p "$1"
    cp "$tarball" "$1/adder_$version.orig.tar.xz"
    tar -C "$1" -xf "$tarball"
    # The tree's packaging, whatever the tarball has.
    rm -rf "$1/adder-$version/debian"
    cp -a debian "$1/adder-$version/"
    if [ -n "${2-}" ]; then
        sed -i "1s/(.*)/($2)/" "$1/adder-$version/debian/changelog"
    fi
    (cd "$1/adder-$version" &&
        run_logged ../source.log dpkg-buildpackage -us -uc -S -d -nc)
    rm -rf "$1/adder-$version"
    dsc=$(ls "$1"/*.dsc)
}

build_here() { # DSC DIR: the binary packages with what this machine has
    mkdir -p "$2"
    rm -rf "$2/source"
    dpkg-source --no-check -x "$1" "$2/source" >"$2/unpack.log" 2>&1
    (cd "$2/source" && run_logged ../build.log dpkg-buildpackage -us -uc -b) ||
        return 1
    rm -rf "$2/source"
}

changelog_says() { # FIELD
    dpkg-parsechangelog -l debian/changelog -S "$1"
}

# sbuild in its unshare mode works as root with with_ids, needs neither a system
# chroot nor schroot's configuration, has no network while it builds, and takes
# what it installs from debian/control alone.
build_clean() { # DSC DIR [sbuild argument]...: the binary packages, by sbuild
    dsc_file=$(realpath "$1") into=$(mkdir -p "$2" && realpath "$2")
    shift 2
    run_logged "$into/build.log" with_ids sbuild --chroot-mode=unshare \
        --chroot="$base" --dist="$(changelog_says Distribution)" --arch-all --nolog --build-dir="$into" \
        --no-run-lintian --no-run-autopkgtest --no-run-piuparts "$@" "$dsc_file"
    grep -qx 'Status: successful' "$into/build.log"
}

build_rpms() { # DIR [rpmbuild argument]...: from $tarball
    dir=$1
    shift
    rm -rf "$dir"
    mkdir -p "$dir/SOURCES" "$dir/SPECS"
    cp "$tarball" "$dir/SOURCES/"
    cp rpm/adder.spec "$dir/SPECS/"
    # A source rpm has its files' times.
    touch -d @0 "$dir/SOURCES"/* "$dir/SPECS"/*
    set -- rpmbuild -ba --define "_topdir $dir" --define '_buildhost localhost' \
        "$@" "$dir/SPECS/adder.spec"
    if ! rpm -q rpm >/dev/null 2>&1; then
        # Packages are not rpms here: rpmbuild cannot see what is installed, and
        # the Python library is where Debian has it.  Fedora's macros strip, pack
        # relocations, and take the directory out of what they strip off; here we
        # do, not by optflags, which the packages record.
        strip='find %{buildroot}%{_bindir} %{buildroot}%{_libdir} -type f -perm -1'
        strip="$strip -exec strip --strip-unneeded {} +"
        set -- env CFLAGS="${CFLAGS:--O2 -g} -ffile-prefix-map=$dir=." \
            LDFLAGS="${LDFLAGS:--Wl,-z,pack-relative-relocs}" "$@" \
            --nodeps --define 'stdlib_dir /usr/lib/python3.11' \
            --define "__os_install_post $strip"
    fi
    # Also where the caller asks whether it fails, which turns set -e off.
    run_logged "$dir/build.log" "$@" || return 1
    rm -rf "$dir/BUILD" "$dir/BUILDROOT" "$dir/SPECS"
}

same_files() { # DIR OTHER PATTERN: says how many files are the same bytes
    count=0
    for file in $(cd "$1" && find . -name "$3" | sort); do
        if ! cmp "$1/$file" "$2/$file"; then
            if command -v diffoscope >/dev/null 2>&1; then
                diffoscope --max-report-size 20000 "$1/$file" "$2/$file" |
                    head -n 60 || true
            fi
            return 1
        fi
        count=$((count + 1))
    done
    [ $count -gt 0 ] && [ $count = "$(find "$2" -name "$3" | wc -l)" ] || {
        echo "$1 and $2 have not the same files"
        return 1
    }
    echo "$count packages, the same bytes in $1 and $2"
}

# An rpm's header without what follows from the directory it was built in: rpm
# keeps the spec as expanded in the source package (Spec), that package's digest
# in the others (Sourcepkgid), and both headers' size and digests.  The files are
# in it by their digests (Payloaddigest).
rpm_header() { # RPM
    rpm -qp --xml "$1" 2>/dev/null | awk '
        /<rpmTag name=/ {
            skip = /"(Spec|Sourcepkgid|Sigsize|Longsigsize|Sigmd5|Sha1header|Sha256header)"/
        }
        !skip'
}

rpm_content() { # RPM
    rpm_header "$1"
    rpm2cpio "$1" | sha256sum
}

same_rpms() { # DIR OTHER PATTERN: as same_files, but for those tags
    count=0
    scratch=$(mktemp -d)
    for file in $(cd "$1" && find . -name '*.rpm' -path "$3" | sort); do
        rpm_content "$1/$file" >"$scratch/one"
        rpm_content "$2/$file" >"$scratch/two"
        diff "$scratch/one" "$scratch/two" || {
            echo "$file differs"
            return 1
        }
        grep -q 'name="Payloaddigest"' "$scratch/one"
        count=$((count + 1))
    done
    rm -rf "$scratch"
    [ $count -gt 0 ]
    echo "$count packages, the same payload and header in $1 and $2"
}

check_size() { # BYTES WHAT: what a user installs to run programs is small
    limit=6000000 # with all modules built in
    [ "$1" -lt $limit ] || {
        echo "$2: $1 bytes installed, $limit is the limit"
        return 1
    }
    echo "$2: $1 bytes installed, of at most $limit"
}
