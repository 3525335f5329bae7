from . import load


def show():
    return load("/items/1")  # expect: request GET /items/1 through sends
