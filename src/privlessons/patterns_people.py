"""Rows for people: names as they are said in chats, titles, handles, relations, ages, groups."""

# ruff: noqa: E501 - a row of the table is easier to read whole
from __future__ import annotations

import re

from privlessons.patterns import plain, row
from privlessons.words_people import (
    GIVEN_NAMES,
    MONTHS,
    NAMES_THAT_ARE_WORDS,
    NOT_PEOPLE,
    RELATIONS,
    SURNAMES,
    TITLES,
)
from privlessons.words_places import GROUPS, PLACES, PLACES_THAT_ARE_WORDS

_CAP = r"(?-i:[A-ZÀ-ÞŁŚŻŠŽČĐİ])[\w'’-]{1,30}"
_PARTICLE = r"(?:van der |van den |van de |von der |van |von |de la |de los |de |del |della |di |da |dos |do |bin |ibn |al-|el |le |la |ter |mc|mac|o')"
_FULL = rf"{_CAP}(?:[ -](?:{_PARTICLE})?{_CAP}|\s(?-i:[A-Z])\.){{0,3}}"
_WORD = r"[^\W\d_][^\W\d_'’-]{1,25}(?:-[^\W\d_]{2,20})?"
_ANY_NAMES = GIVEN_NAMES | NAMES_THAT_ARE_WORDS

# Words that follow "i'm", "dear", "thanks", "call me" and the like, and are no names.
_NO_NAME = frozenset(
    """
a able about absolutely accepting actually afraid after again all almost alone already also always am amazed an and angry annoyed another any anxious anymore anyone
anything anyway around as ashamed asking at available away awake awesome awful aware back bad barely based basically because been before being best better between beyond big bit blessed
bored born both brave broke broken burnt busy but buying by calling can certain cheap cheating clearly close clueless cold coming completely concerned confident confused considering
convinced cool crap crazy crying currently curious customer dad day days dead deaf dear deeply definitely delighted depressed desperate determined devastated different disappointed
doing done down dreading drinking drowning drunk due dumb dying early easily eating either else embarrassed emotional ending engaged enjoying enough especially even ever every everybody
everyone everything exactly excited exhausted expected expecting experiencing extremely facing failing fairly falling family far fat fed feeling fighting finally finding fine finished
first folks fond for forced forever free friend friends from frustrated full fully fun furious gay generally getting giving glad go going gone gonna good gorgeous grateful great greetings growing guessing
guilty guys had half happy hard hate having healthy heading heard heartbroken hello help helping her here hers hi high him his hoping home homeless honestly honey hopeful hopefully hopeless horrible hot how hungry
hurt i ill implying in inclined indeed informed inside interested into investigating is it its jealous joking just keen kidding kind kinda kindly knackered last late lately later lazy learning least leaving left
less like likely listening literally living lonely long looking losing lost love loved loving low luckily lucky mad madam made mainly making man many married mate maybe me mean meant meeting messaging mind mine mired missing mostly moving
much mum my myself nah naturally near nearly neither nervous never new next nice no nobody none normally not nothing now numb obviously of off okay ok old on once one ones online only open or other others
our ours out outside over overall overthinking overwhelmed own owed paid panicking part partly past paying people perfect perhaps petrified pissed planning playing please pleased poor positive possibly prepared pretty
probably proper properly proud putting quick quite quitting raging rather reading ready real really recently recovering relieved responsible retired rich right running sad safe saying scared scheduled seeing seeking seeling selling sending serious
seriously set several severely she short should shocked shy sick side simply since single sir sitting skint sleeping slightly slow small so sober some somebody someone something somewhat somewhere soon sorry
sort sounding speaking specifically speechless spending staff standing starting starving still stoked strict stressed strong struggling stuck studying stupid such super support supposed sure surprised suspicious sweetheart tall team talking tempted
tender terrified terrible texting thankful thanks that the their them then there therefore these they thinking this those though thought thrilled through tired to today together told tomorrow tonight too torn totally
touched toxic toying trapped travelling treated trying turning two typing ugly unable under understanding unemployed unfortunately unhappy unless unlikely until unsure up upset us used useless usually very via waiting
walking wanting was watching we weak welcome well went were what when where whether which while who whoever whole whose why willing wired with within without wondering working world worried worse worst worth would writing wrong
yeah yes yesterday yet you young your yours yourself currently getting literally mr mrs ms miss dr prof service sales hr nhs ai bot human girl boy woman guy lady person mother father student nurse teacher doctor artist adult teenager
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english french german spanish christmas easter black white asian everyone's
afternoon morning evening night hope update question quick re subject date note ps btw lol haha omg reader diary santa god lord jesus buddy babe baby darling dude bro colleague colleagues neighbour neighbor student students parents parent sirs mam maam
hiring landlord manager boss recruiter tenant applicant candidate client clients customers editor members member user users committee council board volunteers volunteer applicants occupant resident residents pal pals gang lads ladies gentlemen class
have has do does did be will shall could might must need needs want wants get got let say said says tell tells ask asks give take make makes come came see saw know knew think feel feels find found keep keeps kept put seem seems show turn use work works call calls try left leave
him/her them/they time times way year years week weeks month months hour hours thing things lot bit couple few more most
""".split()
)
_NOT_NAMES = _NO_NAME | GROUPS | NOT_PEOPLE | PLACES | PLACES_THAT_ARE_WORDS - NAMES_THAT_ARE_WORDS


