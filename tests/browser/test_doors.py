import pytest

pytestmark = pytest.mark.browser


def test_the_contents_page_opens(workbook, page):
    page.goto(workbook.at())
    assert page.title()
