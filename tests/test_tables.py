"""A file of somebody's own becomes a table, or one sentence."""

import csv
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons import uniqueness
from privlessons.records import PlainError
from privlessons.tables import read_table, reading

QUICK = settings(max_examples=150, deadline=None)
cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8).map(
    lambda v: f"v{v}"
)


@QUICK
@given(
    st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), max_size=8)),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_was_written_is_read_whatever_the_separator_and_encoding(rows, separator, encoding, end):
    names = [f"c{i}" for i in range(len(rows[0]) if rows else 2)]
    text = io.StringIO()
    table = csv.writer(text, delimiter=separator, lineterminator=end)
    table.writerows([names, *rows])
    got = read_table(text.getvalue().encode(encoding))
    assert list(got) == names
    assert got.to_numpy().tolist() == rows


def test_a_path_bytes_and_an_upload_give_the_same(tmp_path):
    content = b"name;age\nAda;12\nBo;9\n"
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    upload = ({"name": "list.csv", "size": len(content), "content": memoryview(content)},)
    tables = [read_table(source) for source in (path, f' "{path}" ', content, upload)]
    assert all(table.equals(tables[0]) for table in tables)
    assert tables[0]["age"].tolist() == [12, 9]


def test_numbers_are_numbers_only_if_all_are_and_codes_keep_their_zero():
    table = read_table(b"n,code,mixed,part,gap\n1,02138,1,0.50,7\n20,90210,x,3,\n")
    assert table.dtypes.astype(str).to_dict() == {
        "n": "int64",
        "code": "object",
        "mixed": "object",
        "part": "float64",
        "gap": "Int64",
    }
    assert table["code"].tolist() == ["02138", "90210"]


def test_empty_cells_and_the_usual_words_are_missing():
    table = read_table(b"a,b\n,x\nNA,y\nnull,z\nn/a,\n")
    assert table["a"].isna().all()
    assert uniqueness(table, "a").k.tolist() == [4, 4, 4, 4]


def test_old_windows_text_a_sep_line_and_empty_names():
    assert read_table("name;town\nJosé;Köln\n".encode("cp1252"))["town"].tolist() == ["Köln"]
    assert list(read_table(b"sep=;\n\na;b\n1;2\n")) == ["a", "b"]
    assert list(read_table(b",a\n0,x\n1,y\n")) == ["column 1", "a"]
    assert list(read_table(b"a,b,\n1,2,\n")) == ["a", "b"]


def test_quoted_cells_may_hold_separators_and_line_breaks():
    assert read_table(b'a,b\n"x, y","two\nlines"\n')["b"].tolist() == ["two\nlines"]


def test_one_row_no_rows_and_short_rows():
    assert len(read_table(b"a,b\n1,2\n")) == 1
    none = read_table(b"a,b\n")
    assert (list(none), len(none)) == (["a", "b"], 0)
    assert read_table(b"a,b,c\n1,2\n3,4,5\n")["c"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n\n", "empty"),
        (b"PK\x03\x04rest", "a workbook or a zip"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 50, "no text"),
        (b'{"a": 1}\n', "no table"),
        (b"[\n{}]", "no table"),
        (b"<!DOCTYPE html>", "no table"),
        (b"age,name,age\n1,2,3\n", "Two columns are called “age”"),
        (b"a,b\n1,2\n1,2,3,4\n", r"Line 3 has 4 values for 2 columns"),
        (b"a,b\n1,2,3\n1,2,3\n", "more values than the first line has names"),
        (b'a,b\n"1,2\n3,4\n', "never closed"),
        (",".join(f"c{i}" for i in range(600)).encode(), "600 columns"),
        (b"x" * 100_000, "no table"),
    ],
)
def test_what_is_no_table_gives_one_sentence(content, sentence):
    with pytest.raises(PlainError, match=sentence):
        read_table(content)


def test_a_file_that_is_not_there_and_two_files_give_one_sentence(tmp_path):
    with pytest.raises(PlainError, match="no such file"):
        read_table(tmp_path / "nothing.csv")
    with pytest.raises(PlainError, match="one file"):
        read_table(({"content": b"a\n1"}, {"content": b"a\n1"}))


@QUICK
@given(st.binary(max_size=300) | st.text('a,;"\n\r\t|1\0é{', max_size=60).map(lambda t: t.encode()))
def test_any_bytes_give_a_table_or_a_sentence(content):
    try:
        table = read_table(content)
    except PlainError:
        return
    assert isinstance(table, pd.DataFrame)
    assert table.columns.is_unique
    uniqueness(table)


def test_many_rows_come_in_steps_that_say_how_far(monkeypatch):
    monkeypatch.setattr("privlessons.tables.BATCH", 1000)
    numbers = np.arange(25_000) % 7
    content = ("n,word\n" + "\n".join(f"{n},w{n}" for n in numbers)).encode()
    steps, shares = reading(content), []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as done:
            table = done.value
            break
    assert len(shares) >= 25
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] == 1
    assert table["n"].tolist() == numbers.tolist()


@pytest.mark.slow
def test_two_million_rows_are_read_and_counted():
    rng = np.random.default_rng(1)
    ages, codes = rng.integers(0, 100, 2_000_000).tolist(), rng.integers(0, 5000, 2_000_000).tolist()
    content = "age,code,n\n" + "\n".join(
        f"{a},Z{c},{i}" for i, (a, c) in enumerate(zip(ages, codes, strict=True))
    )
    table = read_table(content.encode())
    assert len(table) == 2_000_000
    assert uniqueness(table, "n").share == 1
    assert uniqueness(table, ["age", "code"]).k.sum() == sum(
        n * n for n in pd.Series(zip(ages, codes, strict=True)).value_counts()
    )


def test_a_table_of_one_column_is_read_with_commas():
    assert read_table(b'n\nx\n"a, b"\n')["n"].tolist() == ["x", "a, b"]
    with pytest.raises(PlainError, match="more values"):
        read_table(b"A list of members\nname,age\nAda,12\n")