def _first(match):
    return plain(re.split(r"[\s-]", match["x"])[0].removesuffix("'s").removesuffix("’s"))


def _known(match):
    return _first(match) in _ANY_NAMES and _first(match) not in NOT_PEOPLE


def _looks_like_name(match):
    """Believe a known name, or a word with a capital letter that is no everyday word."""
    first = _first(match)
    return first not in NOT_PEOPLE and (
        first in _ANY_NAMES or (match["x"][0].isupper() and first not in _NOT_NAMES)
    )


def _no_everyday_word(match):
    """Believe any word that is not known to follow such words in everyday talk (small letters too)."""
    first = _first(match)
    if first in NOT_PEOPLE:
        return False
    return first in _ANY_NAMES or (
        first not in _NOT_NAMES and not re.search(r"(?:ing|ed|ly)$", first) and len(first) > 2
    )


def _only_names(words):
    """Return the length of the words that can belong to the name: "anna and" is "anna"."""
    end = 0
    for match in re.finditer(r"[^\s]+", words):
        word = match[0].lower().strip(".,")
        known = plain(word) in _ANY_NAMES or word in SURNAMES or match[0][0].isupper()
        if end and (word in _NO_NAME or not (known or not re.search(r"(?:ing|ed|ly|s)$", word))):
            break
        end = match.end()
    return end


def _unlisted(match):
    return _no_everyday_word(match) and _first(match) not in _AFTER_RELATION


_AFTER_RELATION = frozenset(
    "says keeps said told wants thinks thought started kept needs insists refuses makes works lives lost left gave group request circle zone list requests".split()
)
_CODE = frozenset(
    "property dataclass media import here everyone channel staticmethod classmethod override param return returns author test app cache fixture pytest click route gmail hotmail yahoo example charset keyframes include font-face supports the home work work. least all".split()
)
_NO_HANDLE = _NO_NAME | frozenset(
    "account accounts page profile followers posts post story stories reels app feed down link bio dms dm ads ad working broken banned hacked private public art content video videos server chat".split()
)


def _account(match):
    word = match["x"].lower().strip("@.")
    return bool(re.search(r"[\d_]|\w\.\w", word)) or (
        word not in _NO_HANDLE
        and (match["link"] or "").strip().lower() in {"is", ":", "=", "is:"}
        and len(word) > 3
        and match["mine"] is not None
    )


