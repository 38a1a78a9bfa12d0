"""The rules: word patterns with their reason, for lower-case sentences. Written by reading real policies.

Each rule is (class, reason in plain words, pattern). A class with "?" counts only where no other class is found
by a rule: "kept for legitimate purposes" is about keeping. Patterns see lower-case text with straight quotes. The
gaps between words (``NEAR``) are bounded, so that no sentence can take long.
"""

# ruff: noqa: E501 - a row of the table is easier to read whole

from __future__ import annotations

import re

from privlessons.policy.rules_rest import REST

DATA = (
    r"(?:data|information|info|contents?|conversations?|chats?|messages?|prompts?|inputs?|outputs?|photos?|"
    r"images?|pictures|files?|recordings?|transcripts?|details|identifiers?|feedback|interactions?|history|"
    r"voiceprints?|preferences|histories|logs?|metadata|submissions?|profiles?|materials?|drawings?|posts?|words|what you (?:type|write|say))"
)
NEAR = r"[^.;]{0,90}?"
WE = r"\b(?:we|us|they|our (?:\w+ ){0,2}(?:teams?|systems?|services|partners))\b"
MODEL = (
    r"(?:models?|ai|a\.i\.|artificial intelligence|machine[- ]learning|llms?|algorithms?|neural networks?|"
    r"classifiers?|ai systems?|(?:assistant|chatbot)s?|(?:ai|our|underlying|learning) technolog(?:y|ies))"
)
STAFF = (
    r"(?:employees?|staff|contractors?|reviewers?|moderators?|annotators?|personnel|raters?|labell?ers?|"
    r"team members?|trust (?:and|&) safety|members of our team|specialists|vendors|humans|"
    r"(?:safety|support|review|research|moderation) teams?)"
)
READ = (
    r"(?:review(?:s|ed|ing)?|reads?|reading|look(?:s|ed|ing)? at|view(?:s|ed|ing)?|listen(?:s|ed|ing)?(?: to)?|"
    r"annotat(?:es?|ed|ing)|label(?:s|led|ed|ling|ing)?|rat(?:es?|ed|ing)|inspect(?:s|ed)?|see|sees|seen|"
    r"evaluat(?:es?|ed|ing)|check(?:s|ed|ing)?|moderat(?:es?|ed|ing))"
)
CONSTRUCT = (
    r"(?:improv|develop|build|enhanc|creat|refin|advanc|teach|evaluat|test)(?:e|es|ed|ing|s|ment|ments)?"
)

