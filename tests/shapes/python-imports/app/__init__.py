from .base import BASE as ROOT
