"""The audit log: what was done stays written, and nothing in the program could change it."""

import ast
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

import storage
from domain.cases import Action, Record
from storage import audit, cases, documents, people
from tests.storage.store import SECOND, START, Store

STORAGE = Path(storage.__file__).parent
READS = {"select", "order_by", "where"}


def record(store: Store, subject: str = "K7M4Q", note: str = "", actor: str | None = None) -> Record:
    return Record(store.new_id(), START, actor, Action.DECIDED, subject, note)


async def write(store: Store, line: Record) -> Record:
    await store.write(lambda tx: audit.add(tx, line))
    return line


async def test_lines_come_newest_first_all_or_of_one_subject(store: Store) -> None:
    lines = [
        await write(store, record(store, subject, note, actor))
        for subject, note, actor in [
            ("K7M4Q", "approve", "anna"),
            ("P2C3D", "", None),
            ("K7M4Q", "x" * 64, "b"),
        ]
    ]
    assert list(await store.read(lambda tx: audit.newest(tx, 9))) == [lines[2], lines[1], lines[0]]
    assert list(await store.read(lambda tx: audit.newest(tx, 1))) == [lines[2]]
    assert list(await store.read(lambda tx: audit.newest(tx, 9, "K7M4Q"))) == [lines[2], lines[0]]
    assert list(await store.read(lambda tx: audit.newest(tx, 9, "XXXXX"))) == []


@pytest.mark.parametrize("action", Action)
async def test_every_action_can_be_written(store: Store, action: Action) -> None:
    line = await write(store, Record(store.new_id(), START + SECOND, None, action, "K7M4Q", ""))
    assert list(await store.read(lambda tx: audit.newest(tx, 1))) == [line]


async def test_a_line_is_never_written_over(store: Store) -> None:
    line = await write(store, record(store))
    with pytest.raises(IntegrityError):
        await write(store, Record(line.id, START, None, Action.UNDONE, "P2C3D", "other"))
    assert list(await store.read(lambda tx: audit.newest(tx, 5))) == [line]


async def test_what_is_erased_or_wiped_leaves_the_log_as_it_was(store: Store) -> None:
    anna = await store.person()
    report = await store.ended(await store.report(anna))
    line = await write(store, record(store, report.code, actor=anna.id))
    case = await store.case(report)
    for forget in (
        partial(documents.wipe, report_id=report.id, now=START),
        partial(cases.wipe, ids=[case.id]),
        partial(cases.let_go, person_id=anna.id),
        partial(people.erase, person=anna, noise=bytes(32)),
    ):
        await store.write(forget)
    assert list(await store.read(lambda tx: audit.newest(tx, 5))) == [line]


# what the program says of the table


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(STORAGE.rglob("*.py")):
        name = path.relative_to(STORAGE).as_posix()
        if not name.startswith("migrations/"):  # the schema's own history
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def test_the_module_adds_and_reads_and_can_do_nothing_else() -> None:
    public = {name for name in vars(audit) if not name.startswith("_")}
    own = {name for name in public if getattr(getattr(audit, name), "__module__", "") == audit.__name__}
    assert own == {"add", "newest"}


def test_no_other_module_knows_the_table() -> None:
    def knows(tree: ast.Module) -> bool:
        imported = [
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "storage.schema"
            for alias in node.names
        ]
        reached = [
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) in {"schema", "storage.schema"}
        ]
        by_name = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value == "audit"
        ]
        return "audit" in {*imported, *reached, *by_name}

    assert [name for name, tree in sources() if knows(tree)] == [
        "audit.py",
        "schema/__init__.py",
        "schema/people.py",
    ]


def test_the_one_change_of_the_table_is_an_insert() -> None:
    (tree,) = [tree for name, tree in sources() if name == "audit.py"]
    called = {
        call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
    }
    assert not called & {"update", "delete", "on_conflict_do_update", "text", "exec_driver_sql"}
    changes = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "audit"
    ]
    assert sorted(set(changes)) == ["c", "insert"]
    assert changes.count("insert") == 1


def test_no_statement_is_written_out_as_text() -> None:
    """SQL in words would slip past the look at the imports."""
    raw = [
        f"{name}: {written}"
        for name, tree in sources()
        for node in ast.walk(tree)
        for written in _raw_ways(node)
        if (name, written) != ("dialect.py", "exec_driver_sql")  # it begins transactions
    ]
    assert raw == []


def _raw_ways(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom) and node.module == "sqlalchemy":
        return [alias.name for alias in node.names if alias.name in {"text", "table"}]
    if isinstance(node, ast.Attribute) and node.attr in {"exec_driver_sql", "reflect"}:
        return [node.attr]
    return []
