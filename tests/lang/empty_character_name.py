# \N without a name: how far the error reaches.
for source in [r"'\N{}'", r"'\N'", r"'\N{'", r"'\Nx'", r"'ab\N{}c'", r"'\N{x'",
               r"'\N{no such}'"]:
    try:
        eval(source)
    except SyntaxError as error:
        print(source, error.msg)
    try:
        source[1:-1].encode().decode('unicode_escape')
    except UnicodeDecodeError as error:
        print(error.start, error.end, error.reason)
