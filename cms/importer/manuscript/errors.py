"""Why a manuscript or bundle was refused, in words a curator can act on."""

from __future__ import annotations


class ManuscriptError(Exception):
    """A refusal: ``code`` for programs, ``message`` a sentence for the curator."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
