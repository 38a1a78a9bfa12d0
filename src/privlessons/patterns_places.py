"""Rows for places and organisations: street addresses of many forms, postcodes, employers, schools, clinics."""

# ruff: noqa: E501 - a row of the table is easier to read whole
from __future__ import annotations

import re

from privlessons.given_names import GIVEN_NAMES
from privlessons.patterns import plain, row

_KINDS_OF_STREET = (
    "alley|avenue|ave|boulevard|blvd|circle|close|court|ct|crescent|cres|cul-de-sac|drive|dr|esplanade|gardens?|gdns|grove|heights|highway|hwy|hill|lane|ln|loop|mews"
    "|parade|park|parkway|pkwy|place|pl|promenade|quay|ridge|road|rd|row|square|sq|street|st|terrace|ter|trail|turnpike|walk|way|wharf|wynd"
)
_MORE_KINDS = (
    "branch|bridge|brooks?|burgs?|bypass|camp|canyon|cape|causeway|centers?|circles|cliffs?|club|commons?|corners?|course|courts|coves?|creek|crest|crossing|crossroad|curve|dale|dam|divide"
    "|estates?|expressway|extensions?|falls?|ferry|fields?|flats?|fords?|forest|forges?|forks?|fort|freeway|gateway|glens?|greens?|groves|harbors?|haven|hills|hollow|inlet|islands?|isle|junctions?|keys?"
    "|knolls?|lakes?|land|landing|lights?|loaf|locks?|lodge|mall|manors?|meadows?|mills?|mission|motorway|mount|mountains?|neck|orchard|oval|overpass|parks|parkways|pass|passage|path|pike|pines?"
    "|plains?|plaza|points?|ports?|prairie|radial|ramp|ranch|rapids?|rest|ridges|river|roads|route|rue|run|shoals?|shores?|skyway|springs?|spurs?|squares|station|stravenue|stream|streets|summit"
    "|throughway|trace|track|trafficway|tunnel|underpass|unions?|valleys?|via|viaduct|views?|villages?|ville|vista|walks|wall|ways|wells?|rise|yard|end|approach|court|croft|drove|gate|common"
)
_UNIT = r"(?:apt|apartment|suite|ste|unit|flat|floor|room|studio)\.?\s?#?\w{1,6}|#\s?\w{1,6}"
_NUMBER = r"\d{1,5}[a-z]?(?:\s?[-/]\s?\d{1,5}[a-z]?)?"
_NAME_WORD = r"[^\W\d_][\w'’.-]{0,30}"
_COMMON = frozenset(
    "minute minutes min mins hour hours mile miles km metre metres day days week weeks month months year years way ways more people of the in on to and a an for is was are"
    " bedroom bed person times time o'clock am pm percent pounds dollars or with from by at my your i you we they he she it then than that this when next last first second"
    " degrees kg lb days' minutes' hours' star step lane lanes car point points page pages two one three pixel px pieces tiles designs".split()
)
_OFTEN_WORDS = frozenset(
    "close court drive place park way hill square row walk loop circle ridge heights garden gardens st dr ct pl trail lane road parade terrace end gate yard rise common".split()
)
_SURE_ENDINGS = ("straße", "strasse", "straat", "gracht", "gatan", "vägen")
_STREET_ENDINGS = (
    "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "ring", "steig", "laan", "plein", "kade", "dijk", "gata", "vej", "gade",
    "veien", "katu", "tie", "bakken", "stræde", "utca", "vegur", "götu",
)  # fmt: skip
_AT_HOME = re.compile(
    r"(?:\b(?:at|address(?: is)?|addr|live[sd]?|living|moved|is|to|from|home|house|deliver\w*|ship\w*|flat \w{1,4})|[,:])\s*$",
    re.IGNORECASE,
)


