"""The words by which curators head the parts of a manuscript, in English, Russian and Dari."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from cms.importer.manuscript.wording import folded

PartKind = Literal[
    "contents", "introduction", "conclusion", "faq", "sources", "notes", "external", "internal",
    "appendix",
]  # fmt: skip

_WORDS: dict[PartKind, str] = {
    "contents": """
        contents | table of contents | contents list | list of contents | toc | chapters
        | содержание | оглавление | فهرست | فهرست مطالب | فهرست مندرجات | فصل ها""",
    "introduction": """
        introduction | intro | preface | foreword | prologue | opening | введение | вступление
        | предисловие | пролог | مقدمه | پیشگفتار | پیش گفتار | دیباچه | درآمد""",
    "conclusion": """
        conclusion | conclusions | epilogue | afterword | closing | closing words | in conclusion
        | заключение | эпилог | послесловие | выводы
        | نتیجه | نتیجه گیری | سخن پایانی | پایان سخن | خاتمه""",
    "faq": """
        faq | faqs | frequently asked questions | questions and answers | questions answers | q a
        | questions | common questions | visitors questions | frequent questions | q as
        | questions visitors ask | visitors ask | you ask we answer | your questions
        | questions from visitors | questions answered | your questions answered | visitor questions
        | вопросы и ответы | вопросы посетителей | ваши вопросы | частые вопросы
        | часто задаваемые вопросы | вопросы
        | پرسش ها | پرسشها | پرسش های بازدیدکنندگان | پرسش های متداول | پرسشهای متداول
        | سوالات متداول | سؤالات متداول | پرسش و پاسخ | پرسش ها و پاسخ ها
        | پرسش های رایج | سوالات""",
    "sources": """
        sources | references | bibliography | works cited | list of sources | literature
        | sources and literature | source list | list of references | select bibliography
        | selected bibliography | works consulted | bibliography and sources | primary sources
        | sources and references | references and sources | sources and bibliography
        | источники | литература | источники и литература
        | список литературы | библиография | منابع | مراجع | منابع و مآخذ | کتابنامه | مآخذ""",
    "notes": """
        notes | footnotes | endnotes | notes and references | references and notes
        | notes and sources | sources and notes | примечания | сноски
        | یادداشت ها | یادداشتها | پانویس ها | پانویسها | پاورقی ها | پاورقیها""",
    "external": """
        external resource | external resources | external resource s | external link
        | external links | external link s | further reading
        | further resources | read more | web links | links | additional resources
        | useful links | resources | suggested reading | recommended reading | external references
        | further reading and resources | further reading and links
        | дополнительные материалы | внешние ссылки | внешние ресурсы | ссылки
        | дополнительные ресурсы | что почитать | что ещё почитать | дополнительное чтение
        | рекомендуемая литература | дополнительная литература | внешний ресурс
        | منابع بیرونی | پیوندهای بیرونی | پیوند های بیرونی | منابع خارجی | برای مطالعه بیشتر
        | برای خواندن بیشتر | پیوندهای خارجی""",
    "internal": """
        internal link | internal links | internal link s | in this exhibit | related chapters
        | see also
        | внутренние ссылки | внутренняя ссылка | ссылки внутри выставки | на этой выставке
        | см также
        | پیوندهای درونی | پیوند های درونی | پیوندهای داخلی | لینک های داخلی""",
    "appendix": """
        appendix | appendices | annex | annexe | приложение | приложения | ضمیمه | پیوست
        | ضمایم | پیوست ها""",
}

_KIND_OF: dict[str, PartKind] = {
    folded(word): kind for kind, words in _WORDS.items() for word in words.split("|")
}
# "Conclusion: what the river kept", "Appendix A. Units of the 40th Army".
_LONGER = re.compile(
    r"([^\W\d]+)(?:\s+[A-Z0-9А-Я۰-۹]{1,3})?\s*[:.–—-]\s+\S|([^\W\d]+)\s+[A-Z0-9А-Я۰-۹]{1,3}\s*$"
)
# "FAQs (frequently asked questions)"; "Questions and answers about the bridge".
_IN_BRACKETS = re.compile(r"\([^()]{1,60}\)")
_ABOUT = re.compile(
    r"(?:faqs?|frequently asked questions|questions and answers|вопросы и ответы)"
    r" (?:about|on|for|о|об|про) \w.{0,60}$"
)
_MAY_BE_LONGER = frozenset({"introduction", "conclusion", "appendix"})
_LONGEST_PART_TITLE = 200


@lru_cache(maxsize=4096)
def part_kind(title: str) -> PartKind | None:
    """Say which part of a manuscript an unnumbered title heads, or None for a chapter's title."""
    if len(title) > _LONGEST_PART_TITLE:
        return None
    words = folded(title)
    if kind := _KIND_OF.get(words):
        return kind
    if "(" in title and (kind := _KIND_OF.get(folded(_IN_BRACKETS.sub(" ", title)))):
        return kind
    if _ABOUT.match(words):
        return "faq"
    if match := _LONGER.match(title.strip()):
        kind = _KIND_OF.get(folded(match.group(1) or match.group(2)))
        return kind if kind in _MAY_BE_LONGER else None
    return None
