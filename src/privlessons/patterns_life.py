"""Rows for a life told in a chat: jobs, health, money."""

# ruff: noqa: E501 - a row of the table is easier to read whole
from __future__ import annotations

import re

from privlessons.patterns import row
from privlessons.words_life import HEALTH_THAT_ARE_WORDS, JOBS

_JOB = "|".join(sorted((re.escape(job) for job in JOBS), key=len, reverse=True))
_ADJECTIVE = (
    r"(?:(?:self-employed|freelance|junior|senior|lead|head|chief|trainee|retired|part[- ]time|full[- ]time|qualified|newly qualified|registered|professional|amateur|former|assistant|apprentice|single|young|new|struggling"
    r"|small|independent|in-house|night|day|primary|secondary|high school|paediatric|pediatric|veterinary|community|district|staff|student|mental health|principal|associate|deputy|executive|technical|regional|marine|pastry|sous|only|local|town)\s){0,3}"
)
_MONEY = r"(?:[£$€¥]\s?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|[£$€¥]\s?\d{1,9}(?:\.\d{1,2})?|\b\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,2})?\s?(?:[£€]|pounds|quid|dollars|euros?|bucks|grand|gbp|usd|eur)|\b\d{1,4}k)(?:\s?(?:k|m|bn|million|grand)\b)?"
_MONEY_WORDS = (
    r"(?:salary|wages?|earn(?:s|ed|ing)?|paid|pays?|paying|debts?|owes?|owed|owing|rent|mortgage|loan|loans|overdraft|savings|saved|credit|income|bonus|inherit(?:ed|ance)?|benefits|universal credit|pension|bankrupt\w*|arrears|bills?"
    r"|afford|invoice\w*|budget|deposit|lent|borrow(?:ed)?|alimony|maintenance|child support|redundancy|worth|net|balance|bank|settlement|fees?|charge[sd]?|tax|fine|overdue|make|makes|making|made|a month|a year|per month|per year|an hour)"
)


def _personal(match):
    """Believe an amount when words of pay, debt or rent stand near it."""
    near = match.string[max(0, match.start() - 60) : match.end() + 35]
    return bool(re.search(rf"\b{_MONEY_WORDS}\b", near, re.IGNORECASE))


_PERIOD = r"(?:\s?(?:/|per |a |an |each |every )(?:month|year|week|day|hour|mo|yr|annum)|\s?(?:pcm|pm|pa|p/m|p/h|monthly|yearly|weekly|annually))?"
ROWS = (
    row("JOB", "occupation after i'm a, she's a", rf"\b(?:i'?m|i’m|i am|im|he'?s|she'?s|he is|she is|they'?re|is|was|were|became|become|been|being|job (?:is|was|title is|title:)|as|profession is|occupation:?|works? as|working as|employed as|retired as|training (?:as|to be)|trained as|hired as|promoted to|qualified as)\s(?:also |now |currently |actually |just |still |training to be )?(?:an?|the)?\s?(?P<x>{_ADJECTIVE}(?:{_JOB})s?)\b", 0.75,
        "i'm a ‹freelance pixel artist› here", "as a person", "she's a star", needs="m am im s is was were became become been being as job occupation works work promoted re",
        check=lambda m: not re.match(r"(?:is|was|were|been|being)\s(?:the\s)?(?:manager|model|director|assistant|driver|editor)\b", m[0], re.IGNORECASE)),
    row("JOB", "somebody who is an occupation", rf"\b(?:my|her|his|our)\s(?:job|work|career|role|position|shift|life|business)\s(?:as|is)\s(?:an?\s)?(?P<x>{_ADJECTIVE}(?:{_JOB}))\b", 0.8, "my work as a ‹night nurse› is hard", "my job is hard", needs="job work career role position shift life business"),
    row("JOB", "occupation that is not in the list", r"\b(?:i|she|he|who|they)\s(?:work|works|worked|have worked|has worked|am employed)\s(?:part[- ]time\s|full[- ]time\s)?as\s(?:an?|the(?: only)?)\s(?P<x>[a-z][\w'’-]{2,25}(?:\s(?!(?:at|in|for|on|and|with|but|by|of|near|from|who|so|since|to)\b)[a-z][\w'’-]{2,25}){0,2})", 0.7, "i work as a ‹ferry ticket inspector› in town", "i work as usual", needs="as"),
    row("HEALTH", "diagnosis", r"\b(?:diagnosed (?:me |him |her |us )?(?:with|as)|suffer(?:s|ed|ing)? (?:from|with)|tested positive for|treated for|recover(?:ing|ed) from|being treated for|history of|prescribed (?:me |him |her )?|allergic to|hospitali[sz]ed (?:for|with)|in remission from|on meds for|relapse of|symptoms of|side effects of|operation on|surgery (?:on|for)|died (?:of|from))\s?(?:a |an |the |my |some |severe |mild |chronic |acute )?(?P<x>[a-z0-9][\w'’-]{2,25}(?:\s(?!(?:and|but|last|in|at|on|by|for|when|since|this|so|because|yesterday|today|after|before|which|that|i|he|she|we|it|is|was|from|as|who|years|two|ago|the|my)\b)[\w'’-]{2,25}){0,2})", 0.8,
        "i was diagnosed with ‹coeliac disease› in may", "it is diagnosed", needs="diagnosed suffer suffers suffered suffering tested treated recovering recovered history prescribed allergic hospitalised hospitalized remission meds relapse symptoms side operation surgery died"),
    row("HEALTH", "complaint after i have, my", rf"\b(?:i have|i'?ve got|i'?ve|i had|he has|she has|has|have|had|my|her|his|with|on|of|having|in|go to|going to)\s(?:an? |severe |bad |mild |some )?(?P<x>{'|'.join(sorted(HEALTH_THAT_ARE_WORDS))})\b", 0.6, "i have ‹add› too", "add the salt", needs=" ".join(sorted(HEALTH_THAT_ARE_WORDS)), check=lambda m: m["x"].lower() != "prep" or m[0].lower().startswith("on")),
    row("HEALTH", "dose of a medicine", r"\b(?P<x>[a-z]{4,25}\s\d{1,4}(?:\.\d)?\s?(?:mg|mcg|ug|µg|ml|units))\b", 0.75, "i take ‹sertraline 50mg› daily", "about 50 mgs", needs="digit"),
    row("HEALTH", "weeks pregnant and other measures", r"\b\d{1,2} weeks (?:pregnant|gone)\b|\bstage (?:[1-4]|one|two|three|four|i{1,3}v?|iv) (?:\w+ )?cancer\b|\bbmi (?:of|is) \d\d\b|\b(?:blood pressure|bp|hba1c|a1c|cholesterol|psa)\s(?:of|is|was|at)\s\d[\d./]{1,7}", 0.85, "i am ‹12 weeks pregnant› now", "12 weeks of work", needs="digit"),
    row("MONEY", "amount near words of pay, debt or rent", rf"(?<![\w.,])(?P<x>{_MONEY}{_PERIOD})(?!\w)", 0.75, "my rent is ‹£850 a month› now", "a £3 coffee", "10k run", needs="digit", check=_personal),
)  # fmt: skip
