"""Word lists about places and groups, written out by hand for this project: places, nationalities, companies."""

# ruff: noqa: E501 - the lists are data
from __future__ import annotations

_PLACES = """
afghanistan, albania, algeria, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, barbados, belarus,
belgium, bolivia, bosnia, botswana, brazil, bulgaria, cambodia, cameroon, canada, chile, china, colombia, costa rica, croatia,
cuba, cyprus, czech republic, czechia, denmark, dominican republic, ecuador, egypt, el salvador, england, eritrea, estonia,
ethiopia, fiji, finland, france, gambia, germany, ghana, greece, guatemala, guyana, haiti, honduras, hungary, iceland, india,
indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, kazakhstan, kenya, kosovo, kuwait, laos,
latvia, lebanon, liberia, libya, lithuania, luxembourg, malawi, malaysia, maldives, malta, mauritius, mexico, moldova, monaco,
mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, nigeria, north korea,
north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland, portugal,
puerto rico, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia,
slovenia, somalia, south africa, south korea, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
thailand, trinidad, tunisia, uganda, ukraine, united arab emirates, united kingdom, united states, uruguay, uzbekistan, venezuela,
vietnam, wales, yemen, zambia, zimbabwe, aberdeen, birmingham, bournemouth, bradford, brighton, bristol, cambridge, cardiff,
carlisle, chester, chesterfield, colchester, coventry, cornwall, croydon, cumbria, derby, devon, doncaster, dorset, dundee,
durham, edinburgh, essex, exeter, glasgow, gloucester, guildford, hackney, halifax, harrogate, hertfordshire, huddersfield,
inverness, ipswich, islington, lancashire, lancaster, leeds, leicester, lincoln, liverpool, london, luton, manchester,
merseyside, middlesbrough, milton keynes, newcastle, newport, norfolk, northampton, norwich, nottingham, oxford, peterborough,
plymouth, portsmouth, preston, sheffield, shrewsbury, slough, southampton, stockport, stoke, suffolk, sunderland,
surrey, sussex, swansea, swindon, torquay, wakefield, walsall, warwick, watford, wigan, wiltshire, wolverhampton,
worcester, yorkshire, belfast, derry, dublin, galway, limerick, alabama, alaska, albuquerque, anchorage, arizona, arkansas, atlanta,
baltimore, boise, boston, brooklyn, calgary, california, charlotte, chicago, cincinnati, cleveland, colorado, columbus,
connecticut, dallas, delaware, denver, detroit, edmonton, florida, fort worth, fresno, hawaii, honolulu, houston, idaho, illinois,
indiana, indianapolis, iowa, kansas, kansas city, kentucky, las vegas, los angeles, louisiana, louisville, maryland,
massachusetts, memphis, miami, michigan, milwaukee, minneapolis, minnesota, mississippi, missouri, montana, montreal, nashville,
nebraska, nevada, new hampshire, new jersey, new mexico, new orleans, new york, new york city, north carolina, north dakota,
oakland, ohio, oklahoma, omaha, ontario, oregon, orlando, ottawa, pennsylvania, philadelphia, pittsburgh, portland, quebec,
rhode island, sacramento, salt lake city, san antonio, san diego, san francisco, san jose, seattle, south carolina,
south dakota, st louis, tampa, tennessee, texas, toronto, tucson, tulsa, utah, vancouver, vermont, washington, wisconsin,
wyoming, winnipeg, aleppo, algiers, amman, amsterdam, ankara, antwerp, athens, auckland, baghdad, bangalore, bangkok,
barcelona, basel, beijing, beirut, belgrade, berlin, bilbao, bogota, bologna, bordeaux, bratislava, bremen, brisbane, brno,
brussels, bucharest, budapest, buenos aires, cairo, canberra, cape town, caracas, casablanca, chennai, cologne, copenhagen,
dakar, damascus, delhi, new delhi, dhaka, doha, dortmund, dresden, dubai, durban, dusseldorf, eindhoven, florence, frankfurt,
gdansk, geneva, genoa, ghent, gothenburg, graz, guadalajara, hamburg, hanoi, hanover, havana, helsinki, ho chi minh city,
hong kong, hyderabad, istanbul, izmir, jakarta, jeddah, jerusalem, johannesburg, kabul, kampala, karachi, kathmandu, khartoum,
kiev, kigali, kolkata, krakow, kuala lumpur, kyiv, kyoto, lagos, lahore, leipzig, lisbon, ljubljana, lodz, luanda,
lusaka, lviv, lyon, madrid, malaga, malmo, manila, marrakesh, marseille, medellin, melbourne, mexico city, milan, minsk,
mogadishu, monterrey, moscow, mumbai, munich, nairobi, naples, nuremberg, osaka, oslo, palermo, perth, porto, poznan, prague,
pretoria, quito, rabat, reykjavik, riga, rio de janeiro, riyadh, rome, rotterdam, salzburg, santiago, sao paulo, sarajevo,
seoul, seville, shanghai, shenzhen, skopje, sofia, stockholm, strasbourg, stuttgart, sydney, taipei, tallinn, tbilisi, tehran,
tel aviv, the hague, thessaloniki, tirana, tokyo, toulouse, tunis, turin, utrecht, valencia, venice, vienna, vilnius, warsaw,
wroclaw, yokohama, zagreb, zurich, catalonia, bavaria, tuscany, sicily, provence, brittany, andalusia, ibiza, mallorca,
tenerife, crete, bali, kerala, punjab, gujarat, kashmir, queensland, tasmania, victoria
"""
_ALSO_WORDS = """
bath, reading, turkey, chad, jordan, georgia, cork, york, kent, hull, deal, sale, bury, poole, rugby, hove, ely, wells, battle, ware,
virginia, maine, lima, nice, nancy, essen, bonn, cali, mobile, buffalo, phoenix, orange, split, tours, bergen, lens,
mali, niger, togo, benin, guinea, austin, charlotte, cleveland, victoria, florence, sofia, milan,
derby, lincoln, newport, worcester, paris, us, uk, usa, eu, uae
"""


