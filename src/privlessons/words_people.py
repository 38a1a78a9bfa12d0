"""Word lists about people, written out by hand for this project: surnames, titles, relations, months.

``NAMES_THAT_ARE_WORDS`` holds given names that are everyday words too: they count only with a capital letter,
or after words that announce a name. The other given names are in ``given_names``.
"""

# ruff: noqa: E501 - the lists are data
from __future__ import annotations

NAMES_THAT_ARE_WORDS = frozenset(
    """
abbey al amber angel april art ash asia aurora austin autumn basil bay bea bill billie bonnie brook brooke
brooklyn candy carol carter chad charity chase chelsea cherry clay cliff cooper crystal daisy dale dallas
dawn destiny dolly don dot drake drew ed eden elif eve faith fay fern flo florence ford frank gale gay gene
georgia ginger glen grace grant guy hank harmony hazel heath heather holly honor hope hunter iris ivy jade
jay jean jewel jordan joy june kay ken kit lance laurel lee lily mabel madison major mark marsha mason max
may melody miles misty myles nick noel norm nova olive pam pat patience patsy pearl penny philomena pierce
precious randy ray reed rich river rob robin rod roman rose rosemary rowan ruby rusty saga sage sandy scout
sky sofia stan star sterling stone storm sue summer sunny sydney tanner taylor todd trinity van victor
victoria viola violet virginia wade warren will willow wolf yan zion
""".split()
)

SURNAMES = frozenset(
    """
smith jones taylor williams johnson davies robinson wright thompson evans walker white roberts green wood thomas hughes
edwards clarke jackson cooper harrison martinez garcia rodriguez hernandez lopez gonzalez perez sanchez ramirez torres
flores rivera gomez diaz reyes morales cruz ortiz gutierrez chavez ramos gonzales ruiz alvarez mendoza vasquez castillo
jimenez moreno romero herrera medina aguilar fernandez silva santos oliveira souza pereira costa ferreira almeida
carvalho ribeiro patel singh khan kaur begum shah hussain malik chaudhry sharma gupta kumar verma mehta joshi reddy nair
iyer banerjee mukherjee chatterjee das bose rao desai kapoor chopra agarwal nguyen tran pham huynh hoang vo dang bui
kim park choi jeong kang yoon jang lim wang li zhang liu chen huang zhao wu zhou xu zhu gao lin luo zheng liang tanaka
suzuki sato watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki okafor adeyemi okeke eze obi adebayo
balogun abubakar mensah owusu boateng asante osei appiah diallo traore kone ndiaye diop sow mbeki dlamini nkosi zulu
mwangi kamau otieno odhiambo müller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer
koch bauer richter klein wolf schröder neumann schwarz zimmermann braun krüger hofmann hartmann lange dubois durand leroy
moreau lefebvre girard bonnet fontaine rousseau blanc guerin rossi russo ferrari esposito bianchi romano colombo ricci
marino greco bruno gallo conti costa mancini kowalski kowalska nowak wisniewski wisniewska wojcik kaminski lewandowski
zielinski novak svoboda horvat kovac kovacs nagy szabo popescu ionescu ivanov ivanova petrov petrova smirnov popov volkov
jensen nielsen hansen pedersen andersen christensen larsen sorensen johansson andersson karlsson nilsson eriksson larsson
olsson persson virtanen korhonen nieminen yilmaz kaya demir celik sahin öztürk ozturk aydin papadopoulos georgiou
cohen levy mizrahi peretz ali ahmed mohamed hassan ibrahim osman abdi warsame yusuf haddad khoury nasser mansour
murphy kelly sullivan walsh byrne ryan connor neill reilly doyle mccarthy gallagher doherty kennedy lynch murray quinn
campbell macdonald mcdonald stewart robertson anderson scott reid ross watson morrison fraser hamilton wallace
davidson ferguson griffiths morgan lloyd owen jenkins powell pritchard hopkins bennett carter mitchell collins turner
parker phillips baker adams nelson hill lewis clark allen harris martin lee hall king
""".split()
)

PARTICLES = frozenset(
    "van von der den de la del della di da dos do bin ibn al el le ter ten ap o mc mac st y e".split()
)

# Machines and makers: they are talked to by name, and are nobody.
NOT_PEOPLE = frozenset("alexa bard chatgpt claude copilot cortana gemini gpt grok pip siri".split())

TITLES = (
    "mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|lord|lady|rev|reverend|fr|father|capt|captain|sgt|sergeant"
    "|lt|lieutenant|col|colonel|gen|general|maj|major|judge|hon|rabbi|imam|pastor|madam|madame|mme|monsieur|herr|frau"
    "|señor|señora|senor|senora|sr|sra|coach|nurse|pc|councillor|cllr"
)

RELATIONS = (
    "mother|mum|mummy|mom|mommy|mam|father|dad|daddy|parents?|brothers?|bro|sisters?|sis|siblings?|sons?|daughters?|kids?"
    "|child|children|baby|toddler|twins?|grand(?:mother|father|ma|pa|son|daughter|parents|dad|mum|kids?)|granny|gran|nan|nana"
    "|uncle|aunt|auntie|aunty|cousins?|nephews?|nieces?|husband|wife|hubby|spouse|partner|boyfriend|girlfriend|bf|gf"
    "|fianc[eé]e?|ex|in-laws?|(?:mother|father|brother|sister|son|daughter)-in-law|(?:mother|father|brother|sister|son|daughter)"
    " in law|(?:mil|fil|sil|bil)|godmother|godfather|godson|goddaughter|step(?:mum|mom|dad|mother|father|son|daughter|brother|sister)"
    "|bestie|bff|friends?|mate|pal|crush|flatmates?|housemates?|roommates?|neighbou?rs?|landlord|landlady|boss|manager"
    "|supervisor|line manager|colleagues?|co-?workers?|clients?|employees?|assistant|employer|intern|tenants?|lodger"
    "|therapist|counsellor|counselor|psychiatrist|doctor|gp|dentist|midwife|consultant|surgeon|carer|nanny|babysitter"
    "|eldest|youngest|oldest|little one|other half|oh|fella|bloke|lads?|girls?|boys?|missus|team lead(?:er)?|agent|publisher|editor|physio|lecturer|head of [a-z]+|key worker|customers?|patients?|apprentice|godparents|grandkids|mates|family|barber|vet|optician|chiropractor|mentor|trainer|supplier|buyer|tattooist|mechanic|estate agent|builder"
    "|childminder|teacher|tutor|professor|headteacher|coach|students?|pupils?|lawyer|solicitor|accountant|social worker|vicar|priest"
)

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
