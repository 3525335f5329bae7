"""Which file of the audited tree a module specifier means."""

from audit.link.modules.resolution import Inside, Outside, Package, Resolution, Unresolved
from audit.link.modules.resolver import Resolver
from audit.link.modules.tree import Tree

__all__ = ["Inside", "Outside", "Package", "Resolution", "Resolver", "Tree", "Unresolved"]
