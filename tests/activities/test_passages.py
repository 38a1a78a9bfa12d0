import re

from hypothesis import given
from hypothesis import strategies as st

from privlessons.activities.passages import bars, marked
from privlessons.copying import find_copied, make_index

text = st.text(alphabet="ab <&'", max_size=60)


@given(text, st.lists(text, max_size=3))
def test_a_marked_text_says_exactly_the_text(mine, others):
    shown = marked("t", mine, find_copied(mine, make_index(others), 2))
    inside = re.search(r"<pre[^>]*>(.*)</pre>", shown, re.DOTALL)[1]
    inside = re.sub(r'<span class="pl-tag">[^<]*</span>|</?mark[^>]*>', "", inside)
    for sign, code in (("<", "&lt;"), ("'", "&#x27;"), ("&", "&amp;")):
        inside = inside.replace(code, sign)
    assert inside == mine


def test_bars_are_a_table_whose_words_are_escaped():
    drawn = bars([("<b>", 0.5, "1 of 2", "")], ("a", "b", "c"), tick=lambda n: 0.25)
    assert "&lt;b&gt;" in drawn
    assert "width:50.0%" in drawn
    assert "left:25.0%" in drawn
