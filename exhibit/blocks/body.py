"""The body of a chapter: which blocks it may hold, in the order curators meet them."""

from wagtail import blocks

from exhibit.blocks.key_figure import KeyFigureBlock
from exhibit.blocks.map import MapBlock
from exhibit.blocks.note import ReaderNoteBlock
from exhibit.blocks.pictures import FigureBlock, GalleryBlock
from exhibit.blocks.quotation import QuotationBlock
from exhibit.blocks.recordings import AudioBlock, VideoBlock
from exhibit.blocks.table import TableBlock
from exhibit.blocks.text import TextBlock
from exhibit.blocks.timeline import TimelineBlock


class PlainBodyBlock(blocks.StreamBlock):
    """What a plain page may hold."""

    text = TextBlock()
    figure = FigureBlock()
    note = ReaderNoteBlock(label="Note to the reader")
    table = TableBlock()


class BodyBlock(blocks.StreamBlock):
    """What a chapter may hold."""

    text = TextBlock()
    quotation = QuotationBlock()
    note = ReaderNoteBlock(label="Note to the reader")
    figure = FigureBlock()
    gallery = GalleryBlock()
    audio = AudioBlock()
    video = VideoBlock()
    key_figure = KeyFigureBlock()
    timeline = TimelineBlock(label="Timeline excerpt")
    map = MapBlock()
    table = TableBlock()
