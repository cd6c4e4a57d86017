"""Orders of a child that may die at any time: innocent ones go on, guilty ones fail, and nobody waits for ever."""

from desktop_app.engine.processes.order_book import OrderBook, Pending
from desktop_app.engine.processes.worker_messages import Cancel, Order


def nobody(_result: object, _error: Exception | None) -> None:
    """Nobody waits for an answer."""


def numbers(pending: list[Pending]) -> list[int]:
    return [each.order.number for each in pending]


def sent(book: OrderBook) -> list[int]:
    """The numbers of the orders that may be sent now."""
    return [message.number for message in book.take_messages() if isinstance(message, Order)]


def book_with(*tries: int) -> OrderBook:
    """A child has as many orders, numbered from 1 on."""
    book = OrderBook()
    for each in tries:
        book.add("files", "work", nobody, each)
    book.take_messages()
    return book


def test_orders_are_sent_once_and_in_order() -> None:
    book = OrderBook()
    assert book.is_empty
    assert [book.add("files", work, nobody, 1) for work in "ab"] == [1, 2]
    assert (sent(book), sent(book)) == ([1, 2], [])
    assert not book.is_empty
    book.take_answered(1)
    book.take_answered(2)
    assert book.is_empty


def test_what_a_dead_child_had_not_begun_goes_on_before_what_waits() -> None:
    book = book_with(1, 1)
    book.add("files", "later", nobody, 1)
    assert book.child_died("crash", 0.0, was_ready=True) == []
    assert sent(book) == [1, 2, 3]


def test_what_it_had_begun_fails_or_is_tried_again_alone() -> None:
    book = book_with(1, 2, 2, 1)
    for number in (1, 2, 3):
        book.hear_of(number, 10.0)
    assert numbers(book.child_died("crash", 0.0, was_ready=True)) == [1]
    assert sent(book) == [2]
    assert sent(book) == [], "nothing is sent beside a suspect"
    book.take_answered(2)
    assert sent(book) == [3]
    book.take_answered(3)
    assert sent(book) == [4]


def test_only_what_stands_still_is_guilty_of_a_hang() -> None:
    book = book_with(1, 1)
    book.hear_of(1, 5.0)
    book.hear_of(2, 20.0)
    assert book.deadline == 5.0
    assert numbers(book.child_died("hang", 6.0, was_ready=True)) == [1]
    assert book.deadline == float("inf")


def test_children_that_never_take_an_order_are_given_up() -> None:
    book = OrderBook()
    book.add("files", "work", nobody, 1)
    assert book.child_died("crash", 0.0, was_ready=False) == []
    assert numbers(book.child_died("crash", 0.0, was_ready=False)) == [1]
    assert book.is_empty
    book.add("files", "work", nobody, 1)
    assert book.child_died("crash", 0.0, was_ready=False) == [], "it is tried again for what comes later"
    book.child_began()
    assert book.child_died("crash", 0.0, was_ready=False) == []


def test_a_cancelled_order_is_not_sent_and_the_child_is_told_of_one_that_it_has() -> None:
    book = book_with(1)
    book.add("files", "work", nobody, 1)
    assert not book.cancel(2), "it was never sent"
    assert book.cancel(1)
    assert book.take_messages() == [Cancel(1)]
    assert book.child_died("crash", 0.0, was_ready=True) == []
    assert book.is_empty, "nobody wants it any more, so no other child is told of it"


def test_all_orders_can_be_taken_out_at_once() -> None:
    book = book_with(1)
    book.add("files", "work", nobody, 1)
    assert numbers(book.take_all()) == [2, 1]
    assert book.is_empty
