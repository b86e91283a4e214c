"""What is there and the manuscript's text in one draft: the one whole, then the other whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from uuid import UUID, uuid5

from .canonical import canonical_block, stream_of

_IDS = UUID("0c6c1f5e-4a52-4d7b-9a53-5b0f3a9a7c11")
_RELATIONS = ("moments", "places", "people", "terms")
# As many letters as a note to the reader has room for in its title.
_LONGEST_TITLE = 120


def both_chapter(there: Mapping[str, Any], new: Mapping[str, Any], *, words: str) -> dict[str, Any]:
    """Return the fields of a chapter with both texts.

    Title, standfirst and lead picture stay; the manuscript's, where they differ, open its text.
    ``words`` says where that comes from, as the title of the note it stands under.
    """
    body = stream_of(there.get("body"))
    added = [_note(there, new, words), *_opening(there, new), *stream_of(new.get("body"))]
    values: dict[str, Any] = {"body": [*body, *_with_own_ids(added, body)]}
    for name in _RELATIONS:
        facts = [_fact(item) for item in there.get(name) or []]
        more = [item for item in new.get(name) or [] if item not in facts]
        if more:
            values[name] = [*facts, *more]
    return values


def both_questions(
    there: Mapping[str, Any], new: Mapping[str, Any], *, words: str
) -> dict[str, Any]:
    """Return the questions that are there, each followed by the manuscript's answer if it differs,
    and then the new ones."""
    blocks = stream_of(there.get("questions"))
    by_id = {block["id"]: block for block in stream_of(new.get("questions"))}
    both: list[dict[str, Any]] = []
    for block in blocks:
        both.append(block)
        other = by_id.pop(block["id"], None)
        if other and canonical_block(other) != canonical_block(block):
            answer = other["value"]["answer"]
            marked = f"<p><i>{escape(words, quote=False)}</i></p>{answer['text']}"
            value = {**other["value"], "answer": {**answer, "text": marked}}
            both += _with_own_ids([{**other, "value": value}], blocks)
    return {"questions": [*both, *by_id.values()]}


def both_links(there: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return the links that are there and those of the manuscript that are not."""
    values = {}
    for name in ("external_links", "internal_links"):
        blocks = stream_of(there.get(name))
        known = [canonical_block(block) for block in blocks]
        more = [each for each in stream_of(new.get(name)) if canonical_block(each) not in known]
        values[name] = [*blocks, *_with_own_ids(more, blocks)]
    return values


def _note(there: Mapping[str, Any], new: Mapping[str, Any], words: str) -> dict[str, Any]:
    title = f"<b>{escape(new['title'], quote=False)}</b>"
    value = {"kind": "note", "title": words[:_LONGEST_TITLE], "text": f"<p>{title}</p>"}
    return {"type": "note", "id": f"note {there['title']}", "value": value}


def _opening(there: Mapping[str, Any], new: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    standfirst = new.get("standfirst")
    if standfirst and standfirst != there.get("standfirst"):
        text = f"<p><i>{escape(standfirst, quote=False)}</i></p>"
        yield {"type": "text", "id": "standfirst", "value": {"text": text, "notes": []}}
    picture = _lead(new)
    if picture["image"] and picture != _lead(there):
        yield {"type": "figure", "id": "lead", "value": {**picture, "width": "column"}}


def _lead(content: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "image": content.get("lead_image"),
        "alt": content.get("lead_image_alt") or "",
        "caption": content.get("lead_image_caption") or "",
    }


def _with_own_ids(
    blocks: Iterable[dict[str, Any]], there: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Give blocks ids that none of the page's has, the same ones every time."""
    taken = {block.get("id") for block in there}
    named = []
    for block in blocks:
        own = str(uuid5(_IDS, f"{block['id']}"))
        while own in taken:
            own = str(uuid5(_IDS, own))
        taken.add(own)
        named.append({**block, "id": own})
    return named


def _fact(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in item.items() if key not in {"pk", "page", "sort_order"}}
