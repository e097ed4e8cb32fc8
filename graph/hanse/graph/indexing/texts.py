"""Many short texts in two arrays: fast to keep, to map into memory and to look up."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

# After every text that begins with others: no character of UTF-8 is made of this byte.
_LAST = b"\xff"


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Texts by their numbers from 0.

    ``letters`` are their letters in UTF-8, one after the other; ``ends`` says where each ends,
    with a leading 0. In sorted texts one is found by halving; their order is that of Python,
    for UTF-8 sorts as the characters do.
    """

    letters: NDArray[np.uint8]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Return the texts in the order given."""
        parts = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.zeros(len(parts) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)), out=ends[1:])
        return cls(np.frombuffer(b"".join(parts), dtype=np.uint8), ends)

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> str:
        """Return the text of this number."""
        return self._bytes(number).decode("utf-8", "surrogatepass")

    def _bytes(self, number: int) -> bytes:
        return self.letters[self.ends[number] : self.ends[number + 1]].tobytes()

    def __iter__(self) -> Iterator[str]:
        """Yield all texts in order."""
        letters, ends = self.letters.tobytes(), self.ends.tolist()
        start = 0
        for end in ends[1:]:
            yield letters[start:end].decode("utf-8", "surrogatepass")
            start = end

    def some(self, numbers: Sequence[int] | NDArray[np.integer]) -> list[str]:
        """Return the texts of some numbers, in their order."""
        return [self[int(number)] for number in numbers]

    def find(self, text: str) -> int | None:
        """Return the number of ``text`` among sorted texts, the first one; ``None`` if absent."""
        wanted = text.encode("utf-8", "surrogatepass")
        number = self._first(wanted)
        return number if number < len(self) and self._bytes(number) == wanted else None

    def beginning_with(self, beginning: str) -> tuple[int, int]:
        """Return the first number of those that begin so, and the one after the last."""
        wanted = beginning.encode("utf-8", "surrogatepass")
        return self._first(wanted), self._first(wanted + _LAST)

    def equal_to(self, text: str) -> tuple[int, int]:
        """Return the first number of those that are ``text``, and the one after the last."""
        wanted = text.encode("utf-8", "surrogatepass")
        return self._first(wanted), self._first(wanted + b"\x00")

    def _first(self, wanted: bytes) -> int:
        return bisect_left(range(len(self)), wanted, key=self._bytes)
