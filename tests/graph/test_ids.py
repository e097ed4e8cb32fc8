from tests.builders import claim
def test_x(): assert claim()
