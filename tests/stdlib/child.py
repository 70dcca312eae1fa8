# SPDX-License-Identifier: MIT
"""Runs one of CPython's test files under this interpreter; started by run.

    child.py MODULE RESULTS [DONE]

RESULTS is a file to which a line is written when a method starts and one when it
has ended: what is missing there when the process is gone was its end.  DONE names
methods, one a line, that are not to run again.
"""
import os
import sys
import unittest

LONGEST = 160  # characters of a reason


def short(text):
    """The one line of a message, or of a traceback its last."""
    lines = [line.strip() for line in str(text).splitlines() if line.strip()]
    line = lines[-1] if lines else ''
    return ''.join(c if c.isprintable() else '?' for c in line)[:LONGEST]


def reason(err):
    kind, value, _ = err
    try:
        lines = [line for line in str(value).splitlines() if line.strip()]
        text = lines[0] if lines else ''
    except BaseException as e:
        text = f'(str() raises {type(e).__name__})'
    return short(f'{kind.__name__}: {text}')


class Recorder(unittest.TestResult):
    """Writes what becomes of each method at once."""

    def __init__(self, write, module):
        super().__init__()
        self.write = write
        self.prefix = module + '.'

    def name(self, test):
        """As the ledger has it: tests of equal names have a number behind it."""
        if hasattr(test, 'ledger_name'):
            return test.ledger_name
        name = test.id()
        return name[len(self.prefix):] if name.startswith(self.prefix) else name

    def number(self, suite, seen):
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                self.number(test, seen)
                continue
            name = self.name(test)
            seen[name] = seen.get(name, 0) + 1
            test.ledger_name = name + (f'#{seen[name]}' if seen[name] > 1 else '')

    def end(self, status, test, why=''):
        if not self.outcome:
            self.outcome = (status, short(why))
        if not isinstance(test, unittest.TestCase):
            self.write('end', self.name(test), *self.outcome)
            self.outcome = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome = None
        self.write('start', self.name(test))

    def stopTest(self, test):
        super().stopTest(test)
        self.write('end', self.name(test), *(self.outcome or ('pass', '')))
        self.outcome = None

    outcome = None

    def addError(self, test, err):
        self.end('fail', test, reason(err))

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.end('fail', test, reason(err))

    def addSkip(self, test, why):
        self.end('skip', test, why)

    def addUnexpectedSuccess(self, test):
        self.end('fail', test, 'passes, which CPython does not expect')


def without(suite, done, name):
    """The suite with its shape, without the methods that ran before."""
    kept = [without(test, done, name) if isinstance(test, unittest.TestSuite)
            else test for test in suite
            if isinstance(test, unittest.TestSuite) or name(test) not in done]
    return type(suite)(kept)


def set_up():
    from test import support
    support.use_resources = []  # no network, no large files, as regrtest
    support.verbose = 0
    sys.argv = sys.argv[:1]
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass


def load(module, write):
    """What is to run, or None if the file or all of it is not."""
    write('start', '(import)')
    try:
        set_up()
        __import__(module)
    except unittest.SkipTest as e:
        write('end', '(import)', 'skip', short(e))
        return None
    except Exception as e:
        write('end', '(import)', 'fail', reason((type(e), e, None)))
        return None
    write('end', '(import)', 'pass', '')
    return unittest.defaultTestLoader.loadTestsFromName(module)


def main(module, results, done=None):
    out = os.open(results, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC,
                  0o600)

    def write(*fields):
        os.write(out, ('\t'.join(fields) + '\n').encode('utf-8', 'replace'))

    suite = load(module, write)
    if suite is None:
        return
    result = Recorder(write, module)
    result.number(suite, {})
    if done:
        with open(done, encoding='utf-8') as file:
            suite = without(suite, set(file.read().split('\n')), result.name)
    suite.run(result)
    write('start', '(exit)')


if __name__ == '__main__':
    main(*sys.argv[1:])
