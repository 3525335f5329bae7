"""Functions as values: their parameters, and what they are given to. Receivers (`self`) do not count."""

from __future__ import annotations

import libcst as cst
from msgspec.structs import replace

from audit.extract.facts.names import Parameter, Use
from audit.extract.python.scopes import in_class_body, receiver_of
from audit.extract.python.targets import bindings_of
from audit.extract.python.tree import Tree
from audit.extract.python.uses import returned_to


def parameters_of(tree: Tree, function: cst.FunctionDef | cst.Lambda) -> tuple[Parameter, ...]:
    """In order, without the receiver of a method."""
    return tuple(Parameter(bindings_of(tree, one.name)) for one in _counted(tree, function))


def position_of(tree: Tree, parameter: cst.Param) -> int:
    """The position of a parameter as a caller counts it; -1 for a receiver and what goes by keyword only."""
    function = tree.parent(tree.parent(parameter))
    if not isinstance(function, (cst.FunctionDef, cst.Lambda)):
        return -1
    keywords = (*function.params.kwonly_params, function.params.star_kwarg)
    if any(one is parameter for one in keywords):
        return -1
    return next((i for i, one in enumerate(_counted(tree, function)) if one is parameter), -1)


def parameter_use(tree: Tree, parameter: cst.CSTNode) -> Use | None:
    """What becomes of a parameter's function, with the parameter's position as `index`."""
    function = tree.parent(tree.parent(parameter))
    if not isinstance(parameter, cst.Param) or not isinstance(function, (cst.FunctionDef, cst.Lambda)):
        return None
    return replace(returned_to(tree, function), index=position_of(tree, parameter))


def _counted(tree: Tree, function: cst.FunctionDef | cst.Lambda) -> list[cst.Param]:
    given = function.params
    found = [*given.posonly_params, *given.params]
    if isinstance(function, cst.FunctionDef) and in_class_body(tree, function) and receiver_of(function):
        found = found[1:]
    if isinstance(given.star_arg, cst.Param):
        found.append(given.star_arg)
    found.extend(given.kwonly_params)
    return [*found, given.star_kwarg] if given.star_kwarg is not None else found
