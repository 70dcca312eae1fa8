# Names count as used in the order body, else, handlers, finally.
def told(source):
    try:
        compile(source, '<t>', 'exec')
    except SyntaxError as e:
        print(e.msg, e.lineno)
    else:
        print('ok')


for word in 'except', 'except*':
    told(f'def f():\n try: pass\n {word} e: x = 1\n else:\n  global x')
    told(f'def f():\n try: pass\n {word} e: global x\n else:\n  x = 1')
    told(f'def f():\n try: x = 1\n {word} e: global x')
    told(f'def f():\n try: pass\n {word} e: x\n finally:\n  global x')
    told(f'def f():\n try: pass\n {word} x: pass\n else:\n  global x')
    told(f'def f():\n try: pass\n {word} e as x: pass\n else:\n  global x')
