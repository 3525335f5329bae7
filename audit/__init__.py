"""The engine of `ungated`: where a code base reaches a service past its gate."""

__version__ = "0.1.0"
