"""The hash key: made once per database and kept in it sealed; opening it proves that the data key fits."""

import base64

from sqlalchemy import select

from domain.ids import Entropy
from storage.encryption import KEY_BYTES, Vault
from storage.schema import secrets
from storage.transaction import Transaction

HASH_KEY = "hash_key"


async def hash_key(tx: Transaction, vault: Vault, entropy: Entropy) -> bytes:
    """The hash key (32 bytes), made now if there is none; WrongKey when the data key does not fit."""
    sealed = (await tx.execute(select(secrets.c.value).where(secrets.c.name == HASH_KEY))).scalar()
    if sealed is not None:
        return base64.b64decode(vault.open(sealed, f"secrets.value.{HASH_KEY}"))
    key = entropy(KEY_BYTES)
    value = vault.seal(base64.b64encode(key).decode(), f"secrets.value.{HASH_KEY}")
    await tx.execute(secrets.insert().values(name=HASH_KEY, value=value))
    return key
