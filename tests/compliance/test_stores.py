"""What any store of projects must do; a new kind is added in conftest and passes all of it."""

from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import claim, cluster, intake, partnership
from tests.compliance.kinds import Stores

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.store import Changes, Contents, Definition, Intake, PutAside, Store

FULL: Final = claim(
    "biocat",
    "member_of",
    "laser-go",
    source="d41",
    locator="section 1",
    as_of="2017",
    since="2016-01",
    until="2017-12-31",
    role="coordinator",
    context="either-or",
    status="repaired",
    as_written="LASER GO",
    note="a hyphen was missing",
)
VALUES: Final = (
    "text",
    0,
    -7,
    871,
    0.1,
    -0.0,
    1e300,
    5e-324,
    2**53,
    True,
    False,
    Quantity(value=250, unit="members", qualifier="about"),
    Quantity(value=300, unit="members", qualifier="at_least", strict=True),
    Quantity(value=0, unit="smes", qualifier="at_most"),
    Quantity(value=100, unit="jobs", qualifier="between", upper=150),
)


def exactly(claims: Iterator[Claim] | list[Claim]) -> list[tuple[int, str, Claim]]:
    """Tell claims apart that Python calls equal: yes is not 1."""
    return sorted(((c.id, type(c.value).__name__, c) for c in claims), key=lambda said: said[:2])


def state(store: Store) -> tuple[Contents, list[Claim]]:
    return store.contents(), list(store.claims())


def breaking_off(*claims: Claim, fault: BaseException) -> Iterator[Claim]:
    yield from claims
    raise fault


# -- it hands back what it was given ------------------------------------------------------


def test_a_new_store_holds_nothing(store: Store) -> None:
    assert list(store.claims()) == []
    assert store.contents() == Contents()
    assert store.claims_by_source() == {}


def test_a_claim_comes_back_with_every_part_of_it(store: Store) -> None:
    store.write(intake([FULL]))

    assert list(store.claims()) == [FULL]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_what_it_was(
    store: Store, value: str | float | bool | Quantity
) -> None:
    store.write(intake([claim(value=value)]))

    (kept,) = store.claims()
    assert kept.value == value
    assert isinstance(kept.value, bool) == isinstance(value, bool)
    assert isinstance(kept.value, str) == isinstance(value, str)
    assert kept.id == claim(value=value).id


def test_yes_and_one_are_two_statements(store: Store) -> None:
    store.write(intake([claim(value=True), claim(value=1), claim(value="1")]))

    kept = {type(said.value).__name__ for said in store.claims()}
    assert kept == {"bool", "int", "str"}


@given(st.lists(strategies.claims(), max_size=8))
def test_whatever_was_written_comes_back(new_store: Stores, claims: list[Claim]) -> None:
    store = new_store()

    store.write(intake(claims))

    assert exactly(store.claims()) == exactly(list({said.id: said for said in claims}.values()))


@given(
    st.lists(strategies.sources, max_size=4, unique_by=lambda source: source.id),
    st.lists(strategies.definitions, max_size=4, unique_by=lambda kept: (kept.kind, kept.id)),
    st.lists(strategies.rows_put_aside, max_size=4),
    strategies.project_settings,
)
def test_what_travels_with_claims_comes_back(
    new_store: Stores,
    sources: list[Source],
    definitions: list[Definition],
    put_aside: list[PutAside],
    settings: Settings,
) -> None:
    store = new_store()

    store.write(
        Intake(
            origin="test",
            sources=tuple(sources),
            definitions=tuple(definitions),
            put_aside=tuple(put_aside),
            settings=settings,
            rows=7,
        )
    )

    kept = store.contents()
    assert list(kept.sources) == sorted(sources, key=lambda source: source.id)
    assert list(kept.definitions) == sorted(definitions, key=lambda d: (d.kind, d.id))
    assert sorted(map(repr, kept.put_aside)) == sorted(map(repr, put_aside))
    assert kept.settings == settings
    assert [(origin.name, origin.rows) for origin in kept.origins] == [("test", 7)]


def test_two_spellings_of_one_name_stay_two_texts(store: Store) -> None:
    composed, decomposed = claim(value="\u00cele-de-France"), claim(value="I\u0302le-de-France")

    store.write(intake([composed, decomposed]))

    assert set(store.claims()) == {composed, decomposed}


