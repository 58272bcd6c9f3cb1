"""Who holds which function: @organisation, the chart and its picture."""

URL = "/mesto/@organisation"


def items(session):
    answer = session.get(URL)
    assert answer.status_code == 200, answer.text
    return {item["id"]: item for item in answer.json()["items"]}


def holders(item):
    return {one["function"]: one["holder"] for one in item["functions"]}


class TestOrganisation:
    def test_members_are_counted_for_everybody(self, nobody_rest):
        found = items(nobody_rest)
        assert {body: one["members"] for body, one in found.items()} == {
            "rs": 4,
            "ps": 3,
            "rada": 1,
        }

    def test_name_where_it_is_public_otherwise_the_office(self, nobody_rest):
        assert holders(items(nobody_rest)["rs"]) == {
            "predseda": "Jana Veřejná",
            "garant": "vedoucí odboru",
            "koordinator": "Klara Koordinátorská",
        }

    def test_those_who_may_know_everybody_read_all_names(self, owner_rest):
        assert holders(items(owner_rest)["rs"])["garant"] == "Nina Skrytá"


class TestChart:
    def test_names_stand_beside_the_functions(self, nobody):
        text = nobody.get("/mesto/organisation").text
        assert "(Jana Veřejná)" in text
        assert "(vedoucí odboru)" in text

    def test_picture_says_the_same(self, nobody):
        text = nobody.get("/mesto/organisation.svg").text
        assert "(Jana Veřejná)" in text
