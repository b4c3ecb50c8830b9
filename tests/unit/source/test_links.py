import pytest

from deckloom.source.links import LinkFault, link_target


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("#o1-gap", "#o1-gap"),
        ("#übersicht", "#übersicht"),
        ("https://www.stateof.ai/", "https://www.stateof.ai/"),
        ("HTTP://Example.COM/Path?q=A&b=%20#C", "http://example.com/Path?q=A&b=%20#C"),
        ("https://a.b", "https://a.b"),
        ("https://a.b:8080/x", "https://a.b:8080/x"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://192.168.0.1/x", "https://192.168.0.1/x"),
        ("https://münchen.de/straße", "https://xn--mnchen-3ya.de/stra%C3%9Fe"),
        ("https://a.b/x y\"<>{}|^`[]'", "https://a.b/x%20y%22%3C%3E%7B%7D%7C%5E%60%5B%5D'"),
        ("https://a.b/100%", "https://a.b/100%25"),
        ("https://a.b/#x#y", "https://a.b/#x%23y"),
        ("https://a.b/@user", "https://a.b/@user"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("mailto:a@b.org,c@d.org?subject=Hi there", "mailto:a@b.org,c@d.org?subject=Hi%20there"),
    ],
)
def test_an_address_is_written_encoded(address, written):
    assert link_target(address) == written


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("", "the link has no address"),
        ("https://a.b:65536/", "`https://a.b:65536/` is not an address that a browser could open"),
        ("#", "a jump needs the slide's id"),
        ("#a b", "a jump needs the slide's id"),
        ("javascript:alert(1)", "`javascript:` links are not written"),
        ("JavaScript:alert(1)", "`javascript:` links are not written"),
        ("data:text/html,x", "`data:` links are not written"),
        ("file:///etc/passwd", "`file:` links are not written"),
        ("c:\\data", "`c:` links are not written"),
        ("//server/share", "`//server/share` leads to a file server"),
        ("\\\\server\\share", "`\\\\server\\share` leads to a file server"),
        ("www.stateof.ai/x", "`www.stateof.ai/x` does not say https"),
        ("example.org:80/x", "`example.org:80/x` does not say https"),
        ("ada@example.org", "`ada@example.org` does not say mailto"),
        ("page", "`page` is not an address"),
        *(
            (address, f"`{address}` is not an address that a browser could open")
            for address in (
                *("https:", "https://", "https:///x", "https:/a.b", "https://a b.c/", "https://a..b/", "https://-a.b/"),
                *("https://a.b:x/", "https://a.b:123456/", "https://user:word@a.b/", "https://[::g]/", "https://[::1/"),
                *("http:\\\\a.b", "https://a.b\\c", "https://a%2eb/", f"https://{'a' * 64}.b/", "https://\u2025.b/"),
                *("mailto:", "mailto:ada", "mailto:@b.c", "mailto:a@", "mailto:a b@c.d", "mailto://a@b.c"),
            )
        ),
    ],
)
def test_an_address_that_a_deck_cannot_have_is_a_fault(address, message):
    fault = link_target(address)
    assert isinstance(fault, LinkFault)
    assert fault.message == message
    assert fault.hint


def test_the_length_counts_as_it_is_written():
    start = "https://a.b/"
    assert isinstance(link_target(start + "x" * (2000 - len(start))), str)
    assert isinstance(link_target(start + "x" * (2001 - len(start))), LinkFault)
    assert link_target(start + "ü" * 400).message == "the link has 2,412 characters, over the limit of 2,000"
    assert isinstance(link_target(start + "ü" * 400, most=2412), str)
