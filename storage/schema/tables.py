"""What all tables share: their register, the names of their constraints, the width of an id."""

from typing import Any

from sqlalchemy import MetaData, String, Table
from sqlalchemy.schema import SchemaItem

from storage.types import NAMES_OF_CONSTRAINTS

metadata = MetaData(naming_convention=NAMES_OF_CONSTRAINTS)

ID = String(32)


def table(name: str, *items: SchemaItem, **options: Any) -> Table:  # noqa: ANN401 - as Table takes them
    """One table of the register."""
    return Table(name, metadata, *items, **options)
