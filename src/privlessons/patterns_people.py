"""Rows for people: names as they are said in chats, titles, handles, relations, ages, groups."""

# ruff: noqa: E501 - a row of the table is easier to read whole
from __future__ import annotations

import re

from privlessons import people_checks as checks
from privlessons.patterns import plain, row
from privlessons.words_people import MONTHS, NAMES_THAT_ARE_WORDS, RELATIONS, SURNAMES, TITLES
from privlessons.words_places import GROUPS
from privlessons.words_talk import CODE, NO_NAME

_CAP = r"(?-i:[A-ZÀ-ÞŁŚŻŠŽČĐİ])[\w'’-]{1,30}"
_PARTICLE = r"(?:van der |van den |van de |von der |van |von |de la |de los |de |del |della |di |da |dos |do |bin |ibn |al-|el |le |la |ter |mc|mac|o')"
_FULL = rf"{_CAP}(?:[ -](?:{_PARTICLE})?{_CAP}|\s(?-i:[A-Z])\.){{0,3}}"
_WORD = r"[^\W\d_][^\W\d_'’-]{1,25}(?:-[^\W\d_]{2,20})?"


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
        "ask ‹Dr.› Okafor", "Miss the bus", "Drs", needs=_TITLE_WORDS, check=lambda m: (m.string[m.end() : m.end() + 25].split() or ["a"])[0].lower().strip(".,!?") not in NO_NAME),
    row("TITLE", "title before a name, in small letters", rf"\b(?P<x>mr|mrs|ms|mx|dr|prof)\.?\s(?P<name>{_WORD})", 0.96, "ask ‹mrs› patel", "my ms is fine", needs="mr mrs ms mx dr prof",
        check=lambda m: m["name"].lower() not in NO_NAME),
    row("TITLE", "long title before a name", rf"\b(?P<x>miss|doctor|professor|nurse|coach|councillor|father|sister|auntie|aunty|aunt|uncle|pastor|reverend|judge|sergeant|captain)\s(?P<name>{_WORD})", 0.75, "dear ‹miss› kaur", "miss you", "nurse on call", needs="miss doctor professor nurse coach councillor father sister auntie aunty aunt uncle pastor reverend judge sergeant captain",
        check=lambda m: plain(m["name"]) in checks.ANY_NAMES | SURNAMES and (m["name"][0].isupper() or plain(m["name"]) not in NAMES_THAT_ARE_WORDS | {"white", "green", "king", "hill"})),
    row("TITLE", "title alone", r"\b(?-i:Mr|Mrs|Ms|Mx|Dr|Prof)\.(?=\s*(?:$|[,;?!)]))", 0.7, "put ‹Mrs.›, please", "mrs", needs="mr mrs ms mx dr prof"),
    row("PERSON", "name after a title", rf"\b(?:{TITLES})\.?\s(?P<x>{_FULL})", 0.9, "ask Dr ‹Okafor›", "Dr the", needs=_TITLE_WORDS, check=lambda m: checks.first_word(m) not in NO_NAME and (m[0][0].isupper() or m[0].split()[0].rstrip(".") in {"mr", "mrs", "ms", "mx", "dr", "prof", "miss", "sir"}), keep=checks.only_names),
    row("PERSON", "name after a title, in small letters", rf"\b(?:mr|mrs|ms|mx|dr|prof|miss)\.?\s(?P<x>{_WORD})", 0.8, "ask mrs ‹patel›", "miss you", "my ms is", needs="mr mrs ms mx dr prof miss",
        check=lambda m: checks.first_word(m) not in NO_NAME and (not m[0].lower().startswith("miss ") or m["x"].lower() in SURNAMES or m["x"][0].isupper()), keep=checks.only_names),
    row("PERSON", "name that is said to be one", rf"\b(?:name'?s|name is|name was|name:|names are|called|named|call me|calls? (?:him|her)|calling me|known as|goes by|nicknamed|aka|a\.k\.a\.)\s(?:actually |just |now |mr |mrs |ms |dr )?[\"'“‘]?(?P<x>{_FULL}|{_WORD}(?:\s(?:mc|o')?{_WORD})?)", 0.85,
        "my name is ‹anna›", "call me later", "they called again", "it is called off", needs="name names called named call calls calling known goes nicknamed aka k",
        check=checks.name_said, keep=checks.only_names),
    row("PERSON", "name after i'm or this is", rf"\b(?:i'?m|i’m|i am|this is|it'?s|its|hi i'?m|we are|signed|from:|to:|cc:|attn:?|name:)\s(?P<x>{_FULL}|{_WORD})(?![\w@])", 0.75, "hi i'm ‹anna›", "i'm sorry", "I'm German", "this is Pip", needs="m am im this it its we signed from to cc attn att name", check=checks.i_am, keep=checks.only_names),
    row("PERSON", "caller", rf"\b(?:this is|it'?s|you'?re speaking (?:to|with))\s(?P<x>{_FULL}|{_WORD})\s(?:speaking|here|calling|from|again)\b", 0.8, "this is ‹kemi› speaking", "this is not here", check=checks.no_everyday_word, needs="speaking here calling from again", keep=checks.only_names),
    row("PERSON", "greeting", rf"(?:^|[\n.!?,]\s*|\b)(?:dear|hi|hey|hello|hiya|good morning|good evening|morning|howdy|hallo|bonjour|hola|ciao)[ ,]{{1,2}}(?P<x>{_FULL}|{_WORD})(?=\s*(?:[,!.:;\n]|$|and\b|&|-))", 0.8, "Dear ‹Sam›,", "hi there!", "hello Pip,", needs="dear hi hey hello hiya morning evening howdy hallo bonjour hola ciao",
        check=lambda m: checks.no_everyday_word(m) if m["x"][0].isupper() or m[0].strip().lower().startswith("dear") else checks.known(m), keep=checks.only_names),
    row("PERSON", "signature", rf"(?:^|[\s.,!?])(?:{_SIGN})\s?[,!.]{{0,2}}\s{{0,4}}[-–—~]?\s?(?P<x>{_FULL}|{_WORD})(?:\s?x{{1,4}})?[.!]?\s*(?=$|\n)", 0.8, "many thanks, ‹jo›", "thanks everyone", "thanks again", "best!", needs="thanks thank thx cheers regards best love sincerely yours faithfully truly care xoxo xx xxx xxxx ta hugs respectfully cordially wishes", check=checks.signature, keep=checks.only_names),
    row("PERSON", "signature after a dash", rf"(?:^|\n|[.!?]\s)\s{{0,4}}[-–—~]\s?(?P<x>{_FULL}|{_WORD})(?:\s?x{{1,4}})?\s*(?=$|\n\n|\n$)", 0.75, "see you\n- ‹Kay›", "list:\n- eggs", check=checks.looks_like_name, flags=re.IGNORECASE, keep=checks.only_names),
    row("PERSON", "speaker of a pasted chat", r"(?m)^(?:\[[^\]\n]{3,25}\]\s|\d\d?:\d\d\s(?:-\s)?)?(?P<x>[^\W\d_][\w'’-]{1,25}(?: [^\W\d_][\w'’-]{1,25})?):\s(?=\S)", 0.7, "‹tom›: are you up\nme: no", "note: buy milk", needs=":", check=checks.known, keep=checks.only_names),
    row("PERSON", "person named by relation and name", rf"\b(?:my|our|his|her|their)\s{_QUALIFIED}{{0,2}}(?:{RELATIONS}|cat|dog|\w{{3,15}}-?(?:mate|teacher|friend))(?:,| is| -|'s name is|’s name is| called| named)?\s\(?(?P<x>{_CAP}(?:\s{_CAP})?|{_WORD})", 0.8, "my friend ‹tom› left", "my friend told me", "my boss Monday", needs="my our his her their",
        check=lambda m: checks.looks_like_name(m) and "cat" not in m[0].split()[:3] and "dog" not in m[0].split()[:3], keep=checks.only_names),
    row("PERSON", "someone's relation and a name nobody listed", rf"\b(?:my|our|his|her|their)\s{_QUALIFIED}{{0,2}}(?:{RELATIONS})\s(?P<x>{_WORD})(?=\s*(?:[,.;!?)\n]|$)|\s(?:wants?|wanted|is|was|has|had|says|keeps?|kept|just|who|and|never|always|thinks?|needs?|needed|went|got|gave|gets|makes?|made|works|lives|lost|found|left|broke|took|bought|owes|owed|borrowed|lent|wrote|sent|asked|called|texted|died|married|moved|does|did|won't|doesn't|didn't|isn't)\b)", 0.65,
        "my sister ‹olu› wants a logo", "my friend always says no", "my boss said", "my mum and dad", needs=_RELATION_WORDS, check=checks.after_relation, keep=checks.only_names),
    row("PERSON", "name after a greeting and i'm", rf"(?:^|\n)\W{{0,3}}(?:hi|hey|hello|hiya|heya|yo|morning|good \w+)?[ ,!.]{{0,3}}(?:(?:all|there|everyone|pip)\b[ ,!.]{{0,3}})?(?:i'?m|i’m|i am|it'?s|its|this is)\s(?P<x>{_WORD})(?=\s?(?:[,.!\n]|$|and (?:i|my|we)\b|here\b|from\b|btw\b))", 0.7,
        "hiya, im ‹tess› and i paint", "im tired and my back hurts", "i'm french, help", needs="m im am it its this", check=checks.no_everyday_word),
    row("PERSON", "name in a form", rf"(?im)\b(?:full name|first name|last name|surname|maiden name|signed(?: by)?|witness(?:ed by)?|name on (?:the )?(?:account|card)|account holder|card ?holder|holder|beneficiary|guarantor|patient|customer|client|tenant|landlord|employee|contact|recipient|attn|author|citofono|c/o|dear)(?:'s name)?(?: is| was|:|,)?\s(?P<x>{_FULL})", 0.7,
        "the tenant, ‹Oluwaseun Bankole›, left", "the patient is ill", needs="full first last surname maiden signed witness witnessed name account holder cardholder beneficiary guarantor patient customer client tenant landlord employee contact recipient attn author citofono c dear",
        check=lambda m: all(part not in checks.NOT_NAMES for part in plain(m["x"]).split()), keep=checks.only_names),
    row("PERSON", "two words with capitals inside a sentence", rf"(?<=[a-zà-ÿ,] )(?P<x>{_CAP}(?: |-)(?:{_PARTICLE})?{_CAP}(?: {_CAP})?)(?![\w&])", 0.5, "then ‹Tevita Fonua› left", "in Mill Lane", "the French Revolution", "read Pride and Prejudice", flags=0, check=checks.unknown_capitals),
    row("PERSON", "family name first", rf"\b(?P<x>{_CAP}, {_CAP}(?: (?-i:[A-Z])\.?)?)(?=\s*(?:$|[\n;)(]))", 0.6, "‹Okafor, Chidi›", "Leeds, York", check=lambda m: m["x"].split(", ")[1].split()[0].lower() in checks.ANY_NAMES and m["x"].split(",")[0].lower() not in checks.NOT_NAMES, keep=checks.only_names),
    row("HANDLE", "handle with @", r"(?<![\w@.+/=&-])(?P<x>@[a-z0-9_](?:[\w.-]{1,38}\w))(?!@)", 0.85, "follow ‹@tarn_and_tiles›!", "@property", "a@example.com", needs="@", check=lambda m: m["x"][1:].lower() not in CODE and not m["x"][1:].isdigit()),
    row("HANDLE", "Reddit name", r"(?<![\w/])/?u/[\w-]{3,20}\b", 0.9, "ask ‹u/pixel_kay›", "w/u/", needs="/"),
    row("HANDLE", "Discord name", r"(?<![\w#])[^\W\d_][\w.]{1,31}#\d{4}\b", 0.9, "add ‹kay#1234›", "issue #1234", needs="#"),
    row("HANDLE", "account on a service", rf"{_MINE}\b{_SOCIAL}(?: (?:name|handle|id|user ?name|user|account|tag))?(?P<link> is:?|:| =|,| -)?\s?:?\s(?P<x>@?[a-z0-9_](?:[\w.-]{{2,38}}\w))", 0.8, "my insta is ‹pixelkay›", "my insta is down", "steam games",
        needs="insta instagram ig snap snapchat twitter tiktok discord telegram tele twitch steam reddit user username handle gamertag psn skype tumblr bluesky mastodon etsy github screen screenname xbox", check=checks.account),
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
    row("AGE", "i'm and a number", rf"\b(?:i'?m|i’m|i am|im|he'?s|she'?s|hes|shes|he is|she is|they'?re|who'?s|who is|was|is|are both|am|will be|would be|i'?ll be|about to be|he'll be|she'll be|being|be)\s(?:only |just |nearly |almost |about |around |now |already |turning )?(?P<x>{_AGE_NUMBER}){_NOT_AN_AGE}(?![\w£$€%-])(?!\s?[+*x=])", 0.7, "im ‹17› and tired", "i'm 5 minutes late", "the answer is 42", "it was 20 past", needs="digit", check=checks.age_said),
    row("AGE", "age in brackets or between commas", r"(?<=[\s(])(?P<x>[1-9]\d?)(?:\s?(?:and|&|,|/)\s?\d{1,2})?(?=[),](?!\d))", 0.6, "my kids (‹4› and 7) are ill", "the shop (2)", needs="digit", check=checks.after_a_person),
    row("AGE", "second age of two", r"\b(?:kids?|children|boys|girls|sons|daughters|twins|aged?|ages|are)\s\(?[1-9]?\d\s?(?:and|&|,|/)\s?(?P<x>[1-9]?\d)(?=[\s),.])(?!\s(?:people|times|minutes|hours|days|o'clock|am|pm))", 0.6, "my kids (4 and ‹7›) are ill", "pages 4 and 7", needs="digit"),
    row("AGE", "age at a time past", rf"\b(?:when|since|until|till|before|after|once)\s(?:i|he|she|we|they|my \w+)\s(?:was|were|turned|is|am)\s(?P<x>{_AGE_NUMBER}){_NOT_AN_AGE}(?!\w)", 0.75, "since i was ‹12› i draw", "when it was 12", needs="digit"),
    row("AGE", "birthday with a number", r"\b(?P<x>[1-9]\d?(?:st|nd|rd|th))\s(?:birthday|bday|b-day)\b", 0.75, "my ‹30th› birthday", "my 30th print", needs="digit birthday bday b"),
    row("AGE", "aged, turning, age", rf"\b(?:aged?|ages|turn(?:s|ed|ing)?|at the age of|age is|age was|my age)(?::| of| is)?\s(?:only |just |nearly |almost |about )?(?P<x>{_AGE_NUMBER}|{_TENS}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?){_NOT_AN_AGE}(?!\w)", 0.85, "she is turning ‹40› soon", "turn 2 pages", "turn one page", needs="age aged ages turn turns turned turning"),
    row("AGE", "age between commas", r"(?-i:[A-Z])\w+,\s(?P<x>[1-9]\d|\d),\s(?=[a-z])", 0.55, "Maria, ‹42›, said no", "Room, 12 chairs", needs="digit", check=lambda m: not re.match(rf"(?:{MONTHS})\b", m[0], re.IGNORECASE)),
    row("AGE", "decade of life", r"\bin (?:my|his|her|their|your) (?P<x>(?:early |mid[- ]?|late )?(?:[2-9]0'?s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))\b|\b(?:mid|early|late)[- ](?:[2-9]0'?s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b", 0.7, "in my ‹late 40s› now", "in the 80s", needs="in mid early late"),
    row("NRP", "group after i'm, she's, a", rf"\b(?:i'?m|i’m|i am|im|he'?s|she'?s|he is|she is|we'?re|we are|they'?re|as an?|is an?|was an?|am an?|family is|parents are|originally|raised|born|half|practising|practicing|devout|strict|a|an|my|her|his|the|two)\s(?:a |an |half[- ]?|very |quite |really |devout |strict |practising |british |proud |non[- ])?(?P<x>{'|'.join(sorted(GROUPS))})s?(?=\s*(?:$|[,.;:!?)\n]|and\b|but\b|so\b|by\b|man\b|woman\b|guy\b|girl\b|boy\b|person\b|people\b|family\b|couple\b|lady\b|citizen|passport|friend|boyfriend|girlfriend|husband|wife|partner|mum|mom|dad|mother|father|parents|student|nurse|doctor|teacher|artist|boss|neighbou?r|client|landlord|immigrant|refugee|community|church|school|background|origin|descent|heritage|visa|embassy|who\b|from\b|like\b|too\b|not\b))", 0.75,
        "i'm ‹polish› and tired", "i polish shoes", "a french exam", needs=" ".join(sorted(GROUPS))),
)  # fmt: skip
