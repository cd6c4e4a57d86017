"""What a person noted of a sound beside its tags: a rating, whether it is a favourite, and a note."""

from dataclasses import dataclass

HIGHEST_RATING = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one content. As they are here they mean that nothing was said."""

    rating: int = 0
    """1..`HIGHEST_RATING`; 0 when there is none."""
    favourite: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.rating <= HIGHEST_RATING:
            raise ValueError(f"a rating is 0 to {HIGHEST_RATING}, not {self.rating}")

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.rating or self.favourite or self.note)


@dataclass(frozen=True, slots=True)
class Collection:
    """A named list of sounds that a person put together."""

    collection_id: int
    name: str
    count: int
    """Sounds in it whose files are there."""