def _entries(text):
    return frozenset(" ".join(part.split()) for part in text.split(",") if part.strip())


# Places that are everyday words or given names too: they count only with a capital letter.
PLACES_THAT_ARE_WORDS = _entries(_ALSO_WORDS)
PLACES = _entries(_PLACES) - PLACES_THAT_ARE_WORDS

NATIONALITIES = frozenset(
    """
afghan african albanian algerian american andorran angolan arab argentinian argentine armenian asian australian austrian
azerbaijani bahraini bangladeshi basque belarusian belgian bengali bolivian bosnian brazilian british bulgarian burmese
cambodian cameroonian canadian catalan chilean chinese colombian congolese croatian cuban cypriot czech danish dominican
dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino filipina finnish french gambian
georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli
italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti laotian latvian lebanese liberian libyan
lithuanian malawian malaysian maltese mexican moldovan mongolian moroccan namibian nepalese nepali nicaraguan nigerian
norwegian omani pakistani palestinian panamanian paraguayan persian peruvian polish portuguese punjabi qatari romani romanian
russian rwandan salvadoran saudi scottish senegalese serbian singaporean slovak slovakian slovenian somali spanish sudanese
swedish swiss syrian taiwanese tamil tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan
vietnamese welsh yemeni zambian zimbabwean latino latina hispanic caribbean
""".split()
)
RELIGIONS = frozenset(
    """
agnostic anglican atheist baptist buddhist catholic christian evangelical hindu islamic jain jehovah jew jewish
lutheran methodist mormon muslim orthodox pentecostal presbyterian protestant quaker sikh sunni shia
""".split()
)
POLITICS = frozenset(
    "communist conservative democrat liberal libertarian republican socialist tory marxist anarchist".split()
)
# Words for groups that are everyday words too; lower case counts only after "i'm", "she's a" and the like.
GROUPS_THAT_ARE_WORDS = frozenset(
    "polish swiss orthodox conservative liberal democrat republican english latin tory dominican georgian jordanian".split()
)
GROUPS = NATIONALITIES | RELIGIONS | POLITICS

# Companies that people write in lower case.
COMPANIES = frozenset(
    """
accenture adidas adobe airbnb airbus aldi amazon asda astrazeneca aviva bayer bbc bmw boeing bosch bt capgemini cisco
deliveroo deloitte dhl disney dyson ebay ericsson etsy facebook fedex fiverr google gsk hsbc ibm ikea infosys intel
jpmorgan kpmg lidl linkedin lloyds mcdonalds mcdonald's microsoft monzo morrisons natwest nestle netflix nike
nokia nvidia ocado paypal pepsico pfizer philips pwc ryanair sainsburys sainsbury's samsung santander siemens sony spotify
starbucks greggs argos primark tesco tesla toyota uber unilever verizon vodafone volkswagen waitrose walmart wetherspoons
""".split()
)
