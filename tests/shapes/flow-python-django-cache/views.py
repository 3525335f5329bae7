# Django's cache: what is set under a key comes out under it, in every file.
import os

import requests
from django.core.cache import cache
from django.http import JsonResponse
from django.urls import path


def load(pk):
    return requests.get(f"{os.environ['ACME_URL']}/items/{pk}").json()  # expect: request GET /items/{} ; reach: renders


def load_b(pk):
    return requests.get(f"{os.environ['ACME_URL']}/b/{pk}").json()  # expect: request GET /b/{} ; reach: renders


def detail(request, pk):
    key = f"item:{pk}"
    item = cache.get(key)
    if item is None:
        item = load(pk)
        cache.set(key, item, 60)
    return JsonResponse(item)  # sink: http ALL /items/<int:pk> ; proven: http ALL /items/<int:pk>


def either(request, pk):
    item = cache.get_or_set(f"b:{pk}", lambda: load_b(pk), 60)
    return JsonResponse({"title": item["title"]})  # sink: http ALL /either/<int:pk> ; proven: http ALL /either/<int:pk>


def other(request):
    cache.set("count", 1)
    return JsonResponse({"count": cache.get("count")})  # ok: another key


urlpatterns = [
    path("items/<int:pk>", detail),
    path("either/<int:pk>", either),
    path("other", other),
]
