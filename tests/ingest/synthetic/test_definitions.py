"""The chain and the guide of an invented project read like any other, and fit its categories."""

from hanse.ingest.chains import read_chain
from hanse.ingest.guides import read_guide
from hanse.ingest.synthetic.definitions import (
    CHAIN,
    GUIDE,
    RELEVANCE,
    STAGES,
    chain_text,
    definitions,
)
from hanse.ingest.synthetic.world import CATEGORIES, label


def test_the_chain_reads_and_has_its_six_stages_in_order() -> None:
    chain = read_chain(chain_text(), where="chain")

    assert chain.id == CHAIN
    assert tuple(stage.label for stage in chain.stages) == STAGES
    assert len(chain.stages) == 6
    assert chain.provider_worths == (0.7, 0.3)


def test_each_stage_is_fed_by_categories_of_its_own() -> None:
    chain = read_chain(chain_text(), where="chain")
    feeds = [(feed.scheme, feed.label) for stage in chain.stages for feed in stage.feeds]

    assert len(feeds) == len(set(feeds)) == 6 * sum(map(len, RELEVANCE.values()))


def test_every_category_that_feeds_a_stage_is_one_of_the_invented_ones() -> None:
    known = {
        (scheme, label(scheme, place))
        for scheme, (_, number) in CATEGORIES.items()
        for place in range(number)
    }
    chain = read_chain(chain_text(), where="chain")

    assert {(feed.scheme, feed.label) for stage in chain.stages for feed in stage.feeds} <= known


def test_a_stage_weighs_its_categories_as_stated_for_each_scheme() -> None:
    for stage in read_chain(chain_text(), where="chain").stages:
        for scheme, relevances in RELEVANCE.items():
            found = tuple(feed.relevance for feed in stage.feeds if feed.scheme == scheme)
            assert found == relevances


def test_the_guide_reads_and_says_that_it_is_invented() -> None:
    chain, guide = definitions()

    assert (chain.kind, chain.id, guide.kind, guide.id) == ("chain", CHAIN, "guide", GUIDE)
    assert read_guide(guide.text, where="guide").id == GUIDE
    assert "Invented" in guide.text
    assert "Invented" in chain.text
