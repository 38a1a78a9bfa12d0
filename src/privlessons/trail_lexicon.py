"""Which everyday words tell of which interest, worry, faith or debt: words and pairs of words, by topic."""

# ruff: noqa: E501 - a topic is easier to read whole
from __future__ import annotations

INTERESTS = {
    "running": "running jogging parkrun marathon 10k 5k strava,half marathon,running shoe,couch to",
    "cycling": "cycling bicycle bike mtb peloton cyclist derailleur,bike repair,road bike,inner tube",
    "football": "football footy goalkeeper striker offside fixtures matchday fifa,premier league,five-a-side,football boot",
    "cricket": "cricket wicket batsman bowler innings,cricket bat",
    "swimming": "swimming swim swimmer wetsuit goggle tide,open water,cold water,changing robe",
    "climbing": "climbing bouldering belay carabiner crag,climbing shoe,chalk bag",
    "yoga": "yoga pilates vinyasa asana,yoga mat,sun salutation",
    "gym and fitness": "gym workout deadlift dumbbell kettlebell hiit crossfit,protein powder,bench press",
    "walking": "hiking rambling waterproofs hike,coast path,walking boot,ordnance survey,dog walk",
    "bird watching": "birdwatching birding rspb binocular curlew oystercatcher redshank,bird watching,bird feeder",
    "gardening": "gardening compost seedling perennial pruning slug allotment tomatoes roses seeds,raised bed,potting shed,runner bean",
    "fishing": "fishing angling bait mackerel tackle rod,sea fishing,fishing rod",
    "sailing": "sailing dinghy yacht regatta mooring keel rya,crew wanted",
    "baking and cooking": "baking sourdough recipe cake yeast oven cookbook flour lasagne,cake tin,stock cube,slow cooker,air fryer",
    "reading": "novel bookshop audiobook paperback kindle booker,book club,reading list,library book",
    "gaming": "gaming xbox playstation nintendo steam speedrun minecraft zelda rpg esports,video game,boss fight,game pass",
    "board games": "meeple chess catan chessboard,board game,dungeons and,dice set,duplicate bridge",
    "music making": "guitar piano ukulele drumming chords drumsticks choir plectrum metronome,sheet music,guitar string,choir practice",
    "photography": "photography aperture tripod lightroom,long exposure,camera lens,memory card",
    "art and drawing": "drawing sketchbook watercolour illustration pixel aseprite dithering palette tileset procreate stylus,pixel art,life drawing,drawing tablet",
    "knitting and crafts": "knitting crochet yarn sewing embroidery quilting pottery glaze kiln,knitting needle,sock pattern",
    "dance": "dance salsa ballet bachata,dance shoe,dance class",
    "bowls": ",bowls club,bowls league,bowls bag,bowling green",
    "martial arts": "karate judo taekwondo dojo kata,brown belt",
    "netball": "netball,goal shooter,goal attack",
    "drama": "audition monologue playwright theatre rehearsal,amateur dramatics",
    "skateboarding": "skateboarding skateboard ollie kickflip skatepark,grip tape",
    "quizzes and puzzles": "crossword quiz sudoku puzzles cryptic trivia,pub quiz",
    "family history": "genealogy ancestry census ancestors,family history,family tree,parish register",
    "bell ringing": "ringers,bell ringing,change ringing,bell tower",
    "model railways": "locomotive hornby,model railway,model train,oo gauge",
    "pets": "dog puppy cat kitten vet gecko rabbit hamster parrot tortoise budgie ferret goldfish terrarium reptile,cat litter,dog lead,pet insurance",
    "travel": "airport hostel flights passport itinerary airbnb,city break,flights to,cheap flight",
    "films and series": "netflix trailer sequel imdb cinema,box set,season finale,film night",
    "coding": "python javascript github linux docker stackoverflow,stack overflow,merge conflict",
}

HEALTH = {
    "asthma": "asthma inhaler wheezing wheezy salbutamol,peak flow",
    "wrists and hands": "tendonitis naproxen rsi,carpal tunnel,wrist splint,wrist pain,wrist brace,numb fingers,hand numb,tendon glides,wrist support",
    "back pain": "sciatica lumbar backache,back pain,slipped disc,lower back",
    "migraine": "migraine triptan,aura headache,headache behind",
    "diabetes": "diabetes insulin metformin hba1c glucose,blood sugar",
    "low mood and worry": "antidepressant sertraline anxiety depression counselling,panic attack,talking therapies,low mood,feel hopeless",
    "poor sleep": "insomnia melatonin,sleep apnoea,cant sleep,can't sleep,sleeping tablet",
    "pregnancy": "pregnancy pregnant midwife folic antenatal,morning sickness,12-week scan",
    "menopause": "menopause hrt perimenopause,hot flush,hot flushes",
    "heart": "palpitations statins cholesterol ecg angina,blood pressure,irregular heartbeat",
    "skin": "eczema psoriasis acne emollient,itchy skin,changing mole",
    "hay fever and allergy": "antihistamine hayfever cetirizine anaphylaxis epipen,hay fever,pollen count,nut allergy",
    "hearing": "tinnitus,hearing aid,hearing test,ear wax,ringing ears",
    "eyes": "macular cataract glaucoma,optician referral,floaters eye",
    "drinking": "alcoholics,drink less,cut down drinking,sober october,units alcohol",
    "cancer": "chemotherapy oncology biopsy lymphoma tumour,breast lump,two week wait",
    "joints": "arthritis,knee pain,hip replacement,knee replacement,frozen shoulder",
}
FAITH = {
    "Christian": "gospel eucharist psalms hymn vicar,sunday service,bible study,church service,bible reading,church rota",
    "Muslim": "ramadan jumuah quran qibla iftar eid halal mosque,prayer times",
    "Hindu": "diwali puja mandir navratri,temple puja",
    "Jewish": "shabbat kosher synagogue passover,rosh hashanah",
    "Sikh": "gurdwara vaisakhi langar,guru granth",
    "Buddhist": "dharma sangha vipassana,meditation retreat",
}
DEBT = {
    "money trouble": "bailiff bailiffs overdraft iva arrears,payday loan,debt advice,debt charity,debt collector,rent arrears,county court",
}
SEXUALITY = {
    "gay, lesbian or bisexual": "lgbt lgbtq lesbian bisexual queer,gay bar,gay dating,pride weekend",
}

# Words of a place's name that tell what kind of place it is.
PLACE_WORDS = {
    "clinic": frozenset("surgery clinic hospital physio physiotherapy dental dentist infirmary medical counselling".split()),
    "place of worship": frozenset("church chapel mosque temple synagogue gurdwara cathedral mandir masjid abbey".split()),
    "gym or sports": frozenset("gym fitness leisure pool sports stadium climbing dojo yoga pitch club rec".split()),
    "school": frozenset("school college university academy nursery comprehensive".split()),
    "library": frozenset({"library"}),
    "allotments": frozenset({"allotment", "allotments", "garden", "gardens"}),
    "pub or café": frozenset("pub inn café cafe bar tavern arms coffee whelk".split()),
    "shop": frozenset("supermarket shop foods market bakery pharmacy books stores".split()),
}  # fmt: skip

# Who a worry may be about, if not the one who types.
OTHERS = frozenset(
    "mum mums mother dad dads father son sons daughter daughters child baby toddler husband wife partner brother sister nan gran grandma"
    " grandad uncle aunt friend friends neighbour client patient patients dog cat her his their she he essay homework".split()
)
