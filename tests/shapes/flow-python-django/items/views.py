import os

import requests
from django.http import HttpResponse, JsonResponse
from django.views import View


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


def show(request, pk):
    item = load()
    return JsonResponse({"title": item["title"]})  # sink: http ALL /api/items/<int:pk>


def seen(request):
    load()
    return HttpResponse("seen")  # ok: a text of its own


class Titles(View):
    def get(self, request):
        item = load()
        return HttpResponse(item["title"])  # sink: http GET /api/titles
