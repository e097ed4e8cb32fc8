"""A scale as people read it: each rating with its words or with the numbers that earn it."""

from hanse.graph.model import Band, Scale


def scale_in_words(scale: Scale) -> str:
    """Return the ratings of a scale, each with what earns it.

    >>> few = Band(rating=0, high=5, is_high_included=False)
    >>> many = Band(rating=1, low=5)
    >>> scale_in_words(Scale(kind="bands", maximum=1, unit="companies", bands=(few, many)))
    '0: fewer than 5; 1: 5 or more companies'
    """
    if scale.kind == "bands":
        bands = "; ".join(f"{band.rating}: {band_in_words(band)}" for band in scale.bands)
        return f"{bands} {scale.unit or ''}".strip()
    steps = range(scale.minimum, scale.maximum + 1)
    if scale.kind == "yes_no":
        return "; ".join(f"{s}: {scale.labels.get(s, 'yes' if s else 'no')}" for s in steps)
    if not scale.labels:
        return f"{scale.minimum} to {scale.maximum}"
    return "; ".join(f"{s}: {scale.labels[s]}" if s in scale.labels else str(s) for s in steps)


def band_in_words(band: Band) -> str:
    """Return the numbers of a band.

    >>> band_in_words(Band(rating=5, low=200, is_low_included=False))
    'more than 200'
    >>> band_in_words(Band(rating=2, low=21, high=50))
    '21 to 50'
    """
    low = None if band.low is None else f"{band.low:g}"
    high = None if band.high is None else f"{band.high:g}"
    if low is None:
        return f"{'at most' if band.is_high_included else 'fewer than'} {high}"
    if high is None:
        return f"{low} or more" if band.is_low_included else f"more than {low}"
    first = low if band.is_low_included else f"more than {low}"
    return f"{first} to {high}" if band.is_high_included else f"{first} to below {high}"
