"""Which addresses a deck may lead to, and how they are written into it."""

import re
from ipaddress import AddressValueError, IPv6Address
from typing import NamedTuple

LINK_MOST = 2_000
PORT_MOST = 65_535
HOST_MOST = 253

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?")
_MAIL = re.compile(r"mailto:([^?]+)(\?.*)?", re.IGNORECASE | re.DOTALL)
_TO_ENCODE = re.compile(r"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")
_LIKE_A_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d|[/?#]|$)")


class LinkFault(NamedTuple):
    """Why an address is not written, and what to do."""

    message: str
    hint: str


def link_target(address: str, most: int = LINK_MOST) -> str | LinkFault:
    """The address as it is written into the deck: percent-encoded, its host in ASCII; ``#id`` stays as it is.

    Only http, https and mailto lead out of a deck; ``most`` is the longest address in characters (Office takes no
    more than 2,079).
    """
    if address.startswith("#"):
        return address if len(address) > 1 and not re.search(r"\s", address) else _fault("a jump needs the slide's id")
    scheme = _SCHEME.match(address)
    name = scheme[1].lower() if scheme else ""
    if not name or _LIKE_A_HOST.match(address):
        return _without_scheme(address)
    if name not in ("http", "https", "mailto"):
        return LinkFault(f"`{name}:` links are not written", "link to http, https, mailto or the `#id` of a slide")
    written = None if len(address) > most else _mail(address) if name == "mailto" else _web(address)
    if written is None and len(address) <= most:
        return _fault(f"`{address[:80]}` is not an address that a browser could open")
    if written is None or len(written) > most:
        return LinkFault(
            f"the link has {max(len(address), len(written or '')):,} characters, over the limit of {most:,}",
            "use a shorter address",
        )
    return written


def _without_scheme(address: str) -> LinkFault:
    shown = address[:80]
    if _LIKE_A_HOST.match(address):
        return LinkFault(f"`{shown}` does not say https", f"did you mean `https://{shown}`?")
    if address.startswith(("//", "\\\\")):
        return LinkFault(f"`{shown}` leads to a file server", "link to http, https, mailto or the `#id` of a slide")
    if _MAIL.fullmatch(f"mailto:{address}") and "@" in address:
        return LinkFault(f"`{shown}` does not say mailto", f"did you mean `mailto:{shown}`?")
    if not address:
        return _fault("the link has no address")
    return LinkFault(f"`{shown}` is not an address", "link to http, https, mailto or the `#id` of a slide")


def _web(address: str) -> str | None:
    match = _WEB.fullmatch(address)
    if not match or "\\" in address:
        return None
    host = _host_and_port(match[1])
    return f"{address[: address.index(':')].lower()}://{host}{_encoded(match[2])}" if host else None


def _host_and_port(text: str) -> str | None:
    """The host in ASCII, with its port; none for a name and password in front, which only hide the true host."""
    if text.startswith("["):
        inner, closed, rest = text[1:].partition("]")
        try:
            host = f"[{IPv6Address(inner)}]" if closed else ""
        except AddressValueError:
            return None
    else:
        name, colon, port = text.partition(":")
        host, rest = _host(name) or "", colon + port
    if not host or (rest and not (re.fullmatch(r":\d{1,5}", rest, re.ASCII) and int(rest[1:]) <= PORT_MOST)):
        return None
    return host + rest


def _host(name: str) -> str | None:
    if len(name) > HOST_MOST:
        return None
    try:
        ascii_name = name.lower() if name.isascii() else name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return ascii_name if _HOST.fullmatch(ascii_name) else None


def _mail(address: str) -> str | None:
    match = _MAIL.fullmatch(address)
    if not match:
        return None
    people = match[1].split(",")
    for person in people:
        name, at, host = person.strip().rpartition("@")
        if not at or not re.fullmatch(r"[^\s@:/\\]+", name) or not _host(host):
            return None
    return "mailto:" + _encoded(",".join(person.strip() for person in people) + (match[2] or ""))


def _encoded(text: str) -> str:
    before, mark, fragment = text.partition("#")
    return _percent(before) + mark + _percent(fragment).replace("#", "%23")


def _percent(text: str) -> str:
    return _TO_ENCODE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


def _fault(message: str) -> LinkFault:
    return LinkFault(message, "write the whole address, such as `https://example.org/page`")