_QUALIFIED = r"(?:(?:ex|step|half|ex-step)[- ]?|best |older |old |younger |little |big |late |twin |former |new |eldest |oldest |youngest |elder |good |close |only |first |second |current |previous |dear |own |favourite |favorite |middle |foster |adopted |adoptive |biological |great[- ]|soon[- ]to[- ]be[- ](?:ex[- ])?|line |upstairs |downstairs |next[- ]door |online |school |work |uni |childhood |primary |maths |english |family |estranged |teenage |pregnant |\d{1,2}[- ]year[- ]old )"
_AGE_NUMBER = r"(?:1[01]\d|[1-9]?\d)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_AGE_WORDS = rf"(?:{_TENS}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine)"
_NOT_AN_AGE = (
    r"(?!\s?(?:%|percent|per|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|am\b|pm\b|km|kms|miles?|kgs?|lbs?|pounds?|stone|st\b|nd\b|rd\b|th\b|cm|ft|feet|inch|quid|dollars|euros|k\b|grand|years? (?!old)"
    r"|of\b|times|points|people|pages|chapters?|percent|in (?:the|a) (?:queue|line)|out of|steps?|seconds?|pieces?|commissions|tiles|done|weeks|/|:|\d|\.\d|,\d|'))"
)
_TITLE_WORDS = re.sub(r"[|?]", " ", TITLES) + " señora drs ing mag dott"
_RELATION_WORDS = (
    " ".join(
        sorted(
            {
                form
                for part in re.findall(r"\w+", re.sub(r"[()?:]", " ", RELATIONS))
                for form in (part, part + "s")
            }
        )
    )
    + " grandma grandpa granddad stepmum stepdad stepmom grandmother grandfather fiancé fiancée neighbour neighbor neighbours neighbors coworker baby aunty parents"
)
_MINE = r"(?P<mine>my |me on |me at |follow me |i'?m )?"
_SOCIAL = r"(?:insta(?:gram)?|ig|snap(?:chat)?|twitter|tiktok|discord|telegram|tele|twitch|steam|reddit|user ?name|handle|gamertag|psn|skype|tumblr|bluesky|mastodon|etsy|github|screen ?name|xbox)"
_SIGN = r"(?:many thanks|kind regards|best regards|warm regards|best wishes|all the best|thanks again|thank you|thanks|thx|cheers|regards|best|love|lots of love|sincerely|yours sincerely|yours faithfully|yours truly|yours|take care|xoxo|xx+|ta|hugs|respectfully|cordially|with love)"

