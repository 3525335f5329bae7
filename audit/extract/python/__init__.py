"""Python files as facts: the only package that knows libcst.

In the process of a run only `worker` is imported, which does not import libcst; `file.read` does.
"""