MAIN = [
    ("collect", "says that something is collected", r"\b(?:collect(?:s|ed|ing|ion)?|gather(?:s|ed|ing)?|captur(?:es?|ed|ing))\b"),
    ("collect", "gets data about you", rf"{WE}{NEAR}\b(?:receiv(?:es?|ed|ing)|obtain(?:s|ed|ing)?|acquir(?:es?|ed)|scrapes?|get|gets)\b{NEAR}\b(?:{DATA}|from)\b"),
    ("collect", "what you hand over", r"\byou (?!to )(?:(?!and|or|must)\w+ ){0,3}(?:provide|give|submit|upload|enter|supply|send|type|input|sync|import)\b(?! (?:your |us |prior |explicit |written )*(?:consent|permission|notice|request|authorized|authorised|agent|proof))"),
    ("collect", "what you choose to add", r"\byou (?:(?:can|may|also|might) )*(?:choose|decide) to (?:add|provide|share|upload|give|submit|include|send)\b"),
    ("collect", "asks you for it", r"\b(?:we|they)\b (?:\w+ ){0,2}ask(?:s|ed)? (?:you )?(?:for|to (?:provide|give|enter|verify))\b|\brequires? you to (?:provide|give)\b"),
    ("collect", "follows you by cookies or the like", r"\b(?:use|uses|using|set|sets|place|places|through|via|by|deploy|employ)s? (?:\w+ ){0,4}(?:cookies|web beacons|pixels|pixel tags|tracking technologies|similar technologies|sdks|local storage)\b|\bcookies (?:are|that|and similar)\b"),
    ("collect", "notes what you do", rf"\b(?:automatically|logs?|logged|records?|recorded|tracks?|tracking|monitors?|notes? down|writes? down)\b{NEAR}\b(?:your|usage|activity|ip address|device|location|interactions?|visits?|how you|what you|when you)\b"),
    ("collect", "guesses facts about you", rf"\b(?:infer(?:s|red|ring|ences)?|deriv(?:e|es|ed) (?:from|information)|deduc(?:e|es|ed)|guess(?:es)?|estimate|determine)\b{NEAR}\b(?:about you|locations?|interests|your|preferences|characteristics)\b"),
    ("collect", "reaches into your device", r"\baccess(?:es|ing)?(?: to)? your (?:\w+ ){0,2}(?:camera|microphone|contacts|location|photos?|calendar|device|files|address book|clipboard)"),
    ("collect?", "names a kind of data", r"^\W*(?:(?:your|certain|other) )?(?:identifiers?|internet|geolocation|precise|approximate|biometric|commercial|inferences|contact|account|profile|device|usage|log|payment|billing|transaction|location|employment|professional|education|audio|visual|demographic|technical|cookies?|ip address|name,|e-?mail|phone|date of birth|user content|prompts?|messages?)\b[^.;]{0,60}(?:data|information|activity|identifiers?|history|address|number|content|\()"),
    ("collect?", "comes from what is public", r"\bpublicly (?:available|accessible)\b"),
    ("collect", "comes from others", rf"\b{DATA} (?:about you )?(?:\w+ ){{0,2}}from (?:\w+ ){{0,3}}(?:third parties|other sources|other users|partners|public(?:ly)?|data brokers|the internet|vendors|social media)"),
    ("use", "says what they use it for", r"\b(?:we|they|our (?:\w+ ){0,2}(?:teams?|systems?|services|partners)) (?:(?!(?:about|your|when|if|how|that|for|the|with|of|where|which|who)\b)[\w-]+,? (?:from time to time, )?){0,6}?(?:use|uses|using|process|processes|analy[sz]e|utili[sz]e|combine)\b(?! (?:of|none|no (?:\w+ )?cookies|cookies|pixels|similar|third|service providers|vendors|contractors|standard|appropriate|encryption|technical|reasonable|industry|administrative|commercially|our services|the services)\b)"),
    ("use?", "says that it is used", r"\b(?:is|are|be|been|being) (?:\w+ ){0,2}?(?:used|processed|analy[sz]ed|combined)\b"),
    ("use", "use of your data", rf"\b(?<!you )(?:uses?|using) (?:of )?(?:(?!and\b|or\b|our\b|contact\b)\w+ ){{0,3}}(?<!contact ){DATA}\b"),
    ("use?", "processing of your data", rf"\b(?:process(?:es|ing)?|analy[sz](?:es?|ing)) (?:of )?(?:\w+ ){{0,3}}{DATA}\b"),
    ("use?", "names a purpose", r"\bfor (?:the )?(?:\w+ ){0,4}purposes?\b|\bpurposes? (?:of|for which|described)\b|\bin order to (?:provide|improve|develop|operate|maintain|personali[sz]e|comply|protect)\b"),
    ("use?", "names a legal reason", r"\blegal bas[ie]s|\blawful bas[ie]s|\blegitimate (?:business )?interests?\b|\bperformance of (?:a|our|the|this) contract\b|\bgrounds for processing\b"),
    ("use", "advertising, marketing or profiles", r"\b(?:targeted|personali[sz]ed|tailored|interest-based|behaviou?ral|customi[sz]ed|relevant) (?:ads?\b|advert|marketing|offers)|\b(?:show|serve|deliver)s? (?:you )?(?:\w+ )?(?:ads|advertis)|\bdirect marketing\b|\b(?:marketing|promotional) (?:e-?mails?|communications?|messages|materials)|\bprofiling\b|\bautomated (?:individual )?decision"),
    ("use", "makes it fit you", r"\b(?:personali[sz]e|customi[sz]e|tailor)s? (?:your|the|our|content|responses|ads)"),
    ("train", "training of models", rf"\b(?:pre-?|re)?train(?:s|ed|ing)?\b{NEAR}\b{MODEL}\b"),
    ("train", "models are trained", rf"\b{MODEL}\b{NEAR}\b(?:(?:pre-?|re)?train(?:s|ed|ing)?|fine-?tun(?:e|es|ed|ing))\b"),
    ("train", "training on your data", rf"\b(?:trains?|trained|training|fine-?tun(?:e|es|ed|ing)|learns?) (?:on|from|with|using) (?:\w+ ){{0,4}}{DATA}\b"),
    ("train", "data for training", rf"\b{DATA}\b{NEAR}\b(?:for|in|to) (?:(?:model|ai|our|the|such|this|these|further|future|machine learning) ){{0,3}}train(?:ing)?\b(?! (?:our )?(?:employees|staff|personnel))|\b(?:next|future|model|ai) training\b|\btraining (?:data|sets?|datasets?|corpus|purposes|setting|toggle|preference|opt[- ]?out)\b|\bmodel[- ](?:training|improvement|development)\b"),
    ("train", "making models better", rf"\b{CONSTRUCT} (?:(?!services?\b)[\w,/'-]+ ){{0,6}}(?:models?|large language models?|generative ai|machine[- ]learning|ai (?:systems?|technolog(?:y|ies)|products|features)|algorithms|artificial intelligence)\b"),
    ("train", "making models better", rf"\b{CONSTRUCT}\b{NEAR}\bincluding (?:our |the )?(?:\w+ )?models\b|\b(?:models|algorithms)\b[^.;]{{0,30}}\b(?:take into account|learn from|learn the)\b"),
    ("train", "tuning", r"\bfine-?tun(?:e|es|ed|ing)\b"),
    ("train", "our systems learn", r"\b(?:so that|helps?|help|teach(?:es)?|let|lets) (?:it|our (?:\w+ )?(?:assistant|models?|ai|systems?))(?: to)? (?:learns?|improve|get better|answer better)\b"),
    ("review", "people read it", rf"\b{STAFF}\b{NEAR}\b{READ}\b{NEAR}\b(?:{DATA}|it|them|what)\b"),
    ("review", "read by people", rf"\b{READ}\b[^.;]{{0,50}}?\bby (?:\w+ ){{0,3}}{STAFF}\b"),
    ("review", "human review", r"\b(?:human|manual(?:ly)?|personally) (?:\(?\w+\)? ){0,2}(?:review(?:s|ed|ing|ers?)?|annotat\w+|evaluat\w+|moderat\w+|label\w+|rat(?:ed|ers?|ings?)|oversight|reading|feedback|readers?)\b|\b(?:reviewers?|annotators?|labell?ers?)\b"),
    ("review", "people get to see it", rf"\b{STAFF}\b[^.;]{{0,40}}?\b(?:can|may|might|could|will|to|have|has|who) (?:\w+ )?access\b(?: to)? (?:\w+ ){{0,3}}{DATA}|\baccess(?:ed)? by (?:\w+ ){{0,3}}(?:employees|staff|contractors|personnel|humans)\b"),
    ("review", "people read it", r"\b(?:people|persons|somebody|someone|a person)\b(?: (?:who|at|in|on|we|from|working) [^.;]{0,40}?| (?:\w+ )?)(?:reviews?|reads?|listens?|annotates?|labels?|rates?|looks? at)\b"),
    ("review", "nobody reads it", r"\b(?:no (?:person|human|one|employee|body)|nobody|no one)\b[^.;]{0,40}?\b(?:read|reads|see|sees|look|looks|review|reviews|listen|listens)\b"),
]  # fmt: skip