ROWS = (
    row("TITLE", "title before a name", rf"\b(?P<x>(?-i:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Sir|Dame|Lord|Lady|Rev|Reverend|Fr|Father|Capt|Captain|Sgt|Sergeant|Lt|Lieutenant|Col|Colonel|Gen|General|Maj|Major|Judge|Hon|Rabbi|Imam|Pastor|Mme|Madame|Monsieur|Herr|Frau|Señora?|Sra|Sr|Councillor|Cllr|Drs|Ing|Mag|Dott)\.?)\s?(?={_CAP})", 0.96,
        "ask ‹Dr.› Okafor", "Miss the bus", "Drs", needs=_TITLE_WORDS, check=lambda m: m.string[m.end() :].split(None, 1)[0].lower().strip(".,!?") not in _NO_NAME if m.string[m.end() :].split(None, 1) else False),
    row("TITLE", "title before a name, in small letters", rf"\b(?P<x>mr|mrs|ms|mx|dr|prof)\.?\s(?P<name>{_WORD})", 0.96, "ask ‹mrs› patel", "my ms is fine", needs="mr mrs ms mx dr prof",
        check=lambda m: m["name"].lower() not in _NO_NAME),
    row("TITLE", "long title before a name", rf"\b(?P<x>miss|doctor|professor|nurse|coach|councillor|father|sister|auntie|aunty|aunt|uncle|pastor|reverend|judge|sergeant|captain)\s(?P<name>{_WORD})", 0.75, "dear ‹miss› kaur", "miss you", "nurse on call", needs="miss doctor professor nurse coach councillor father sister auntie aunty aunt uncle pastor reverend judge sergeant captain",
        check=lambda m: plain(m["name"]) in _ANY_NAMES | SURNAMES and (m["name"][0].isupper() or plain(m["name"]) not in NAMES_THAT_ARE_WORDS | {"white", "green", "king", "hill"})),
    row("TITLE", "title alone", r"\b(?-i:Mr|Mrs|Ms|Mx|Dr|Prof)\.(?=\s*(?:$|[,;?!)]))", 0.7, "put ‹Mrs.›, please", "mrs", needs="mr mrs ms mx dr prof"),
    row("PERSON", "name after a title", rf"\b(?:{TITLES})\.?\s(?P<x>{_FULL})", 0.9, "ask Dr ‹Okafor›", "Dr the", needs=_TITLE_WORDS, check=lambda m: _first(m) not in _NO_NAME and (m[0][0].isupper() or m[0].split()[0].rstrip(".") in {"mr", "mrs", "ms", "mx", "dr", "prof", "miss", "sir"}), keep=_only_names),
    row("PERSON", "name after a title, in small letters", rf"\b(?:mr|mrs|ms|mx|dr|prof|miss)\.?\s(?P<x>{_WORD})", 0.8, "ask mrs ‹patel›", "miss you", "my ms is", needs="mr mrs ms mx dr prof miss",
        check=lambda m: _first(m) not in _NO_NAME and (not m[0].lower().startswith("miss ") or m["x"].lower() in SURNAMES or m["x"][0].isupper()), keep=_only_names),
    row("PERSON", "name that is said to be one", rf"\b(?:name'?s|name is|name was|name:|names are|called|named|call me|calls? (?:him|her)|calling me|known as|goes by|nicknamed|aka|a\.k\.a\.)\s(?:actually |just |now |mr |mrs |ms |dr )?[\"'“‘]?(?P<x>{_FULL}|{_WORD}(?:\s(?:mc|o')?{_WORD})?)", 0.85,
        "my name is ‹anna›", "call me later", "they called again", "it is called off", needs="name names called named call calls calling known goes nicknamed aka k",
        check=lambda m: _name_said(m), keep=_only_names),
    row("PERSON", "name after i'm or this is", rf"\b(?:i'?m|i’m|i am|this is|it'?s|its|hi i'?m|we are|signed|from:|to:|cc:|attn:?|name:)\s(?P<x>{_FULL}|{_WORD})(?![\w@])", 0.75, "hi i'm ‹anna›", "i'm sorry", "I'm German", "this is Pip", needs="m am im this it its we signed from to cc attn att name", check=lambda m: _i_am(m), keep=_only_names),
    row("PERSON", "caller", rf"\b(?:this is|it'?s|you'?re speaking (?:to|with))\s(?P<x>{_FULL}|{_WORD})\s(?:speaking|here|calling|from|again)\b", 0.8, "this is ‹kemi› speaking", "this is not here", check=lambda m: _no_everyday_word(m), needs="speaking here calling from again", keep=_only_names),
    row("PERSON", "greeting", rf"(?:^|[\n.!?,]\s*|\b)(?:dear|hi|hey|hello|hiya|good morning|good evening|morning|howdy|hallo|bonjour|hola|ciao)[ ,]{{1,2}}(?P<x>{_FULL}|{_WORD})(?=\s*(?:[,!.:;\n]|$|and\b|&|-))", 0.8, "Dear ‹Sam›,", "hi there!", "hello Pip,", needs="dear hi hey hello hiya morning evening howdy hallo bonjour hola ciao",
        check=lambda m: _no_everyday_word(m) if m["x"][0].isupper() or m[0].strip().lower().startswith("dear") else _known(m), keep=_only_names),
    row("PERSON", "signature", rf"(?:^|[\s.,!?])(?:{_SIGN})\s?[,!.]{{0,2}}\s{{0,4}}[-–—~]?\s?(?P<x>{_FULL}|{_WORD})(?:\s?x{{1,4}})?[.!]?\s*(?=$|\n)", 0.8, "many thanks, ‹jo›", "thanks everyone", "thanks again", "best!", needs="thanks thank thx cheers regards best love sincerely yours faithfully truly care xoxo xx xxx xxxx ta hugs respectfully cordially wishes", check=lambda m: _sign(m), keep=_only_names),
    row("PERSON", "signature after a dash", rf"(?:^|\n|[.!?]\s)\s{{0,4}}[-–—~]\s?(?P<x>{_FULL}|{_WORD})(?:\s?x{{1,4}})?\s*(?=$|\n\n|\n$)", 0.75, "see you\n- ‹Kay›", "list:\n- eggs", check=_looks_like_name, flags=re.IGNORECASE, keep=_only_names),
    row("PERSON", "speaker of a pasted chat", r"(?m)^(?:\[[^\]\n]{3,25}\]\s|\d\d?:\d\d\s(?:-\s)?)?(?P<x>[^\W\d_][\w'’-]{1,25}(?: [^\W\d_][\w'’-]{1,25})?):\s(?=\S)", 0.7, "‹tom›: are you up\nme: no", "note: buy milk", needs=":", check=_known, keep=_only_names),
    row("PERSON", "person named by relation and name", rf"\b(?:my|our|his|her|their)\s{_QUALIFIED}{{0,2}}(?:{RELATIONS}|cat|dog|\w{{3,15}}-?(?:mate|teacher|friend))(?:,| is| -|'s name is|’s name is| called| named)?\s\(?(?P<x>{_CAP}(?:\s{_CAP})?|{_WORD})", 0.8, "my friend ‹tom› left", "my friend told me", "my boss Monday", needs="my our his her their",
        check=lambda m: _looks_like_name(m) and "cat" not in m[0].split()[:3] and "dog" not in m[0].split()[:3], keep=_only_names),
    row("PERSON", "someone's relation and a name nobody listed", rf"\b(?:my|our|his|her|their)\s{_QUALIFIED}{{0,2}}(?:{RELATIONS})\s(?P<x>{_WORD})(?=\s*(?:[,.;!?)\n]|$)|\s(?:wants?|wanted|is|was|has|had|says|keeps?|kept|just|who|and|never|always|thinks?|needs?|needed|went|got|gave|gets|makes?|made|works|lives|lost|found|left|broke|took|bought|owes|owed|borrowed|lent|wrote|sent|asked|called|texted|died|married|moved|does|did|won't|doesn't|didn't|isn't)\b)", 0.65,
        "my sister ‹olu› wants a logo", "my friend always says no", "my boss said", "my mum and dad", needs=_RELATION_WORDS, check=_unlisted, keep=_only_names),
    row("PERSON", "name after a greeting and i'm", rf"(?:^|\n)\W{{0,3}}(?:hi|hey|hello|hiya|heya|yo|morning|good \w+)?[ ,!.]{{0,3}}(?:(?:all|there|everyone|pip)\b[ ,!.]{{0,3}})?(?:i'?m|i’m|i am|it'?s|its|this is)\s(?P<x>{_WORD})(?=\s?(?:[,.!\n]|$|and (?:i|my|we)\b|here\b|from\b|btw\b))", 0.7,
        "hiya, im ‹tess› and i paint", "im tired and my back hurts", "i'm french, help", needs="m im am it its this", check=_no_everyday_word),
    row("PERSON", "name in a form", rf"(?im)\b(?:full name|first name|last name|surname|maiden name|signed(?: by)?|witness(?:ed by)?|name on (?:the )?(?:account|card)|account holder|card ?holder|holder|beneficiary|guarantor|patient|customer|client|tenant|landlord|employee|contact|recipient|attn|author|citofono|c/o|dear)(?:'s name)?(?: is| was|:|,)?\s(?P<x>{_FULL})", 0.7,
        "the tenant, ‹Oluwaseun Bankole›, left", "the patient is ill", needs="full first last surname maiden signed witness witnessed name account holder cardholder beneficiary guarantor patient customer client tenant landlord employee contact recipient attn author citofono c dear",
        check=lambda m: all(part not in _NOT_NAMES for part in plain(m["x"]).split()), keep=_only_names),
    row("PERSON", "family name first", rf"\b(?P<x>{_CAP}, {_CAP}(?: (?-i:[A-Z])\.?)?)(?=\s*(?:$|[\n;)(]))", 0.6, "‹Okafor, Chidi›", "Leeds, York", check=lambda m: m["x"].split(", ")[1].split()[0].lower() in _ANY_NAMES and m["x"].split(",")[0].lower() not in _NOT_NAMES, keep=_only_names),
    row("HANDLE", "handle with @", r"(?<![\w@.+/=&-])(?P<x>@[a-z0-9_](?:[\w.-]{1,38}\w))(?!@)", 0.85, "follow ‹@tarn_and_tiles›!", "@property", "a@example.com", needs="@", check=lambda m: m["x"][1:].lower() not in _CODE and not m["x"][1:].isdigit()),
    row("HANDLE", "Reddit name", r"(?<![\w/])/?u/[\w-]{3,20}\b", 0.9, "ask ‹u/pixel_kay›", "w/u/", needs="/"),
    row("HANDLE", "Discord name", r"(?<![\w#])[^\W\d_][\w.]{1,31}#\d{4}\b", 0.9, "add ‹kay#1234›", "issue #1234", needs="#"),
    row("HANDLE", "account on a service", rf"{_MINE}\b{_SOCIAL}(?: (?:name|handle|id|user ?name|user|account|tag))?(?P<link> is:?|:| =|,| -)?\s?:?\s(?P<x>@?[a-z0-9_](?:[\w.-]{{2,38}}\w))", 0.8, "my insta is ‹pixelkay›", "my insta is down", "steam games",
        needs="insta instagram ig snap snapchat twitter tiktok discord telegram tele twitch steam reddit user username handle gamertag psn skype tumblr bluesky mastodon etsy github screen screenname xbox", check=_account),
    row("HANDLE", "user name with underscores", r"\b(?:insta\w*|ig|follow|handle|user ?names?|account|dm|discord|twitch|twitter|tiktok|snap|gamertag|psn|reddit|posts? as|streams? as|login|profile)\b[^\n]{0,40}?[\s@(:](?P<x>[a-z0-9]{1,20}(?:[_.][a-z0-9]{1,20}){1,4})(?![\w@/(.])", 0.6, "follow me, i post as ‹mossy_teacup› there", "follow the e.g. rule", needs="_"),
    row("RELATION", "somebody's relation", rf"\b(?:my|our|his|her|their|your|(?:the|a) )\s?{_QUALIFIED}{{0,3}}(?:{RELATIONS})\b(?:['’]s?\s{_QUALIFIED}{{0,2}}(?:{RELATIONS})\b){{0,3}}", 0.75,
        "then ‹my sister's boyfriend› left", "my table", needs=_RELATION_WORDS,
        check=lambda m: bool(re.match(r"(?:my|our|his|her|their)\b", m[0], re.IGNORECASE)) or "'s " in m[0]),
    row("RELATION", "a relation by work or home", r"\b(?:a|the|this|another|one)\s(?:new |old |former |big |regular )?(?:client|landlord|landlady|boss|manager|co-?worker|colleague|flatmate|housemate|roommate|neighbou?r|ex|bloke|guy|girl|woman|man|friend|mate)(?:['’]s (?:wife|husband|son|daughter|kid|boss|mum|mom|dad|friend))?\s(?:of mine|of ours|at (?:my )?work|from (?:my )?work|i work with|next door|upstairs|downstairs|from (?:my )?(?:school|uni|college|church|class|course))", 0.65, "‹a guy at work› said", "a guy with a dog", needs="client landlord landlady boss manager coworker co colleague flatmate housemate roommate neighbour neighbor ex bloke guy girl woman man friend mate"),
    row("RELATION", "a client, a landlord", r"\b(?:a|the|this|another|one)\s(?:new |old |former |big |regular )?(?:clients?|landlord|landlady|co-?workers?|flatmates?|housemates?|roommates?|neighbou?rs?|wife|husband|missus|kids|boss|in-laws|ex)\b(?!['’]s (?:kitchen|guide))", 0.52, "‹the client› wants more", "the clientele", needs="client clients landlord landlady coworker co flatmate housemate roommate neighbour neighbor flatmates housemates roommates neighbours neighbors wife husband missus kids boss in ex"),
    row("RELATION", "a relation used like a name", r"(?<![\w'’-])(?:mum|mom|mummy|mam|nan|nana|grandma|grandpa|granny|auntie|dad|daddy)(?:['’]s\s(?:partner|husband|wife|boyfriend|girlfriend|brother|sister|friend|boss))?\b", 0.6, "told ‹mum› already", "mumble", needs="mum mom mummy mam nan nana grandma grandpa granny auntie dad daddy"),
    row("AGE", "years old", rf"\b(?P<x>(?:{_AGE_NUMBER}|{_AGE_WORDS})(?:\s?and a half)?[- ]?(?:years?|yrs?|months?|weeks?)[- ]old)s?\b", 0.92, "a ‹34 year old› woman", "the house is 2 years late", needs="old"),
    row("AGE", "yo", rf"\b(?P<x>{_AGE_NUMBER}\s?(?:yo|y/o|y\.o\.|yrs? of age|years of age))(?!\w)", 0.9, "my ‹6yo› is ill", "yo 6", needs="digit"),
    row("AGE", "age and sex", r"(?<![\w£$€.-])(?P<x>(?:[1-9]\d\s?[mf]|[mf]\s?[1-9]\d))\b(?=[\s),/]|$)", 0.75, "i (‹34F›) and him", "a 34mm lens", needs="digit", check=lambda m: bool(re.search(r"(?:\b(?:i|me|my \w+|he|she|him|her|bf|gf|husband|wife|partner|friend|boss|ex)\b[, ]{0,2}[(\[]?|[(\[])$", m.string[max(0, m.start() - 20) : m.start()], re.IGNORECASE))),
    row("AGE", "i'm and a number", rf"\b(?:i'?m|i’m|i am|im|he'?s|she'?s|hes|shes|he is|she is|they'?re|who'?s|who is|was|is|are both|am|will be|would be|i'?ll be|about to be|he'll be|she'll be|being|be)\s(?:only |just |nearly |almost |about |around |now |already |turning )?(?P<x>{_AGE_NUMBER}){_NOT_AN_AGE}(?![\w£$€%-])(?!\s?[+*x=])", 0.7, "im ‹17› and tired", "i'm 5 minutes late", "the answer is 42", "it was 20 past", needs="digit", check=lambda m: _age_said(m)),
    row("AGE", "age in brackets or between commas", r"(?<=[\s(])(?P<x>[1-9]\d?)(?:\s?(?:and|&|,|/)\s?\d{1,2})?(?=[),](?!\d))", 0.6, "my kids (‹4› and 7) are ill", "the shop (2)", needs="digit", check=lambda m: _after_a_person(m)),
    row("AGE", "second age of two", r"\b(?:kids?|children|boys|girls|sons|daughters|twins|aged?|ages|are)\s\(?[1-9]?\d\s?(?:and|&|,|/)\s?(?P<x>[1-9]?\d)(?=[\s),.])(?!\s(?:people|times|minutes|hours|days|o'clock|am|pm))", 0.6, "my kids (4 and ‹7›) are ill", "pages 4 and 7", needs="digit"),
    row("AGE", "age at a time past", rf"\b(?:when|since|until|till|before|after|once)\s(?:i|he|she|we|they|my \w+)\s(?:was|were|turned|is|am)\s(?P<x>{_AGE_NUMBER}){_NOT_AN_AGE}(?!\w)", 0.75, "since i was ‹12› i draw", "when it was 12", needs="digit"),
    row("AGE", "birthday with a number", r"\b(?P<x>[1-9]\d?(?:st|nd|rd|th))\s(?:birthday|bday|b-day)\b", 0.75, "my ‹30th› birthday", "my 30th print", needs="digit birthday bday b"),
    row("AGE", "aged, turning, age", rf"\b(?:aged?|ages|turn(?:s|ed|ing)?|at the age of|age is|age was|my age)(?::| of| is)?\s(?:only |just |nearly |almost |about )?(?P<x>{_AGE_NUMBER}|{_TENS}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?){_NOT_AN_AGE}(?!\w)", 0.85, "she is turning ‹40› soon", "turn 2 pages", "turn one page", needs="age aged ages turn turns turned turning"),
    row("AGE", "age between commas", r"(?-i:[A-Z])\w+,\s(?P<x>[1-9]\d|\d),\s(?=[a-z])", 0.55, "Maria, ‹42›, said no", "Room, 12 chairs", needs="digit", check=lambda m: not re.match(rf"(?:{MONTHS})\b", m[0], re.IGNORECASE)),
    row("AGE", "decade of life", r"\bin (?:my|his|her|their|your) (?P<x>(?:early |mid[- ]?|late )?(?:[2-9]0'?s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))\b|\b(?:mid|early|late)[- ](?:[2-9]0'?s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b", 0.7, "in my ‹late 40s› now", "in the 80s", needs="in mid early late"),
    row("NRP", "group after i'm, she's, a", rf"\b(?:i'?m|i’m|i am|im|he'?s|she'?s|he is|she is|we'?re|we are|they'?re|as an?|is an?|was an?|am an?|family is|parents are|originally|raised|born|half|practising|practicing|devout|strict|a|an|my|her|his|the|two)\s(?:a |an |half[- ]?|very |quite |really |devout |strict |practising |british |proud |non[- ])?(?P<x>{'|'.join(sorted(GROUPS))})s?(?=\s*(?:$|[,.;:!?)\n]|and\b|but\b|so\b|by\b|man\b|woman\b|guy\b|girl\b|boy\b|person\b|people\b|family\b|couple\b|lady\b|citizen|passport|friend|boyfriend|girlfriend|husband|wife|partner|mum|mom|dad|mother|father|parents|student|nurse|doctor|teacher|artist|boss|neighbou?r|client|landlord|immigrant|refugee|community|church|school|background|origin|descent|heritage|visa|embassy|who\b|from\b|like\b|too\b|not\b))", 0.75,
        "i'm ‹polish› and tired", "i polish shoes", "a french exam", needs=" ".join(sorted(GROUPS))),
)  # fmt: skip


