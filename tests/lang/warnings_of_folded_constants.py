# What folds to a constant is warned about like one.
import warnings


def told(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<t>', 'exec')
        except SyntaxError as e:
            print(e.msg)
    print(source, [str(w.message) for w in caught])


told('(not "aaa")()')
told('(-1)[2j]')
told('(1 + 2)()')
told('assert (1, 2)')
told('assert ()')
told('assert (1, 2) * 2')
told('assert (1, a)')
told('"a"[1j]')
told('(1, 2)["a" * 2]')
told('__debug__()')
told('f(a=1, a=2)(b=1, b=2)')
told('1(a=1, a=2)')
# Alone: what warnings are shown is everybody's
