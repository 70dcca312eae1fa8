# The tokenizer's tokens, with the texts, numbers and places that CPython gives.
import _tokenize


def show(src):
    print(repr(src))
    try:
        for x in _tokenize.TokenizerIter(src): print('  ',x)
    except Exception as e: print('  ',type(e),e, getattr(e,'args',None))
for s in ['','x\n','x','def f(a,\n b): # c\n  # d\n\n  return "é"+f"x{1}" \\\n + 1.5e3\n\ny := 2','if x:\n\ty\n        z','"""a\nb""" + \'c\'','a ? b','(','x = )','  x','if a:\n    b\n  c','1_0 0xff 1j 0777','$','"abc','async def await x','... -> @= != <>','é = 1\n','x # comment\n','\n\n\nx\n\n','lambda: None','print("""a\n\nb""")','x\\\n','\ufeffx','x;y','match x:\n case _: pass','if 1:\n  if 2:\n    x\ny','0x','1__0','a\x00b']:
    show(s)
for a in [(),(1,),(b'x',),('x','y')]:
    try: print(type(_tokenize.TokenizerIter(*a)))
    except Exception as e: print(type(e),e)
try: print(list(_tokenize.TokenizerIter(source='x')))
except Exception as e: print(type(e),e)
