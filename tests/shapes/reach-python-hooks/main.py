# What code outside of the tree calls by itself has no name there: functions below its decorators, methods of classes
# that extend its own ones, and what makes an application for a server.
import abc
import functools
import os

import requests
from celery import shared_task
from flask import Blueprint, Flask
from somewhere import Page

pages = Blueprint("pages", __name__)


def load(path):
    return requests.get(os.environ["ACME_URL"] + path).json()  # here: sends ; ok: a wrapper's own line is no access


@shared_task
def refresh():
    print(load("/items/1")["title"])  # expect: request GET /items/1 through sends ; reach: contained ; sink: log


@pages.teardown_request
def done(error):
    print(load("/items/2")["title"])  # expect: request GET /items/2 through sends ; reach: contained ; sink: log


class Shown(Page):
    def context(self):  # escape: unresolved-call
        return {"item": load("/items/3")}  # expect: request GET /items/3 through sends ; reach: escapes


class Further(Shown):
    def title(self):
        print(load("/items/4")["title"])  # expect: request GET /items/4 through sends ; reach: contained ; sink: log


def create_app():
    print(load("/items/5")["title"])  # expect: request GET /items/5 through sends ; reach: contained ; sink: log
    return Flask(__name__)


@functools.lru_cache
def forgotten():
    print(load("/items/6")["title"])  # expect: request GET /items/6 through sends ; reach: unreachable ; sink: log


class Plain(abc.ABC):
    @abc.abstractmethod
    def never(self):
        print(load("/items/7")["title"])  # expect: request GET /items/7 through sends ; reach: unreachable ; sink: log

    @property
    def nor(self):
        print(load("/items/8")["title"])  # expect: request GET /items/8 through sends ; reach: unreachable ; sink: log


class Error(ValueError):
    def told(self):
        print(load("/items/9")["title"])  # expect: request GET /items/9 through sends ; reach: unreachable ; sink: log


def forget_app():
    print(load("/items/10")["title"])  # expect: request GET /items/10 through sends ; reach: unreachable ; sink: log
