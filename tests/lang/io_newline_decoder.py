# SPDX-License-Identifier: MIT
# IncrementalNewlineDecoder: line ends that pieces are cut at.

import _io as io

path = 'PATH'


d = io.IncrementalNewlineDecoder(None, True)
print([d.decode(x) for x in ('a\r', '\n', 'b\n', 'c\r', 'd', '\r')], d.newlines, d.getstate(), repr(d.decode('', final=True)), d.newlines)
d.reset()
print(d.newlines, d.getstate())
d = io.IncrementalNewlineDecoder(None, False)
print([d.decode(x) for x in ('a\r', '\n', 'b\n', 'c\r', 'd', '\r')], d.newlines, d.getstate())
d.setstate((b'', 0))
print(d.getstate())
