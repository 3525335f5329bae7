from . import load as own
from .. import load


def show():
    return load("/items/2")  # expect: request GET /items/2 through sends


def other():
    return own("/items/3")  # ok: that of the package around it
