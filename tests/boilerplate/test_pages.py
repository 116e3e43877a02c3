"""A page is read once, when one of its heads is first asked for; after many looks all pages are read."""

from newsclean.boilerplate.pages import MANY_LOOKS, NO_PAGES, Pages, bind, number_of

HEADS = ["a", "give", "пожертв", "후원", "\ud800"]  # a line may hold half of a pair of surrogates


def test_a_table_is_laid_out_as_its_module_shows() -> None:
    rows = "00000033000000330000004400000054\nαβγ\t1.2\nδε\t-0.3\n"
    assert bind([b"", "αβγ\t1.2\n".encode(), "δε\t-0.3\n".encode()]) == rows.encode()


def table(count: int) -> Pages:
    pages = [b""] * count
    for head in HEADS:
        pages[number_of(head, count)] += head.encode("utf-8", "surrogatepass") + b"\n"
    return Pages(bind(pages))


def test_a_head_leads_to_its_page_once() -> None:
    pages = table(count=101)
    for head in HEADS:
        assert [page.decode("utf-8", "surrogatepass") for page in pages.turn_to([head])] == [f"{head}\n"]
    assert [*pages.turn_to(HEADS)] == []


def test_heads_that_share_a_page_read_it_once() -> None:
    (page,) = table(count=1).turn_to(HEADS[:2])
    assert page.split(b"\n")[:2] == [b"a", b"give"]


def test_after_many_looks_all_is_read() -> None:
    pages = table(count=101)
    looks = [b"".join(pages.turn_to(["none"])).count(b"\n") for _ in range(MANY_LOOKS)]
    assert looks == [*[0] * (MANY_LOOKS - 1), len(HEADS)]
    assert not pages.open


def test_an_empty_table_has_no_pages() -> None:
    assert not NO_PAGES.open
    assert NO_PAGES.count == 0
