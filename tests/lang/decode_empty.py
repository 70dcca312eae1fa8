"""No bytes are no text, whether or not there is such a codec."""

print(repr(b''.decode('no such codec')))
print(repr(bytearray().decode('utf-16', 'no such handler')))
print(repr(str(memoryview(b''), 'no such codec')))
try:
    b'x'.decode('no such codec')
except LookupError as e:
    print(e)