RULES = tuple((kind, why, re.compile(pattern)) for kind, why, pattern in [*MAIN, *REST])

HEADINGS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("children", r"\bchild|\bminors?\b|\bteen|\bage\b|\bkids\b|\byounger\b"),
        ("changes", r"\b(?:changes?|updates?|amendments?|modif\w+|revisions?)\b.{0,30}\b(?:policy|notice|statement|this|terms)\b|^(?:\W*\d*\W*)(?:changes|updates|amendments)\b|\bpolicy (?:changes|updates)"),
        ("review", r"\bhuman review|\breviewers?\b|\bwho reads\b|\bpeople (?:who )?(?:may )?(?:read|review)|\bmoderation\b"),
        ("train", r"\btrain(?:ing)?\b|\bmodel (?:improvement|development)|\bimprov\w+ (?:our )?(?:ai|models)\b"),
        ("keep", r"\bretention\b|\bretain|\bhow long\b|\bstorage\b|\bkeep(?:ing)?\b.{0,24}\b(?:it|data|information|chats|conversations|records)\b"),
        ("controls", r"\byour (?:\w+ ){0,3}(?:rights|choices|controls|options)\b|\brights\b|\bchoices\b|\bcontrols\b|\bopt(?:ing)?[- ]?out|\bmanag(?:e|ing) your|\bwhat you can do\b|\bhow (?:can|do) (?:you|i) (?:\w+ ){0,2}(?:access|delete|control|manage|exercise)"),
        ("share", r"\bshar(?:e|es|ed|ing)\b|\bdisclos|\brecipients?\b|\btransfers?\b|\bwho (?:else|we|sees|gets|has)\b|\bsub-?processors?\b|\bwith whom\b|\bsell(?:ing)?\b"),
        ("collect", r"\bcollect|\bdata we (?:hold|have|receive|obtain)|\b(?:information|data) (?:that )?you (?:provide|give|submit)|\b(?:types|categories|kinds) of (?:\w+ ){0,2}(?:data|information)|\bsources of\b|\bcookies\b|\bwhat (?:data|information)\b|\bwhat we know\b|\bautomatically\b"),
        ("use", r"\bhow we (?:\w+ )?use\b|\bhow (?:do|does) \w+ use\b|\buses? of\b|\bpurposes?\b|\bbas[ie]s\b|\bwhy we\b|\bwhat we do with\b|\bhow (?:your )?\w+ (?:data|information) (?:is|are|will be) used\b|\bprocessing\b|(?<!i )(?<!you )\buse\b"),
    )
)  # fmt: skip
