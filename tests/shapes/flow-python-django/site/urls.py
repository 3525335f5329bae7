# Django: modules of routes are included by their names; a class answers with the methods that have the names of verbs.
from django.urls import include, path

urlpatterns = [path("api/", include("items.urls"))]
