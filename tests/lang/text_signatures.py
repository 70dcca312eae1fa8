"""__text_signature__ and documentation of the methods of text and bytes."""

# CPython has none of these, for no reason but how they are written there.
UNSIGNED = '''__bytes__ __enter__ __exit__ __getnewargs__ __alloc__
    format format_map'''.split()
UNSIGNED_BYTES = '''capitalize isalnum isalpha isascii isdigit islower isspace
    istitle isupper lower swapcase title upper'''.split()

for cls in str, bytes, bytearray, memoryview:
    for name, method in sorted(vars(cls).items()):
        kind = type(method).__name__
        if kind in ('classmethod_descriptor', 'staticmethod'):
            method = getattr(cls, name)
        elif kind != 'method_descriptor':
            continue
        if name in UNSIGNED or name.startswith('__reduce'):
            continue
        print(cls.__name__, name, bool(method.__doc__), end=' ')
        if cls is str or name not in UNSIGNED_BYTES:
            print(method.__text_signature__)
        else:
            print()