def _street(match):
    """Refuse "a 5 minute drive": lower-case words that are no street name."""
    words = re.findall(r"[^\W\d_][\w'’-]*", match["names"])
    if any(word.lower() in _COMMON for word in words):
        return False
    if all(word[0].isupper() for word in words):
        return True
    return match["street"].lower() not in _OFTEN_WORDS or bool(
        _AT_HOME.search(match.string[max(0, match.start() - 25) : match.start()])
    )


def _one_word_street(match):
    word = re.split(r"\s\d", match["x"])[0].split()[-1].rstrip(".")
    return word.lower().endswith(_SURE_ENDINGS) or (
        word[0].isupper() and word.lower().endswith(_STREET_ENDINGS)
    )


def _uk(match):
    text = match[0]
    return text.isupper() or not re.search(
        r"\d(?:st|nd|rd|th|am|pm|kg|km|cm|mm|px|gb|mb|hr)$", text, re.IGNORECASE
    )


_CITY = r"(?-i:[A-ZÀ-Þ][\w'’.-]{1,30}(?: [A-ZÀ-Þ][\w'’.-]{1,30}){0,3})"
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|AE|AP|AA"
    "|NSW|VIC|QLD|TAS|SA|ACT|NT"
)
_SCHOOL = "university|college|school|academy|primary|secondary|grammar|high school|primary school|nursery|preschool|kindergarten|sixth form"
_CLINIC = "hospital|clinic|surgery|medical centre|medical center|health centre|health center|infirmary|hospice|practice|pharmacy|care home"
_FIRM = "ltd|limited|inc|incorporated|llc|llp|plc|gmbh|ag|corp|corporation|co|company|group|holdings|partners|sa|sas|sarl|bv|nv|spa|srl|oy|ab|as|pty|kg|ug|and sons|& sons|and co|& co"
_BODY = "bank|trust|foundation|institute|church|council|studios?|agency|café|cafe|club|society|union|association|bakery|ministry|museum|gallery|theatre|library|university|hotel|restaurant|pub|charity|mosque|synagogue|temple|laboratories|labs|systems|solutions|technologies|industries|consulting|services|associates|insurance|airlines|airways|motors|media|press|records|software|games|brewery|supermarket|centre|center|network|federation|authority|commission|committee|department"
_CAP = r"[A-ZÀ-Þ][\w'’.-]{0,30}"
_WORD_OR_CAP = r"(?:(?-i:[A-ZÀ-Þ])[\w'’-]{1,25}(?: (?:&|and|of|the|(?-i:[A-ZÀ-Þ])[\w'’-]{1,25})){0,4}(?<! and)(?<! of)(?<! &)|[a-z][\w'’-]{3,20}(?: & [a-z][\w'’-]{2,20})?)"
_NO_ORG = frozenset(
    "out off after something someone the a an my our your his her their this that it home school work uni university college night least first last all once some any one two bank hospital church i we he she they you him us them"
    " on in at me nothing myself himself herself free fun money food peace ages hours years months now days weeks weekends nights christmas same another no both and or but".split()
)

_NO_PLACE = _NO_ORG | frozenset(
    "fear hope town here there where abroad halls dorms peace poverty pain harmony january february march april may june july august september october november december"
    " something somewhere somewhat anything everything everyone someone scratch overseas uptown downtown hell heaven isolation debt sin love cash video online"
    " cities houses flats schools jobs therapy bed digital full-time remote part-time hospital prison jail care foster temporary shared rented accommodation".split()
)


def _words(alternatives):
    """Return the last words of alternatives, for the cheap test before a row."""
    return " ".join(sorted({re.findall(r"[^\W\d_]+", part)[-1] for part in alternatives.split("|")}))


def _org(match):
    return match["x"].split()[0].lower() not in _NO_ORG and not match["x"][0].isdigit()


