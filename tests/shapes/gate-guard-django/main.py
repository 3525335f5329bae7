# Rows that Django's managers give: a check of one says nothing of the row that it points at, of those that point at it,
# or of one that is asked for by another value; a manager makes a query anew each time.
import os

import requests
from django.db import models

BASE = os.environ["ACME_URL"]


class Item(models.Model):
    remote = models.IntegerField()
    withheld = models.BooleanField()
    parent = models.ForeignKey("self", on_delete=models.CASCADE, related_name="children")

    class Meta:
        db_table = "items"


def several():
    for row in Item.objects.all():
        if row.withheld:
            continue
        requests.get(f"{BASE}/a/{row.remote}")  # expect: request GET /a/{} ; gate: guard
        requests.get(f"{BASE}/b/{row.parent.remote}")  # expect: request GET /b/{} ; gate: none
        parent = Item.objects.filter(id=row.parent_id).first()
        requests.get(f"{BASE}/c/{parent.remote}")  # expect: request GET /c/{} ; gate: none
        again = Item.objects.filter(id=row.id).first()
        requests.get(f"{BASE}/d/{again.remote}")  # expect: request GET /d/{} ; gate: guard
        other = Item.objects.get(id=row.parent_id)
        requests.get(f"{BASE}/e/{other.remote}")  # expect: request GET /e/{} ; gate: none
        for child in Item.objects.filter(parent=row):
            requests.get(f"{BASE}/f/{child.remote}")  # expect: request GET /f/{} ; gate: none
        for child in row.children.all():
            requests.get(f"{BASE}/g/{child.remote}")  # expect: request GET /g/{} ; gate: none


def single(number, elsewhere):
    row = Item.objects.get(pk=number)
    if row.withheld:
        return
    requests.get(f"{BASE}/h/{row.remote}")  # expect: request GET /h/{} ; gate: guard
    requests.get(f"{BASE}/i/{row.parent.remote}")  # expect: request GET /i/{} ; gate: none
    other = Item.objects.get(pk=elsewhere)
    requests.get(f"{BASE}/j/{other.remote}")  # expect: request GET /j/{} ; gate: none
    shown = Item.objects.filter(withheld=False).order_by("remote").first()
    requests.get(f"{BASE}/k/{shown.remote}")  # expect: request GET /k/{} ; gate: none
    for one in Item.objects.select_related("parent").exclude(remote=0):
        if not one.withheld:
            requests.get(f"{BASE}/l/{one.remote}")  # expect: request GET /l/{} ; gate: guard
            requests.get(f"{BASE}/m/{one.parent.remote}")  # expect: request GET /m/{} ; gate: none


several()
single(int(os.environ["ONE"]), int(os.environ["OTHER"]))
