"""Whether the program is well."""


def test_health_is_ok_with_the_edition(client, picture):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.get_json() == {"status": "ok", "edition": picture.edition.number}
