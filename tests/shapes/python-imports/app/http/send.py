from urllib.request import urlopen


def send(url: str) -> bytes:
    return urlopen(url).read()  # here: send ; ok: its endpoint is open
