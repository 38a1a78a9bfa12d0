"""Rows for a life told in a chat: jobs, health, money."""

# ruff: noqa: E501 - a row of the table is easier to read whole
from __future__ import annotations

import re

from privlessons.patterns import row
from privlessons.words_life import HEALTH_THAT_ARE_WORDS, JOBS
from privlessons.words_places import GROUPS

_JOB = "|".join(sorted((re.escape(job) for job in JOBS), key=len, reverse=True))
_SURE_JOBS = {job for job in JOBS if " " not in job} - {
    "model",
    "minister",
    "student",
    "director",
    "assistant",
    "manager",
}
_JOB_WORDS = " ".join(
    sorted({form for job in JOBS for form in (job.split()[-1], job.split()[-1] + "s")} | {"up"})
)
_ADJECTIVE = (
    r"(?:(?:self-employed|freelance|junior|structural|mechanical|electrical|chemical|industrial|financial|legal|sales|marketing|human resources|it|backend|frontend|full[- ]stack|mobile|video|fashion|sports|science|chemistry|physics|biology|history|geography|art|drama|dance|driving|personal|research|business|supply|senior|lead|head|chief|trainee|retired|part[- ]time|full[- ]time|qualified|newly qualified|registered|professional|amateur|former|assistant|apprentice|single|young|new|struggling"
    r"|small|independent|in-house|night|day|primary|secondary|high school|paediatric|pediatric|veterinary|community|district|staff|student|mental health|principal|associate|deputy|executive|technical|regional|marine|pastry|sous|only|local|town)\s){0,3}"
)
_MONEY = r"(?:[£$€¥]\s?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|[£$€¥]\s?\d{1,9}(?:\.\d{1,2})?|\b\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,2})?\s?(?:[£€]|pounds|quid|dollars|euros?|bucks|grand|gbp|usd|eur)|\b\d{1,4}k)(?:\s?(?:k|m|bn|million|grand)\b)?"
_MONEY_WORDS = (
    r"(?:salary|wages?|earn(?:s|ed|ing)?|paid|pays?|paying|debts?|owes?|owed|owing|rent|mortgage|loan|loans|overdraft|savings|saved|credit|income|bonus|inherit(?:ed|ance)?|benefits|universal credit|pension|bankrupt\w*|arrears|bills?"
    r"|afford|invoice\w*|budget|deposit|lent|borrow(?:ed)?|alimony|maintenance|child support|redundancy|worth|net|balance|bank|settlement|quotes?|quoted|commissions?|refund|compensation|payout|fees?|charge[sd]?|tax|fine|overdue|make|makes|making|made|a month|a year|per month|per year|an hour)"
)


def _personal(match):
    """Believe an amount when words of pay, debt or rent stand near it."""
    near = match.string[max(0, match.start() - 60) : match.end() + 35]
    return bool(re.search(rf"\b{_MONEY_WORDS}\b", near, re.IGNORECASE))


_PERIOD = r"(?:\s?(?:/|per |a |an |each |every )(?:month|year|week|day|hour|mo|yr|annum)|\s?(?:pcm|pm|pa|p/m|p/h|monthly|yearly|weekly|annually))?"
_ME = re.compile(r"\b(?:i|i'm|im|my|me|we|our|us|he|she|him|her|his|they|their|client)\b", re.IGNORECASE)


def _of_someone(match):
    """Believe an amount where somebody is spoken of."""
    near = match.string[max(0, match.start() - 80) : match.end() + 50]
    return bool(_ME.search(near)) and any(map(str.isdigit, match["x"]))


def _plain_amount(match):
    return not re.fullmatch(r"(?:19|20)\d\d", match["x"].split()[0]) or "k" in match["x"]