@pytest.mark.never("sqlite_in_memory", reason="nothing of it outlives the program")
def test_a_project_outlives_the_program(new_store: Stores) -> None:
    store = new_store()
    store.write(intake([FULL], settings=Settings(title="LASER-GO")))
    before = state(store)

    again = new_store.find_again(store)

    assert state(again) == before
    assert list(again.claims()) == [FULL]


# -- in what order ------------------------------------------------------------------------


@given(st.lists(strategies.claims(subjects=st.sampled_from(["ä", "b", "Z", "z"])), max_size=8))
def test_claims_come_by_subject_predicate_and_id_however_they_were_written(
    new_store: Stores, claims: list[Claim]
) -> None:
    one, other = new_store(), new_store()

    one.write(intake(claims))
    other.write(intake(reversed(claims)))

    order = [(said.subject, said.predicate, said.id) for said in one.claims()]
    assert order == sorted(order)
    assert [said.id for said in other.claims()] == [said.id for said in one.claims()]


def test_the_claims_of_some_subjects_come_by_subject_each_once(store: Store) -> None:
    store.write(intake(cluster("Optence") + cluster("BIOCAT") + cluster("Medicen")))

    asked = iter(["optence", "nobody", "biocat", "optence"])
    subjects = [said.subject for said in store.claims(of=asked)]

    assert subjects == ["biocat", "biocat", "optence", "optence"]
    assert list(store.claims(of=[])) == []


def test_the_claims_of_all_subjects_are_all_claims(store: Store) -> None:
    store.write(intake(cluster("Optence") + cluster("BIOCAT")))

    everything = list(store.claims())

    assert list(store.claims(of={said.subject for said in everything})) == everything


def test_claims_are_counted_by_source_each_once(store: Store) -> None:
    store.write(intake([claim(source="d41"), claim("optence", source="nl")], origin="one"))
    store.write(intake([claim(source="d41"), claim("medicen", source="d41")], origin="two"))

    assert list(store.claims_by_source().items()) == [("d41", 2), ("nl", 1)]


def test_contents_come_in_a_fixed_order(store: Store) -> None:
    rows = (PutAside(file="b", reason="?", remedy="!"), PutAside(file="a", reason="?", remedy="!"))
    sources = (Source(id="nl", title="Newsletter"), Source(id="d41", title="Guide"))
    store.write(Intake(origin="z", put_aside=rows, sources=sources))
    store.write(Intake(origin="a"))

    kept = store.contents()

    assert [row.file for row in kept.put_aside] == ["a", "b"]
    assert [source.id for source in kept.sources] == ["d41", "nl"]
    assert [origin.name for origin in kept.origins] == ["a", "z"]


# -- writing an origin again --------------------------------------------------------------


def test_writing_the_same_again_changes_nothing_and_says_so(store: Store) -> None:
    first = store.write(intake([FULL, claim()]))
    before = state(store), store.version

    second = store.write(intake([claim(), FULL]))

    assert (first.added, first.removed, first.unchanged, first.has_changed) == (2, 0, 0, True)
    assert second == Changes(unchanged=2)
    assert not second.has_changed
    assert (state(store), store.version) == before


def test_the_same_number_written_whole_or_not_is_the_same_statement(store: Store) -> None:
    store.write(intake([claim(predicate="order", value=871)]))

    assert store.write(intake([claim(predicate="order", value=871.0)])) == Changes(unchanged=1)


def test_a_statement_made_twice_in_one_file_is_one(store: Store) -> None:
    changes = store.write(intake([FULL, FULL]))

    assert (changes.added, changes.unchanged) == (1, 0)
    assert list(store.claims()) == [FULL]


def test_writing_an_origin_again_replaces_what_it_brought(store: Store) -> None:
    stays, goes, comes = claim("biocat"), claim("optence"), claim("medicen")
    store.write(intake([stays, goes]))

    changes = store.write(intake([stays, comes]))

    assert (changes.added, changes.removed, changes.unchanged) == (1, 1, 1)
    assert list(store.claims()) == [stays, comes]


