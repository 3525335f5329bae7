# Functions below a decorator that is made by a call, for others to use.
import requests


def retry(times):
    def decorator(func):
        def wrapper(*args, **kwargs):
            return func(*args, **kwargs)  # here: handed

        return wrapper

    return decorator


@retry(times=2)
def ask(method, url, params=None):
    return requests.get(url, params=params).json()  # here: sends ; ok: its callers say what is asked for


@retry(times=3)
def note(method, url):
    return {"method": method, "url": url}  # ok: it sends nothing
