"""Short manuscripts in Russian, as an old text file, and in Dari, as a Word document."""

from .outlines import bare, notes_of, outline_of, sections_of, titles, warnings, words_by_section
from .source import WORDS

RUSSIAN = "ferry-cp1251.ru.txt"
DARI = "ferry.fa-AF.docx"


def test_a_russian_text_of_old_windows_is_read_and_the_guess_is_said():
    outline = outline_of(RUSSIAN)
    assert outline.title == "Паромная переправа"
    assert outline.language == "ru"
    assert titles(outline) == ["Канат и течение", "Паромщик", "Лёд"]
    (guess,) = warnings(outline, "encoding_guessed")
    assert "1251" in guess


def test_every_line_of_the_russian_text_is_kept():
    outline = outline_of(RUSSIAN)
    said = bare(" ".join(section.html for section in sections_of(outline)))
    said += bare(" ".join(faq.question + faq.answer_html for faq in outline.faqs))
    lines = (WORDS / "ferry.ru.txt").read_text("utf-8").splitlines()
    prose = [bare(line.removeprefix("– ")) for line in lines if line.endswith((".", ";"))]
    assert [line for line in prose if line not in said] == []
    assert outline.conclusion.title == "Заключение"
    assert [faq.question for faq in outline.faqs] == [
        "Почему паром не сносит течением?",
        "Сколько стоила переправа?",
    ]


def test_a_list_typed_with_dashes_is_a_list_in_russian_too():
    assert outline_of(RUSSIAN).chapters[1].html.count("<li>") == 3


def test_a_dari_document_runs_from_right_to_left():
    outline = outline_of(DARI)
    assert outline.title == "گذرگاه دریا"
    assert outline.language == "fa-AF"
    assert outline.direction == "rtl"


def test_the_dari_chapters_are_found_by_their_word_and_persian_numbers():
    outline = outline_of(DARI)
    assert titles(outline) == ["ریسمان و آب", "کشتی‌بان", "یخ"]
    assert [chapter.number for chapter in outline.chapters] == [1, 2, 3]
    assert outline.introduction.title == "مقدمه"
    assert outline.conclusion.title == "نتیجه"


def test_every_dari_paragraph_note_and_question_is_kept_with_its_joiners():
    outline = outline_of(DARI)
    made = {section.title: bare(section.html) for section in sections_of(outline)}
    parts = words_by_section(WORDS / "ferry.fa-AF.txt")
    for title, paragraphs in parts[:5]:
        assert [words for words in paragraphs if words not in made[title]] == []
    assert [bare(note.html) for note in outline.footnotes] == notes_of(WORDS / "ferry.fa-AF.txt")
    assert [faq.question for faq in outline.faqs] == [
        "چرا آب کشتی را نمی‌برد؟",
        "گذشتن چند بود؟",
    ]
