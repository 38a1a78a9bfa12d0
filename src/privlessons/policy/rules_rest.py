"""The rules for share, keep, your controls, children and changes; see `rules`."""

# ruff: noqa: E501 - a row of the table is easier to read whole

from __future__ import annotations

DATA = (
    r"(?:data|information|info|contents?|conversations?|chats?|messages?|prompts?|inputs?|outputs?|photos?|"
    r"images?|pictures|files?|recordings?|transcripts?|details|identifiers?|feedback|interactions?|history|"
    r"logs?|metadata|profiles?|records?|accounts?|drawings?|it|them|copies)"
)
NEAR = r"[^.;]{0,90}?"
THIRD = (
    r"(?:third[- ]part(?:y|ies)|partners?|affiliates?|service providers?|providers|suppliers|vendors?|advertisers?|"
    r"law enforcement|authorities|sub-?processors?|data brokers?|administrators?|employers?|researchers)"
)
OTHERS = (
    r"(?:third[- ]part(?:y|ies)|partners?|affiliates?|affiliated companies|subsidiar(?:y|ies)|corporate group|"
    r"group companies|service providers?|providers|suppliers|vendors?|contractors?|advertisers?|"
    r"law enforcement|authorit(?:y|ies)|courts?|governments?|regulators?|police|agencies|sub-?processors?|"
    r"processors|data brokers?|researchers|(?:other )?companies|businesses|businesse?s|firms|others|other users|"
    r"the public|anyone|purchasers?|buyers?|acquirer|successor|advisors?|advisers|auditors|lawyers|"
    r"organi[sz]ations|administrators?|employer|parties|recipients?|insurers?|shops|(?:other |our )customers|sellers|(?:other|our) users)"
)
GIVE = (
    r"(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing|ures?)|sell(?:s|ing)?|sold|rent(?:s|ed)?|transfer(?:s|red|ring)?|"
    r"provid(?:e|es|ed|ing)|give|gives|giving|given|releas(?:e|es|ed)|pass(?:es|ed)?(?: on)?|send|sends|sent|"
    r"transmit(?:s|ted)?|(?:make|made|makes) (?:\w+ )?available|hand(?:s|ed)? (?:it |them )?(?:over|on)|expos(?:e|ed))"
)
SPAN = r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|eighteen|thirty|sixty|ninety|a few|several)[- ](?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b"
VERBS = (
    r"(?:decide(?! to (?:add|provide|upload|give|submit|include|send))|opt[- ]?out|object|delete|erase|remove|access|correct|rectify|export|download|withdraw|revoke|"
    r"turn(?: \w+)? (?:off|on)|switch(?: \w+)? (?:off|on)|disable|enable|deactivate|manage|change|update|edit|request|"
    r"unsubscribe|control|limit|restrict|choose(?! to (?:add|provide|share|upload|give|submit|include|send))|refuse|decline|reject|adjust|complain|lodge|appeal|"
    r"exercise|review|see|clear|block|unlink|disconnect|ask|stop|transfer|obtain|receive a copy)"
)

REST = [
    ("share", "gives it to others", rf"\b{GIVE}\b{NEAR}\b(?:with|to|among|between)\b[^.;]{{0,70}}?\b{OTHERS}\b"),
    ("share", "others get it", rf"\b{THIRD}\b{NEAR}(?<!we )(?<!you )\b(?:(?:may|can|will|could|might|to|who|that|which|also|only) )+(?:(?!you\b|we\b)\w+ )?(?:receive|access|process|collect|see|use|have access to|store|handle)\b"),
    ("share", "says whether it is sold or shared", rf"(?<!you )(?<!you can )(?<!you may )(?<!content )(?<!to )(?<!and )\b(?:sell|sells|sold|sale of|selling|rents?|shar(?:e(?! of)|es|ed|ing)|disclos(?:e|es|ed|ing|ure)|disclosures?)\b (?:of )?(?:(?!and\b)\w+ ){{0,5}}(?:{DATA}|personal)\b|\bthese disclosures\b|\b{DATA} (?:\w+ ){{0,4}}(?:is|are|be|been) (?:\w+ ){{0,2}}(?:shared|sold|disclosed|transferred)\b"),
    ("share?", "firms that work for them", r"\b(?:third[- ]party|our|by|with|to|other|trusted|external|outside) (?:\w+ ){0,3}(?:service providers?|vendors?|sub-?processors?|contractors?|suppliers|affiliates|business partners)\b|\bservice providers\b"),
    ("share?", "police, courts or the state", r"\blaw enforcement\b|\bpolice\b|\blawful requests?\b|\b(?:judge|court) orders?\b|\bsubpoenas?\b|\bcourt orders?\b|\blegal (?:process|requests?|demands?)\b|\b(?:government(?:al)?|public|regulatory|competent) (?:authorit(?:y|ies)|agenc(?:y|ies)|bod(?:y|ies)|requests?)\b"),
    ("share", "the firm itself is sold", r"\bmergers?\b|\bacqui(?:sition|red by)\b|\bbankruptcy\b|\binsolvency\b|\b(?:bought|acquired|taken over) by\b|\bgoes to (?:the|a) (?:buyer|new owner)\b|\bsale of (?:\w+ ){0,4}(?:assets|business|company)\b|\breorgani[sz]ation\b|\bchange of control\b|\bbusiness transfers?\b"),
    ("share", "goes to another country", rf"\btransfer(?:s|red|ring)?\b{NEAR}\b(?:countr(?:y|ies)|outside|united states|abroad|international(?:ly)?|jurisdictions?|overseas|across borders|servers|eea|european)\b|\b(?:cross-border|international) (?:data )?transfers?\b|\bstandard contractual clauses\b|\badequacy decisions?\b|\bdata privacy framework\b|\b(?:stored|processed|sent|kept|held|located|hosted)\b{NEAR}\b(?:in|to|on) (?:\w+ ){{0,4}}(?:other countries|another country|united states|abroad|outside)\b|\boutside (?:of )?(?:your|the|of) (?:\w+ ){{0,3}}(?:country|region|eea|european|united kingdom|uk|jurisdiction|province|state)\b"),
    ("share", "others can see it", r"\b(?:visible|available|shown|accessible|displayed) to (?:\w+ ){0,3}(?:others|other users|public|anyone|everyone|third)\b|\bpublicly (?:visible|shared|available link|posted|displayed)\b|\bshare[d]? links?\b|\bmade public\b"),
    ("keep", "says how long it is kept", rf"\b(?:retain(?:s|ed|ing)?|retention|keeps?|keeping|kept|stor(?:e|es|ed|ing)|storage|hold|holds|held|preserv(?:e|es|ed)|archiv(?:e|ed)|maintain(?:s|ed)?|sav(?:e|es|ed))\b[^.;]{{0,120}}?(?:\b(?:for )?as long as\b|\bso long as\b|\buntil\b|\blonger\b|{SPAN}|\bindefinite(?:ly)?\b|\bperiods?\b|\bpermanently\b|\bforever\b|\bnecessary\b|\bneeded\b)"),
    ("keep", "keeps or stores data", rf"(?<!that )(?<!who )\b(?:retain(?:s|ed|ing)?|keeps?|keeping|kept|stor(?:e|es|ed|ing)|preserv(?:e|es|ed))\b (?:\w+ ){{0,6}}{DATA}\b(?! (?:up[- ]to[- ]date|safe|secure|confidential|private))|\b{DATA}\b[^.;]{{0,60}}?\b(?:is|are|be|been|will|may|we|they) (?:\w+ )?(?:retain(?:ed)?|stored|kept|preserved|held|archived)\b"),
    ("keep", "how long it is kept", r"\bretention\b|\bhow long (?:we|they|your|the|this|that|data|information|personal|it|different|each)\b|\bretain(?:s|ed|ing)?\b"),
    ("keep", "when it is deleted", rf"\b(?:delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|remov(?:e|es|ed)|destroy(?:s|ed)?|anonymi[sz](?:e|es|ed)|de-?identif(?:y|ies|ied)|gone|expires?|purged?)\b{NEAR}(?:\b(?:within|after|in|for up to|no later than|at most|up to)\b (?:\w+ ){{0,3}}?{SPAN}|\bno longer\b|\bautomatically\b|\bback-?ups?\b)|\bautomatically (?:deleted|erased|removed|purged)\b|\b(?:we|they) (?:will |also |then )*(?:delete|erase|anonymi[sz]e|de-identify|destroy)\b|{SPAN}[^.;]{{0,40}}?\b(?:we (?:will )?(?:delete|erase)|(?:is|are) (?:deleted|erased|removed))"),
    ("keep", "copies stay behind", r"\bback-?ups?\b|\b(?:residual|archived?|cached) copies\b"),
    ("controls", "what you can do", rf"\byou (?:control|decide|choose) (?:how|what|who|when|whether|which|if)\b|\byou (?:also |always |still |too )?(?:can|may|will be able to|are able to|are entitled to|have (?:the|a|certain) (?:right|option|ability|choice)s?(?: to)?|can also|may also|may choose to|might be able to)\b(?! not)[^.;]{{0,70}}?\b{VERBS}\b"),
    ("controls", "a way out", r"\bopt(?:ing|ed|s)?[- ]?(?:out|in)\b(?! of our control)|\bunsubscrib|\bdo not (?:sell|share|track)\b(?= (?:or|my|signal|request|link|setting|button))|\bglobal privacy control\b|\bsay no\b"),
    ("controls", "your rights", r"\b(?:your|these|those|data subject|following|privacy|such|consumer|certain) (?:\w+ ){0,3}(?:rights|choices|controls)\b|\bright (?:to|of) (?:\w+ ){0,4}(?:know|access|delet|eras|correct|rectif|object|restrict|port|withdraw|appeal|lodge|opt|forgotten|complain|information|limit|copy|obtain|request|confirm|not)|\b(?:rights? of|rights to) (?:access|erasure|rectification)"),
    ("controls", "a setting", r"\b(?:in|through|via|using|from|under|visit(?:ing)?|adjust(?:ing)?|change|chang(?:e|ing)|manag(?:e|ing)|privacy|account) (?:(?:your|the|our|these|browser|device|account|app|privacy|data) ){0,3}settings\b|\b(?:to|in) your settings\b|\bnot to be tracked\b|\bdo[- ]not[- ]track\b|\bprivacy (?:portal|center|centre|dashboard|checkup|controls)\b|\b(?:switch|toggle)\b|\bturn(?:ed|ing)? (?:it |this |that |\w+ )?(?:off|on)\b"),
    ("controls", "taking back consent", rf"\bwithdraw(?:ing|al)?\b{NEAR}\bconsent\b|\brevok(?:e|ing) (?:your |\w+ )?consent\b|\bobject to\b"),
    ("controls", "how to ask or complain", r"\b(?:lodge|file|make|submit|bring) (?:\w+ ){0,3}complaints?\b|\bsupervisory authorit(?:y|ies)\b|\bauthori[sz]ed agents?\b|\bverif(?:y|ication of|ying) your identity\b|\b(?:submit|make|send|honou?r|respond to|process|verify|deny|denied) (?:\w+ ){0,4}(?:privacy |rights |deletion |access |your |valid |consumer )requests?\b|\bexercis(?:e|ing|ed)\b(?! our)[^.;]{0,50}?\brights?\b|\bdelet(?:e|ing|ion of) (?:of )?your (?:\w+ )?(?:account|chats?|conversations?|data|history|personal)|\bupon (?:your )?request\b"),
    ("children", "about children", r"\bchild(?:ren)?(?:'s)?\b|\bminors\b|\ba minor\b|\bteen(?:s|ager|agers)?\b|\bkids\b|\b(?:under|below|younger than|over|at least|least) (?:the )?(?:age of )?(?:\w+ )?(?:13|14|16|17|18|thirteen|sixteen|eighteen)(?: years)?\b(?! (?:days|months|u\.s\.|percent|%))|\bage of (?:majority|consent|13|16|18)\b|\bcoppa\b|\bparent(?:s|al)?\b(?! (?:compan|entit|corporation|organi|undertaking|group))|\bguardians?\b|\b(?:13|16|18) years (?:of age|old)\b|\bminimum age\b|\bunderage\b"),
    ("changes", "this policy may change", r"\b(?:chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|modif(?:y|ies|ied)|modifications?|amend(?:s|ed|ments?)?|revis(?:e|es|ed|ions?)|replac(?:e|es|ed)|rewrite)\b(?: \w+){0,3}? (?:to |of |in )?(?:this|our|the|these|it)?(?: \w+){0,3} ?\b(?:policy|notice|statement|terms|page)\b"),
    ("changes", "the policy as it changes", r"\b(?:policy|notice|statement|practices)\b[^.;]{0,60}?\b(?:chang(?:e|es|ed)|updat(?:e|es|ed)|modified|amended|revised|revisions?|amendments?|modifications?)\b"),
    ("changes", "how you hear of it", rf"\b(?:notify|notified|inform|tell|alert|let you know|e-?mail you|notice)\b{NEAR}\b(?:change[sd]?|updates?|amendments?|new version|revisions?)\b|\b(?:material|significant|substantial|important) (?:changes|updates|modifications)\b|\b(?:post|posted|posting|publish)\b{NEAR}\b(?:changes?|updates?|updated|revised|new version|amended)\b"),
    ("changes", "its date or older versions", r"\b(?:last|date) (?:updated|modified|revised|changed)\b|\beffective (?:date|as of)\b|^\W*effective\b|\b(?:previous|prior|earlier|older|past|archived) versions?\b|\bcontinu(?:e|ed|ing) (?:to )?us(?:e|ing)\b|\bcurrent version\b|\blatest version\b|\brevision date\b|\bupdated on\b"),
]  # fmt: skip
