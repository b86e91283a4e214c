"""Two curators who open a page at the same moment each see their own text."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

FEATURES = ["bold", "italic", "h3", "ol", "ul", "link"]
TIMES = 150


def text(who: str) -> str:
    return "".join(f"<p>{who} {number} <b>{who}</b></p>" for number in range(30))


@pytest.mark.django_db
def test_threads_that_convert_at_once_never_read_each_others_text():
    converter = ContentstateConverter(FEATURES)
    texts = [text("north"), text("south")]
    # Draft.js gives every block a random key, so what is compared is the words.
    words = [[f"{who} {n} {who}" for n in range(30)] for who in ("north", "south")]

    def convert(which: int) -> int:
        import json

        for _ in range(TIMES):
            state = json.loads(converter.from_database_format(texts[which]))
            assert [block["text"] for block in state["blocks"]] == words[which]
        return TIMES

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(convert, [0, 1])) == [TIMES, TIMES]
