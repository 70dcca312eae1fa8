# dis lists the bytecode that there is: lines, names, constants, jumps and handlers.
import dis
import io
import opcode
import re
import sys

def f(values, limit):
    total = 0
    try:
        for value in values:
            if value > limit:
                total += value
                print(total, 'so far')
    except ValueError as e:
        return e
    return lambda: total

def listing(x, **how):
    out = io.StringIO()
    dis.dis(x, file=out, **how)
    return out.getvalue()

first = f.__code__.co_firstlineno
text = listing(f)
numbers = [int(m) for m in re.findall(r'^ *(\d+) +(?:--> )?(?:>> )?\d+ [A-Z]', text, re.M)]
print(sorted({n - first for n in numbers}))
for word in ('FOR_ITER', 'JUMP_BACKWARD', '(values', 'limit', 'print', "'so far'", '(+=)',
             '(>)', 'ValueError', 'ExceptionTable:', 'Disassembly of <code object <lambda>',
             'total', '>>', 'COMPARE_OP', 'LOAD_GLOBAL'):
    print(word, word in text)
print('Disassembly' in listing(f, depth=0))

code = list(dis.get_instructions(f))
offsets = {i.offset for i in code}
jumps = [i for i in code if i.opcode in dis.hasjrel or i.opcode in dis.hasjabs]
print(len(jumps) > 2, all(j.argval in offsets for j in jumps),
      all(j.argrepr == f'to {j.argval}' for j in jumps))
targets = {i.offset for i in code if i.is_jump_target}
print({j.argval for j in jumps} <= targets)
print(all(dis.opmap[i.opname] == i.opcode for i in code))
print(all(i.argval == 'so far' for i in code if i.argrepr == "'so far'"))
print(sorted(dis.findlinestarts(f.__code__))
      == sorted((i.offset, i.starts_line) for i in code if i.starts_line))
positions = [i.positions for i in code if i.opname == 'COMPARE_OP']
print([(p.lineno - first, p.end_lineno - first, p.col_offset, p.end_col_offset)
       for p in positions][:1])
print(dis.Positions())
moved = [i.starts_line for i in dis.get_instructions(f, first_line=1000) if i.starts_line]
print(min(moved) >= 1000, max(moved) - min(moved) == max(numbers) - min(numbers))
print([i.opname for i in dis.get_instructions(f, show_caches=True)].count('CACHE') > 0)

class C:
    def method(self):
        return self.x
    @staticmethod
    def static():
        pass

print(re.findall('Disassembly of .*:', listing(C)))
print(re.findall('Disassembly of .*:', listing('x = [i for i in y]', depth=0)))
print('LOAD_NAME' in listing('a.b'), 'STORE_NAME' in listing('a = b'))
print('LOAD_ATTR' in listing(C().method) or 'LOAD_METHOD' in listing(C().method))
print(len(listing(f.__code__.co_code).splitlines()) > 20)
def generator():
    yield 1
print('YIELD_VALUE' in listing(generator()), 'YIELD_VALUE' in listing(generator))
for wrong in (5, object(), None):
    try:
        dis.dis(wrong, file=io.StringIO())
    except Exception as e:
        print(type(e).__name__, e)
    try:
        dis.code_info(wrong)
    except Exception as e:
        print(type(e).__name__, e)

info = dis.code_info(f).splitlines()
print(info[0], info[2], info[3], info[4], info[7], sep='\n')
print('   0: values' in info, '   1: limit' in info, 'Cell variables:' in info)
print(dis.pretty_flags(0x13 | 0x20), dis.pretty_flags(0))
print(dis.COMPILER_FLAG_NAMES[32], sorted(dis.COMPILER_FLAG_NAMES))

def fail():
    x = 1
    return x / 0
try:
    fail()
except ZeroDivisionError as e:
    tb = e.__traceback__
marked = [l for l in dis.Bytecode.from_traceback(tb).dis().splitlines() if '-->' in l]
print(len(marked), 'BINARY_OP' in marked[0])
out = io.StringIO()
dis.distb(tb, file=out)
print(['-->' in l for l in out.getvalue().splitlines()].count(True))
b = dis.Bytecode('x + 1')
print(repr(b), b.first_line, 'BINARY_OP' in [i.opname for i in b], b.info().splitlines()[0])
print(len(dis.Bytecode(f).exception_entries) > 0)

print(list(dis._find_imports(compile('import a.b, c\nfrom .d import e, f', 'x', 'exec'))))
print(list(dis._find_store_names(compile('x = 1\ndef f(): y = 2\nfor z in x: pass', 'x', 'exec'))))

print(dis.stack_effect(dis.opmap['POP_TOP']), dis.stack_effect(dis.opmap['BUILD_LIST'], 5),
      dis.stack_effect(dis.opmap['LOAD_CONST'], 0), dis.stack_effect(dis.opmap['BINARY_OP'], 0))
for args in ((dis.opmap['POP_TOP'], 1), (dis.opmap['BUILD_LIST'],), (10000, 1)):
    try:
        print(dis.stack_effect(*args))
    except ValueError as e:
        print(e)
try:
    dis.stack_effect(dis.opmap['BUILD_LIST'], 1, jump=2)
except ValueError as e:
    print(e)
for_iter = dis.opmap['FOR_ITER']
print(dis.stack_effect(for_iter, 0, jump=False), dis.stack_effect(for_iter, 0, jump=True))
print(opcode.cmp_op, opcode.opname[opcode.opmap['RETURN_VALUE']], len(opcode.opname))
print([opcode.opname[n] in ('LOAD_CONST', 'RETURN_CONST', 'KW_NAMES')
       for n in opcode.hasconst].count(False))
print(opcode.opmap['LOAD_DEREF'] in opcode.hasfree, opcode.opmap['LOAD_FAST'] in opcode.haslocal,
      opcode.opmap['STORE_NAME'] in opcode.hasname, opcode.opmap['COMPARE_OP'] in opcode.hascompare,
      opcode.opmap['FOR_ITER'] in opcode.hasjrel, opcode.hasjabs)
print(set(dis.__all__) == {'code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts',
      'findlabels', 'show_code', 'get_instructions', 'Instruction', 'Bytecode', 'cmp_op',
      'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal', 'hascompare', 'hasfree', 'opname',
      'opmap', 'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasnargs', 'stack_effect'})
