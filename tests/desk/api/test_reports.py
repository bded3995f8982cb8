"""Reports are taken out of the case and put back."""

from pathlib import Path

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client
from tests.desk.report_cases import ids


def test_a_report_is_removed_with_a_reason_and_put_back(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    door, report = Client(path), ids(path)[0]
    answer = door.post(f"/api/reports/{report}/remove", {"reason": " the <same> text twice "})
    assert answer.status_code == 201
    shown = door.get(f"/reports/{report}").text
    assert "Removed from the case" in shown
    assert "the &lt;same&gt; text twice" in shown
    assert f'data-name="{report}"' not in door.get("/reports").text
    assert f'data-name="{report}"' in door.get("/reports?show=removed").text
    again = door.post(f"/api/reports/{report}/remove", {"reason": ""})
    assert (again.status_code, "out of the case already" in again.json()["error"]) == (422, True)
    back = door.post(f"/api/reports/{report}/return", {})
    assert back.json()["log"] > answer.json()["log"]
    assert f'data-name="{report}"' in door.get("/reports").text
    assert door.post(f"/api/reports/{report}/return", {}).status_code == 422
    with Case.open(path) as case:
        assert not list(case.verify())


def test_another_site_removes_nothing(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    door, report = Client(path), ids(path)[0]
    assert (
        door.post(
            f"/api/reports/{report}/remove", {}, headers={"sec-fetch-site": "cross-site"}
        ).status_code
        == 403
    )
    assert f'data-name="{report}"' in door.get("/reports").text


def test_what_is_no_reason_is_refused(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    door, report = Client(path), ids(path)[0]
    wrong: tuple[object, ...] = ([], {"reason": 1}, {"reason": "x" * 2_001})
    for given in wrong:
        assert door.post(f"/api/reports/{report}/remove", given).status_code == 422
    assert door.post(f"/api/reports/{'0' * 64}/remove", {}).status_code == 422
