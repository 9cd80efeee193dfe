# SPDX-License-Identifier: MIT
"""Why a file is not kept."""

from onlinesvc_desktop.contract.codes import FieldCode

MOST_PAGES = 2_000
MOST_PICTURE_BYTES = 256_000_000
"""One page as it is painted: four bytes for each dot, or one bit of a picture in black and white."""


class RefusedFileError(Exception):
    """A file is refused; ``code`` says why."""

    def __init__(self, code: FieldCode) -> None:
        super().__init__(code.value)
        self.code = code


def refuse_huge(width: int, height: int, is_black_and_white: bool = False) -> None:
    """Refuse a picture that nobody can paint.

    Raises:
        RefusedFileError: it has no dots at all, or more than a sheet of paper can show.
    """
    if width <= 0 or height <= 0:
        raise RefusedFileError(FieldCode.FILE_DAMAGED)
    painted = width * height // 8 if is_black_and_white else width * height * 4
    if painted > MOST_PICTURE_BYTES:
        raise RefusedFileError(FieldCode.FILE_UNPACKS)
