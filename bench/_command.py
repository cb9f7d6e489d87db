"""What a bench says about itself and how it reads its command line."""

import argparse
import os
import platform
import re
import sys
from typing import Final

_CREDENTIALS: Final = re.compile(r"(?<=://)[^@/\s]+(?=@)")


def head(bench: str) -> list[str]:
    """The lines above a table: how this run was started, without passwords in addresses, and on what."""
    machine = (platform.machine(), f"{os.cpu_count()} cores", platform.system())
    return [
        _CREDENTIALS.sub("***", f"python -m bench.{bench} {' '.join(sys.argv[1:])}".rstrip()),
        f"{', '.join(machine)}, Python {platform.python_version()}",
    ]


def positive(text: str) -> int:
    """A number above 0 on the command line."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return int(text)