def test_an_origin_replaces_its_sources_definitions_and_rows_put_aside(store: Store) -> None:
    row = PutAside(file="a.csv", reason="no name", remedy="write one")
    chain = Definition(kind="chain", id="photonics-for-health", text="id = 'old'")
    old = Intake(origin="a", sources=(Source(id="d41", title="old"),), put_aside=(row,))
    store.write(old)
    store.write(Intake(origin="a", sources=(Source(id="d41", title="new"),), definitions=(chain,)))

    kept = store.contents()

    assert [source.title for source in kept.sources] == ["new"]
    assert kept.definitions == (chain,)
    assert kept.put_aside == ()


def test_an_origin_never_touches_what_another_brought(store: Store) -> None:
    store.write(intake([claim("biocat"), claim("optence")], origin="a"))
    before = list(store.claims())

    store.write(intake([claim("medicen")], origin="b"))
    store.write(Intake(origin="b"))

    assert list(store.claims()) == before
    assert {source.id for source in store.contents().sources} == {"test"}


def test_what_two_origins_say_stays_until_neither_says_it(store: Store) -> None:
    store.write(intake([FULL], origin="a"))
    again = store.write(intake([FULL], origin="b"))

    assert (again.added, again.unchanged) == (0, 1)
    assert store.write(Intake(origin="a")).removed == 0
    assert list(store.claims()) == [FULL]
    assert store.write(Intake(origin="b")).removed == 1
    assert list(store.claims()) == []


def test_the_newest_origin_is_heard_where_two_define_the_same(store: Store) -> None:
    shipped = Definition(kind="chain", id="photonics-for-health", text="shipped")
    own = Definition(kind="chain", id="photonics-for-health", text="own")
    store.write(Intake(origin="laser-go", definitions=(shipped,)))
    store.write(Intake(origin="my-chain.toml", definitions=(own,)))
    store.write(Intake(origin="laser-go", definitions=(shipped,), rows=1))

    assert store.contents().definitions == (own,)


def test_settings_stay_when_an_origin_brings_none(store: Store) -> None:
    store.write(Intake(origin="a", settings=Settings(title="LASER-GO", as_of="2017-04-13")))

    store.write(Intake(origin="a"))

    assert store.contents().settings == Settings(title="LASER-GO", as_of="2017-04-13")


def test_a_store_can_be_given_its_own_claims_under_another_name(store: Store) -> None:
    store.write(intake(cluster("Optence") + cluster("BIOCAT"), origin="a"))
    before = list(store.claims())

    changes = store.write(Intake(origin="copy", claims=store.claims()))

    assert (changes.added, changes.unchanged) == (0, len(before))
    assert list(store.claims()) == before


# -- all of it or nothing -----------------------------------------------------------------


@pytest.mark.parametrize("fault", [ValueError("row 7"), KeyboardInterrupt()], ids=repr)
def test_an_import_that_breaks_off_leaves_everything_as_it_was(
    store: Store, fault: BaseException
) -> None:
    store.write(intake([claim("biocat")], settings=Settings(title="before")))
    before = state(store), store.version
    half = breaking_off(claim("optence"), claim("medicen"), fault=fault)

    with pytest.raises(type(fault)):
        store.write(Intake(origin="test", claims=half, settings=Settings(title="after"), rows=9))

    assert (state(store), store.version) == before


def test_several_imports_are_written_in_their_order_and_each_is_told(store: Store) -> None:
    store.write(intake([claim("biocat")], origin="a"))

    changes = store.write_all(
        [intake([claim("optence")], origin="a"), intake([claim("medicen")], origin="b")]
    )

    assert [(change.added, change.removed) for change in changes] == [(1, 1), (1, 0)]
    assert [said.subject for said in store.claims()] == ["medicen", "optence"]
    assert store.write_all([]) == []


def test_of_several_imports_none_is_written_when_one_breaks_off(store: Store) -> None:
    store.write(intake([claim("biocat")], origin="a"))
    before = state(store), store.version
    half = breaking_off(claim("medicen"), fault=ValueError("row 7"))

    with pytest.raises(ValueError, match="row 7"):
        store.write_all([intake([claim("optence")], origin="a"), Intake(origin="b", claims=half)])

    assert (state(store), store.version) == before


