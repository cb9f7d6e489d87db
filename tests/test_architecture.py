"""The tree keeps the shape that docs/architecture.md promises: sizes, names, words, imports."""

import ast
import fnmatch
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

import pytest
from importlinter import configuration
from importlinter.application import use_cases

ROOT = Path(__file__).resolve().parents[1]

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
USUAL_FUNCTION = 25  # the 90th percentile stays within it
DEEPEST_BRANCHING = 2  # if, for, while, match inside one another
DEEPEST_BLOCK = 4  # the same together with `with` and `try`

VAGUE_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|misc)(_|$)")
LEFT_FOR_LATER = re.compile(r"\b(TODO|FIXME|XXX)\b")
SILENCED_WITHOUT_REASON = re.compile(r"#\s*(noqa(:\s*[A-Z0-9, ]+)?|type:\s*ignore(\[[\w, -]*\])?)\s*$")
CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]{4,}")
SPEAKING_ONLY_THROUGH_LOCALES = {"handlers", "relay", "delivery", "bot", "storage"}
BOUNDARIES = {"bot/errors.py", "delivery/worker.py", "bot/timetable.py"}
PAGE_FILES = {".js", ".css", ".html"}

# A migration is history: it is never split or shortened once it has run somewhere.
HISTORY = "storage/migrations/versions/"

Function = ast.FunctionDef | ast.AsyncFunctionDef
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Match)
GUARDS = (ast.With, ast.AsyncWith, ast.Try, ast.TryStar)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class Module(NamedTuple):
    """One file of the project: where it is, what it says, how Python reads it."""

    name: str
    text: str
    tree: ast.Module

    def place(self, node: ast.AST) -> str:
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


def top_level() -> list[Path]:
    """Everything at the top of the tree that Git would take."""
    patterns = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    ignored = [".git", *(pattern for pattern in patterns if pattern)]
    return sorted(
        path for path in ROOT.iterdir() if not any(fnmatch.fnmatch(path.name, each) for each in ignored)
    )


def packages() -> list[Path]:
    folders = [path for path in top_level() if path.is_dir() and path.name != "tests"]
    return [folder for folder in folders if any(folder.rglob("*.py"))]


def read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))


@cache
def modules() -> tuple[Module, ...]:
    files = [path for package in packages() for path in sorted(package.rglob("*.py"))]
    return tuple(read(path) for path in [*files, ROOT / "dev.py"])


