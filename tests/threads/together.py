# SPDX-License-Identifier: MIT
"""Runs test programs in four threads at once, which share their code objects.

    adder tests/threads/together.py PROGRAM.py...
    adder tests/threads/together.py --list PROGRAM.py...

Each program has a namespace of its own in each thread, and a print() that keeps
what it is given; all of it must be what expected/PROGRAM.out says.  Threads
switch as often as they can.  A program that cannot be run so says why in its last
line, `# Alone: reason`; --list shows which do.
"""
import _thread
import builtins
import sys

THREADS = 4
# The last line of a program that needs a process of its own: what it changes or
# looks at is everybody's, or its output is written past print().
ALONE = '# Alone: '
# What changes what is everybody's: a program that has one of these is to say so.
EVERYBODYS = ('catch_warnings', 'simplefilter', 'filterwarnings', 'setrecursionlimit',
              'setswitchinterval', 'os.chdir(', 'os.environ[', 'os.umask(',
              'setlocale(', 'sys.stdout =', 'sys.stderr =', 'redirect_std')


class Printer:
    def __init__(self):
        self.text = []

    def __call__(self, *args, sep=' ', end='\n', file=None, flush=False):
        sep = ' ' if sep is None else sep
        end = '\n' if end is None else end
        if file is None:
            self.text.append(sep.join([str(a) for a in args]) + end)
        else:
            print(*args, sep=sep, end=end, file=file)


def read(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return file.read()


class Program:
    def __init__(self, path):
        directory, _, name = path.rpartition('/')
        self.name = name
        self.source = read(path)
        self.expected = read(f'{directory}/expected/{name[:-3]}.out')
        self.path = path
        last = self.source.rstrip('\n').rpartition('\n')[2]
        self.reason = last[len(ALONE):] if last.startswith(ALONE) else None

    def everybodys(self):
        """What it changes that others see: a list of words."""
        return [word for word in EVERYBODYS if word in self.source]

    def compile(self):
        self.code = compile(self.source, self.path, 'exec')

    def run(self):
        """None, or what is wrong."""
        printer = Printer()
        names = {'__name__': '__main__', 'print': printer,
                 '__builtins__': builtins}
        try:
            exec(self.code, names)
        except BaseException as e:
            return f'{type(e).__name__}: {e}'
        text = ''.join(printer.text)
        if text == self.expected:
            return None
        return difference(text, self.expected)


def difference(got, expected):
    got, expected = got.split('\n'), expected.split('\n')
    for line, (a, b) in enumerate(zip(got, expected), 1):
        if a != b:
            return f'line {line}: got {a!r}, want {b!r}'
    return f'{len(got)} lines, not {len(expected)}'


def run_all(programs, failures, done):
    try:
        for program in programs:
            problem = program.run()
            if problem is not None:
                failures.append(f'{program.name}: {problem}')
    finally:
        done.release()


def import_all(programs):
    """What they will import, as that takes no turns."""
    for program in programs:
        for line in program.source.split('\n'):
            if line.startswith(('import ', 'from ')):
                try:
                    __import__(line.split()[1])
                except ImportError:
                    pass


def run_in_threads(lists, failures):
    locks = [_thread.allocate_lock() for _ in lists]
    for programs, lock in zip(lists, locks):
        lock.acquire()
        _thread.start_new_thread(run_all, (programs, failures, lock))
    for lock in locks:
        lock.acquire()


def list_all(paths):
    for program in map(Program, paths):
        print(f'{program.name}: {program.reason or "shared"}')


def main(paths):
    programs = [Program(path) for path in paths]
    alone = [p for p in programs if p.reason is not None]
    programs = [p for p in programs if p.reason is None]
    for program in programs:
        program.compile()
    import_all(programs)
    failures = [f'{p.name}: {word} is everybody\'s' for p in programs
                for word in p.everybodys()]
    sys.setswitchinterval(1e-5)
    # First all are in the same program, then each in another.
    run_in_threads([programs] * THREADS, failures)
    quarter = len(programs) // THREADS
    run_in_threads([programs[i * quarter:] + programs[:i * quarter]
                    for i in range(THREADS)], failures)
    for line in failures:
        print(line)
    if failures:
        print(f'Mend what fails in threads only; where the program itself needs a '
              f'process of its own,\nlet its last line say `{ALONE}reason`.')
    print(f'{len(programs)} programs in {THREADS} threads, {len(alone)} alone')
    return 1 if failures else 0


if __name__ == '__main__':
    if sys.argv[1:2] == ['--list']:
        list_all(sys.argv[2:])
    else:
        sys.exit(main(sys.argv[1:]))