def test_an_import_can_follow_one_that_broke_off(store: Store) -> None:
    with pytest.raises(ValueError, match="row 7"):
        store.write(Intake(origin="a", claims=breaking_off(FULL, fault=ValueError("row 7"))))

    store.write(intake([claim("biocat")], origin="a"))

    assert list(store.claims()) == [claim("biocat")]


def test_text_that_no_file_can_keep_is_refused_and_changes_nothing(store: Store) -> None:
    store.write(intake([claim()]))
    before = state(store), store.version
    half_a_letter = PutAside(file="names.csv", reason="damaged", remedy="save", value="\ud800")

    with pytest.raises(BadInput, match=r"(?s)names: something in it cannot be kept.*hint:"):
        store.write(Intake(origin="names", claims=[FULL], put_aside=(half_a_letter,)))

    assert (state(store), store.version) == before


# -- its version --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        Intake(origin="test", claims=[FULL]),
        Intake(origin="test", claims=[claim(note="another note")]),
        Intake(origin="test", claims=[claim()], rows=1),
        Intake(origin="test", claims=[claim()], sources=(Source(id="d41", title="Guide"),)),
        Intake(
            origin="test", claims=[claim()], definitions=(Definition(kind="g", id="i", text=""),)
        ),
        Intake(origin="test", claims=[claim()], settings=Settings(title="new")),
        Intake(origin="other"),
    ],
    ids=["claim", "note of a claim", "rows", "source", "definition", "settings", "origin"],
)
def test_the_version_changes_with_whatever_changes(store: Store, change: Intake) -> None:
    store.write(Intake(origin="test", claims=[claim()]))
    before = store.version

    changes = store.write(change)

    assert changes.has_changed
    assert store.version != before


_FEW = st.sampled_from([claim(), claim("optence"), claim("medicen", note="n"), FULL])
_WRITES = st.builds(
    Intake,
    origin=st.sampled_from(["a", "b"]),
    claims=st.lists(_FEW, max_size=3),
    sources=st.sampled_from([(), (Source(id="d41", title="Guide"),)]),
    settings=st.none() | st.just(Settings(title="LASER-GO")),
)


@given(st.lists(_WRITES, max_size=6))
def test_the_version_tells_whether_anything_changed(
    new_store: Stores, writes: list[Intake]
) -> None:
    store = new_store()
    for one in writes:
        version, before = store.version, state(store)

        changes = store.write(one)

        has_changed = state(store) != before
        assert changes.has_changed == (store.version != version)
        assert store.version != version or not has_changed
        written = [origin.written for origin in store.contents().origins]
        assert all(written)


# -- what is made of it -------------------------------------------------------------------


def test_a_graph_is_made_of_any_store(store: Store) -> None:
    store.write(intake(cluster("BIOCAT", country="ES") + partnership(members=["biocat"])))

    graph = PartnershipGraph.of(store)

    assert graph.members("laser-go") == ("biocat",)
    assert graph.cluster("biocat").country == "ES"


def test_the_graph_knows_its_sources_and_settings(store: Store) -> None:
    settings = Settings(title="LASER-GO", alliance="laser-go")
    store.write(intake([claim(source="d41")], settings=settings))

    graph = PartnershipGraph.of(store)

    assert list(graph.sources) == ["d41"]
    assert graph.settings == settings


def test_a_store_says_where_it_is_kept(store: Store) -> None:
    assert store.address


# -- it can be made again -----------------------------------------------------------------


@given(
    st.lists(strategies.claims(), max_size=6),
    st.lists(strategies.claims(), max_size=6),
    st.lists(strategies.sources, max_size=2, unique_by=lambda source: source.id),
)
def test_what_each_origin_brought_makes_the_same_project_again(
    new_store: Stores, first: list[Claim], second: list[Claim], sources: list[Source]
) -> None:
    store, copy = new_store(), new_store()
    settings = Settings(title="Photonics for health", alliance="laser-go")
    store.write(Intake(origin="a.csv", claims=first, sources=tuple(sources), settings=settings))
    store.write(Intake(origin="b.csv", claims=second))

    for brought in store.intakes():
        copy.write(brought)

    assert exactly(copy.claims()) == exactly(store.claims())
    assert copy.contents().settings == settings
    assert copy.contents().sources == store.contents().sources
    assert [o.name for o in copy.contents().origins] == ["a.csv", "b.csv"]
