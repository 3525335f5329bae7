from django.urls import path

from . import views

urlpatterns = [
    path("items/<int:pk>/", views.show),
    path("titles/", views.Titles.as_view()),
    path("seen/", views.seen),
]
