"""What bounds a score from above, in numbers that a server can reckon with."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a candidate may add beside the chain: weights, and where the alliance stands.

    ``countries`` are the alliance's. ``touching`` are the markets that touch a target,
    ``most`` how many targets one of them touches at the most, of ``targets`` in all.
    ``is_one_day``: a day is asked for, so that what is known of a dated cluster may differ.
    """

    region: float
    market: float
    access: float
    countries: tuple[str, ...]
    targets: int
    touching: tuple[str, ...]
    most: int
    is_one_day: bool

    @property
    def limit(self) -> float:
        """Return the most that any cluster may add beside the chain."""
        return self.region + self.access + (self.market if self.targets else 0.0)

    def parameters(self) -> dict[str, object]:
        """Return the parameters of the statement that bounds the clusters of a group."""
        given: dict[str, object] = asdict(self)
        given["isOneDay"] = given.pop("is_one_day")
        return {**given, "countries": list(self.countries), "touching": list(self.touching)}
