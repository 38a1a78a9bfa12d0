"""Rows for what has a fixed shape: mail, phones, cards, accounts, ids, dates, addresses of machines, secrets."""

# ruff: noqa: E501 - a row of the table is easier to read whole
from __future__ import annotations

import ipaddress
import re

from privlessons.patterns import row
from privlessons.words_people import MONTHS

_IBAN_LENGTHS = dict(
    pair.split(":")
    for pair in (
        "AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BR:29 CH:21 CR:22 CY:28 CZ:24 DE:22 DK:18 DO:28 EE:20 EG:29"
        " ES:24 FI:18 FO:18 FR:27 GB:22 GE:22 GI:23 GL:18 GR:27 GT:28 HR:21 HU:28 IE:22 IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30"
        " KZ:20 LB:28 LC:32 LI:21 LT:20 LU:20 LV:21 MC:27 MD:24 ME:22 MK:19 MR:27 MT:31 MU:30 NL:18 NO:15 PK:24 PL:28 PS:29"
        " PT:25 QA:29 RO:24 RS:22 SA:24 SC:31 SE:24 SI:19 SK:24 SM:27 ST:25 SV:28 TN:24 TR:26 UA:29 VA:22 VG:24 XK:20"
    ).split()
)
_PHONE_WORDS = re.compile(
    r"\b(?:phone|telephone|tel|call(?:ed|ing)?|ring|text(?:ed)?|mobile|mob|cell|contact|whatsapp|signal|fax|number is|dial|reach|sms|landline|hotline)\b",
    re.IGNORECASE,
)
_NOT_PHONE_WORDS = re.compile(
    r"(?:\b(?:order|invoice|ref(?:erence)?|tracking|ticket|isbn|account|acct|card|case|passport|id|nhs|ssn|serial|model|part|sku|version|postcode|zip|routing|licen[cs]e)"
    r"(?:\s+(?:no|nr|number|num|code|id))?(?:\s+(?:is|was))?|#)[\s.:#]{0,3}$",
    re.IGNORECASE,
)
_DATE_SHAPE = re.compile(
    r"(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2})(?:[ T]\d.*)?|(?:19|20)\d\d ?- ?(?:19|20)?\d\d|[12]\d{3}"
)


