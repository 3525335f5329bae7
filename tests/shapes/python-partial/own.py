# Not the one of functools.


def partial(function, *given):
    return None
