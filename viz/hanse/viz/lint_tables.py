"""What a check of a guide or a chain finds, as lines that people read in a terminal."""

from hanse.viz.documents import Document
from hanse.viz.tables import rows, say
from hanse.viz.words import numbered


def findings(document: Document) -> None:
    """Print the findings with their places and remedies, and how many there are."""
    found = rows(document, "findings")
    for finding in found:
        say(
            f"{finding['where']}: {finding['severity']} {finding['code']}: {finding['message']}",
            f"    {finding['remedy']}",
        )
    errors = sum(finding["severity"] == "error" for finding in found)
    told = f"{numbered(errors, 'error')}, {numbered(len(found) - errors, 'warning')}"
    say("", f"{document['id'] or 'It'}: {told}.")
