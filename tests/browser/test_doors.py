"""Both doors in real Chromium, as a learner uses them."""

import json
import shutil

import httpx
import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.conftest import FIXTURE_HOME, running, wait_until
from tests.test_server import foreign

pytestmark = pytest.mark.browser
AWAKE = "document.body && !document.body.classList.contains('pl-waking')"
LAB_LIVE = ".jp-Notebook .jp-OutputArea .jupyter-widgets"


def open_learn(page, book, stem):
    page.goto(book.learn(stem))
    page.wait_for_function(AWAKE)


def serious(page):
    found = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]


def fits(page):
    """Whether the page has no sideways scrolling, and its words keep off the window's edge."""
    edge = page.get_by_role("main").bounding_box()["x"]
    return edge >= 10 and page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def kernels(book):
    return httpx.get(f"{book.url}api/kernels", headers={"Authorization": f"token {book.token}"}).json()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_contents_page_has_no_serious_barrier(fixture_workbook, new_page, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(fixture_workbook.at())
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Lessons – privlessons"
    assert page.get_by_role("main").count() == 1
    assert serious(page) == []
    assert page.complaints == []


@pytest.mark.parametrize(
    "size", [(800, 900), (640, 450), (320, 600)], ids=["800", "zoom 200 %", "zoom 400 %"]
)
def test_nothing_is_cut_off_on_narrow_windows(fixture_workbook, new_page, size):
    page = new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(fixture_workbook.at())
    assert fits(page)
    open_learn(page, fixture_workbook, "10-one-button")
    assert fits(page)


def test_a_learner_goes_from_the_contents_to_a_working_button_by_keyboard_alone(fixture_workbook, page):
    page.goto(fixture_workbook.at())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "see what and where"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "One button"
    page.keyboard.press("Enter")
    page.wait_for_url("**/voila/render/10-one-button.ipynb")
    page.wait_for_function(AWAKE)
    page.get_by_role("button", name="Count").wait_for()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Count":
            break
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Counted").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_learn_page_is_whole(fixture_workbook, new_page, scheme):
    page = new_page(color_scheme=scheme)
    open_learn(page, fixture_workbook, "10-one-button")
    page.get_by_role("button", name="Count").wait_for()
    assert page.title() == "One button – privlessons"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("main").count() == 1
    assert page.get_by_text("A coffee costs $3, two cost $6.").is_visible()  # a $ is a $, and asks no CDN
    assert page.get_by_text("Lesson 10").is_visible()
    assert page.get_by_role("link", name="Next lesson: Words only").is_visible()
    assert page.get_by_role("link", name="Words only →").is_visible()
    assert page.get_by_role("link", name="Lift the hood").is_visible()
    assert page.locator("text=open_lesson").count() == 0
    assert serious(page) == []
    assert page.complaints == []


def test_scripts_in_a_lessons_words_do_not_run(fixture_workbook, page):
    open_learn(page, fixture_workbook, "11-words-only")
    assert page.get_by_text("Nothing runs here").is_visible()
    assert page.title() == "Words only – privlessons"


def test_a_strangers_notebook_gets_a_friendly_page(fixture_workbook, page, tmp_path):
    (fixture_workbook.folder / "stranger.ipynb").write_text(json.dumps(foreign(tmp_path / "marker")))
    page.goto(fixture_workbook.learn("stranger"))
    assert page.get_by_text("This notebook is not one of the lessons").is_visible()
    assert serious(page) == []
    page.get_by_role("link", name="See all lessons").click()
    assert page.get_by_role("link", name="Learn: One button").is_visible()
    assert not (tmp_path / "marker").exists()


def test_ten_reloads_leave_one_kernel(tmp_path, page):
    (tmp_path / "config").mkdir()
    quick = {"MappingKernelManager": {"cull_idle_timeout": 15, "cull_interval": 1}}
    (tmp_path / "config" / "jupyter_server_config.json").write_text(json.dumps(quick))
    with running(tmp_path, "--home", str(FIXTURE_HOME)) as book:
        open_learn(page, book, "10-one-button")
        for _ in range(10):
            page.reload(wait_until="domcontentloaded")
            page.wait_for_function(AWAKE)
        page.get_by_role("button", name="Count").wait_for()
        wait_until(lambda: len(kernels(book)) == 1, what="one kernel left")
        page.get_by_role("button", name="Count").click()  # and it is the open page's
        page.get_by_role("button", name="Counted").wait_for()
        page.close()


def kernel_processes(book):
    family = psutil.Process(book.process.pid).children(recursive=True)
    return [process for process in family if "ipykernel_launcher" in " ".join(process.cmdline())]


def test_after_a_dead_kernel_one_button_wakes_the_lesson_and_the_guess_is_back(tmp_path, page):
    with running(tmp_path) as book:
        open_learn(page, book, "00-start-here")
        page.get_by_label("Nothing at all").check()
        page.get_by_role("button", name="This is my guess").click()
        wait_until((book.state / "progress.json").exists, what="the guess is kept")
        for process in kernel_processes(book):
            process.kill()
        page.get_by_role("alert").get_by_text("This lesson fell asleep").wait_for()
        page.get_by_role("button", name="Wake the lesson up again").click()
        page.wait_for_function(AWAKE)
        page.get_by_label("Nothing at all").first.wait_for()
        assert page.get_by_label("Nothing at all").first.is_checked()
        assert page.get_by_role("button", name="Wake the lesson up again").count() == 0


def test_a_kernel_that_ends_before_the_page_reaches_it_is_told_by_the_banner(fixture_workbook, page):
    def end_kernel(route):  # the moment before the front end starts
        for kernel in kernels(fixture_workbook):
            httpx.delete(
                f"{fixture_workbook.url}api/kernels/{kernel['id']}",
                headers={"Authorization": f"token {fixture_workbook.token}"},
            )
        route.continue_()

    page.route("**/voila/labextensions/anywidget/**", end_kernel, times=1)
    page.goto(fixture_workbook.learn("10-one-button"))
    page.get_by_role("alert").get_by_text("This lesson fell asleep").wait_for()


def test_a_lost_server_is_told_by_the_banner(tmp_path, page):
    with running(tmp_path, "--home", str(FIXTURE_HOME)) as book:
        open_learn(page, book, "10-one-button")
        page.get_by_role("button", name="Count").wait_for()
        book.process.kill()
        page.get_by_role("alert").get_by_text("This lesson fell asleep").wait_for()
        assert serious(page) == []


def test_lifting_the_hood_shows_a_running_lesson_with_its_code_one_click_away(fixture_workbook, page):
    page.goto(fixture_workbook.at())
    page.get_by_role("link", name="Lift the hood: One button").click()
    page.get_by_role("button", name="Count").wait_for()
    page.get_by_role("button", name="Count").click()
    page.get_by_role("button", name="Counted").wait_for()
    assert page.locator(".jp-Dialog").count() == 0  # no question about kernels, news or updates
    assert page.locator(".jp-toast-button, .Toastify__toast").count() == 0
    code = page.locator(".jp-CodeCell .cm-content", has_text="open_lesson")
    assert code.count() == 0
    page.locator(".jp-CodeCell .jp-Placeholder").first.click()
    page.locator(".jp-CodeCell .cm-content", has_text="open_lesson").wait_for()
    assert page.get_by_role("link", name="All lessons").is_visible()


def test_jupyterlab_does_not_run_a_strangers_notebook(fixture_workbook, page, tmp_path):
    name = "dressed-up.ipynb"
    (fixture_workbook.folder / name).write_text(json.dumps(foreign(tmp_path / "marker")))
    page.goto(fixture_workbook.at(f"doc/tree/{name}"))
    page.get_by_text("This notebook is not one of the lessons").wait_for()
    assert page.locator(LAB_LIVE).count() == 0
    assert not (tmp_path / "marker").exists()
    page.get_by_role("button", name="Close this note").click()
    assert page.get_by_text("This notebook is not one of the lessons").count() == 0


def test_jupyterlab_wakes_a_lesson_up_again(tmp_path, page):
    with running(tmp_path, "--home", str(FIXTURE_HOME)) as book:
        page.goto(book.hood("10-one-button"))
        page.get_by_role("button", name="Count").click()
        page.get_by_role("button", name="Counted").wait_for()
        for process in kernel_processes(book):
            process.kill()
        page.get_by_role("alert").get_by_text("This lesson fell asleep").wait_for()
        page.locator(".jp-Dialog button").click()  # JupyterLab's own note about it
        page.get_by_role("button", name="Wake the lesson up again").click()
        page.get_by_role("button", name="Count", exact=True).click()
        page.get_by_role("button", name="Counted").wait_for()


def test_a_teachers_own_lesson_runs_in_both_doors(tmp_path, page):
    mine = tmp_path / "mine"
    mine.mkdir()
    shutil.copy(FIXTURE_HOME / "notebooks" / "10-one-button.ipynb", mine / "coffee.ipynb")
    changed = (mine / "coffee.ipynb").read_text("utf-8").replace("Count", "Coffee")
    (mine / "coffee.ipynb").write_text(changed, "utf-8")
    with running(tmp_path, str(mine), "--home", str(FIXTURE_HOME)) as book:
        open_learn(page, book, "coffee")
        page.get_by_role("button", name="Coffee").wait_for()
        page.goto(book.hood("coffee"))
        page.get_by_role("button", name="Coffee").wait_for()
