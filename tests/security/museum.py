"""A small museum with one of everything, and every address that visitors can ask for."""

import uuid

from django.core.files.base import ContentFile

from exhibit.models import (
    ChapterMoment,
    ChapterPerson,
    ChapterPlace,
    ChapterTerm,
    FurtherReadingPage,
    Moment,
    MuseumSettings,
    Person,
    Place,
    PlainPage,
    Route,
    Term,
    Theme,
)
from media.models import Recording, RecordingText
from tests import factories
from tests.media import broken_files

WEB = [
    "/",
    "/about/",
    "/search/?q=engines",
    "/road/",
    "/road/timeline/",
    "/road/map/",
    "/road/people/",
    "/road/search/?q=engines",
    "/road/departure/",
    "/road/questions/",
    "/road/sources/",
    "/road/further/",
    "/road/credits/",
]
KIOSK = [
    "/kiosk/road/",
    "/kiosk/road/en/",
    "/kiosk/road/en/contents/",
    "/kiosk/road/en/timeline/",
    "/kiosk/road/en/map/",
    "/kiosk/road/en/people/",
    "/kiosk/road/en/departure/",
    "/kiosk/road/en/questions/",
    "/kiosk/road/en/sources/",
    "/kiosk/road/en/further/",
]
FILES = ["/sitemap.xml", "/robots.txt", "/healthz", "/recordings/1/en.vtt", "/uploads/none.png"]
MISSING = ["/nothing/", "/road/nothing/", "/kiosk/nothing/", "/kiosk/road/en/nothing/"]
EVERYTHING = [*WEB, *KIOSK, *FILES, *MISSING]


def build(*, words: str = "Engines came near.", address: str = "https://elsewhere.example/"):
    """Return the exhibit; ``words`` stand in every field that visitors read."""
    theme = Theme.objects.create(name=f"River {words}"[:80], slug="river")
    museum = MuseumSettings.for_site(factories.home().get_site())
    museum.default_theme, museum.hours, museum.address = theme, words[:160], words[:240]
    museum.save()
    image = factories.make_image(
        description=words[:255],
        caption=words,
        credit=words[:255],
        creator=words[:255],
        rights_holder=words[:255],
        source=words[:255],
    )
    exhibit = factories.make_exhibit(
        slug="road", title=words[:255], subtitle=words[:160], standfirst=words[:320],
        theme=theme, lead_image=image, lead_image_alt=words[:400], lead_image_caption=words,
    )  # fmt: skip
    source = factories.make_source(title=words[:400], authors=words, remark=words)
    recording = _recording(words, image)
    facts = _facts(words)
    chapter = factories.make_chapter(
        exhibit, slug="departure", title=words[:255], standfirst=words[:320], lead_image=image,
        lead_image_caption=words, body=_body(words, image, source, recording, facts),
    )  # fmt: skip
    for link, name in (
        (ChapterMoment, "moment"),
        (ChapterPlace, "place"),
        (ChapterPerson, "person"),
        (ChapterTerm, "term"),
    ):
        link.objects.create(page=chapter, **{name: facts[name]})
    note = {"source": source.pk, "locator": words[:80], "remark": words}
    factories.make_faq(
        exhibit,
        standfirst=words[:320],
        questions=[
            {
                "type": "question",
                "value": {
                    "question": words[:240],
                    "answer": {
                        "text": "<p>Engines.[1]</p>",
                        "notes": factories.text_block("", note)["value"]["notes"],
                    },
                    "chapter": chapter.pk,
                },
            }
        ],
    )
    factories.make_sources_page(exhibit, standfirst=words[:320])
    exhibit.add_child(
        instance=FurtherReadingPage(
            title="Further", slug="further", standfirst=words[:320],
            external_links=[
                _block("link", title=words[:160], url=address, description=words)
            ],
            internal_links=[_block("link", title=words[:160], page=chapter.pk, view="",
                                   description=words)],
        )
    )  # fmt: skip
    for parent, slug in ((exhibit, "credits"), (factories.home(), "about")):
        parent.add_child(
            instance=PlainPage(
                title=words[:255], slug=slug, body=[factories.text_block("<p>Engines.</p>")]
            )
        )
    for page in (chapter, exhibit):
        page.save_revision().publish()
    return exhibit


def _recording(words: str, image) -> Recording:
    recording = Recording(
        title=words[:255], type="audio", duration=3, alt=words[:255], caption=words,
        credit=words[:255], poster=image,
    )  # fmt: skip
    recording.file.save("engines.mp3", ContentFile(broken_files.mp3()))
    captions = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n"
    RecordingText.objects.create(
        recording=recording, language="en", captions=captions, transcript=words
    )
    return recording


def _facts(words: str) -> dict:
    return {
        "moment": Moment.objects.create(
            key="leave", title=words[:160], text=words, date="1988-05-15", date_text=words[:60]
        ),
        "place": Place.objects.create(
            key="termez", name=words[:120], latitude=37.2, longitude=67.3, text=words
        ),
        "person": Person.objects.create(
            key="gromov", name=words[:160], dates=words[:60], role=words[:240], text=words
        ),
        "term": Term.objects.create(key="cargo", term=words[:120], definition=words),
        "route": Route.objects.create(
            key="east", name=words[:120], line=[[67.3, 37.2], [69.2, 34.5]]
        ),
    }


def _body(words: str, image, source, recording, facts: dict) -> list[dict]:
    note = {"source": source.pk, "locator": words[:80], "remark": words}
    citation = {"source": source.pk, "locator": words[:80]}
    figure = {"image": image.pk, "alt": words[:400], "caption": words, "width": "column"}
    return [
        factories.text_block("<p>Engines came near.[1]</p>", note),
        _block("quotation", text=words, speaker=words[:120], occasion=words[:160],
               citation=citation),
        _block("note", kind="warning", title=words[:120], text="<p>Engines.</p>"),
        _block("figure", **figure),
        _block("gallery", title=words[:120], figures=[_block("item", **figure)] * 2),
        _block("audio", recording=recording.pk, caption=words),
        _block("key_figure", number=words[:40], counts=words[:200], citation=citation),
        _block("timeline", title=words[:120],
               moments=[{"type": "item", "id": _id(), "value": facts["moment"].pk}]),
        _block("map", title=words[:120],
               places=[{"type": "item", "id": _id(), "value": facts["place"].pk}],
               routes=[{"type": "item", "id": _id(), "value": facts["route"].pk}]),
        _block("table", notes=[], table={
            "columns": [{"type": "text", "heading": words}],
            "rows": [{"values": [words]}],
            "caption": words,
        }),
    ]  # fmt: skip


def _block(type_: str, /, **value) -> dict:
    return {"type": type_, "id": _id(), "value": value}


def _id() -> str:
    return str(uuid.uuid4())
