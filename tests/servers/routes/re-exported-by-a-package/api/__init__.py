from .v1 import router
