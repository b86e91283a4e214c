"""What a chapter's body is made of, one kind of block a file."""

from exhibit.blocks.body import BodyBlock, PlainBodyBlock
from exhibit.blocks.links import ExternalLinkBlock, InternalLinkBlock
from exhibit.blocks.question import QuestionBlock

__all__ = [
    "BodyBlock",
    "ExternalLinkBlock",
    "InternalLinkBlock",
    "PlainBodyBlock",
    "QuestionBlock",
]
