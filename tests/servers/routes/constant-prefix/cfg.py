class S:
    prefix: str = "/s"
PREFIX = "/api"
settings = S()
