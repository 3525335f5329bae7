from django.urls import path
from rest_framework.routers import DefaultRouter

from views import ItemView, Items

router = DefaultRouter()
router.register("sets", Items, basename="sets")
urlpatterns = [path("items", ItemView.as_view())]
