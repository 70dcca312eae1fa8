dnl SPDX-License-Identifier: MIT
dnl Adder's own configure checks.

# ADDER_ADD_CFLAG(VARIABLE, FLAG)
# Appends FLAG to VARIABLE if the compiler takes it without a warning.
AC_DEFUN([ADDER_ADD_CFLAG], [
  AS_VAR_PUSHDEF([cache], [adder_cv_cflag_$2])
  AC_CACHE_CHECK([whether $CC accepts $2], [cache], [
    adder_save_cflags=$CFLAGS
    CFLAGS="$CFLAGS -Werror $2"
    AC_COMPILE_IFELSE([AC_LANG_PROGRAM([], [])],
      [AS_VAR_SET([cache], [yes])], [AS_VAR_SET([cache], [no])])
    CFLAGS=$adder_save_cflags
  ])
  AS_VAR_IF([cache], [yes], [AS_VAR_APPEND([$1], [" $2"])])
  AS_VAR_POPDEF([cache])
])

# ADDER_VERSION_SCRIPT
# Sets the automake conditional HAVE_VERSION_SCRIPT if the linker takes one.
AC_DEFUN([ADDER_VERSION_SCRIPT], [
  AC_CACHE_CHECK([whether the linker takes a version script],
    [adder_cv_version_script], [
    echo 'ONE { local: *; };' >conftest.map
    adder_save_ldflags=$LDFLAGS
    LDFLAGS="$LDFLAGS -shared -fPIC -Wl,--version-script=conftest.map"
    AC_LINK_IFELSE([AC_LANG_SOURCE([[int one(void) { return 1; }]])],
      [adder_cv_version_script=yes], [adder_cv_version_script=no])
    LDFLAGS=$adder_save_ldflags
    rm -f conftest.map
  ])
  AM_CONDITIONAL([HAVE_VERSION_SCRIPT], [test "$adder_cv_version_script" = yes])
])

# ADDER_LIBRARY(VARIABLE, NAME, PKG-CONFIG, HEADER, LIBRARY, FUNCTION, EFFECT,
#               [DEFAULT])
# Looks for an optional library: by pkg-config, else by header and function; if
# DEFAULT is no, only when configure is told --with-NAME.
# Sets VARIABLE_CFLAGS, VARIABLE_LIBS, the automake conditional HAVE_VARIABLE
# and the constant ADDER_HAVE_VARIABLE, and adds a line to the closing summary.
AC_DEFUN([ADDER_LIBRARY], [
  AC_ARG_WITH([$2],
    [AS_HELP_STRING(m4_if([$8], [no], [--with-$2], [--without-$2]),
      m4_if([$8], [no], [use $2 ($7)], [do not use $2 ($7)]))],
    [], [with_$2=m4_default([$8], [check])])
  adder_found=no
  AS_CASE([$with_$2], [no], [adder_found=disabled], [
    PKG_CHECK_MODULES([$1], [$3], [adder_found=yes], [
      AC_CHECK_HEADER([$4], [
        AC_CHECK_LIB([$5], [$6], [$1_CFLAGS= $1_LIBS=-l$5 adder_found=yes])
      ])
    ])
    AS_IF([test "$with_$2" = yes && test $adder_found != yes],
      [AC_MSG_ERROR([--with-$2 was given, but $2 was not found])])
  ])
  AC_SUBST([$1_CFLAGS])
  AC_SUBST([$1_LIBS])
  AM_CONDITIONAL([HAVE_$1], [test $adder_found = yes])
  AS_IF([test $adder_found = yes], [adder_have=1], [adder_have=0])
  AC_DEFINE_UNQUOTED([ADDER_HAVE_$1], [$adder_have],
    [Whether there is $2 ($7): 0 or 1.])
  adder_libraries="$adder_libraries
    $(printf '%-12s %-9s %s' '$2' "$adder_found" '$7')"
])

# ADDER_REQUIRE(VARIABLE, NAME, PKG-CONFIG, HEADER, LIBRARY, FUNCTION, PACKAGES)
# As ADDER_LIBRARY, but an error that names the packages if it is missing.
AC_DEFUN([ADDER_REQUIRE], [
  adder_found=no
  m4_ifval([$3], [PKG_CHECK_MODULES([$1], [$3], [adder_found=yes], [:])])
  AS_IF([test $adder_found = no], [
    AC_CHECK_HEADER([$4], [
      AC_CHECK_LIB([$5], [$6], [$1_CFLAGS= $1_LIBS=-l$5 adder_found=yes])
    ])
  ])
  AS_IF([test $adder_found = no],
    [AC_MSG_ERROR([$2 is required and was not found (install $7, or run Tools/setup)])])
  AC_SUBST([$1_CFLAGS])
  AC_SUBST([$1_LIBS])
])

