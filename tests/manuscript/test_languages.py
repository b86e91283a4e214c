"""Russian and Dari manuscripts, direction, and addresses of chapters."""

import pytest

from cms.importer.manuscript import parse_manuscript
from cms.importer.manuscript.composing.slugs import Slugs, romanise
from cms.importer.manuscript.language import direction_of
from cms.importer.manuscript.structure.section_words import part_kind


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("en", "ltr"), ("ru", "ltr"), ("fa-AF", "rtl"), ("fa", "rtl"), ("prs", "rtl"),
        ("ps", "rtl"), ("ur-PK", "rtl"), ("ar", "rtl"), ("he", "rtl"), ("yi", "rtl"),
        ("ckb", "rtl"), ("ug", "rtl"), ("sd", "rtl"), ("dv", "rtl"), ("uz", "ltr"),
        ("uz-AF", "rtl"), ("uz-Arab", "rtl"), ("uz-Cyrl", "ltr"), ("fa-Latn", "ltr"),
        ("az-Arab-IR", "rtl"), ("pa", "ltr"), ("pa-PK", "rtl"), ("ks-Deva", "ltr"),
        ("tg", "ltr"), ("ku", "ltr"), ("EN_us", "ltr"), ("Fa_af", "rtl"), ("", "ltr"),
        ("ff-Adlm", "rtl"), ("en-x-arab", "ltr"),
    ],
)  # fmt: skip
def test_direction_follows_the_script_of_the_language(tag, direction):
    assert direction_of(tag) == direction


DARI = """# راه برآمدن

*چگونه اردویی از یک پل به خانه رفت.*

## فهرست مطالب
۱. نخستین ستون‌ها
۲. دو اتاق در ژنو
نتیجه

## مقدمه

در سال ۱۳۶۷ راه خالی شد.

## ۱. نخستین ستون‌ها

*ستون‌ها می‌روند.*

متن فصل.[^1]

## ۲. دو اتاق در ژنو

متن.

## نتیجه

پایان.

## پرسش‌های متداول

س۱: چرا رفتند؟
زیرا باید می‌رفتند. نگاه کنید به فصل ۱.

## منابع بیرونی
- [سازمان ملل](https://un.org/fa) — بایگانی

## پیوندهای درونی
- [فصل ۲](#۲)
- نقشه
- پرسش‌ها

[^1]: @grau2007، ص. ۱۲.
"""


def test_a_dari_manuscript_is_read():
    outline = parse_manuscript(DARI, name="manuscript.fa-AF.md")
    assert outline.warnings == ()
    assert (outline.language, outline.direction) == ("fa-AF", "rtl")
    assert outline.title == "راه برآمدن"
    assert outline.intro_html == "<p>در سال ۱۳۶۷ راه خالی شد.</p>"
    assert [(c.number, c.title, c.slug) for c in outline.chapters] == [
        (1, "نخستین ستون‌ها", "chapter-1"),
        (2, "دو اتاق در ژنو", "chapter-2"),
    ]
    assert outline.conclusion.html == "<p>پایان.</p>"
    assert (outline.faqs[0].question, outline.faqs[0].see_chapter) == ("چرا رفتند؟", 1)
    assert outline.external_links[0].url == "https://un.org/fa"
    assert [link.target for link in outline.internal_links] == ["#2", "#map", "#faq"]
    assert outline.chapters[0].blocks[0].notes[0].locator == "ص. ۱۲"


def test_a_russian_manuscript_is_read():
    outline = parse_manuscript(
        "# Дорога домой\n\n## Содержание\n1. Первые колонны\nЗаключение\n\n"
        "## Введение\n\nВ\u00a0мае.\n\n"
        "## 1. Первые колонны\n\nТекст.\n\n## Заключение\n\nКонец.\n\n"
        "## Часто задаваемые вопросы\n\n"
        "В1: Почему?\nПотому что.\n\n## Дополнительные материалы\n- [ООН](https://un.org)\n\n"
        "## Внутренние ссылки\n- Глава 1: Первые колонны\n\n## Источники\n\nГрау. Марш.\n",
        name="manuscript.ru.md",
    )
    assert outline.warnings == ()
    assert outline.intro_html == "<p>В\u00a0мае.</p>"
    assert outline.chapters[0].slug == "pervye-kolonny"
    assert outline.faqs[0].question == "Почему?"
    assert outline.external_links[0].label == "ООН"
    assert outline.internal_links[0].target == "#1"
    assert outline.sources_html == "<p>Грау. Марш.</p>"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Contents", "contents"), ("TABLE OF CONTENTS", "contents"), ("Оглавление", "contents"),
        ("فهرست", "contents"), ("Introduction:", "introduction"), ("سخن پایانی", "conclusion"),
        ("Conclusion: what stayed", "conclusion"), ("Conclusions were drawn", None),
        ("FAQs", "faq"), ("Frequently asked questions", "faq"), ("پرسش‌ها", "faq"),
        ("پرسشهای متداول", "faq"), ("Questions without answers", None), ("منابع", "sources"),
        ("منابع بیرونی", "external"), ("External resource", "external"),
        ("Further reading", "external"), ("پیوندهای درونی", "internal"),
        ("Internal Link(s)", "internal"), ("Appendix B", "appendix"), ("Приложение 2", "appendix"),
        ("The road", None), ("", None),
    ],
)  # fmt: skip
def test_parts_are_known_by_the_words_curators_use(heading, kind):
    assert part_kind(heading) == kind


def test_slugs_are_short_ascii_and_never_twice():
    slugs = Slugs()
    assert slugs.make("The Road: Out & Back", fallback="chapter-1") == "the-road-out-back"
    assert slugs.make("The road out, back", fallback="chapter-2") == "the-road-out-back-2"
    assert slugs.make("FAQ", fallback="chapter-3") == "faq-2"
    assert slugs.make("راه", fallback="chapter-4") == "chapter-4"
    assert slugs.make("???", fallback="chapter-5") == "chapter-5"
    assert romanise("Щедрый объём, ёлка") == "shchedryy-obyom-yolka"
    long = romanise("word " * 40)
    assert len(long) <= 60
    assert long.endswith("word")
