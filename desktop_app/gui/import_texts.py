"""How much an import says, in words."""

from PySide6.QtCore import QCoreApplication


def amount_text(tags: int, marks: int, collected: int) -> str:
    """So many decisions on tags, sounds with ratings, favourites and notes, and entries in collections; empty for
    nothing.
    """
    translate = QCoreApplication.translate
    parts = [
        translate("ImportTexts", "%Ln decision(s) on tags", "", tags) if tags else "",
        translate("ImportTexts", "ratings, favourites and notes on %Ln sound(s)", "", marks) if marks else "",
        translate("ImportTexts", "%Ln entry(ies) in collections", "", collected) if collected else "",
    ]
    return ", ".join(filter(None, parts))
