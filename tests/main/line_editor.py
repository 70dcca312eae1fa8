# readline without a terminal: the history, files of it, what hooks may be.
import os
import readline
import sys

directory = sys.argv[1]
file = os.path.join(directory, "history")


def all_lines():
    return [readline.get_history_item(i + 1)
            for i in range(readline.get_current_history_length())]


def attempt(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except Exception as e:
        print(function.__name__, args, type(e).__name__, e)


print(sorted(name for name in dir(readline) if name[0] != "_"))
for i in range(5):
    readline.add_history(f"line {i}")
print(all_lines(), readline.get_history_item(0), readline.get_history_item(6))
readline.replace_history_item(1, "another é")
print(all_lines())
readline.remove_history_item(3)
print(all_lines())
readline.write_history_file(file)
readline.append_history_file(2, file)
with open(file, encoding="utf-8") as f:
    print(f.read().splitlines())
readline.clear_history()
print(all_lines(), readline.get_history_item(1))
readline.read_history_file(file)
print(all_lines())
print(readline.get_history_length())
readline.set_history_length(2)
readline.write_history_file(file.encode())
with open(file, encoding="utf-8") as f:
    print(readline.get_history_length(), f.read().splitlines())
os.chdir(directory)
attempt(readline.remove_history_item, -1)
attempt(readline.remove_history_item, 100)
attempt(readline.replace_history_item, -1, "a")
attempt(readline.replace_history_item, 100, "a")
attempt(readline.read_history_file, "none")
attempt(readline.append_history_file, 1, "none")
attempt(readline.write_history_file, "none/none")
attempt(readline.write_history_file, 3)
attempt(readline.read_init_file, "none")
attempt(readline.add_history, "a\0b")
attempt(readline.get_history_item, "a")
attempt(readline.set_completer, 1)
attempt(readline.set_startup_hook, 1)
attempt(readline.set_pre_input_hook, 1)
attempt(readline.set_completion_display_matches_hook, 1)
print(repr(readline.get_completer_delims()))
readline.set_completer_delims("ab")
print(readline.get_completer_delims())
print(readline.get_completer(), readline.get_begidx(), readline.get_endidx())
print(readline.set_completer(len), readline.get_completer(), readline.set_completer(),
      readline.get_completer())
print(repr(readline.get_line_buffer()), readline.set_auto_history(False))
readline.parse_and_bind("tab: complete")