def _name_said(match):
    first = _first(match)
    if first in NOT_PEOPLE:
        return False
    said = match[0].lower()
    if said.startswith("name") or said.startswith("call me") or said.startswith("named"):
        return _no_everyday_word(match)
    return _looks_like_name(match)


def _i_am(match):
    before = match[0].lower()
    if _known(match):
        return not (_first(match) in NAMES_THAT_ARE_WORDS and match["x"][0].islower())
    return (
        _looks_like_name(match)
        and " " in match["x"]
        and not before.startswith(("it", "we"))
        and all(w.lower() not in _NOT_NAMES for w in match["x"].split())
    )


def _after_a_person(match):
    before = match.string[max(0, match.start() - 30) : match.start()]
    word = re.search(r"([^\W\d_]+)(?: is| are)?,?\s?\(?$", before)
    return bool(word) and (
        bool(re.fullmatch(rf"{RELATIONS}|he|she|they", word[1], re.IGNORECASE))
        or plain(word[1]) in _ANY_NAMES
    )


def _sign(match):
    if _known(match):
        return (
            "\n" in match[0]
            or "," in match[0]
            or match["x"][0].isupper()
            or _first(match) not in NAMES_THAT_ARE_WORDS
        )
    return "\n" in match[0] and _no_everyday_word(match)


def _age_said(match):
    said, age = match[0].lower(), int(match["x"])
    who = (
        re.match(r"(?:i|he|she|they|who)\b|im\b|hes\b|shes\b|am\b", said)
        or (match.start() > 0
        and re.search(r"[A-Z]\w+\s$", match.string[: match.start()][-30:]))
    )
    if who:
        return 3 <= age <= 110
    before = match.string[max(0, match.start() - 30) : match.start()].lower()
    return 1 <= age <= 110 and bool(
        re.search(rf"\b(?:{RELATIONS}|who|he|she|i|when (?:i|he|she|we)|girl|boy|man|woman|both)\s$", before)
    )
