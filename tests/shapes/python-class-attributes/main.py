# The base and the paths are attributes of classes, properties and class methods.
import os
from urllib.request import urlopen


class Names:
    ACME = "ACME_URL"
    OTHER = "OTHER_URL"


class Base:
    root = os.environ[Names.ACME]
    other = os.environ[Names.OTHER]
    path = "/base"

    @property
    def api(self) -> str:
        return f"{self.root}/api"

    @classmethod
    def item(cls, item_id: int) -> str:
        return f"{cls.root}/items/{item_id}"


class Items(Base):
    path = "/items"

    def show(self) -> None:
        urlopen(f"{self.api}/shown")  # expect: request GET /api/shown
        urlopen(self.root + self.path)  # expect: request GET /items
        urlopen(Items.item(1))  # expect: request GET /items/{}
        urlopen(self.other + self.path)  # ok: another service
