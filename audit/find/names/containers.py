"""How containers of dependency injection hand out instances, and what calls and types do with what they are
given.
"""

from __future__ import annotations

from audit.extract.facts.names import CALL, NEW

PROVIDES = {"useClass": NEW, "useExisting": NEW, "useValue": "", "useFactory": CALL}
"""Property of a provider → the step from its value to what is injected."""

REGISTERS = {
    "registerSingleton": (1, NEW),
    "registerType": (1, NEW),
    "registerInstance": (1, ""),
    "to": (0, NEW),
    "toConstantValue": (0, ""),
    "toDynamicValue": (0, CALL),
    "toService": (0, NEW),
}
"""Methods of containers → the argument that they register for a token, and the step from it to what is injected."""

REGISTERED_BY_NAME = frozenset(("asClass", "asFunction", "asValue"))
"""Calls that register something under the name of a property: whoever takes a parameter of that name gets it."""

INJECTS = frozenset(("Inject", "inject", "InjectRepository", "Self", "SkipSelf", "Host", "useContext"))
"""Calls (as decorators or functions) that give what a token stands for."""

GETTERS = frozenset(
    ("get", "resolve", "create", "getInstance", "createInstance", "resolveAsync", "getAsync", "getOrThrow",
     "mock", "createMock", "mockDeep", "createTestingInstance")
)  # fmt: skip
"""Methods of containers that give an instance for a class or token."""

TRANSPARENT_CALLS = frozenset(
    ("Object.freeze", "Object.seal", "Object.assign", "Object.create", "Array.from", "Proxy", "Promise.all",
     "Promise.resolve", "mocked", "forwardRef", "structuredClone", "useMemo", "useCallback", "cache", "memo",
     "once", "memoize", "of", "ref", "markRaw", "shallowRef", "useRef", "useState")
)  # fmt: skip
"""Calls whose result stands for their argument."""

KEEPS = {"set": 1, "push": 0, "unshift": 0, "add": 0}
"""Methods of maps, lists and sets that keep an argument, the first of which stands at that position."""

GIVES_RESULT = frozenset(("then", "catch", "finally", "useMemo", "run", "startSpan", "runInContext"))
"""Calls that call the function they are given and give back what it returns."""

KEEPS_NOTHING = frozenset(
    (
        "Boolean",
        "String",
        "Object.keys",
        "Array.isArray",
        "JSON.stringify",
        "assert",
        "expect",
        "isNil",
        "clearTimeout",
        # what a test's stand-in for a module gives is followed where the module is imported
        "jest.mock",
        "jest.doMock",
        "vi.mock",
        "vi.doMock",
    )
)
"""Calls that look at their arguments and keep none of them."""

ITERATES = frozenset(
    (
        "map",
        "forEach",
        "flatMap",
        "filter",
        "find",
        "some",
        "every",
        "findIndex",
        "findLast",
        "sort",
        "reduceRight",
    )
)
"""Methods that give every element to the first parameter of a function."""

TRANSPARENT_TYPES = frozenset(
    ("Promise", "Partial", "Required", "Readonly", "Pick", "Omit", "NonNullable", "Awaited", "Mocked",
     "MockedObject", "DeepMocked", "MockedClass", "jest.Mocked", "Ref", "Optional", "Maybe", "Nullable",
     "DeepPartial", "PromiseLike", "MockProxy", "DeepMockProxy", "SinonStubbedInstance", "Writable",
     "Mutable", "jest.MockedObject", "vi.Mocked", "WithRequired", "PublicInterface")
)  # fmt: skip
"""Generic types whose values have the members of their argument."""

ARRAY_TYPES = frozenset(("Array", "ReadonlyArray", "Set", "ReadonlySet", "Iterable", "Record", "Partial<Record>"))
"""Generic types whose elements are their argument."""

MAP_TYPES = frozenset(("Map", "ReadonlyMap", "WeakMap"))
"""Generic types whose `get` gives their argument."""
