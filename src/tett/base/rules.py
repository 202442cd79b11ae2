"""The one exception that people meet."""


class Refusal(Exception):  # noqa: N818 - the house's word: a refusal is an answer, not an error
    """Say in one sentence why something can't be done, and what to do instead."""

    def __init__(self, sentence: object) -> None:
        """Keep the sentence lazy, so that it is read in the reader's language."""
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        """Give the sentence in the active language."""
        return str(self.sentence)
