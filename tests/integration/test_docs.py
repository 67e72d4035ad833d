"""The generated documents: true to declarations and marks, and loud when they are not."""

import io
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse

from medborgarloften.portal.docs import criteria, picture, rows
from processes.method import Method, Need, Stage, get_method
from processes.models import User

METHOD = get_method()
SVG = "{http://www.w3.org/2000/svg}"


def docs(root, **options):
    out = io.StringIO()
    call_command("docs", root=root, stdout=out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A folder with the marked tests, and documents just written."""
    root = tmp_path_factory.mktemp("written")
    shutil.copytree(
        settings.BASE_DIR / "tests", root / "tests", ignore=shutil.ignore_patterns("data", "*.pyc")
    )
    docs(root)
    return root


@pytest.fixture
def copy(written, tmp_path):
    """The same folder, to be altered."""
    return shutil.copytree(written, tmp_path, dirs_exist_ok=True)


@pytest.mark.slow
def test_documents_just_written_are_current(copy):
    assert docs(copy, check=True) == ""
    assert docs(copy) == ""


def test_a_document_that_was_edited_by_hand_is_found(copy):
    names = ["criteria.md", "rows.md", "round-schema.json", "process.svg"]
    for name in names:
        with (copy / "docs" / name).open("a") as file:
            file.write("by hand\n")
    with pytest.raises(CommandError, match="Out of date: " + ", ".join(f"docs/{name}" for name in names)):
        docs(copy, check=True)


def test_a_criterion_without_an_example_is_found(copy):
    path = copy / "tests" / "examples" / "collaboration.py"
    path.write_text(path.read_text().replace('"SAM-3:complete"', '"SAM-3:open"'))
    with pytest.raises(CommandError, match="No example in tests/examples spoils SAM-3:complete"):
        docs(copy, check=True)


MARKED = """
import pytest
pytestmark = [pytest.mark.django_db, pytest.mark.row("PRO-1")]
@pytest.mark.parametrize("x", [1])
@pytest.mark.row("PRO-2", "PRO-5", page="/halsa/")
def test_one(x): ...
class TestMore:
    @pytest.mark.row("PRO-9")
    def test_two(self): ...
@pytest.mark.row("PRO-10")
def helper(): ...
"""


def test_marks_are_read_from_module_class_and_test(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text(MARKED)
    one, two = "tests/test_it.py::test_one", "tests/test_it.py::TestMore::test_two"
    assert set(rows.marks(tmp_path)) == {
        ("PRO-1", one, ""),
        ("PRO-2", one, "/halsa/"),
        ("PRO-5", one, "/halsa/"),
        ("PRO-1", two, ""),
        ("PRO-9", two, ""),
    }


def test_a_mark_that_is_no_row_is_found(copy):
    (copy / "tests" / "test_it.py").write_text(MARKED.replace("PRO-9", "PRO 9"))
    with pytest.raises(CommandError, match="'PRO 9', which is no row"):
        docs(copy, check=True)


def test_every_criterion_stands_in_its_document_with_its_words():
    text = criteria.text(METHOD)
    for step in METHOD:
        for c in step.criteria:
            assert f"| {c.code} | {c.strength} | {c.gate} | {c.how} | {c.text} | {c.source} |" in text


# --- the picture ---


@pytest.fixture
def page(client):
    return client.get(reverse("portal:method")).content.decode()


@pytest.mark.row("BIL-1", "PRO-2", page="/sa-hanger-det-ihop/")
def test_anyone_sees_the_fourteen_steps_in_their_stages(page):
    drawing = ET.fromstring(re.search(r"<svg.*</svg>", page, re.DOTALL)[0])
    drawn = " ".join(text.text for text in drawing.iter(f"{SVG}text"))
    assert len(METHOD.steps) == 14
    for title in [step.title for step in METHOD] + [stage.value for stage in Stage]:
        assert title in drawn
    numbers = re.findall(r'<th scope="row">(\d+)\.', page)
    assert numbers == [str(n) for n in range(1, 15)]


@pytest.mark.django_db
def test_it_is_among_the_public_pages_for_citizens_and_among_ones_own_for_staff(client):
    url, public = reverse("portal:method"), reverse("agreements:public_promises")
    assert f'<a class="wordmark" href="{public}">' in client.get(url).content.decode()
    client.force_login(User.objects.create(email="a@b.example", name="A"))
    assert f'<a class="wordmark" href="{public}">' not in client.get(url).content.decode()


@pytest.mark.row("PRO-6", page="/sa-hanger-det-ihop/")
def test_each_steps_place_in_sara_is_told(page):
    rows_of_page = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.DOTALL)
    assert [step.sara.value in row for step, row in zip(METHOD, rows_of_page, strict=True)] == [True] * 14


def test_the_picture_has_words_for_those_who_do_not_see_it(page):
    drawing = ET.fromstring(re.search(r"<svg.*</svg>", page, re.DOTALL)[0])
    named = drawing.get("aria-labelledby").split()
    assert [drawing.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")] == named
    assert drawing.get("role") == "img"


@pytest.mark.row("BIL-1")
def test_the_arrows_follow_the_declarations():
    step = METHOD["joint_situation"]
    fewer = Method([replace(s, needs=()) if s is step else s for s in METHOD], "1")
    more = Method(
        [replace(s, needs=(*s.needs, Need("communication"))) if s is step else s for s in METHOD], "1"
    )
    lost = set(picture.arrows(METHOD)) - set(picture.arrows(fewer))
    won = set(picture.arrows(more)) - set(picture.arrows(METHOD))
    assert lost == {("local_situation", "joint_situation", True)}
    assert won == {("communication", "joint_situation", True)}


def test_no_arrow_tells_what_a_chain_of_others_tells():
    edges = {(a, b) for a, b, whole in picture.arrows(METHOD) if whole}
    assert ("joint_situation", "activity_plan") not in edges
    for a, b in edges:
        assert not any((a, c) in edges and (c, b) in edges for c in METHOD.by_key)


def test_boxes_do_not_lie_on_one_another_and_come_after_what_leads_to_them():
    places = picture.places(METHOD)
    assert len({(p.x, p.layer) for p in places.values()}) == len(places)
    for a, b, whole in picture.arrows(METHOD):
        if whole and a in places and (a, b) != ("staff_dialog_what", "local_situation"):
            assert places[a].layer < places[b].layer
    by_layer: dict[int, list[int]] = {}
    for place in places.values():
        by_layer.setdefault(place.layer, []).append(place.x)
    assert all(abs(a - b) > picture.BOX for xs in by_layer.values() for a in xs for b in xs if a != b)