ROWS = (
    row("STREET_ADDRESS", "house number and street",
        rf"(?<![\w.,/£$€:-])(?P<x>(?:(?:{_UNIT}),?\s)?(?:no\.?\s?)?{_NUMBER},?\s(?:(?:[nsew]|ne|nw|se|sw)\.?\s)?(?P<names>(?:{_NAME_WORD}\s){{1,4}}?)(?P<street>{_KINDS_OF_STREET})\b\.?(?:\s(?:north|south|east|west|n|s|e|w|ne|nw|se|sw)\b)?(?:,?\s(?:{_UNIT})\b)?)", 0.9,
        "we live at ‹Flat 3, 14B High St›, by the sea", "it is a 10 minute drive", "5 of the people on the road", needs="digit", check=_street),
    row("STREET_ADDRESS", "house number and street, American kinds",
        rf"(?<![\w.,/£$€:-])(?P<x>\d{{1,6}}[A-Z]?\s(?:[NSEW]\.?\s)?(?P<names>(?:[A-ZÀ-Þ][\w'’.-]{{0,30}}\s){{1,4}}?)(?P<street>(?i:{_MORE_KINDS}))\b(?:,?\s(?i:{_UNIT})\b)?)", 0.85,
        "ship to ‹9415 Natasha Forges Suite 5›", "we had 12 good meadows", needs="digit", check=_street, flags=0),
    row("STREET_ADDRESS", "box at the post office", r"\bP\.?\s?O\.?\s?Box\s\d{1,6}\b|\b(?:PSC|Unit)\s\d{1,5},?\sBox\s\d{1,6}\b", 0.92, "write to ‹P.O. Box 12›", "a box of 12", needs="digit box"),
    row("STREET_ADDRESS", "flat or apartment", r"\b(?:flat|apartment|apt\.?)\s(?:#\s?)?\d{1,4}[a-z]?\b", 0.6, "in ‹flat 12b› upstairs", "a flat with 3 rooms", needs="digit flat apartment apt"),
    row("STREET_ADDRESS", "street without a number",
        r"\b(?P<x>(?P<names>(?:[A-ZÀ-Þ][a-zà-ÿ'’-]{1,30}\s){1,3})(?P<street>Street|St|Road|Rd|Lane|Avenue|Ave|Close|Crescent|Drive|Terrace|Gardens|Grove|Mews|Boulevard|Blvd))\b(?! [A-Z][a-z]+'s)", 0.65,
        "turn into ‹Mill Lane› now", "a lane", check=lambda m: m["names"].split()[0] not in {"The", "A", "My", "Our", "This", "Main", "Wall", "In", "On", "At", "From", "To"} or len(m["names"].split()) > 1, flags=0),
    row("STREET_ADDRESS", "street without a number, in small letters",
        rf"\b(?:live|lives|lived|living|moved|flat|house|home|place|based|grew up|neighbours?)\s(?:(?:now|here|just)\s)?(?:on|in|at|to|off)\s(?P<x>(?!the |a |my |our )(?:{_NAME_WORD}\s){{1,2}}(?:street|road|rd|lane|avenue|ave|crescent|terrace|grove|mews|boulevard|close|gardens))\b", 0.75,
        "i live on ‹harbour lane› alone", "i live on the same street", needs="live lives lived living moved flat house home place based grew neighbour neighbours"),
    row("STREET_ADDRESS", "street in the German or Nordic way", r"(?P<x>\b(?:(?-i:[A-ZÄÖÜ])[\wäöüß.-]{1,30} ){0,2}[^\W\d_][\w-]{3,50}\.?\s\d{1,4}\s?[a-z]?)\b", 0.88,
        "ich wohne in der ‹Hauptstraße 5›", "the following 5", "part 2 of it", "keyring 5", needs="digit", check=_one_word_street),
    row("STREET_ADDRESS", "street in the German way, two words",
        r"\b(?P<x>(?:[A-ZÄÖÜ][\wäöüß-]{1,30}\s(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Damm|Ufer|Ring)|(?:Am|An der|An den|Auf der|Auf dem|Im|In der|Unter den|Zum|Zur)\s[A-ZÄÖÜ][\wäöüß-]{2,30})\s\d{1,3}\s?[a-z]?)\b", 0.85,
        "zu ‹Berliner Straße 5› bitte", "im Jahr 20", needs="digit", check=lambda m: "Jahr" not in m[0], flags=0),
    row("STREET_ADDRESS", "street in the French way",
        r"\b(?P<x>(?:\d{1,4}(?:\s?(?:bis|ter))?,?\s)?(?:rue|avenue|boulevard|bd|chemin|impasse|allée|quai|route|passage|place|cours)\s(?:de la |de l['’]|des |du |de |d['’])?(?-i:[A-ZÀ-Þ])[\w'’-]{1,30}(?:[ -](?:(?:de|la|le|des|du)[ -])?(?-i:[A-ZÀ-Þ])[\w'’-]{1,30}){0,3}(?:,?\s\d{1,4}\b)?)", 0.8,
        "au ‹12 rue de la Paix› demain", "the route of the bus", needs="rue avenue boulevard bd chemin impasse allée quai route passage place cours",
        check=lambda m: bool(re.search(r"\d|\b(?:rue|de|du|des)\b|d['’]", m["x"]))),
    row("STREET_ADDRESS", "street in the Spanish, Italian or Portuguese way",
        r"\b(?P<x>(?:Calle|C/|Avenida|Avda?\.|Paseo|Plaza|Carrer|Camino|Via|Viale|Piazza|Corso|Largo|Vicolo|Rua|Travessa|Praça|Estrada|Ul\.|ul\.|ulica|Ulica|al\.|Aleja)\s?(?:(?:de|del|della|dei|delle|degli|di|da|do|dos|das|la|las|los|el)\s){0,2}[A-ZÀ-Þ][\w'’.-]{1,30}(?:\s(?:(?:de|del|di|da|do|la|e|y)\s)?[A-ZÀ-Þ][\w'’.-]{1,30}){0,3}(?:,?\s(?:n[º°.o]{0,2}\s?)?\d{1,4}[a-z]?\b)?)", 0.8,
        "está en ‹Calle de Alcalá, 37›", "by way of example", flags=0,
        needs="calle c avenida avda avd paseo plaza carrer camino via viale piazza corso largo vicolo rua travessa praça estrada ul ulica al aleja"),
    row("STREET_ADDRESS", "words after an address is announced",
        r"\b(?i:address(?:es)?(?: is| was|:)|lives? (?:at|on)|living (?:at|on)|resid(?:e|es|ing) (?:at|on)|located (?:at|on)|deliver(?:ed)? (?:it |them )?to|ship(?:ped)? (?:it |them )?to|mail(?:ed)? (?:it |them )?to|send (?:it |them )?to|address to|return (?:it )?to|visit (?:us |me )?at|moved to|is at|office (?:is )?(?:at|on)|home (?:is )?(?:at|on)):?\s{1,3}(?P<x>\d{1,5}[A-Za-z]?,? (?:[A-ZÀ-Þ][\w'’.-]{1,30} ?){1,4}|(?:[A-ZÀ-Þ][\w'’./-]{1,30} ){0,3}[A-ZÀ-Þ][\w'’./-]{2,30},? \d{1,4}(?:[a-zA-Z]|/\d{1,3})?\b)", 0.75,
        "she lives at ‹Nádražní 12›, i think", "it is at 5 o'clock", needs="digit", flags=0, check=lambda m: not re.search(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Room|Page|Level|PM|AM)\b", m["x"])),
    row("STREET_ADDRESS", "line of an address",
        r"(?m)^[ \t]{0,8}(?P<x>(?:\d{1,5}[A-Za-z]?,?\s(?:[A-ZÀ-Þ][\w'’.-]{1,30}[ ]?){1,4}|(?:[A-ZÀ-Þ][\w'’./-]{1,30}[ ]){0,3}[A-ZÀ-Þ][\w'’./-]{2,30},?[ ]\d{1,4}[a-zA-Z]?)),?[ \t]{0,8}(?=\n[ \t]{0,8}(?:\d{4,6}\b|[A-ZÀ-Þ]))", 0.6,
        "Ana Lopez\n‹Calvo Sotelo, 37›\n15142 Arteixo", "Chapter one\nMore text", needs="digit", flags=0,
        check=lambda m: not re.search(r"\b(?:Chapter|Page|Level|Step|Week|Day|Year|Part|Section|Figure|Table|Room|Version)\b", m["x"])),
    row("POSTCODE", "UK postcode", r"\b[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}\b", 0.88, "in ‹ZQ3 4AB› town", "on b1 2nd of may", "a12", needs="digit", check=_uk),
    row("POSTCODE", "US code with four more digits", r"(?<![\d-])\d{5}-\d{4}(?![\d-])", 0.9, "zip ‹90210-1234›", "12345-12", needs="digit"),
    row("POSTCODE", "US or Australian code after the state", rf"\b(?:{_STATES})\.?,?\s+(?P<x>\d{{4,5}})\b(?![-,.]\d)", 0.88, "Springfield, OR ‹97475›", "OR 12 people", flags=0, needs="digit"),
    row("POSTCODE", "Canadian code", r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z] ?\d[abceghj-nprstv-z]\d\b", 0.88, "at ‹K1A 0B1› in Ottawa", "k1a b1", needs="digit"),
    row("POSTCODE", "Dutch code", r"\b[1-9]\d{3} (?!AM|PM|AD|BC|US|UK|EU)[A-Z]{2}\b(?! [A-Z]{2})", 0.8, "in ‹1017 XZ› Amsterdam", "in 2024 we", flags=0, needs="digit"),
    row("POSTCODE", "code that is announced",
        r"\b(?:zip(?:[ -]?code)?|post(?:al)?[ -]?code|postcode|plz|code postal|cap|pin ?code)(?:\s(?:is|was|of|for \w+ is))?[:#]?\s(?P<x>[a-z]{0,2}-?\d{3,6}(?:[ -]?\d{2,4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b", 0.9,
        "my zip code is ‹90210›", "zip file of 90 MB", needs="digit zip zipcode post postcode postal plz code cap pin pincode"),
    row("POSTCODE", "code before a town", rf"(?:^|[,\n(]\s{{0,4}}|\b(?:in|from|to)\s)(?P<x>(?:[A-Z]{{1,3}}-)?\d{{4,5}}|\d{{3}} \d{{2}}|\d{{2}}-\d{{3}})\s{{1,4}}(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|The|I|We|It|People)\b){_CITY}(?=\s{{0,4}}(?:$|[\n,.;)]|and\b|in\b))", 0.7,
        "Hauptstraße 5, ‹10115› Berlin", "in 2020 we moved", flags=re.MULTILINE, needs="digit", check=lambda m: not re.fullmatch(r"(?:19|20)\d\d", m["x"]) or "\n" in m[0] or "," in m[0]),
    row("POSTCODE", "code after a town", rf"(?:,|\n)\s{{0,4}}{_CITY},?\s{{1,4}}(?P<x>\d{{5,6}})\s{{0,4}}(?=$|[\n,.;)])", 0.7,
        "8 Park Road, Mumbai ‹400001›", "In total, Maria 12", flags=re.MULTILINE, needs="digit"),
    row("ORGANIZATION", "company by its legal form", rf"\b(?P<x>(?:{_CAP}(?:,? (?:and |& )?| ?& ?)){{1,4}}?(?:(?i:{_FIRM})\b\.?))(?!['’]s [a-z]+ing)", 0.85,
        "an invoice for ‹Gull & Sons Ltd› today", "I work in a company", flags=0, needs=_words(_FIRM), check=lambda m: not re.search(r" (?:as|sa|ab|co|spa|ag|kg|ug)$", m["x"])),
    row("ORGANIZATION", "school, clinic or body by its last word", rf"\b(?P<x>(?!(?:The|My|Our|A|An|This|At|In|Is|For|And|Your|His|Her|I)\s)(?:{_CAP} (?:(?:and|&|for) )?){{1,4}}?(?i:{_SCHOOL}|{_CLINIC}|{_BODY})\b)", 0.8,
        "she goes to ‹St Anne's Primary› now", "My school is big", flags=0, needs=_words(f"{_SCHOOL}|{_CLINIC}|{_BODY}"), check=lambda m: m["x"].split()[-1][0].isupper()),
    row("ORGANIZATION", "University of, Bank of and the like", rf"\b(?P<x>(?:University|College|Bank|Institute|School|Church|Ministry|Department|Royal|Council|Academy|Hospital|Museum) (?:of|for) (?:the )?{_CAP}(?: (?:and |of )?{_CAP}){{0,3}})", 0.85,
        "at the ‹University of Leeds› since May", "a school of thought", flags=0, needs="of for"),
    row("ORGANIZATION", "school, clinic or firm in small letters",
        rf"\b(?:at|for|to|from|of|called|near|in)\s(?P<x>(?!(?:the|a|an|my|our|your|his|her|their|this|that|some|any|new|old|big|small|local|nearby|same|private|public|state|high|middle|primary|secondary|medical|boarding|art|drama|music|law|business|sunday|grad|summer|night|every|another|no|one)\s)(?:st\.? )?[a-z][\w'’.-]{{1,25}}(?:\s[a-z][\w'’.-]{{1,25}})?\s(?:{_SCHOOL}|{_CLINIC}|uni|ltd|inc|llc|gmbh|plc))\b", 0.7,
        "my son is at ‹st anne's primary›", "i go to a primary school", "walk to school", needs=_words(f"{_SCHOOL}|{_CLINIC}|uni|ltd|inc|llc|gmbh|plc"), check=lambda m: not any(w in _NO_ORG for w in m["x"].lower().split()[:-1])),
    row("ORGANIZATION", "body in small letters", r"\b(?:at|for|to|from|near|in|with|run|own|opened)\s(?:the\s)?(?P<x>(?!(?:the|a|an|my|our|your|his|her|their|this|that|some|any|new|old|big|small|local|nearby|same|private|public|art|food|blood|night|every|another|no|one|good|best|nice|little|fancy|posh|first|whole|city|town|village|job|data|call|youth|book|savings|own|high|home|sports|golf|tennis|football|fan|piggy|history|science|science|trade|sushi|chinese|indian|italian|thai|mexican|french|us|him|them|me|it)\s)[a-z][\w'’-]{2,20}(?:\s(?!the\b|a\b|my\b|our\b|to\b|and\b|for\b|of\b|in\b)[a-z][\w'’-]{2,20})?\s(?:council|museum|library|cafe|café|pub|studios?|theatre|church|hotel|gallery|bakery|garage|restaurant|brewery|garden centre|community centre|leisure centre|foundation|charity|agency|solicitors|estate agents|lettings))\b", 0.55,
        "the lads at ‹harbour street garage› said", "i went to the local library", "in a church", needs="council museum library cafe café pub studio studios theatre church hotel gallery bakery garage restaurant brewery centre foundation charity agency solicitors agents lettings", check=lambda m: not any(w in _NO_ORG for w in m["x"].lower().split()[:-1])),
    row("ORGANIZATION", "two names with and-sign", rf"\b(?P<x>{_CAP}(?: {_CAP})? & {_CAP}(?: {_CAP})?)", 0.7, "write to ‹Marsh & Tully› today", "Tom & Anna", "a & b", flags=0, needs="&", check=lambda m: not any(plain(w) in GIVEN_NAMES for w in m["x"].split())),
    row("ORGANIZATION", "named after a saint", r"\b(?P<x>St\.? [A-Z][a-z]+['’]?s)\b(?! (?:Road|Street|Lane|Avenue|Square|Close))", 0.6, "she is at ‹St Anne's› now", "St Ives", flags=0, check=lambda m: "'" in m[0] or "’" in m[0]),
    row("ORGANIZATION", "body whose name is announced", rf"\b(?:company|shop|studio|firm|agency|cafe|café|pub|school|charity|business|startup|start-up|band|clinic|gallery|bakery|club|employer|gym|salon|brand|label|restaurant|hotel|bar|nursery|garage)\s(?:is |was )?(?:called|named)\s[\"'“‘]?(?P<x>(?:the\s)?{_WORD_OR_CAP})", 0.75, "i own a shop called ‹Moss & Stone› here", "a shop called out", needs="called named", check=_org),
    row("ORGANIZATION", "employer or school that is named",
        r"\b(?:work(?:s|ed|ing)?|intern(?:s|ed|ing)?|job|employed|employee|volunteer(?:s|ed|ing)?|manager|engineer|teacher|nurse|developer|study|studies|studied|studying|shift|interview(?:ed)?|applied|hired|fired|laid off|receptionist|ceo|cto|director|founder)\s(?:part[- ]time |full[- ]time )?(?:at|for|by|with|of|from)\s(?P<x>(?:(?-i:[A-ZÀ-Þ])[\w'’&.-]{1,30}(?:\s(?:&|and|of)?\s?(?-i:[A-ZÀ-Þ])[\w'’&.-]{1,30}){0,3}))", 0.75,
        "i work at ‹Lanternfish› as a cook", "i work for the council", "i work at night", needs="work works worked working intern interns interned job employed employee volunteer volunteers manager engineer teacher nurse developer study studies studied studying shift interview interviewed applied hired fired laid receptionist ceo cto director founder",
        check=_org),
    row("ORGANIZATION", "employer that is named in small letters",
        r"\b(?:i|she|he|we|they|who|husband|wife|partner|mum|mom|dad|brother|sister|and)\s(?:(?:also|still|now|just|currently)\s)?(?:work|works|worked)\s(?:part[- ]time |full[- ]time )?(?:at|for)\s(?P<x>[a-z][\w'’&-]{2,25})(?=\s*(?:$|[,.;:!?\n)]|and\b|as\b|in\b|but\b|so\b|since\b))", 0.6,
        "i work at ‹lanternfish› as a cook", "i work for myself", "she works at home", needs="work works worked", check=_org),
    row("LOCATION", "place after words of living",
        r"\b(?:live|lives|lived|living|moved|moving|born|raised|grew up|based|relocated|relocating|holiday|flying|flew|travell?ed|travell?ing)\s(?:out\s|over\s|back\s|down\s|up\s)?(?:in|to|near|from)\s(?P<x>(?-i:[A-ZÀ-Þ])[\w'’-]{2,30}(?:[ -](?-i:[A-ZÀ-Þ])[\w'’-]{2,30}){0,2})", 0.75,
        "we moved to ‹Saltmere› last year", "i live in hope", needs="live lives lived living moved moving born raised grew based relocated relocating holiday flying flew travelled travelling traveled traveling",
        check=lambda m: m["x"].lower() not in {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}),
    row("LOCATION", "place after words of living, in small letters",
        r"\b(?:(?:i|we|she|he|they|who)\s(?:live|lives|lived)\sin|(?:i'?m|he'?s|she'?s|were|we'?re|originally|comes?|from|am)\sfrom|moved?\sto|grew up in|born in)\s(?P<x>[a-z][a-z'’-]{3,25})(?=\s*(?:$|[,.;:!?\n)]|and\b|but\b|so\b|with\b|for\b|where\b|when\b|last\b|since\b|next\b))", 0.55,
        "we moved to ‹saltmere› last year", "i live in hope", "we moved to work", "i moved to another flat",
        needs="live lives lived from moved move grew born", check=lambda m: m["x"].lower() not in _NO_PLACE),
)  # fmt: skip
