"""Where a person lives, or an act is to be done: the law there, its country for holidays, its clock."""

from __future__ import annotations

from dataclasses import dataclass

from privlessons.records import PlainError

EU = {
    "AT": ("Austria", "Europe/Vienna"),
    "BE": ("Belgium", "Europe/Brussels"),
    "BG": ("Bulgaria", "Europe/Sofia"),
    "HR": ("Croatia", "Europe/Zagreb"),
    "CY": ("Cyprus", "Asia/Nicosia"),
    "CZ": ("Czechia", "Europe/Prague"),
    "DK": ("Denmark", "Europe/Copenhagen"),
    "EE": ("Estonia", "Europe/Tallinn"),
    "FI": ("Finland", "Europe/Helsinki"),
    "FR": ("France", "Europe/Paris"),
    "DE": ("Germany", "Europe/Berlin"),
    "GR": ("Greece", "Europe/Athens"),
    "HU": ("Hungary", "Europe/Budapest"),
    "IS": ("Iceland", "Atlantic/Reykjavik"),
    "IE": ("Ireland", "Europe/Dublin"),
    "IT": ("Italy", "Europe/Rome"),
    "LV": ("Latvia", "Europe/Riga"),
    "LI": ("Liechtenstein", "Europe/Vaduz"),
    "LT": ("Lithuania", "Europe/Vilnius"),
    "LU": ("Luxembourg", "Europe/Luxembourg"),
    "MT": ("Malta", "Europe/Malta"),
    "NL": ("Netherlands", "Europe/Amsterdam"),
    "NO": ("Norway", "Europe/Oslo"),
    "PL": ("Poland", "Europe/Warsaw"),
    "PT": ("Portugal", "Europe/Lisbon"),
    "RO": ("Romania", "Europe/Bucharest"),
    "SK": ("Slovakia", "Europe/Bratislava"),
    "SI": ("Slovenia", "Europe/Ljubljana"),
    "ES": ("Spain", "Europe/Madrid"),
    "SE": ("Sweden", "Europe/Stockholm"),
}
ALIASES = {
    "UK": "GB", "UK-ENG": "GB-ENG", "UK-WLS": "GB-WLS", "UK-SCT": "GB-SCT", "UK-NIR": "GB-NIR",
    "EL": "GR", "CA-FEDERAL": "CA",
}  # fmt: skip
HOME_OF = {"us_ca": "US-CA", "us_states": "US", "br": "BR", "ca": "CA", "ca_qc": "CA-QC", "in": "IN"}
"""Jurisdictions with one calendar: the place need not be asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its ``code`` ("DE", "DE-BY", "GB-ENG", "US-CA", "other").

    ``jurisdiction`` is an id of `law.load_rights`, or "" where we know no law; ``country`` and ``part`` are
    ISO 3166 codes for the holidays; ``zone`` names the time zone of its largest city, by which a moment
    becomes a day.
    """

    code: str
    name: str
    jurisdiction: str
    country: str
    part: str
    zone: str


PLACES = {
    **{code: Place(code, name, "eu_gdpr", code, "", zone) for code, (name, zone) in EU.items()},
    "GB-ENG": Place("GB-ENG", "England", "uk", "GB", "ENG", "Europe/London"),
    "GB-WLS": Place("GB-WLS", "Wales", "uk", "GB", "WLS", "Europe/London"),
    "GB-SCT": Place("GB-SCT", "Scotland", "uk", "GB", "SCT", "Europe/London"),
    "GB-NIR": Place("GB-NIR", "Northern Ireland", "uk", "GB", "NIR", "Europe/London"),
    "GB": Place("GB", "the United Kingdom", "uk", "GB", "", "Europe/London"),
    "US-CA": Place("US-CA", "California", "us_ca", "US", "CA", "America/Los_Angeles"),
    "US": Place("US", "another state of the USA", "us_states", "US", "", "America/New_York"),
    "BR": Place("BR", "Brazil", "br", "BR", "", "America/Sao_Paulo"),
    "CA": Place("CA", "Canada", "ca", "CA", "", "America/Toronto"),
    "CA-QC": Place("CA-QC", "Quebec", "ca_qc", "CA", "QC", "America/Toronto"),
    "IN": Place("IN", "India", "in", "IN", "", "Asia/Kolkata"),
    "other": Place("other", "somewhere else", "", "", "", "UTC"),
}
OFFERED = tuple(code for code in PLACES if code != "GB")
"""The places in the order in which a learner may pick one."""


def find_place(code: str | None, jurisdiction: str | None = None) -> Place:
    """Return the place of a ``code`` such as "DE", "DE-BY", "GB-SCT", "US-CA", "CA-QC" or "other".

    Its name ("Germany") does as well.

    With a ``jurisdiction`` ("us_ca", "br" …) that has one calendar, ``code`` may be None, and "CA" is
    California for "us_ca". The EU and the UK have no calendar of their own: there the place must be named.
    """
    if jurisdiction in HOME_OF and (code is None or code.upper() in ("CA", HOME_OF[jurisdiction])):
        return PLACES[HOME_OF[jurisdiction]]
    if code is None:
        raise PlainError(
            "Which country? Public holidays are national, and they move the last day. "
            "Name it by its two letters, such as DE, or a part of the UK, such as GB-ENG."
        )
    wanted = code.strip()
    named = next(
        (c for c, p in PLACES.items() if wanted.casefold() in (c.casefold(), p.name.casefold())), None
    )
    found = _find(named or ALIASES.get(wanted.upper(), wanted.upper()))
    if jurisdiction and found.jurisdiction != jurisdiction:
        raise PlainError(f"{found.name} is not a place of the law “{jurisdiction}”. Name another place.")
    return found


def _find(code: str) -> Place:
    if code in PLACES:
        return PLACES[code]
    country, _, part = code.partition("-")
    whole = PLACES.get(country)
    if whole and part.isalnum() and len(part) <= 3 and country != "GB":
        from privlessons.rights.days import parts_of

        if part in parts_of(country):
            return Place(code, f"{whole.name} ({part})", whole.jurisdiction, country, part, whole.zone)
    raise PlainError(
        f"We know no place “{code[:20]}”. Use two letters, such as DE or IE, or GB-ENG, US-CA, US, BR, CA, "
        "CA-QC, IN, or other."
    )
