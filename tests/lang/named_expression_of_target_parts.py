# Names in what a comprehension assigns to cannot be rebound, even if only read.
def told(source):
    try:
        compile(source, '<t>', 'exec')
    except SyntaxError as e:
        print(e.msg)
    else:
        print('ok')


told('[(x := 1) for a[x] in y]')
told('[0 for a[x] in y if (x := 1)]')
told('[[(x := 1) for b in z] for a[x] in y]')
told('[(x := 1) for x.a in y]')
told('[(x := 1) for a[lambda: x] in y]')
told('[(x := 1) for a[(x := 2)] in y]')
told('[0 for a[(x := 2)] in y]')
told('[(x := 1) for a.x in y]')
