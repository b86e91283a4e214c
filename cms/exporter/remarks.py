"""What an export could not take along, in sentences for whoever asked for it."""

from dataclasses import dataclass, field


@dataclass
class Remarks:
    """Each sentence once, in the order in which they came up."""

    sentences: dict[str, None] = field(default_factory=dict)

    def add(self, sentence: str) -> None:
        self.sentences.setdefault(sentence)

    def __iter__(self):
        return iter(self.sentences)

    def __len__(self) -> int:
        return len(self.sentences)
