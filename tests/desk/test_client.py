from tests.case.invented import made_case
from tests.desk.client import Client, Visitor


def test_the_client_opens_the_desk_and_a_visitor_does_not(tmp_path):
    client = Client(made_case(tmp_path))
    assert client.get("/").status_code == 200
    assert Visitor(client.app, client.headers).get("/").status_code == 403
