"""The ids of questions, which are their addresses: kept as long as the question is the same."""

from collections.abc import Sequence
from typing import Any

from cms.importer import bodies
from cms.importer.comparing.canonical import stream_of
from cms.importer.comparing.matching import Section, match
from cms.importer.comparing.rich_text import paragraphs_of
from cms.importer.manuscript.html_words import html_to_text
from cms.importer.manuscript.outline import FaqOutline
from cms.importer.manuscript.wording import folded


def question_ids(faqs: Sequence[FaqOutline], there: Any, *, exhibit_slug: str) -> list[str]:
    """Return an id for each question, those on the page found by question and answer.

    Args:
        there: the page's questions, None for a page that is yet to be made.
    """
    if not there:
        return [
            bodies.block_id(f"{exhibit_slug}/question/{place}")
            for place, _ in enumerate(faqs, start=1)
        ]
    blocks = stream_of(there)
    pairs = match(
        [
            Section(str(place), (faq.question,), html_to_text(faq.answer_html), "question")
            for place, faq in enumerate(faqs)
        ],
        [_as_section(block) for block in blocks],
    ).pairs
    taken = {block["id"] for block in blocks}
    ids = []
    for place, faq in enumerate(faqs):
        address = pairs.get(str(place)) or _new_id(f"{exhibit_slug}/{folded(faq.question)}", taken)
        taken.add(address)
        ids.append(address)
    return ids


def _as_section(block: dict[str, Any]) -> Section:
    value = block["value"]
    answer = (value.get("answer") or {}).get("text") or ""
    words = " ".join(each.words for each in paragraphs_of(answer))
    return Section(block["id"], (value.get("question") or "",), words, "question")


def _new_id(name: str, taken: set[str]) -> str:
    """Name a new question by its words: a place may have been another question's once."""
    address = bodies.block_id(name)
    while address in taken:
        name += "+"
        address = bodies.block_id(name)
    return address
