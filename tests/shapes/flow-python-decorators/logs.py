import functools


def logged(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        found = f(*args, **kwargs)
        print(found)  # sink: log
        return found  # proven: http GET /logged ; sink: http GET /logged

    return inner
