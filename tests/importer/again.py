"""A small manuscript in two languages, imported, edited and imported again."""

from pathlib import Path
from typing import Any

from wagtail.models import Page

from cms.importer.again import Again, look_again
from cms.importer.drafts import Outcome, write_drafts
from cms.importer.reading import opened_manuscript
from exhibit.models import ExhibitPage
from tests import factories

ENGLISH = """\
# The Road Out
*How an army went home.*

## Introduction
Where the story begins, and why anybody should still want to hear it told today.

## 1. The bridge
*Nine hundred metres of steel.*

![A bridge over a river.](images/bridge.png "The bridge in May.")

They crossed the river by a bridge of steel that had been built five years before.[^1]

It stands to this day, and goods trains cross it every night.

## 2. The letters
He wrote home every Sunday and never said where he was or what he had seen.

## 3. The winter
Snow closed the pass in December, and lorries stood for days without fuel or bread.

## Conclusion
What remains is told by those who came back, and by those who never did.

## FAQs
Q1: Why did they leave?
Because a decision taken long before came due in the end.

Q2: Who counted the dead?
Two commissions did, and neither believed the other.

## External resources
- [An archive](https://archive.example/) — documents

[^1]: He counts lorries.
"""
RUSSIAN = """\
# Дорога домой
*Как армия возвращалась.*

## Введение
Здесь начинается рассказ, который кому-то ещё важно услышать сегодня.

## 1. Мост
Они перешли реку по стальному мосту, построенному за пять лет до того.

## 2. Письма
Он писал домой каждое воскресенье и никогда не говорил, где он и что видел.

## 3. Зима
Снег закрыл перевал в декабре, и машины стояли днями без топлива и хлеба.

## Заключение
Остаётся то, что рассказали вернувшиеся.
"""
SETTINGS = 'title = "The Road Out"\nslug = "the-road-out"\n'


def make_bundle(folder: Path, english: str = ENGLISH, russian: str = "") -> Path:
    """Put a manuscript, its picture and its settings into a folder."""
    (folder / "images").mkdir(parents=True, exist_ok=True)
    picture = folder / "images" / "bridge.png"
    if not picture.exists():
        picture.write_bytes(factories.picture_bytes())
    (folder / "exhibit.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "manuscript.md").write_text(english, encoding="utf-8")
    if russian:
        (folder / "manuscript.ru.md").write_text(russian, encoding="utf-8")
    return folder


def imported(path: Path, *, into: ExhibitPage | None = None, **wishes: Any) -> Outcome:
    with opened_manuscript(str(path)) as manuscript:
        return write_drafts(
            manuscript, manuscript.outlines, home=factories.home(), into=into, **wishes
        )


def looked_at(path: Path, into: ExhibitPage, tag: str = "en") -> Again:
    with opened_manuscript(str(path)) as manuscript:
        return look_again(manuscript, manuscript.outlines, into=into)[tag]


def page_called(title: str, tag: str = "en") -> Page:
    """Return the page whose latest draft has a title."""
    return Page.objects.get(draft_title=title, locale__language_code=tag).specific


def latest(title: str, tag: str = "en") -> Any:
    return page_called(title, tag).get_latest_revision_as_object()


def edit(called: str, tag: str = "en", **fields: Any) -> None:
    """Change a page as its editor does: in a new draft."""
    draft = latest(called, tag)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()


def words_of(page: Any) -> str:
    """Return all text blocks of a page as one string."""
    return " ".join(
        block.value["text"].source for block in page.body if block.block_type in {"text", "note"}
    )


def revisions() -> set[tuple[int, int | None]]:
    return set(Page.objects.values_list("pk", "latest_revision"))
