# Types at the prompt in a pseudo-terminal, and looks at what comes of it: TAP.
# Arguments: the interpreter, a directory to work in.
import os
import pty
import re
import select
import signal
import sys
import time

ADDER, DIRECTORY = sys.argv[1:3]
PATIENCE = 120  # seconds: for a busy machine
tests = 0


def check(name: str, expected: object, got: object) -> None:
    global tests
    tests += 1
    print("ok" if expected == got else "not ok", tests, "-", name)
    if expected != got:
        print(f"# expected {expected!r}\n# got      {got!r}")
    sys.stdout.flush()


class Terminal:
    """A session of the interpreter, at whose keyboard we are."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.seen = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            variables = {"HOME": DIRECTORY, "TERM": "dumb", "LC_ALL": "C.UTF-8",
                         "PATH": os.environ["PATH"], **environment}
            os.chdir(DIRECTORY)
            os.execve(ADDER, [ADDER, *arguments], variables)

    def read(self) -> bool:
        """Reads more; false at the end."""
        ready, _, _ = select.select([self.fd], [], [], PATIENCE)
        try:
            new = os.read(self.fd, 10000) if ready else b""
        except OSError:  # the other side is closed
            new = b""
        self.seen += new.decode("utf-8", "replace")
        return new != b""

    def until(self, pattern: str) -> str:
        """What is shown up to a pattern, without what came before."""
        while (found := re.search(pattern, self.seen)) is None and self.read():
            pass
        end = len(self.seen) if found is None else found.end()
        shown, self.seen = self.seen[:end], self.seen[end:]
        return shown

    def type(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def run(self, keys: str, prompt: str = ">>> $") -> str:
        """What a line prints: between its end and the next prompt."""
        self.type(keys + "\n")
        shown = self.until("\n")
        shown = self.until(prompt)
        return shown[:-4].replace("\r", "").rstrip("\n")

    def interrupted(self) -> bool:
        """Whether Ctrl-C is told of, and the prompt is there again: it may be shown
        before that, too, while a line is drawn."""
        told = "KeyboardInterrupt\r\n" in self.until("KeyboardInterrupt\r\n")
        return told and self.until(">>> $") != ""

    def more(self, keys: str) -> None:
        """A line after which there are to be more."""
        self.type(keys + "\n")
        self.until("\n")
        self.until(r"\.\.\. $")

    def end(self) -> int:
        """The status, once it has ended of itself."""
        self.until("(?!)")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def start(*arguments: str, **environment: str) -> Terminal:
    terminal = Terminal("-q", *arguments, **environment)
    terminal.until(">>> $")
    return terminal


UP, LEFT, CTRL_A, CTRL_C, CTRL_D, CTRL_K = "\x10", "\x02", "\x01", "\x03", "\x04", "\x0b"

t = start()
check("the prompt computes", "3", t.run("1 + 2"))
check("characters beyond ASCII", "'é€'", t.run("'é€'"))
check("keys move the cursor", "135", t.run("34+1" + CTRL_A + "1"))
check("to the left", "12", t.run("1" + "3" + LEFT + CTRL_K + "2"))
t.run("repeated = 77")
check("the line before comes back", "77", t.run("repeated") and t.run(UP))
t.more("if True:")
t.more("    print('in')")
check("a block ends with an empty line", "in", t.run(""))
check("an empty line is nothing", "", t.run(""))
check("a name is completed", "77", t.run("repeat\t"))
check("an attribute is completed", "'little'" if sys.byteorder == "little" else "'big'",
      t.run("import sys") or t.run("sys.byteo\t"))
t.more("if True:")
t.more("\tprint('tab')")
check("where there is nothing to complete, a tab is one", "tab", t.run(""))
t.run("import readline; known = readline.get_completer()")
t.run("readline.set_completer(lambda text, i: [repr((text, readline.get_line_buffer(),"
      " readline.get_begidx(), readline.get_endidx())), None][i])")
check("a completer sees the line", "('bc', \"a = 'é' and bc\", 12, 14)",
      t.run("a = 'é' and bc\t") or t.run("a"))
t.run("readline.set_completer(known)")
t.type("garbage")
t.until("garbage")
t.type(CTRL_C)
check("Ctrl-C takes a line back", True, t.interrupted())
check("and what follows is a line of its own", "5", t.run("5"))
t.more("while True: pass")
t.type("\n")
time.sleep(0.5)
t.type(CTRL_C)
check("Ctrl-C ends a loop", True, t.interrupted())
t.type("import time; time.sleep(1000)\n")
time.sleep(0.5)
t.type(CTRL_C)
check("and waiting", True, t.interrupted())
t.type("x = input('name? ')\n")
t.until(r"name\? $")
t.type("spum" + LEFT + LEFT + CTRL_K + "am\n")
t.until(">>> $")
check("input() is edited", "'spam'", t.run("x"))
t.type("input('again? ')\n")
t.until(r"again\? $")
t.type(CTRL_D)
check("Ctrl-D in input() is its end", True, "EOFError" in t.until(">>> $"))
t.type("input('more? ')\n")
t.until(r"more\? $")
t.type("half" + CTRL_C)
check("Ctrl-C in input()", True, t.interrupted())
seen = set()
for i in range(40):
    t.type("input('more? ')\n")
    t.until(r"more\? $")
    t.type("half" * (i % 4 + 1))
    time.sleep(i * 1e-5)
    t.type(CTRL_C)
    seen.add(t.interrupted())
check("and while it draws what is typed", {True}, seen)
check("sys.ps1 is any object", "", t.run("sys.ps1 = 'in> '", "in> $"))
t.run("sys.ps1 = '>>> '")
check("an error is shown at once", True, "SyntaxError" in t.run("x = = 1"))
t.run("import threading; threading.Timer(0.1, lambda: open('ran', 'w').close()).start()")
for _ in range(PATIENCE * 10):
    if os.path.exists(f"{DIRECTORY}/ran"):
        break
    time.sleep(0.1)
check("a thread runs while nobody types", True, os.path.exists(f"{DIRECTORY}/ran"))
t.more("def again():")
t.more("    try: input()")
t.more("    except RuntimeError as e: errors.add(str(e))")
t.run("")
t.run("errors = set(); readline.set_startup_hook(again)")
t.run("readline.set_startup_hook(None)")
check("only one line is read at a time", '{"can\'t re-enter readline"}', t.run("errors"))
t.type(CTRL_D)
check("Ctrl-D ends it", 0, t.end())

t = start()
check("the history is kept", "77", t.run("repeated = 77; repeated") and t.run(UP))
check("over starts", True, "repeated = 77" in t.run(
    "import readline; [readline.get_history_item(i + 1)"
    " for i in range(readline.get_current_history_length())]"))
check("exit() ends it", 5, t.type("exit(5)\n") or t.end())
with open(f"{DIRECTORY}/.python_history") as f:
    lines = f.read().splitlines()
check("a line of the file is a line", ["1 + 2", "exit(5)"], [lines[0], lines[-1]])

with open(f"{DIRECTORY}/startup.py", "w") as f:
    f.write("print('started'); y = 6\n")
t = Terminal("-q", PYTHONSTARTUP=f"{DIRECTORY}/startup.py")
check("PYTHONSTARTUP", "started", t.until(">>> $")[:-4].strip())
check("has the prompt's names", "6", t.run("y"))
check("SIGHUP ends it", -signal.SIGHUP, os.kill(t.pid, signal.SIGHUP) or t.end())

t = start("-S")
check("without site there is no editor, but a prompt", "3", t.run("1 + 2"))
t.more("if 1:")
t.more(" 4")
check("of several lines", "4", t.run(""))
time.sleep(2)  # it reads
t.type("half" + CTRL_C)
check("with Ctrl-C", True, t.interrupted())
t.type(CTRL_D)
check("and Ctrl-D", 0, t.end())

t = Terminal()
check("what it begins with", True, 'Type "help", "copyright", "credits" or "license"'
      in t.until(">>> $"))
t.type("import sys; print(sys.flags.interactive, sys.flags.inspect)\n")
t.until("\n")
check("a terminal is no -i", "0 0", t.until("\n").strip())
t.until(">>> $")
t.type(CTRL_D)
t.end()
t = Terminal("-c", "print(input('? '))")
t.until(r"\? $")
t.type("words\n")
t.until("\n")
check("input() without a prompt", "words", t.until("\n").strip())
t.end()
print(f"1..{tests}")
