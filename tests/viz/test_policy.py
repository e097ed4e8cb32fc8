"""A page may run its own scripts and ask its own server, and nothing else."""

import hashlib
from base64 import b64encode

from hanse.viz.policy import fingerprint, policy


def test_a_script_is_named_by_the_hash_of_its_text() -> None:
    digest = b64encode(hashlib.sha256("let a = 'ä'".encode()).digest()).decode()

    assert fingerprint("let a = 'ä'") == f"'sha256-{digest}'"


def test_nothing_is_allowed_that_is_not_named() -> None:
    rules = policy(scripts=["a"], styles=["b"], is_served=False)

    assert rules.startswith("default-src 'none'; ")
    assert "unsafe" not in rules
    assert "http" not in rules


def test_an_exported_page_asks_nobody_and_a_served_one_its_server() -> None:
    assert "connect-src 'none'" in policy(scripts=[], styles=[], is_served=False)
    assert "connect-src 'self'" in policy(scripts=[], styles=[], is_served=True)


def test_what_a_meta_element_may_not_say_is_left_out_of_it() -> None:
    assert "frame-ancestors 'none'" in policy(scripts=[], styles=[], is_served=True)
    assert "frame-ancestors" not in policy(scripts=[], styles=[], is_served=False, in_meta=True)
