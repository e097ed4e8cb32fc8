"""One row at a time: all its claims, or none and all its faults."""

from tests.table_files import read, said

from hanse.graph.quantities import Quantity


def faults(**texts: str) -> list[tuple[int | None, str | None, str]]:
    _, findings = read(**texts)
    return [(f.row, f.column, f.reason) for f in findings.faults]


def test_every_faulty_cell_of_a_row_is_told_under_the_users_title() -> None:
    text = "Cluster name,Pays,Membres,PME\nA,Germny,many,4.5\nB,FR,12,3\n"

    assert faults(clusters=text) == [
        (2, "Pays", "no country is called 'Germny'"),
        (2, "Membres", "'many' is not a figure that is understood"),
        (2, "PME", "'4.5' is not a whole number"),
    ]


def test_a_row_with_a_fault_yields_no_claim_at_all() -> None:
    claims, _ = read(clusters="id,name,members\nc1,A,many\nc2,B,5\n")

    assert {claim.subject for claim in claims} == {"c2"}


def test_a_list_of_clusters_says_who_where_what_and_how_many() -> None:
    text = (
        "id,name,country,region,technology_field,members,website,target_markets,alias\n"
        "c1,Biocat,Spain,Catalonia,Optics | Imaging,about 250,biocat.cat,Japan | Brasil,BC\n"
    )
    claims, findings = read(clusters=text)

    assert findings.faults == []
    assert said(claims, "c1", "country") == ["ES"]
    assert said(claims, "c1", "located_in") == ["region:es-catalonia"]
    assert said(claims, "region:es-catalonia", "name") == ["Catalonia"]
    assert said(claims, "c1", "classified_as") == [
        "technology_field:optics",
        "technology_field:imaging",
    ]
    assert said(claims, "c1", "members") == [Quantity(value=250, unit="members", qualifier="about")]
    assert said(claims, "c1", "homepage") == ["https://biocat.cat"]
    assert said(claims, "c1", "targets") == ["market:jp", "market:br"]
    assert said(claims, "c1", "alias") == ["BC"]


def test_the_wording_is_kept_where_it_is_not_what_was_understood() -> None:
    claims, _ = read(clusters="id,name,country,members\nc1,A,Spain,200+\n")

    assert {c.predicate: c.as_written for c in claims if c.subject == "c1"} == {
        "kind": None,
        "name": None,
        "country": "Spain",
        "members": "200+",
    }


def test_a_figure_written_as_we_write_it_needs_no_other_wording() -> None:
    claims, findings = read(clusters="id,name,members\nc1,A,about 250\n")

    assert [c.as_written for c in claims if c.predicate == "members"] == [None]
    assert [r.text for r in findings.remarks] == ["understood as about 250 members"]


def test_the_wording_that_a_row_gives_comes_first() -> None:
    texts = {
        "clusters": "id,name\nc1,A\n",
        "counts": "subject,value,unit,as_written\nc1,200+,smes,over 200 SMEs\n",
    }
    claims, _ = read(**texts)

    assert [c.as_written for c in claims if c.predicate == "smes"] == ["over 200 SMEs"]


def test_a_membership_names_both_ends_by_any_name() -> None:
    claims, findings = read(
        clusters="id,name\nc1,Biocat\n",
        partnerships="id,name,kind\nlaser-go,LASER-GO,Partnership\n",
        memberships="cluster,partnership,role,since\nBIOCAT,Laser-Go,member,13.04.2017\n",
    )

    tie = next(claim for claim in claims if claim.predicate == "member_of")
    assert (tie.subject, tie.other, tie.role, tie.since) == (
        "c1",
        "laser-go",
        "member",
        "2017-04-13",
    )
    assert [(r.value, r.text) for r in findings.remarks] == [
        ("13.04.2017", "understood as 2017-04-13")
    ]


def test_a_membership_with_unknown_or_empty_ends_makes_no_ghost() -> None:
    texts = {
        "clusters": "id,name\nc1,Biocat\n",
        "memberships": "cluster,partnership,role\nc1,nowhere,\n,,member\nc1,c1,\n",
    }
    claims, _ = read(**texts)

    assert [claim for claim in claims if claim.predicate == "member_of"] == []
    assert faults(**texts) == [
        (2, "partnership", "no partnership or network or consortium is called 'nowhere'"),
        (3, "cluster", "cluster is empty"),
        (3, "partnership", "partnership is empty"),
        (4, "partnership", "c1 is a cluster; a partnership or network or consortium is asked for"),
    ]


def test_a_kind_is_one_of_those_there_are() -> None:
    assert faults(partnerships="id,name,kind\na,A,club\nb,B,\n") == [
        (2, "kind", "no kind is called 'club'"),
        (3, "kind", "kind is empty"),
    ]


def test_an_interest_is_in_a_country_or_a_known_group() -> None:
    claims, findings = read(
        clusters="id,name\nc1,Biocat\n",
        markets="id,name,kind\nasia,Southeast Asia,group\n",
        interests="subject,market,relation\nc1,Southeast Asia,interested in\nc1,Japan,targets\n",
    )

    assert findings.faults == []
    assert [(c.other, c.role) for c in claims if c.predicate == "targets"] == [
        ("asia", "interested_in"),
        ("market:jp", "targets"),
    ]


def test_an_agreement_has_two_ends_and_a_status_of_its_own() -> None:
    claims, findings = read(
        clusters="id,name\nc1,Biocat\n",
        organisations="id,name,kind\nosaka,Osaka,gateway\n",
        agreements="id,party,other,status,date\na1,Biocat,Osaka,signed,2016-11\na2,c1,,signed,\n",
    )

    assert said(claims, "a1", "agreement_status") == ["signed"]
    assert said(claims, "c1", "party_to") == ["a1"]
    assert said(claims, "a1", "other_end") == ["osaka"]
    assert [(f.row, f.reason) for f in findings.faults] == [(3, "other is empty")]


def test_counts_and_facts_say_what_the_schema_knows() -> None:
    texts = {
        "clusters": "id,name\nc1,A\n",
        "counts": "subject,value,unit\nA,12,SMEs\nA,12,parsecs\n",
        "facts": "subject,attribute,value\nA,theme,light\nA,colour,red\nA,part_of,nobody\n",
    }
    claims, _ = read(**texts)

    assert said(claims, "c1", "smes") == [Quantity(value=12, unit="smes")]
    assert said(claims, "c1", "theme") == ["light"]
    assert faults(**texts) == [
        (3, "unit", "nothing is counted in this unit"),
        (3, "attribute", "no attribute is called 'colour'"),
        (4, "value", "no thing is called 'nobody'"),
    ]


def test_an_exported_list_comes_back_with_both_ends_of_its_counts() -> None:
    text = "id,name,members_low,members_high,members_qualifier\nc1,A,300,,at_least\n"
    claims, _ = read(clusters=text)

    assert said(claims, "c1", "members") == [
        Quantity(value=300, unit="members", qualifier="at_least")
    ]


def test_a_focus_area_is_a_category_of_its_scheme() -> None:
    claims, findings = read(
        clusters="id,name\nc1,A\n",
        focus="cluster,category,scheme\nc1,Lasers,\nc1,Optics,technology field\nc1,X,colours\n",
    )

    assert said(claims, "c1", "classified_as") == ["stated_focus:lasers", "technology_field:optics"]
    assert [f.value for f in findings.faults] == ["colours"]