ROWS = (
    row("JOB", "occupation after i'm a, she's a", rf"\b(?:i'?m|i’m|i am|im|he'?s|she'?s|he is|she is|they'?re|is|was|were|became|become|been|being|job (?:is|was|title is|title:)|as|profession is|occupation:?|works? as|working as|employed as|retired as|training (?:as|to be)|trained as|hired as|promoted to|qualified as)\s(?:also |now |currently |actually |just |still |training to be )?(?:an?|the|the only|your)?\s?(?P<x>(?:(?!good\b|bad\b|great\b|huge\b|big\b|very\b|really\b|bit\b|lot\b|better\b)[a-z-]{{3,16}}\s){{0,2}}?{_ADJECTIVE}(?:{_JOB})s?)\b", 0.75,
        "i'm a ‹freelance pixel artist› here", "as a person", "she's a star", needs=_JOB_WORDS,
        check=lambda m: not re.match(r"(?:is|was|were|been|being)\s(?:the\s)?(?:manager|model|director|assistant|driver|editor)\b", m[0], re.IGNORECASE)),
    row("JOB", "somebody who is an occupation", rf"\b(?:my|her|his|our)\s(?:job|work|career|role|position|shift|life|business)\s(?:as|is)\s(?:an?\s)?(?P<x>{_ADJECTIVE}(?:{_JOB}))\b", 0.8, "my work as a ‹night nurse› is hard", "my job is hard", needs=_JOB_WORDS),
    row("JOB", "somebody described by an occupation", rf"\b(?:year[- ]old|yo|retired|freelance|self-employed|qualified|trainee|registered|{'|'.join(sorted(GROUPS))})\s(?:\w+\s)?(?P<x>(?:{_JOB}))\b(?! (?:is|was) (?:on|in|at)\b)", 0.7, "a 34-year-old Malian ‹nurse› said", "a French book", needs="old yo retired freelance self employed qualified trainee registered " + " ".join(sorted(GROUPS))),
    row("JOB", "occupation at a place", r"\b(?P<x>(?:[a-z]+\s)?[a-z]+)\s(?:at|for)\s(?=(?-i:[A-Z])|(?:a|the|our|st)\s)", 0.55, "the ‹head chef› at Kauri College", "the model of it", needs=_JOB_WORDS, check=lambda m: m["x"].lower() in JOBS or m["x"].split()[-1].lower() in _SURE_JOBS),
    row("JOB", "occupation that is not in the list", r"\b(?:i|she|he|who|they)\s(?:work|works|worked|have worked|has worked|am employed)\s(?:part[- ]time\s|full[- ]time\s)?as\s(?:an?|the(?: only)?)\s(?P<x>[a-z][\w'’-]{2,25}(?:\s(?!(?:at|in|for|on|and|with|but|by|of|near|from|who|so|since|to)\b)[a-z][\w'’-]{2,25}){0,2})", 0.7, "i work as a ‹ferry ticket inspector› in town", "i work as usual", needs="as"),
    row("JOB", "occupation after only, fellow, by trade", rf"\b(?:only|fellow|trained|former|ex-|local|town's|village)\s(?P<x>{_ADJECTIVE}(?:{_JOB}))\b|\b(?P<y>[a-z]+(?: [a-z]+)?) by trade\b", 0.65, "she is the only ‹dentist› in town", "only a model", needs="only fellow trained former ex local town village trade"),
    row("JOB", "business somebody runs", r"\b(?:i|we|she|he|they|who|husband|wife|dad|mum|mom|brother|sister)\s(?:also |now |still |used to )?(?:runs?|owns?|manages?|ran|owned|managed)\s(?P<x>(?:an?|the|my own|our own|his own|her own)\s(?:\w+\s){0,2}?(?:shop|business|bakery|studio|cafe|café|pub|salon|farm|garage|company|agency|stall|b&b|gallery|nursery|practice|firm|store|restaurant|kennels|stables|gym|hostel|hotel|takeaway|food truck|club|blog|channel|charity|brewery))\b", 0.6, "we run ‹a small flower shop› there", "i run a marathon", needs="run runs own owns manage manages ran owned managed"),
    row("JOB", "subject or class somebody teaches", r"\b(?:i|she|he|who|we)\s(?:also |still |now )?(?P<x>(?:teach|teaches|taught)\s(?:year \d{1,2}|reception|primary|secondary|[a-z]{4,14}))\b", 0.55, "i ‹teach year 4› here", "they teach us", "i teach them things", needs="teach teaches taught", check=lambda m: m["x"].split()[-1].lower() not in {"them", "myself", "that", "this", "people", "about", "with", "your"}),
    row("HEALTH", "body that hurts or is seen to", r"\b(?:my|her|his|their)\s(?:\w+\s)?(?P<x>(?:back|knees?|hips?|shoulder|heart|stomach|skin|eyes?|bladder|bowels?|kidneys?|liver|lungs?|chest|breasts?|womb|ovar(?:y|ies)|prostate|thyroid|spine|head|ears?|wrists?|ankle|hand|legs?|feet|throat|blood|nerves)\s(?:hurts?|aches?|pains?|problems?|conditions?|op|operation|surgery|trouble|injury|disease|replacement|is playing up|went|infection|tumour|scan|biopsy|specialist|pressure|sugar|attack))\b", 0.65, "my ‹knee surgery› is due", "my back garden", needs="my her his their"),
    row("HEALTH", "told in everyday words", r"\b(?P<x>(?:trying for a baby|trying to conceive|lost the baby|on the pill|hear(?:ing)? voices|in recovery|fell off the wagon|off the drink|(?:been |got |staying |stay )sober|(?:\w+ )(?:months|years|days) (?:sober|clean)|aa meetings?|relapsed|throwing up|blood in my \w+|missed period|late period|came off my meds|sectioned|in a coma|on oxygen|care plan|sleeping (?:pills|tablets)|blood results|test results|surgery|operation|chemo|radiotherapy|on sick pay|long[- ]term sick|signed off))\b", 0.55, "we are ‹trying for a baby› now", "a sober design", needs="trying lost pill hear hearing recovery wagon drink sober clean aa relapsed throwing blood period meds sectioned coma oxygen care sleeping test surgery operation chemo radiotherapy sick signed"),
    row("HEALTH", "diagnosis", r"\b(?:diagnosed (?:me |him |her |us )?(?:with|as)|suffer(?:s|ed|ing)? (?:from|with)|tested positive for|treated for|recover(?:ing|ed) from|being treated for|history of|prescribed (?:me |him |her )?|allergic to|hospitali[sz]ed (?:for|with)|in remission from|on meds for|relapse of|symptoms of|side effects of|operation on|surgery (?:on|for)|died (?:of|from))\s?(?:a |an |the |my |some |severe |mild |chronic |acute )?(?P<x>[a-z0-9][\w'’-]{2,25}(?:\s(?!(?:and|but|last|in|at|on|by|for|when|since|this|so|because|yesterday|today|after|before|which|that|i|he|she|we|it|is|was|from|as|who|years|two|ago|the|my)\b)[\w'’-]{2,25}){0,2})", 0.8,
        "i was diagnosed with ‹coeliac disease› in may", "it is diagnosed", needs="diagnosed suffer suffers suffered suffering tested treated recovering recovered history prescribed allergic hospitalised hospitalized remission meds relapse symptoms side operation surgery died"),
    row("HEALTH", "complaint after i have, my", rf"\b(?:i have|i'?ve got|i'?ve|i had|he has|she has|has|have|had|my|her|his|with|on|of|having|in|go to|going to)\s(?:an? |severe |bad |mild |some )?(?P<x>{'|'.join(sorted(HEALTH_THAT_ARE_WORDS))})\b", 0.6, "i have ‹add› too", "add the salt", needs=" ".join(sorted(HEALTH_THAT_ARE_WORDS)), check=lambda m: m["x"].lower() != "prep" or m[0].lower().startswith("on")),
    row("HEALTH", "medicine by its ending", r"\b(?:take|takes|taking|took|on|started|prescribed|dose of|mg of|off|given)\s(?:my |some |the )?(?P<x>[a-z]{3,14}(?:prine|pril|sartan|statin|azole|epam|olam|zepine|mab|cillin|mycin|formin|xetine|triptan|parin|idone|fenac|prazole|dipine|olone|asone|tinib|gliptin|glutide|vir|terol|thyroxine|barbital|tyline|pramine|opram|faxine|gabalin|zapine))\b", 0.75, "now i take ‹azathioprine› daily", "on medicine", needs="take takes taking took on started prescribed dose mg off given"),
    row("HEALTH", "dose of a medicine", r"\b(?P<x>[a-z]{4,25}\s\d{1,4}(?:\.\d)?\s?(?:mg|mcg|ug|µg|ml|units))\b", 0.75, "i take ‹sertraline 50mg› daily", "about 50 mgs", needs="digit"),
    row("HEALTH", "weeks pregnant and other measures", r"\b\d{1,2} weeks (?:pregnant|gone)\b|\bstage (?:[1-4]|one|two|three|four|i{1,3}v?|iv) (?:\w+ )?cancer\b|\bbmi (?:of|is) \d\d\b|\b(?:blood pressure|bp|hba1c|a1c|cholesterol|psa)\s(?:of|is|was|at)\s\d[\d./]{1,7}", 0.85, "i am ‹12 weeks pregnant› now", "12 weeks of work", needs="digit"),
    row("MONEY", "amount near words of pay, debt or rent", rf"(?<![\w.,])(?P<x>{_MONEY}{_PERIOD})(?!\w)", 0.75, "my rent is ‹£850 a month› now", "a £3 coffee", "10k run", needs="digit", check=_personal),
    row("MONEY", "amount where somebody is spoken of", rf"(?<![\w.,])(?P<x>{_MONEY}{_PERIOD})(?!\w)", 0.5, "he wants ‹£450› from me", "a print for £25", needs="digit", check=_of_someone),
    row("MONEY", "amount without a sign", r"\b(?:owes?|owed|owing|earn(?:s|ed|ing)?|salary|rent|loan|debts?|borrow(?:ed)?|lent|in arrears|overdraft|savings|saved|on a wage|wages?|paid|pays|paying|make|making|makes|charge|charged|quoted|fine|deposit|mortgage)\b(?:\s(?!by\b|in\b|since\b|at\b|until\b)[a-z']+){0,4}?\s(?P<x>\d{1,4} (?:quid|grand|pounds|dollars|euros|bucks)|(?:\d{1,3}(?:,\d{3}){1,3}|\d{3,6})(?:\.\d\d)?k?|\d{1,3}k)(?:\s(?:a|per)\s(?:month|week|year|hour|day))?(?!\s?(?:words|people|times|minutes|hours|days|pages|pixels|px|calories|steps|km|miles|followers|tiles|pieces|copies|st\b|nd\b|rd\b|th\b|[:/]\d))(?![\w%])", 0.6,
        "i owe him ‹300 quid› now", "we paid in 2019", "making 300 tiles", needs="digit owe owes owed owing earn earns earned earning salary rent loan debt debts borrow borrowed lent arrears overdraft savings saved wage wages paid pays paying make making makes charge charged quoted fine deposit mortgage", check=_plain_amount),
)  # fmt: skip
