"""For artists and sites: signs that ask AI crawlers to stay out, from a dated list.

robots.txt is RFC 9309 (Koster et al., 2022); the reservation is the TDM Reservation Protocol of a W3C
community group (final report of 10 May 2024), for Directive (EU) 2019/790, Article 4(3).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from privlessons.home import home
from privlessons.records import PlainError

PURPOSES = {
    "training": "to train models",
    "search": "to answer in AI search",
    "visits": "when a person asks for the page",
}
DOES_NOT = (
    "It is a request, not a lock. A crawler can read the page all the same.",
    "It takes nothing back. What was copied before stays copied, and models keep what they learned.",
    "Copies of your work on other pages are not covered.",
    "Crawlers under new or false names are not on any list.",
    "Research bodies in the EU may go on (Directive 2019/790, Article 3).",
)
"""What these signs do not stop."""


@dataclass(frozen=True, slots=True)
class Crawler:
    """A crawler: its ``agent`` name, a ``purpose`` of `PURPOSES`, ``heeds`` "yes", "no" or "unclear"."""

    agent: str
    operator: str
    purpose: str
    heeds: str


@dataclass(frozen=True, slots=True)
class Crawlers:
    """The dated list, with its source. After ``check_by`` it may be out of date."""

    source: str
    url: str
    source_date: str
    seen: date
    kind: str
    check_by: date
    note: str
    crawlers: tuple[Crawler, ...]

    def stale(self, today: date) -> bool:
        """Whether the list is past its check-by date."""
        return today > self.check_by


@dataclass(frozen=True, slots=True)
class Signs:
    """What to put on a site: two files, a line for each answer of the server, and one for each page."""

    robots: str
    tdmrep: str
    header: str
    meta: str


def load_crawlers() -> Crawlers:
    """Return the list of data/facts/crawlers.json."""
    found = json.loads((home() / "data" / "facts" / "crawlers.json").read_text("utf-8"))
    days = {key: date.fromisoformat(found[key]) for key in ("seen", "check_by")}
    return Crawlers(**{**found, **days, "crawlers": tuple(Crawler(**c) for c in found["crawlers"])})


def signs(
    listed: Crawlers, purposes: tuple[str, ...] = ("training",), folder: str = "/", policy: str = ""
) -> Signs:
    """Make the signs that ask crawlers with these ``purposes`` to stay out of ``folder``.

    ``folder`` begins with "/"; "/" is the whole site. ``policy`` is the web address of your own terms, or "".
    """
    folder, policy = folder.strip(), policy.strip()
    if not folder.startswith("/") or not folder.isascii() or any(c.isspace() or c in "#*$" for c in folder):
        raise PlainError("A folder begins with a slash and has no spaces, such as /gallery/. Use / for all.")
    if policy and (
        not policy.startswith("https://") or not policy.isprintable() or any(c in policy for c in " \"'<>")
    ):
        raise PlainError("The address of your terms begins with https:// and has no spaces or quotes.")
    if not purposes or set(purposes) - set(PURPOSES):
        raise PlainError(f"Choose at least one of: {', '.join(PURPOSES)}.")
    agents = [c.agent for c in listed.crawlers if c.purpose in purposes]
    robots = [
        f"# Asks {len(agents)} crawlers of AI firms to stay out. List of {listed.source_date}.",
        f"# Check it again by {listed.check_by}. Others, such as search engines, may go on.",
        *(f"User-agent: {agent}" for agent in agents),
        f"Disallow: {folder}",
    ]
    rule = {"location": folder, "tdm-reservation": 1}
    if policy:
        rule["tdm-policy"] = policy
    return Signs(
        robots="\n".join(robots) + "\n",
        tdmrep=json.dumps([rule], indent=1) + "\n",
        header="tdm-reservation: 1" + (f"\ntdm-policy: {policy}" if policy else ""),
        meta='<meta name="tdm-reservation" content="1">'
        + (f'\n<meta name="tdm-policy" content="{policy}">' if policy else ""),
    )