def functions() -> Iterator[tuple[Module, Function]]:
    for module in modules():
        if not module.name.startswith(HISTORY):
            yield from ((module, node) for node in ast.walk(module.tree) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """Count from `def` to the last line, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def continues(parent: ast.AST, child: ast.AST) -> bool:
    """Tell an `elif`, which stands beside its `if`, from an `if` inside an `else`."""
    return (
        isinstance(parent, ast.If) and parent.orelse == [child] and child_column(child) == parent.col_offset
    )


def child_column(child: ast.AST) -> int:
    return child.col_offset if isinstance(child, ast.If) else -1


def nesting(node: ast.AST, branching: int = 0, blocks: int = 0) -> tuple[int, int]:
    """Return how deep branches stand in one another below a node, and how deep all blocks do."""
    deepest = (branching, blocks)
    for child in ast.iter_child_nodes(node):
        if isinstance(child, DEFINITIONS):
            continue
        opens = not continues(node, child)
        branch = opens and isinstance(child, BRANCHES)
        block = branch or (opens and isinstance(child, GUARDS))
        found = nesting(child, branching + branch, blocks + block)
        deepest = (max(deepest[0], found[0]), max(deepest[1], found[1]))
    return deepest


def docstrings_of(module: Module) -> Iterator[ast.Constant]:
    """Every text that stands alone as a statement: it reaches nobody but a reader."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def texts_of(module: Module) -> Iterator[ast.Constant]:
    """Every text in the code that is not a docstring."""
    docstrings = {id(docstring) for docstring in docstrings_of(module)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def comments_of(module: Module) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Recognise `except Exception`, also among others, and a bare except, unless it raises again."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    broad = any(each is None or ast.unparse(each) in {"Exception", "BaseException"} for each in caught)
    last = handler.body[-1]
    return broad and not (isinstance(last, ast.Raise) and last.exc is None)


def passes(offences: list[str], rule: str) -> None:
    if offences:
        pytest.fail("\n  ".join([rule, *offences]), pytrace=False)


def test_modules_are_short() -> None:
    tests = sorted((ROOT / "tests").rglob("*.py"))
    counted = [(module.name, module.text.count("\n")) for module in modules()]
    counted += [(path.name, path.read_bytes().count(b"\n")) for path in tests]
    long = [f"{name}: {lines} lines" for name, lines in counted if lines > LONGEST_MODULE]
    passes(long, f"A module has at most {LONGEST_MODULE} lines; split by responsibility:")


def test_no_function_is_long() -> None:
    long = [
        f"{module.place(function)} {function.name}: {lines_of(function)} lines"
        for module, function in functions()
        if lines_of(function) > LONGEST_FUNCTION
    ]
    passes(long, f"A function has at most {LONGEST_FUNCTION} lines:")


def test_functions_are_usually_small() -> None:
    measured = sorted(
        (lines_of(function), f"{m.place(function)} {function.name}") for m, function in functions()
    )
    ninetieth = quantiles([lines for lines, _ in measured], n=10)[-1]
    longest = [f"{lines} lines: {name}" for lines, name in measured[-10:]]
    rule = f"Nine functions in ten have at most {USUAL_FUNCTION} lines (now {ninetieth:.0f}); the longest:"
    passes(longest if ninetieth > USUAL_FUNCTION else [], rule)


def test_functions_are_flat() -> None:
    deep = []
    for module, function in functions():
        branching, blocks = nesting(function)
        if branching > DEEPEST_BRANCHING or blocks > DEEPEST_BLOCK:
            deep.append(
                f"{module.place(function)} {function.name}: {branching} branches, {blocks} blocks deep"
            )
    passes(
        deep, f"At most {DEEPEST_BRANCHING} branches or loops in one another, {DEEPEST_BLOCK} blocks in all:"
    )


def test_every_module_says_its_responsibility() -> None:
    silent = [module.name for module in modules() if not (ast.get_docstring(module.tree) or "").strip()]
    passes(silent, "A module opens with a docstring that says its one responsibility:")


def test_names_say_what_is_inside() -> None:
    names = [module.name for module in modules()]
    vague = [
        name for name in names if any(VAGUE_NAMES.search(part) for part in Path(name).with_suffix("").parts)
    ]
    passes(vague, "A module is named after what it does, never utils, helpers or managers:")


def test_nothing_is_left_for_later() -> None:
    found = []
    for module in modules():
        remarks = [*comments_of(module), *((text.lineno, text.value) for text in docstrings_of(module))]
        found += [f"{module.name}:{line}" for line, remark in remarks if LEFT_FOR_LATER.search(str(remark))]
    pages = [
        path for package in packages() for path in sorted(package.rglob("*")) if path.suffix in PAGE_FILES
    ]
    found += [str(path.relative_to(ROOT)) for path in pages if LEFT_FOR_LATER.search(path.read_text("utf-8"))]
    passes(found, "Work to be done is an issue, not a mark in the code:")


def test_silenced_checks_give_their_reason() -> None:
    bare = [
        f"{module.name}:{line} {comment}"
        for module in modules()
        for line, comment in comments_of(module)
        if SILENCED_WITHOUT_REASON.search(comment)
    ]
    passes(bare, "A silenced check has its reason beside it (# noqa: S606 - why):")


def test_everything_is_caught_only_at_the_boundaries() -> None:
    caught = [
        module.place(node)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and catches_everything(node) and module.name not in BOUNDARIES
    ]
    passes(caught, f"Only {', '.join(sorted(BOUNDARIES))} catch every exception:")


def test_people_are_spoken_to_through_locales_alone() -> None:
    spoken = [
        f"{module.place(text)} {text.value!r:.60}"
        for module in modules()
        if module.name.partition("/")[0] in SPEAKING_ONLY_THROUGH_LOCALES
        for text in texts_of(module)
        if CYRILLIC_WORD.search(str(text.value))
    ]
    passes(spoken, "What people read stands in locales/, not in code:")


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    configuration.configure()
    kept = use_cases.lint_imports(cache_dir=None, no_logo=True)
    assert kept, capsys.readouterr().out


def imported(module: Module) -> set[str]:
    """The modules of the project that a module names in its imports, dotted."""
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_modules_import_one_another_in_no_circle() -> None:
    dotted = {module.name.removesuffix(".py").replace("/", "."): module for module in modules()}
    order = TopologicalSorter({name: imported(module) & set(dotted) for name, module in dotted.items()})
    try:
        order.prepare()
    except CycleError as fault:
        passes([" -> ".join(fault.args[1])], "What two modules share belongs into a third:")


def test_every_package_is_under_the_import_contracts() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = project.partition("[tool.importlinter]")[2]
    watched = [path.name for path in packages() if path.name != "bench"]  # nothing may import a bench
    missing = [name for name in watched if not re.search(rf'"([\w |]+ )?{name}( [\w |]+)?"', layers)]
    passes(missing, "A package belongs to a layer in pyproject.toml:")


def test_the_architecture_page_names_everything() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    unnamed = [
        path.name
        for path in top_level()
        if not re.search(rf"(?<![\w.-]){re.escape(path.name)}(?![\w-])", page)
    ]
    passes(unnamed, "docs/architecture.md names every top-level entry:")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a = [x for x in y if x]", (0, 0)),
        ("if a:\n  b()\nelif c:\n  d()\nelif e:\n  f()", (1, 1)),
        ("if a:\n  b()\nelse:\n  if c:\n    d()", (2, 2)),
        ("with a:\n  for b in c:\n    try:\n      if d:\n        e()\n    finally:\n      f()", (2, 4)),
        ("match a:\n  case 1:\n    while b:\n      if c:\n        d()", (3, 3)),
        ("if a:\n  def inner():\n    if b:\n      c()", (1, 1)),
    ],
)
def test_nesting_is_measured_as_a_reader_sees_it(code: str, expected: tuple[int, int]) -> None:
    assert nesting(ast.parse(code)) == expected


@pytest.mark.parametrize(
    ("clause", "broad"),
    [
        ("except Exception: a()", True),
        ("except: a()", True),
        ("except (OSError, Exception): a()", True),
        ("except OSError: a()", False),
        ("except BaseException:\n  a()\n  raise", False),
        ("except Exception:\n  raise ValueError", True),
    ],
)
def test_a_broad_except_is_recognised(clause: str, *, broad: bool) -> None:
    statement = ast.parse(f"try: b()\n{clause}").body[0]
    assert isinstance(statement, ast.Try)
    assert catches_everything(statement.handlers[0]) is broad
