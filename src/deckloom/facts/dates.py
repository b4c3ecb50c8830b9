"""The one date of a document: it comes from the deck or from the caller, never from the clock."""

from datetime import UTC, date, datetime

EARLIEST = "1980-01-01T00:00:00Z"


def created(written: str | None, epoch: int | None) -> str:
    """W3CDTF in UTC: an ISO date as the deck writes it, else the caller's epoch in seconds, else 1980."""
    try:
        return f"{date.fromisoformat(written or '').isoformat()}T00:00:00Z"
    except ValueError:
        pass
    if epoch is None:
        return EARLIEST
    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