def luhn(digits: str) -> bool:
    """Return whether the digits pass the check that card numbers pass (H. P. Luhn, 1954)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _digits(text):
    return "".join(c for c in text if c in "0123456789")


def _card(match):
    digits = _digits(match[0])
    return 13 <= len(digits) <= 19 and len(set(digits)) > 1 and luhn(digits)


def _iban(match):
    text = re.sub(r"[ -]", "", match[0]).upper()
    if len(text) != int(_IBAN_LENGTHS.get(text[:2], 0)):
        return False
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def _ip(match):
    if re.search(
        r"\b(?:version|section|chapter|release|build|v)\.?\s?$",
        match.string[max(0, match.start() - 10) : match.start()],
        re.IGNORECASE,
    ):
        return False
    try:
        ipaddress.ip_address(match[0])
    except ValueError:
        return False
    return True


def _nhs(match):
    digits = _digits(match["x"])
    rest = 11 - sum(int(d) * (10 - i) for i, d in enumerate(digits[:9])) % 11
    return len(digits) == 10 and rest % 11 == int(digits[9]) and rest != 10


def _phone(match):
    """Believe a run of digits that is built like a phone number, or that words nearby call one."""
    number, text = match["x"], match.string
    main = re.split(r"\s*(?:x|ext|#)", number, maxsplit=1, flags=re.IGNORECASE)[0]
    digits = _digits(main)
    if not 6 <= len(digits) <= 15 or len(set(digits)) == 1 or number.count("(") != number.count(")"):
        return False
    if _DATE_SHAPE.fullmatch(main.strip()) or re.match(
        r"\s?(?:%|kg|km|px|gb|mb|usd|eur|gbp)\b", text[match.end() : match.end() + 5], re.IGNORECASE
    ):
        return False
    before = text[max(0, match.start() - 45) : match.start()]
    if _NOT_PHONE_WORDS.search(before):
        return False
    if main.startswith("+") or (main.startswith("00") and main[2] != "0" and len(digits) >= 11):
        return len(digits) >= 8
    if _PHONE_WORDS.search(before):
        return True
    if len(digits) >= 13 and luhn(digits):
        return False
    if re.fullmatch(r"\d{3}-\d{2}-\d{4}", main) or re.fullmatch(r"\d{2}-\d{2}-\d{2}", main):
        return False
    if re.fullmatch(r"(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}", main) or re.fullmatch(
        r"\d{3}[-.]\d{4}", main
    ):
        return True
    if len(main) > 10 and number != main:
        return True
    if digits.startswith("0") and 9 <= len(digits) <= 12:
        return True
    groups = re.findall(r"\d+", main)
    return 9 <= len(digits) <= 12 and (
        (len(groups) == 1 and len(digits) == 10)
        or (len(groups) in {3, 4, 5} and all(2 <= len(g) <= 4 for g in groups))
    )


_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_FULL_DATE = (
    rf"(?:{_DAY}\s(?:of\s)?(?:{MONTHS})\.?,?\s(?:19|20)\d\d|(?:{MONTHS})\.?\s{_DAY},?\s(?:19|20)\d\d"
    rf"|{_DAY}[ ./-](?:0?[1-9]|1[0-2])[ ./-](?:19|20)?\d\d|(?:0?[1-9]|1[0-2])[./-]{_DAY}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-](?:0[1-9]|1[0-2])[./-](?:[0-2]\d|3[01])"
    rf"|{_DAY}[ -](?:{MONTHS})[ -](?:19|20)?\d\d)"
)
_MONTH_WORDS = "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december"
_TLD = "com|org|net|edu|gov|info|biz|dev|app|shop|art|blog|online|site|store|studio|xyz|io|co|uk|de|fr|eu|es|nl|pl|ch|ca|au|nz|ie|us|ru|br|jp|cn|tv|test|example"
_ID_WORDS = (
    "digit passport licence license id card social ssn sin tax tin utr ni nino insurance vat account acct a sort routing policy member membership employee staff student patient payroll"
    " registration medical mrn customer candidate visa green case crime personnel medicare aadhaar pan dni nie pesel cpf bank"
)
_BIRTH_WORDS = "digit born dob birth birthday bday birthdate"
_LOCK = (
    r"(?:pass ?word|passwd|pwd|pass ?code|pass ?phrase|wi-?fi(?: key| password| code)?|pin(?: code| number)?|secret(?: key)?|api[ _-]?key|access[ _-]?(?:key|token)"
    r"|token|client[ _-]?secret|cvv2?|cvc|security code|otp|door code|alarm code|gate code|recovery (?:key|phrase|code)|seed phrase|login)"
)
_LOCK_WORDS = "password passwd pwd passcode passphrase pass wifi wi pin secret key token api cvv cvc security otp code recovery seed login cvv2"
_NO_KEY = frozenset(
    "a an the not no wrong reset too on in is was and or for to of from with by it its my your his her their our this that what which who how weak strong safe secure expired"
    " incorrect correct invalid required please manager protected changed stolen leaked hacked shared same so very really easy hard long short out still"
    " being been never always needed right good bad written something somewhere saved stored going stuck broken down off".split()
)


def _secret(match):
    word = match["x"].strip("'\"`")
    strong = any(c.isdigit() for c in word) or (len(word) > 5 and any(not c.isalnum() for c in word[:-1]))
    return strong or (word.lower() not in _NO_KEY and len(word) >= 5 and match["link"].strip() != "")


def _mixed(match):
    word = match["x"]
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word) and len(set(word)) >= 12


ROWS = (
    row("EMAIL_ADDRESS", "mail address", r"(?<![\w.+%-])[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}", 0.98,
        "write to ‹anna.b+art@mail.example.com›, ok?", "see you @ 5.30", needs="@"),
    row("EMAIL_ADDRESS", "mail address written out",
        r"\b[\w.-]{2,40}\s?(?:\(at\)|\[at\]|\sat\s)\s?[\w-]{2,40}\s?(?:\(dot\)|\[dot\]|\sdot\s)\s?(?:com|net|org|co|uk|de|fr)\b", 0.8,
        "i am ‹anna at example dot com›", "look at the dot", needs="dot"),
    row("URL", "web address with http or www", r"\b(?:https?://|ftp://|www\.)[^\s<>\"'`|\\^{}\[\]]{2,2000}[^\s<>\"'`|\\^{}\[\].,;:!?)]", 0.95,
        "it is at ‹https://tiles.example.org/shop?id=3›.", "http is a protocol"),
    row("URL", "web address without http",
        rf"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{{1,62}}\.){{1,4}}(?:{_TLD})\b(?!\.?\w)(?:[/?#][^\s<>\"']{{0,500}}[\w/])?", 0.75,
        "my shop ‹tiles.example.com/new› is open", "e.g. this", "ok.so then", needs="."),
    row("IP_ADDRESS", "address of a computer, version 4", r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]\d)", 0.9,
        "it came from ‹192.0.2.17›", "version 1.2.3", "999.1.1.1", needs="digit", check=_ip),
    row("IP_ADDRESS", "address of a computer, version 6", r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", 0.9,
        "host ‹2001:db8::8a2e:370:7334› answers", "at 10:30:15 sharp", needs=":",
        check=lambda m: len(m[0]) > 5 and m[0].count(":") >= 2 and _ip(m)),
    row("ID_NUMBER", "hardware address", r"(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])", 0.85,
        "mac ‹00:1B:44:11:3A:B7›", "00:1B:44", needs="digit"),
    row("CREDIT_CARD", "card number (checksum)", r"(?<![\d.+-])\d(?:[ -]?\d){12,18}(?!\d)", 0.97,
        "card ‹4111 1111 1111 1111› exp 04/29", "number 4111 1111 1111 1112", needs="digit", check=_card),
    row("IBAN_CODE", "bank account number (checksum)", r"\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}?(?![a-z0-9]|[ -]\d)", 0.98,
        "to ‹GB82 WEST 1234 5698 7654 32› please", "GB00 WEST 1234 5698 7654 32", needs="digit", check=_iban),
    row("PHONE_NUMBER", "phone number",
        r"(?<![\w.,/:£$€+-])(?P<x>(?:\+ ?|\()?\d[\d()./ -]{4,20}\d(?:\s?,?\s?(?:x|ext\.?|extension|#)\s?\d{1,6})?)(?![\d%£$€])(?![.,:]\d)", 0.85,
        "call ‹07700 900123› or text", "on 12/03/2024 we met", "order 123456789", "it costs 1,250,000", "from 1990 - 1995",
        needs="digit", check=_phone),
    row("PHONE_NUMBER", "phone number with an extension", r"(?<![\w.])\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\s?(?:x|ext\.?|extension)\s?\d{1,6}\b", 0.9,
        "office ‹(555)555-0123 x4567›", "screen 1920x1080", needs="digit"),
    row("ID_NUMBER", "US social security number", r"(?<![\d-])(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])", 0.85,
        "ssn ‹078-05-1120›", "000-12-3456", needs="digit"),
    row("ID_NUMBER", "UK National Insurance number", r"\b(?:[a-ceghj-prtw-z][a-ceghj-nprtw-z]|qq) ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b", 0.85,
        "my NI is ‹QQ 12 34 56 C›", "AB 12 34", needs="digit"),
    row("ID_NUMBER", "NHS number (checksum)", r"\bnhs(?: (?:no|number|num|id))?\.?(?: is)?[:# ]{1,3}(?P<x>\d{3}[ -]?\d{3}[ -]?\d{4})\b", 0.95,
        "nhs number ‹943 476 5919›", "nhs number 943 476 5918", needs="digit nhs", check=_nhs),
    row("ID_NUMBER", "number announced as an id",
        r"\b(?:passport|driv(?:er'?s|ing|ers) licen[cs]e|licen[cs]e|national id|id card|identity card|social security|ssn|sin|tax|tin|utr|ni|nino|national insurance|vat|account|acct|a/c|sort code|routing|policy|member(?:ship)?"
        r"|employee|staff|student|patient|payroll|registration|medical record|mrn|customer|candidate|visa|green card|case|crime|personnel|insurance|medicare|aadhaar|pan|dni|nie|pesel|cpf|bank account)"
        r"(?: (?:no|nr|number|num|id|code|card|ref))?\.?(?:\s?(?:is|was|of|=|:|#|-)){0,2}\s{0,2}(?P<x>(?=[a-z0-9/ -]{0,12}\d[a-z0-9/-]{0,12}\d)[a-z]{0,3}\d[a-z0-9]{0,10}(?:[ /-][a-z0-9]{0,4}\d[a-z0-9]{0,6}){0,4}|[a-z]{1,5}[-/]?\d{4,12}[a-z0-9]{0,6})\b", 0.8,
        "passport number is ‹925665416›", "tax in 2024 or so", "case 3 of 5", needs=_ID_WORDS,
        check=lambda m: len(_digits(m["x"])) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", m["x"])),
    row("ID_NUMBER", "UK licence plate", r"\b[A-Z]{2}[0-9]{2} ?[A-Z]{3}\b", 0.75,
        "the car, ‹AB12 CDE›, is red", "ab12", needs="digit", flags=0),
    row("ID_NUMBER", "licence plate announced", r"\b(?:licen[cs]e plate|number plate|plates?|reg(?:istration)?|vin)(?: (?:no|number))?(?: is|:| was)?\s(?P<x>[a-z0-9]{1,4}[ -]?[a-z0-9]{1,4}(?:-?[a-z0-9]{1,8})?)\b", 0.75,
        "number plate is ‹ab12 cde› btw", "plate of food", needs="digit plate plates reg registration vin",
        check=lambda m: bool(_digits(m["x"])) and any(c.isalpha() for c in m["x"])),
    row("ID_NUMBER", "UK driving licence", r"\b[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}\b", 0.9, "it says ‹TARNM906157MK9AB›", "TARNM90615", needs="digit", flags=0),
    row("ID_NUMBER", "wallet of a digital currency", r"\b(?:bc1[a-z0-9]{25,60}|0x[a-f0-9]{40}|[13][a-km-z1-9]{25,34})\b", 0.8,
        "send to ‹bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq›", "bc1q", needs="digit",
        check=lambda m: len(set(m[0])) > 11 and bool(re.search("[a-z]", m[0], re.IGNORECASE))),
    row("BIRTH_DATE", "birth date", rf"\b(?:born|dob|d\.o\.b\.?|date of birth|birth ?date|birthday|b-?day)\b[^.\n]{{0,12}}?[ :](?P<x>{_FULL_DATE})\b", 0.95,
        "i was born on ‹3 May 1990›", "born in Leeds in 1990", needs=_BIRTH_WORDS),
    row("DATE_TIME", "birthday without a year", rf"\b(?:born|birthday|b-?day)\b[^.\n]{{0,12}}?[ :](?P<x>{_DAY}\s(?:of\s)?(?:{MONTHS})|(?:{MONTHS})\s{_DAY})\b", 0.8,
        "my birthday is ‹4th of july›", "birthday cake in july", needs=_BIRTH_WORDS),
    row("DATE_TIME", "date in digits", rf"(?<![\w./-]){_FULL_DATE}(?:[T ]\d\d?:\d\d(?::\d\d)?(?:\.\d{{1,6}})?Z?)?(?![\w/-])", 0.8,
        "on ‹12/03/2024› we met", "section 1.2.3.4", needs="digit"),
    row("DATE_TIME", "day and month", rf"\b{_DAY}\s(?:of\s)?(?:{MONTHS})\b(?:,?\s(?:19|20)\d\d\b)?|\b(?:{MONTHS})\.?\s{_DAY}\b(?!:)(?:,?\s(?:19|20)\d\d\b)?", 0.75,
        "see you ‹March 3rd›!", "you may 3 times", needs=_MONTH_WORDS,
        check=lambda m: not re.match(r"may\s|mar\s|\d+\s(?:may|mar)$", m[0]) or bool(re.match(r"\d+(?:st|nd|rd|th)", m[0]))),
    row("DATE_TIME", "month and year", rf"\b(?:{MONTHS})\.?,? (?:of )?(?:19|20)\d\d\b", 0.75, "since ‹June 2021›", "may 20 people", needs=_MONTH_WORDS),
    row("DATE_TIME", "month after in, since, by", r"\b(?:(?:in|since|by|last|next|this|until|till|from|for|of|early|late|mid|end of|start of|before|after|during|around)\s(?P<x>(?:january|february|april|june|july|august|september|october|november|december|(?-i:March|May)))|(?:since|last|next|until|till|early|late|mid|in|by|end of|start of)\s(?P<y>march|may))\b(?! \d)", 0.6, "off since ‹january› and", "you may go", "march on", needs=_MONTH_WORDS.removeprefix("digit ")),
    row("DATE_TIME", "year", r"\b(?:in|since|from|until|till|of|by|before|after|around|summer|winter|spring|autumn|class of|early|late)\s(?P<x>(?:19[2-9]|20[0-4])\d)\b(?![-./:,]?\d)(?! ?(?:people|words|pixels|pounds|calories|kcal|steps|times|euros|dollars|miles|km|px|mb|characters|tokens))", 0.6, "at argos since ‹2018› now", "a list of 2000 words", needs="digit"),
    row("DATE_TIME", "weekday", r"\b(?:on|next|last|this|by|before|until|till|from|since|every|for)\s(?P<x>(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:\s(?:morning|afternoon|evening|night|lunchtime))?(?:,?\s(?:at\s)?\d{1,2}(?::\d\d)?\s?(?:am|pm))?)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,? at| the)\s\d{1,2}(?::\d\d|\s?[ap]m|st|nd|rd|th)\b", 0.52, "come on ‹saturday evening› please", "sunday roast", needs="monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    row("DATE_TIME", "day of the month", r"\b(?:on|by|before|until|till|since|from|for|is|after)\s(?P<x>the\s(?:[12]?\d|3[01])(?:st|nd|rd|th))\b(?!\s(?:of\s)?(?:century|floor|time|one|day|grade|page|chapter|row|line|place|birthday|person|world|amendment|edition|verse))", 0.55, "we close on ‹the 14th›, ok", "on the 14th floor", needs="digit"),
    row("DATE_TIME", "weeks or years ago", r"\b(?:last|next)\s(?:week|month|year|summer|winter|spring|autumn|christmas|easter)\b|\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|a few) (?:weeks|months|years) ago\b", 0.5, "it was ‹two years ago› then", "a year ago today", needs="last next ago"),
    row("SECRET", "letters and digits near a password", r"\b(?:passwords?|passcode|pwd?|pass|passphrase|wifi|wi-fi|login)\b(?:['’]s)?[^\n]{0,60}?[\s:=\"'`(](?P<x>(?=[a-z!@#$%^&*_.-]{0,30}\d)(?=[\d!@#$%^&*_.-]{0,30}[a-z])[a-z\d!@#$%^&*_.-]{6,40})(?=$|[\s\"'`,;?)])", 0.7, "i use one password everywhere, ‹fluffy99›", "password for 12 people", needs="digit password passwords passcode pw pwd pass passphrase wifi wi login", check=lambda m: not re.fullmatch(r"\d+(?:st|nd|rd|th|am|pm|k|mb|gb|px|-\w+)?|[\d.-]+", m["x"], re.IGNORECASE) and "@" not in m["x"][1:]),
    row("SECRET", "code in digits", r"(?<!error )(?<!zip )(?<!post )(?<!postal )(?<!area )(?<!discount )(?<!promo )(?<!status )(?<!exit )(?<!country )(?<!qr )(?<!dress )(?<!sort )(?<!source )(?<!python )(?<!product )(?<!tax )\b(?:code|pin|combination|safe|keypad|entry number)\b(?:\s(?:on|for|to|of)(?:\s\w+){1,3}?)?(?:\s(?:is|was|now|still|=)|['’]s|:){1,3}\s?(?P<x>\d{4,8})\b", 0.7, "the code on the gate is ‹4471› btw", "error code is 50412", needs="digit code pin combination safe keypad entry"),
    row("ID_NUMBER", "reference of a claim or booking", r"\b(?:ref(?:erence)?|booking|claim|case|application|policy|ticket)(?: (?:no|number|num|id|code))?\.?(?: is|:|#| was)?\s#?(?P<x>(?=[a-z/-]{0,12}\d)[a-z\d]{1,12}(?:[-/][a-z\d]{1,12}){0,3})\b", 0.65, "my claim ref is ‹HC-204418› ok", "case 3 of 5", needs="digit ref reference booking claim case application policy ticket", check=lambda m: len(_digits(m["x"])) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", m["x"])),
    row("SECRET", "key of a well-known shape",
        r"(?<![\w-])(?:sk-[\w-]{16,200}|(?:sk|pk|rk)_(?:live|test)_\w{10,100}|gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,60}|AKIA[0-9A-Z]{12,20}|AIza[\w-]{30,45}"
        r"|xox[abprs]-[\w-]{10,200}|hf_\w{20,60}|npm_\w{30,60}|eyJ[\w-]{10,1000}\.[\w-]{10,2000}\.[\w-]{6,500}|SG\.[\w-]{16,40}\.[\w-]{16,80})", 0.98,
        "key ‹sk-abcd1234efgh5678ijkl› leaked", "sk-8 board", needs=None, flags=0),
    row("SECRET", "private key", r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[\w+/=\s]{0,10000}-----END [A-Z ]{0,30}-----)?", 0.99,
        "‹-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----›", "-----BEGIN CERTIFICATE-----", needs="private begin", flags=0),
    row("SECRET", "password that is said", rf"\b{_LOCK}(?:\s(?:for|to|of|on)\s(?:\w+\s){{1,3}}?)?(?P<link>\s?(?:=|:|is now|is still|is|was)\s?[:=]?)\s?[\"'`]?(?P<x>[^\s\"'`]{{4,128}}[^\s\"'`.,;!?)])", 0.9,
        "the wifi password is ‹Harbour!2024›", "the password is wrong", "my login is not working", needs=_LOCK_WORDS, check=_secret),
    row("SECRET", "pin that is said", r"\b(?:pin|cvv2?|cvc|security code|door code|gate code|alarm code|otp|passcode)(?: (?:code|number))?(?: is|:|=| was)?\s(?P<x>\d{3,8})\b", 0.85,
        "pin is ‹4821›", "pin 2 posters up", needs="digit pin cvv cvc cvv2 code otp passcode"),
    row("SECRET", "long random word after a key word", r"\b(?:key|token|secret|bearer|auth|password|credential)s?\b[^\n]{0,20}?[ :=\"'](?P<x>[\w+/=.-]{20,200})", 0.85,
        "token: ‹f3a9c1d27b5e4860aa17bd92c3›", "key performance indicators are internationalisation", needs="digit key token secret bearer auth password credential keys tokens", check=_mixed),
)  # fmt: skip
