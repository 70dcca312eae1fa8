# threading.settrace and setprofile: threads that start later have the functions;
# sys.settrace is of one thread alone.
import sys
import threading

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename == __file__:
        events.append((threading.current_thread().name, frame.f_code.co_name, event))
        return tracer


def work():
    x = 1
    return x


def run(name):
    t = threading.Thread(target=work, name=name)
    t.start()
    t.join()


threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
run('traced')
threading.settrace(None)
run('plain')
threading.setprofile(lambda frame, event, arg: tracer(frame, event, arg) and None)
run('profiled')
threading.setprofile(None)
sys.settrace(tracer)
run('other')
work()
sys.settrace(None)
print(*events, sep='\n')
# Alone: threads of other programs would be traced
