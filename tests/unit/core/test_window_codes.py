"""Codes give an embedding back to 16 bits, and its upper half alone to 8."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.core.vector_index import Vectors
from desktop_app.core.window_codes import decode, encode

NUMBERS = st.floats(-1e4, 1e4, width=32).filter(lambda number: number == 0 or abs(number) > 1e-20)


@settings(deadline=None)
@given(arrays(np.float32, (3, 7), elements=NUMBERS))
def test_no_number_is_wrong_by_more_than_is_promised(vectors: Vectors) -> None:
    codes = encode(vectors)
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    exact = decode(codes.coarse, codes.fine, codes.scales)
    assert exact.dtype == np.float32
    assert (np.abs(exact - vectors) <= largest / 60_000).all()
    coarse = codes.coarse * codes.scales[:, None]
    assert (np.abs(coarse - vectors) <= largest / 253).all()
    np.testing.assert_allclose(codes.lengths, np.linalg.norm(vectors.astype(np.float64), axis=1), rtol=1e-5)


def test_no_windows_are_no_codes() -> None:
    codes = encode(np.empty((0, 8), dtype=np.float32))
    assert codes.coarse.shape == codes.fine.shape == (0, 8)
    assert codes.scales.shape == (0,)


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_what_is_no_number_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        encode(np.array([[1.0, wrong]], dtype=np.float32))