# ADDER_ARG_JIT
# --enable-experimental-jit and the choice of the stencil file.  Sets
# adder_jit (no, interpreter, yes, yes-off), adder_stencils (a file in
# Stencils/ or nothing), adder_platform.
AC_DEFUN([ADDER_ARG_JIT], [
  AC_REQUIRE([AC_CANONICAL_HOST])
  AC_ARG_ENABLE([experimental-jit],
    [AS_HELP_STRING([--enable-experimental-jit@<:@=no|yes|yes-off|interpreter@:>@],
      [build the JIT: yes (on by default), yes-off (opt in with PYTHON_JIT=1),
       interpreter (run micro-ops without machine code).  Default: yes-off
       where Stencils/ has a file for the host, else no])],
    [], [enable_experimental_jit=default])
  AS_CASE([$enable_experimental_jit],
    [default|no|yes|yes-off|interpreter], [],
    [AC_MSG_ERROR([--enable-experimental-jit=$enable_experimental_jit: unknown value; use no, yes, yes-off or interpreter])])

  AS_CASE([$host_cpu],
    [x86_64|amd64], [adder_arch=x86_64],
    [aarch64*|arm64*], [adder_arch=aarch64],
    [adder_arch=$host_cpu])
  # x32 has 32-bit pointers: not the machine the x86_64 stencils are for.
  AS_CASE([$host_os],
    [*x32], [adder_arch=x32],
    [linux*], [adder_os=linux],
    [darwin*], [adder_os=darwin],
    [mingw*|cygwin*|msys*|windows*], [adder_os=windows],
    [adder_os=$host_os])
  adder_platform=$adder_arch-${adder_os=linux}
  adder_stencils=jit_stencils-$adder_platform.h
  AC_MSG_CHECKING([for Stencils/$adder_stencils])
  AS_IF([test -f "$srcdir/Stencils/$adder_stencils"],
    [AC_MSG_RESULT([yes])], [
      AC_MSG_RESULT([no])
      adder_stencils=
    ])

  adder_jit=$enable_experimental_jit
  AS_CASE([$adder_jit:$adder_stencils],
    [default:], [adder_jit=no],
    [default:*], [adder_jit=yes-off],
    [yes:|yes-off:], [
      AC_MSG_ERROR([no stencils for $adder_platform, which --enable-experimental-jit=$adder_jit needs:
    there is no Stencils/jit_stencils-$adder_platform.h.  =interpreter runs traces without
    machine code, =no leaves them out.  With clang 19 "make regen-stencils" writes
    the files of the supported platforms.])
    ])
  AS_CASE([$adder_jit], [yes|interpreter], [adder_jit_on=1], [adder_jit_on=0])
  AM_CONDITIONAL([JIT_NO], [test $adder_jit = no])
  AM_CONDITIONAL([JIT_INTERPRETER], [test $adder_jit = interpreter])
  AM_CONDITIONAL([JIT_NATIVE], [test $adder_jit = yes || test $adder_jit = yes-off])
  AC_DEFINE_UNQUOTED([ADDER_JIT_DEFAULT_ON], [$adder_jit_on],
    [Whether the JIT runs without PYTHON_JIT=1.])
  AC_DEFINE_UNQUOTED([ADDER_STENCILS_FILE], ["$adder_stencils"],
    [The host's file in Stencils/.])
  AC_SUBST([ADDER_JIT], [$adder_jit])
  AC_SUBST([ADDER_STENCILS], [$adder_stencils])
])

# ADDER_ARG_STDLIB
# --with-stdlib: the distribution's Python 3.11 library, only recorded here; one
# that is named must be there.
AC_DEFUN([ADDER_ARG_STDLIB], [
  AC_ARG_WITH([stdlib],
    [AS_HELP_STRING([--with-stdlib=DIR],
      [the directory of Python 3.11's standard library
       (default: found in the usual places)])],
    [], [with_stdlib=check])
  AC_MSG_CHECKING([for the Python 3.11 standard library])
  adder_stdlib=
  AS_CASE([$with_stdlib],
    [no|yes|check], [
      adder_prefix=$prefix
      test "$adder_prefix" != NONE || adder_prefix=$ac_default_prefix
      for adder_dir in /usr/lib/python3.11 /usr/lib64/python3.11 \
          "$adder_prefix/lib/python3.11" "$adder_prefix/lib64/python3.11" \
          /usr/local/lib/python3.11 /opt/homebrew/lib/python3.11; do
        AS_IF([test -z "$adder_stdlib" && test -f "$adder_dir/os.py"],
          [adder_stdlib=$adder_dir])
      done
      # Recorded even where it is absent: it may be installed later.
      adder_stdlib_note=
      AS_IF([test -z "$adder_stdlib"], [
        adder_stdlib=/usr/lib/python3.11
        adder_stdlib_note=" (not there now)"
      ])
    ],
    [/*], [
      adder_stdlib=$with_stdlib
      adder_stdlib_note=
      AS_IF([test ! -f "$adder_stdlib/os.py"],
        [AC_MSG_ERROR([--with-stdlib=$with_stdlib: there is no os.py])])
    ],
    [AC_MSG_ERROR([--with-stdlib=$with_stdlib: give an absolute directory])])
  AC_MSG_RESULT([$adder_stdlib$adder_stdlib_note])
  AC_DEFINE_UNQUOTED([ADDER_STDLIB], ["$adder_stdlib"],
    [Where Python 3.11's standard library is looked for.])
  AC_SUBST([ADDER_STDLIB], [$adder_stdlib])
])

# ADDER_ARG_CLANG
# --with-clang: what makes and verifies stencils; one that is named must be there.
AC_DEFUN([ADDER_ARG_CLANG], [
  AC_ARG_WITH([clang],
    [AS_HELP_STRING([--with-clang=PATH],
      [clang 19 for "make regen-stencils" and "make verify-stencils" (default:
       clang-19 from PATH when run); no build needs it])],
    [], [with_clang=check])
  AS_CASE([$with_clang],
    [check|no|yes], [STENCIL_CLANG=clang-19],
    [
      AS_IF([command -v "$with_clang" >/dev/null 2>&1], [],
        [AC_MSG_ERROR([--with-clang=$with_clang: there is no such program])])
      STENCIL_CLANG=$with_clang
    ])
  AC_SUBST([STENCIL_CLANG])
])

# ADDER_RUN_PATH
# Where the installed command looks for libadder: nowhere special below /usr,
# where the system looks by itself; else beside itself, or in libdir, so that
# nobody has to run ldconfig.  Sets RUN_PATH for a makefile.
AC_DEFUN([ADDER_RUN_PATH], [
  AS_CASE([$prefix:$libdir],
    [/usr:*], [RUN_PATH=],
    [*:'${exec_prefix}/lib'], [RUN_PATH="-Wl,-rpath,'\$\$ORIGIN/../lib'"],
    [RUN_PATH='-Wl,-rpath,$(libdir)'])
  AS_CASE([$host_os], [linux*], [], [RUN_PATH=])
  AC_SUBST([RUN_PATH])
])

# ADDER_STENCIL_DIGEST
# Sets adder_stencil_digest to what Stencils/MANIFEST says of the host's file.
AC_DEFUN([ADDER_STENCIL_DIGEST], [
  adder_stencil_digest=none
  AS_IF([test -n "$adder_stencils" && test -f "$srcdir/Stencils/MANIFEST"], [
    adder_stencil_digest=$($AWK -v file="$adder_stencils" -f "$srcdir/build-aux/manifest.awk" "$srcdir/Stencils/MANIFEST")
  ])
])

# ADDER_IF_LINKS(FLAGS, IF-YES, [IF-NO])
# Whether the compiler compiles and links a program with FLAGS.
AC_DEFUN([ADDER_IF_LINKS], [
  AC_MSG_CHECKING([whether $CC links with $1])
  adder_save_cflags=$CFLAGS
  CFLAGS="$CFLAGS $1"
  AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
    [adder_links=yes], [adder_links=no])
  CFLAGS=$adder_save_cflags
  AC_MSG_RESULT([$adder_links])
  AS_IF([test $adder_links = yes], [$2], [$3])
])

# ADDER_CC_TOOL(VARIABLE, LLVM-NAME, GCC-NAME)
# The compiler's own VARIABLE (AR, NM, ...), unless the user has set it.
AC_DEFUN([ADDER_CC_TOOL], [
  adder_tool=$3
  # gcc-12 has gcc-ar-12, with whatever prefix.
  AS_CASE([$CC], [*gcc*], [
    adder_tool=`echo "$CC" | sed 's,^\([[^ ]]*\)gcc\([[^ /]]*\).*,\1$3\2,'`
  ])
  AS_IF([test "$adder_clang" = yes], [adder_tool=`$CC -print-prog-name=$2`])
  AS_IF([test -z "${$1}" && command -v "$adder_tool" >/dev/null 2>&1],
    [$1=$adder_tool])
])

# ADDER_ARG_LTO
# --with-lto, before libtool looks for its tools.  Sets LTO_CFLAGS, which links
# want as well, and AR, NM and RANLIB to such as read what it compiles to.
AC_DEFUN([ADDER_ARG_LTO], [
  AC_ARG_WITH([lto],
    [AS_HELP_STRING([--with-lto@<:@=full|thin|no|yes@:>@],
      [link-time optimization; thin is clang's, and its yes (default: no)])],
    [], [with_lto=no])
  AC_CHECK_DECL([__clang__], [adder_clang=yes], [adder_clang=no], [[]])
  LTO_CFLAGS=
  AS_CASE([$with_lto:$adder_clang],
    [no:*], [],
    [full:yes], [adder_lto=-flto],
    [thin:yes|yes:yes], [adder_lto=-flto=thin],
    [full:no|yes:no], [adder_lto=-flto=auto],
    [thin:no], [AC_MSG_ERROR([--with-lto=thin: $CC has no such kind; use full])],
    [AC_MSG_ERROR([--with-lto=$with_lto: unknown value; use full, thin, no or yes])])
  AS_IF([test "$with_lto" != no], [
    ADDER_IF_LINKS([$adder_lto], [LTO_CFLAGS=$adder_lto], [
      ADDER_IF_LINKS([$adder_lto -fuse-ld=lld],
        [LTO_CFLAGS="$adder_lto -fuse-ld=lld"],
        [AC_MSG_ERROR([--with-lto: $CC cannot link with it (clang wants lld)])])
    ])
    ADDER_CC_TOOL([AR], [llvm-ar], [gcc-ar])
    ADDER_CC_TOOL([NM], [llvm-nm], [gcc-nm])
    ADDER_CC_TOOL([RANLIB], [llvm-ranlib], [gcc-ranlib])
  ])
])

# ADDER_LTO_FAT, after libtool's options are known.
# gcc's objects have machine code, too: for the unit tests, each of which would
# else be optimized with all of the library, and sets TEST_LDFLAGS to link these;
# and for those who link with an installed archive without LTO.
AC_DEFUN([ADDER_LTO_FAT], [
  TEST_LDFLAGS=
  AS_IF([test "$with_lto" != no], [
    AS_IF([test "$adder_clang" = no || test "$enable_static" = yes],
      [ADDER_ADD_CFLAG([LTO_CFLAGS], [-ffat-lto-objects])])
  ])
  AS_CASE(["$adder_clang:$LTO_CFLAGS $CFLAGS"],
    [no:*-ffat-lto-objects*], [TEST_LDFLAGS=-fno-lto])
  AC_SUBST([LTO_CFLAGS])
  AC_SUBST([TEST_LDFLAGS])
])

# ADDER_ARG_OPTIMIZATIONS
# --enable-optimizations: Makefile.am says how.  Sets PROFILE_GENERATE and
# PROFILE_USE, flags to compile and link with, and PROFDATA, which merges what
# clang's training leaves.
AC_DEFUN([ADDER_ARG_OPTIMIZATIONS], [
  AC_ARG_ENABLE([optimizations],
    [AS_HELP_STRING([--enable-optimizations],
      [build twice, the second time for what programs were seen to do (see
       PROFILE_TASK): profile-guided optimization (default: no)])],
    [], [enable_optimizations=no])
  AC_ARG_VAR([PROFILE_TASK],
    [what --enable-optimizations trains on: the arguments of one run of adder
     (default: the programs of Tools/train)])
  PROFILE_GENERATE= PROFILE_USE= PROFDATA=
  AS_IF([test "$enable_optimizations" != no], [
    AS_IF([test "$cross_compiling" = yes],
      [AC_MSG_ERROR([--enable-optimizations runs what it builds: not when cross compiling])])
    ADDER_IF_LINKS([-fprofile-generate], [PROFILE_GENERATE=-fprofile-generate],
      [AC_MSG_ERROR([--enable-optimizations: $CC cannot link with -fprofile-generate (clang wants its run-time library)])])
    # Sources that were edited after the training are no error.
    AS_IF([test "$adder_clang" = yes], [
      PROFDATA=`$CC -print-prog-name=llvm-profdata`
      command -v "$PROFDATA" >/dev/null 2>&1 ||
        AC_MSG_ERROR([--enable-optimizations: there is no llvm-profdata for $CC])
      PROFILE_USE="-fprofile-use=profile/adder.profdata"
      ADDER_ADD_CFLAG([PROFILE_USE], [-Wno-error=profile-instr-out-of-date])
      ADDER_ADD_CFLAG([PROFILE_USE], [-Wno-error=backend-plugin])
    ], [
      # Training has one thread.
      ADDER_ADD_CFLAG([PROFILE_GENERATE], [-fprofile-update=single])
      PROFILE_USE=-fprofile-use
      ADDER_ADD_CFLAG([PROFILE_USE], [-Wno-error=coverage-mismatch])
      # What adder does not link has none.
      ADDER_ADD_CFLAG([PROFILE_USE], [-Wno-missing-profile])
    ])
  ])
  AC_SUBST([PROFILE_GENERATE])
  AC_SUBST([PROFILE_USE])
  AC_SUBST([PROFDATA])
  AM_CONDITIONAL([OPTIMIZATIONS], [test "$enable_optimizations" != no])
])
