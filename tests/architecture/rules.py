"""The house's rules over syntax trees (knowledge/style.md 3.10, 3.11): each yields what is wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import dotted

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
_MOCKS = re.compile(r"^(unittest\.mock|mock|pytest_mock)(\.|$)")
_MOCK_NAMES = frozenset({"mocker", "MagicMock", "Mock", "AsyncMock", "create_autospec"})
_SKIPS = frozenset({"skip", "skipif", "xfail", "importorskip", "skipTest", "expectedFailure"})
_BANNED_MODULES = frozenset({"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"})
_BANNED_PARTS = re.compile(r"(Abstract|Impl|Base|Manager|Handler)$|^(Abstract|Base)(?=[A-Z])")


def long_functions(module: ast.Module) -> Iterator[str]:
    """Functions of more than 40 lines, decorators and docstring not counted."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - _docstring_lines(node)
            if length > LONGEST_FUNCTION:
                yield f"{node.lineno}: {node.name} has {length} lines"


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    match node.body[0]:
        case ast.Expr(value=ast.Constant(value=str())) as first:
            return (first.end_lineno or first.lineno) - first.lineno + 1
        case _:
            return 0


def mocks(module: ast.Module) -> Iterator[str]:
    """Any way to a mock: import, name or fixture."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names) if any(_MOCKS.match(alias.name) for alias in names):
                yield f"{node.lineno}: imports a mock"
            case ast.ImportFrom(module=str() as source, names=names):
                whole = any(_MOCKS.match(f"{source}.{alias.name}") for alias in names)
                if _MOCKS.match(source) or whole:
                    yield f"{node.lineno}: imports a mock"
            case ast.Name(id=name) | ast.arg(arg=name) if name in _MOCK_NAMES:
                yield f"{node.lineno}: uses {name}"
            case _:
                pass


def skips(module: ast.Module) -> Iterator[str]:
    """Tests that may be left out."""
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in _SKIPS:
            root = dotted(node).split(".")[0]
            if root in ("pytest", "unittest", "self"):
                yield f"{node.lineno}: {dotted(node)}"


def sleeps(module: ast.Module) -> Iterator[str]:
    """Waiting for time to pass instead of for what is wanted."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=called) if dotted(called) in ("time.sleep", "QThread.msleep", "QTest.qWait"):
                yield f"{node.lineno}: {dotted(called)}"
            case ast.ImportFrom(module="time", names=names) if any(a.name == "sleep" for a in names):
                yield f"{node.lineno}: imports sleep"
            case _:
                pass


def nested_loops(module: ast.Module) -> Iterator[str]:
    """``exec()`` of a dialog, menu or loop, and ``processEvents``: the counter has one event loop."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = dotted(node.func)
            if node.func.attr == "processEvents":
                yield f"{node.lineno}: {called}"
            if node.func.attr in ("exec", "exec_") and "app" not in called.split(".")[-2].lower():
                yield f"{node.lineno}: {called}"


def formatted_translations(module: ast.Module) -> Iterator[str]:
    """``tr()`` of anything but a whole literal: the translator would never see the sentence."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or dotted(node.func).rsplit(".", maxsplit=1)[-1] != "tr":
            continue
        for argument in node.args[:1]:
            built = any(
                isinstance(part, ast.JoinedStr | ast.BinOp)
                or (isinstance(part, ast.Call) and dotted(part.func).endswith("format"))
                for part in ast.walk(argument)
            )
            if built:
                yield f"{node.lineno}: a sentence put together inside tr()"


def labels_without_format(module: ast.Module) -> Iterator[str]:
    """``QLabel`` guesses rich text from its content: a name could carry markup."""
    makes = [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and dotted(node.func).rsplit(".", maxsplit=1)[-1] == "QLabel"
    ]
    says = sum(
        1
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and dotted(node.func).endswith("setTextFormat")
        and any(dotted(argument).endswith("PlainText") for argument in node.args)
    )
    if makes and not says:
        yield from (f"{line}: QLabel without PlainText" for line in makes)


def banned_class_names(module: ast.Module) -> Iterator[str]:
    """Names that say what a class is made of instead of what it is."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef) and _BANNED_PARTS.search(node.name):
            yield f"{node.lineno}: class {node.name}"


def swallowed_errors(module: ast.Module) -> Iterator[str]:
    """``except Exception`` or a bare ``except`` that does not raise again after cleaning up."""
    for node in ast.walk(module):
        if isinstance(node, ast.ExceptHandler) and not _raises_again(node):
            names = [node.type] if not isinstance(node.type, ast.Tuple) else list(node.type.elts)
            if node.type is None or any(
                name is not None and dotted(name) in ("Exception", "BaseException") for name in names
            ):
                yield f"{node.lineno}: catches everything"


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def invented_amounts(module: ast.Module) -> Iterator[str]:
    """A fee as a number: fees live in data packs, dated and per town (design.md 6)."""
    for node in ast.walk(module):
        match node:
            case ast.Assign(targets=[target], value=ast.Constant(value=int(amount))) if amount:
                name = dotted(target)
            case ast.AnnAssign(target=target, value=ast.Constant(value=int(amount))) if amount:
                name = dotted(target)
            case ast.keyword(arg=str(name), value=ast.Constant(value=int(amount))) if amount:
                pass
            case _:
                continue
        if re.search(r"(^|_)(fee|fees|yen|price)($|_)", name.rsplit(".", maxsplit=1)[-1].lower()):
            yield f"line {getattr(node, 'lineno', 0)}: {name} = {amount}"


def unfinished(module: ast.Module) -> Iterator[str]:
    """Code that says it is not there yet."""
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            yield f"{node.lineno}: NotImplementedError"


def banned_module_name(stem: str) -> bool:
    """Tell whether a module is named after nothing in particular."""
    return stem.strip("_") in _BANNED_MODULES
