# Django REST framework: views by their methods, and sets of views by the names of their actions.
import os

import requests
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSet


def load():
    return requests.get(os.environ["ACME_URL"] + "/items/1").json()  # expect: request GET /items/1


class ItemView(APIView):
    def get(self, request):
        return Response({"title": self.title(load())})  # sink: http GET /items

    def title(self, item):
        return item["title"]  # ok: answers nothing by itself


class Items(ViewSet):
    def list(self, request):
        return Response(load())  # sink: http ALL /sets/*

    def create(self, request):
        load()
        return Response("seen")  # ok: a text of its own
