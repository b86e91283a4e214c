"""A question that visitors ask, with its answer."""

from wagtail import blocks

from exhibit.blocks.text import TextBlock


class QuestionBlock(blocks.StructBlock):
    """One question; its address is the block's own id, so reordering breaks no link."""

    question = blocks.CharBlock(
        max_length=240, help_text="As a visitor would ask it, e.g. “Why leave in 1988?”"
    )
    answer = TextBlock(label="Answer")
    chapter = blocks.PageChooserBlock(
        page_type="exhibit.ChapterPage",
        required=False,
        label="Chapter that says more",
        help_text="Visitors are offered it below the answer.",
    )

    class Meta:
        icon = "help"
        template = "blocks/question.html"
        label_format = "{question}"
        description = "A question with its answer"
        preview_value = {
            "question": "Why did the army leave in 1988?",
            "answer": {"text": "<p>Because a decision taken in 1986 came due.</p>", "notes": []},
        }
