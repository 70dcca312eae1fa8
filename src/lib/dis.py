# SPDX-License-Identifier: MIT
"""Listings of this interpreter's bytecode, as CPython's module of that name makes them
of its own.

Offsets count two a unit, as f_lasti, tb_lasti, co_lines() and co_positions() do, so
that they fit together; co_code has four bytes a unit.
"""
import sys
import types
from collections import namedtuple
from io import StringIO

from _opcode import _exceptions, _local_names, _units
from opcode import *
from opcode import __all__ as _of_opcode
from opcode import (_cache_format, _inline_cache_entries, _nb_ops, _specializations,
                    _specialized_instructions, _specialized_numbers, hasarg)

__all__ = ['Bytecode', 'Instruction', 'code_info', 'dis', 'disassemble', 'disco',
           'distb', 'findlabels', 'findlinestarts', 'get_instructions', 'show_code',
           *_of_opcode]

STEP = 2  # what a unit adds to an offset
CACHE = opmap['CACHE']

COMPILER_FLAG_NAMES = {
    bit: name for bit, name in zip(
        (1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200),
        'OPTIMIZED NEWLOCALS VARARGS VARKEYWORDS NESTED GENERATOR NOFREE COROUTINE '
        'ITERABLE_COROUTINE ASYNC_GENERATOR'.split())}

_all_opname = list(opname)
for _name, _op in _specialized_numbers.items():
    _all_opname[_op] = _name
_all_opmap = {**opmap, **_specialized_numbers}
deoptmap = {form: base for base, forms in _specializations.items()
            for form in forms}

