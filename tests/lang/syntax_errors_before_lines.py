# Errors of encodings are on line 0; those of future imports have no end.
def told(source):
    try:
        compile(source, '<t>', 'exec')
    except SyntaxError as e:
        print(str(e), e.filename, e.lineno, e.offset, e.end_lineno,
              e.end_offset, e.text)


told(b'# coding: uft-8\n')
told(b'\xef\xbb\xbf# coding: latin-1\n')
told(b'# coding: ascii\nx = "\xe9"\n')
told('import a; from __future__ import (division,\n generators)\n')
told('x=1;from __future__ import division as d\n')
told('from __future__ import nonsense\n')
told('def f():\n  from __future__ import division\n')
