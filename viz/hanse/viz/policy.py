"""What a page may do: nothing but run its own scripts, and ask the server it came from.

Every inline script is named by the hash of its text, so neither ``unsafe-inline`` nor
``unsafe-eval`` is needed for scripts.
"""

import base64
import hashlib
from collections.abc import Iterable


def fingerprint(text: str) -> str:
    """Return the hash by which a policy names an inline script or style.

    >>> fingerprint("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(
    *, scripts: Iterable[str], styles: Iterable[str], is_served: bool, in_meta: bool = False
) -> str:
    """Return the content security policy of a page with these inline scripts and styles.

    A page that is served may ask its own server; an exported one may ask nobody. A browser
    ignores ``frame-ancestors`` in a meta element, so there it is left out.
    """
    rules = {
        "default-src": ["'none'"],
        "script-src": [fingerprint(text) for text in scripts],
        "style-src": [fingerprint(text) for text in styles],
        "img-src": ["data:"],
        "connect-src": ["'self'" if is_served else "'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    if is_served:
        rules["script-src"].append("'self'")
        rules["style-src"].append("'self'")
    if not in_meta:
        rules["frame-ancestors"] = ["'none'"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())