_CONVERSIONS = '', 'str', 'repr', 'ascii'
_FUNCTION_PARTS = {1: 'defaults', 2: 'kwdefaults', 4: 'annotations', 8: 'closure'}
_PAIRS = frozenset(opmap[name] for name in (
    'LOAD_FAST_LOAD_FAST', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST'))
_BITS_BELOW_NAME = {opmap['LOAD_GLOBAL']: 1, opmap['LOAD_ATTR']: 1,
                    opmap['LOAD_SUPER_ATTR']: 2}
_HAS_ARG = frozenset(hasarg)
_IS_JUMP = frozenset(hasjrel)
_IS_CONST = frozenset(hasconst)
_IS_NAME = frozenset(hasname)
_IS_LOCAL = frozenset(haslocal + hasfree)


class _Unknown:
    def __repr__(self):
        return '<unknown>'


UNKNOWN = _Unknown()

Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset',
                       defaults=[None] * 4)
_Protected = namedtuple('_Protected', 'start end target depth lasti')
_Fields = namedtuple('_Fields', 'opname opcode arg argval argrepr offset starts_line '
                     'is_jump_target positions', defaults=[None])


class Instruction(_Fields):
    """One instruction: its name and number, its argument as a number, as a value and
    as text, its offset, the line that begins with it or None, whether a jump leads to
    it, and its positions in the source."""

    __slots__ = ()

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        line = '' if self.starts_line is None else str(self.starts_line)
        columns = [line.rjust(lineno_width)] if lineno_width else []
        columns += ['-->' if mark_as_current else '   ',
                    '>>' if self.is_jump_target else '  ',
                    str(self.offset).rjust(offset_width), self.opname.ljust(24)]
        if self.arg is not None:
            columns.append(str(self.arg).rjust(5))
            if self.argrepr:
                columns.append(f'({self.argrepr})')
        return ' '.join(columns).rstrip()


# --- code objects ---

def _try_compile(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def _function_code(x):
    """What x has its code in: a function of a method, a generator's code..."""
    x = getattr(x, '__func__', x)
    for attribute in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if (code := getattr(x, attribute, None)) is not None:
            return code
    return x


def _get_code_object(x):
    x = _function_code(x)
    if isinstance(x, str):
        x = _try_compile(x, '<disassembly>')
    if not hasattr(x, 'co_code'):
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)
    return x


def pretty_flags(flags):
    """The names of co_flags."""
    names = []
    for i in range(32):
        if flags & 1 << i:
            names.append(COMPILER_FLAG_NAMES.get(1 << i, hex(1 << i)))
    return ', '.join(names) or hex(flags)


def code_info(x):
    """What a code object says of itself, as text."""
    return _format_code_info(_get_code_object(x))


def _format_code_info(co):
    single = {'Name': co.co_name, 'Filename': co.co_filename,
              'Argument count': co.co_argcount,
              'Positional-only arguments': co.co_posonlyargcount,
              'Kw-only arguments': co.co_kwonlyargcount,
              'Number of locals': co.co_nlocals, 'Stack size': co.co_stacksize,
              'Flags': pretty_flags(co.co_flags)}
    lines = [f'{label + ":":18} {value}' for label, value in single.items()]
    for label, values in (('Constants', map(repr, co.co_consts)), ('Names', co.co_names),
                          ('Variable names', co.co_varnames),
                          ('Free variables', co.co_freevars),
                          ('Cell variables', co.co_cellvars)):
        numbered = [f'{i:4}: {value}' for i, value in enumerate(values)]
        lines += [f'{label}:', *numbered] if numbered else []
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print code_info()."""
    print(code_info(co), file=file)


# --- instructions ---

class _Reader:
    """Makes Instructions of what a code object, or bytes like co_code, has in it."""

    def __init__(self, code, adaptive=False, line_offset=0):
        self.co = None if isinstance(code, (bytes, bytearray)) else code
        self.units = _units(code, adaptive)
        self.locals = () if self.co is None else _local_names(code)
        self.line_offset = line_offset
        self.entries = [] if self.co is None else _exception_entries(code)
        self.starts = {} if self.co is None else dict(findlinestarts(code))

    def instructions(self, show_caches=False):
        labels = self.labels()
        positions = ([] if self.co is None
                     else [Positions(*p) for p in self.co.co_positions()])
        for unit, op, arg in self.units:
            offset = STEP * unit
            line = self.starts.get(offset)
            base = opmap.get(deoptmap.get(_all_opname[op]), op)
            value, text = self.argument(base, arg, unit)
            where = positions[unit] if positions else Positions()
            yield Instruction(_all_opname[op], op, arg if base in _HAS_ARG else None,
                              value, text, offset,
                              None if line is None else line + self.line_offset,
                              offset in labels, where)
            if show_caches:
                for i in range(1, _inline_cache_entries[op] + 1):
                    yield Instruction('CACHE', CACHE, 0, None, '', offset + STEP * i,
                                      None, False, where)

    def labels(self):
        found = {entry.target for entry in self.entries}
        for unit, op, arg in self.units:
            if op in _IS_JUMP or opmap.get(deoptmap.get(_all_opname[op])) in _IS_JUMP:
                found.add(self.target(op, arg, unit))
        return found

    @staticmethod
    def target(op, arg, unit):
        return STEP * (unit + 1 + _inline_cache_entries[op] + arg)

    def local(self, i):
        return self.locals[i] if i < len(self.locals) else i

    def argument(self, op, arg, unit):
        """The argument's value and text."""
        if op not in _HAS_ARG:
            return None, ''
        if op in _IS_JUMP:
            target = self.target(op, arg, unit)
            return target, f'to {target}'
        if op in _PAIRS:
            pair = self.local(arg >> 12), self.local(arg & 0xfff)
            return pair, ', '.join(map(str, pair))
        if op == opmap['BINARY_OP']:
            return arg, _nb_ops[arg][1]
        if op in hascompare:
            return cmp_op[arg], cmp_op[arg]
        if self.co is not None:
            return self.argument_of_code(op, arg)
        return arg, ''

    def argument_of_code(self, op, arg):
        if op in _IS_CONST:
            value = self.co.co_consts[arg]
            return value, repr(value)
        if op in _IS_LOCAL:
            return self.local(arg), str(self.local(arg))
        if op in _IS_NAME:
            return self.co.co_names[arg], self.co.co_names[arg]
        if op in _BITS_BELOW_NAME:
            name = self.co.co_names[arg >> _BITS_BELOW_NAME[op]]
            extra = ' + NULL' if op == opmap['LOAD_GLOBAL'] else ' + NULL|self'
            return name, name + extra if arg & 1 else name
        if op == opmap['FORMAT_VALUE']:
            texts = _CONVERSIONS[arg & 3], 'with format' if arg & 4 else ''
            return arg, ', '.join(filter(None, texts))
        if op == opmap['SET_FUNCTION_ATTRIBUTE']:
            return arg, _FUNCTION_PARTS.get(arg, '')
        return arg, ''


def _exception_entries(code):
    return [_Protected(STEP * start, STEP * end, STEP * target, depth, lasti)
            for start, end, target, depth, lasti in _exceptions(code)]


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """The instructions of a function, method, string, code object..., in order."""
    co = _get_code_object(x)
    shift = 0 if first_line is None else first_line - co.co_firstlineno
    return _Reader(co, adaptive, shift).instructions(show_caches)


def findlabels(code):
    """The offsets in co_code that jumps lead to."""
    found = []
    for unit, op, arg in _units(code, False):
        if op in _IS_JUMP and (target := _Reader.target(op, arg, unit)) not in found:
            found.append(target)
    return found


def findlinestarts(code):
    """Pairs of an offset and the line that begins there."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def _find_store_names(co):
    """The global names that module code binds."""
    stores = opmap['STORE_NAME'], opmap['STORE_GLOBAL']
    for _, op, arg in _units(co, False):
        if op in stores:
            yield co.co_names[arg]


def _find_imports(co):
    """A module's name, level and names taken, of each import statement."""
    consts = []
    for _, op, arg in _units(co, False):
        if op in _IS_CONST:
            consts.append(co.co_consts[arg])
        elif op == opmap['IMPORT_NAME'] and len(consts) >= 2:
            yield co.co_names[arg], consts[-2], consts[-1]
        else:
            consts = []


# --- listings ---

def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Print a listing of a function, method, class, module, code object, string of
    source or bytes; without x of where the last exception was raised.  Nested code
    follows, to a depth if one is given."""
    how = {'file': file, 'show_caches': show_caches, 'adaptive': adaptive}
    if x is None:
        return distb(**how)
    x = _function_code(x)
    if hasattr(x, '__dict__'):
        for name, part in sorted(x.__dict__.items()):
            if isinstance(part, (types.MethodType, types.FunctionType, types.CodeType,
                                 classmethod, staticmethod, type)):
                print(f'Disassembly of {name}:', file=file)
                try:
                    dis(part, depth=depth, **how)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
    elif hasattr(x, 'co_code'):
        _list_nested(x, depth, how)
    elif isinstance(x, (bytes, bytearray)):
        _print_instructions(_Reader(x), -1, 0, file, show_caches)
    elif isinstance(x, str):
        _list_nested(_try_compile(x, '<dis>'), depth, how)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Print a listing of the code that a traceback ends in, by default the last one's,
    with a mark at the instruction."""
    if tb is None:
        if not hasattr(sys, 'last_traceback'):
            raise RuntimeError('no last traceback to disassemble')
        tb = sys.last_traceback
    while tb.tb_next is not None:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches,
                adaptive=adaptive)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Print a listing of a code object, with a mark at offset lasti."""
    reader = _Reader(co, adaptive)
    _print_instructions(reader, lasti, _line_width(reader), file, show_caches)


disco = disassemble


def _line_width(reader):
    largest = max(reader.starts.values(), default=0) + reader.line_offset
    return max(3, len(str(largest))) if reader.starts else 0


def _list_nested(co, depth, how):
    disassemble(co, **how)
    if depth is not None and depth <= 0:
        return
    for part in co.co_consts:
        if hasattr(part, 'co_code'):
            print(f'\nDisassembly of {part!r}:', file=how['file'])
            _list_nested(part, None if depth is None else depth - 1, how)


def _print_instructions(reader, lasti, width, file, show_caches):
    last = STEP * reader.units[-1][0] if reader.units else 0
    offset_width = max(4, len(str(last)))
    for instruction in reader.instructions(show_caches):
        if width and instruction.starts_line is not None and instruction.offset > 0:
            print(file=file)
        print(instruction._disassemble(width, instruction.offset == lasti,
                                       offset_width), file=file)
    if reader.entries:
        print('ExceptionTable:', file=file)
    for entry in reader.entries:
        print(f'  {entry.start} to {entry.end - STEP} -> {entry.target} '
              f'[{entry.depth}]{" lasti" if entry.lasti else ""}', file=file)


class Bytecode:
    """The bytecode of a function, method, string or code object: iterating gives its
    Instructions, dis() its listing, info() what the code says of itself."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False,
                 adaptive=False):
        self.codeobj = _get_code_object(x)
        self.first_line = (self.codeobj.co_firstlineno if first_line is None
                           else first_line)
        self.current_offset = current_offset
        self.show_caches = show_caches
        self.adaptive = adaptive
        self.exception_entries = _exception_entries(self.codeobj)
        self._original_object = x

    def _reader(self):
        return _Reader(self.codeobj, self.adaptive,
                       self.first_line - self.codeobj.co_firstlineno)

    def __iter__(self):
        return self._reader().instructions(self.show_caches)

    def __repr__(self):
        return f'{type(self).__name__}({self._original_object!r})'

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """Of the code that a traceback ends in, with a mark at the instruction."""
        while tb.tb_next is not None:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti,
                   show_caches=show_caches, adaptive=adaptive)

    def info(self):
        return _format_code_info(self.codeobj)

    def dis(self):
        out = StringIO()
        reader = self._reader()
        mark = -1 if self.current_offset is None else self.current_offset
        _print_instructions(reader, mark, _line_width(reader), out, self.show_caches)
        return out.getvalue()


def _main():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument('infile', type=argparse.FileType('rb'), nargs='?',
                        default='-')
    source = parser.parse_args().infile
    with source:
        code = compile(source.read(), source.name, 'exec')
    dis(code)


if __name__ == '__main__':
    _main()
