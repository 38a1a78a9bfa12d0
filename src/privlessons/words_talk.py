"""Everyday words that stand where a name could stand: after "i'm", "dear", "thanks", "my friend", "@"."""

from __future__ import annotations

NO_NAME = frozenset(
    """
a able about absolutely accepting actually adult afraid after afternoon again ai all almost alone already
also always am amazed an and angry annoyed another anxious any anymore anyone anything anyway applicant
applicants april around artist as ashamed asian ask asking asks at august available awake aware away awesome
awful babe baby back bad barely based basically be because been before being best better between beyond big
bit black blessed board bored born boss bot both boy brave bro broke broken btw buddy burnt busy but buying
by call calling calls came can candidate certain cheap cheating christmas class clearly client clients close
clueless cold colleague colleagues come coming committee completely concerned confident confused considering
convinced cool could council couple crap crazy crying curious currently customer customers dad darling date
day days dead deaf dear december deeply definitely delighted depressed desperate determined devastated diary
did different disappointed do doctor does doing done down dr dreading drinking drowning drunk dude due dumb
dying early easily easter eating editor either else embarrassed emotional ending engaged english enjoying
enough especially even evening ever every everybody everyone everything exactly excited exhausted expected
expecting experiencing extremely facing failing fairly falling family far fat father february fed feel
feeling feels few fighting finally find finding fine finished first folks fond for forced forever found free
french friday friend friends from frustrated full fully fun furious gang gay generally gentlemen german get
getting girl give giving glad go god going gone gonna good gorgeous got grateful great greetings growing
guessing guilty guy guys had haha half happy hard has hate have having heading healthy heard heartbroken
hello help helping her here hers hi high him hiring his home homeless honestly honey hope hopeful hopefully
hopeless hoping horrible hot hour hours how hr human hungry hurt i ill implying in inclined indeed informed
inside interested into investigating is it its january jealous jesus joking july june just keen keep keeps
kept kidding kind kinda kindly knackered knew know ladies lads lady landlord last late lately later lazy
learning least leave leaving left less let like likely listening literally living lol lonely long looking
lord losing lost lot love loved loving low luckily lucky maam mad madam made mainly make makes making mam
man manager many march married mate may maybe me mean meant meeting member members messaging might mind mine
mired miss missing monday month months more morning most mostly mother moving mr mrs ms much mum must my
myself nah naturally near nearly need needs neighbor neighbour neither nervous never new next nhs nice night
no nobody none normally not note nothing november now numb nurse obviously occupant october of off ok okay
old omg on once one ones online only open or other others our ours out outside over overall overthinking
overwhelmed owed own paid pal pals panicking parent parents part partly past paying people perfect perhaps
person petrified pissed planning playing please pleased poor positive possibly prepared pretty probably prof
proper properly proud ps put putting question quick quite quitting raging rather re reader reading ready
real really recently recovering recruiter relieved resident residents responsible retired rich right running
sad safe said sales santa saturday saw say saying says scared scheduled see seeing seeking seem seems
selling sending september serious seriously service set several severely shall she shocked short should show
shy sick side simply since single sir sirs sitting skint sleeping slightly slow small so sober some somebody
someone something somewhat somewhere soon sorry sort sounding spanish speaking specifically speechless
spending staff standing starting starving still stoked stressed strict strong struggling stuck student
students studying stupid subject such sunday super support supposed sure surprised suspicious sweetheart
take talking tall teacher team teenager tell tells tempted tenant tender terrible terrified texting thankful
thanks that the their them then there therefore these they thing things think thinking this those though
thought thrilled through thursday time times tired to today together told tomorrow tonight too torn totally
touched toxic toying trapped travelling treated try trying tuesday turn turning two typing ugly unable under
understanding unemployed unfortunately unhappy unless unlikely unsure until up update upset us use used
useless user users usually very via volunteer volunteers waiting walking want wanting wants was watching way
we weak wednesday week weeks welcome well went were what when where whether which while white who whoever
whole whose why will willing wired with within without woman wondering work working works world worried
worse worst worth would writing wrong yeah year years yes yesterday yet you young your yours yourself
""".split()
)

# What follows "my friend": "my friend said", "my friend group".
AFTER_RELATION = frozenset(
    """
circle gave group insists keeps kept left list lives lost makes needs refuses request requests said says
started thinks thought told wants works zone
""".split()
)

# What follows @ in program code and mail, and is nobody's name.
CODE = frozenset(
    """
all app author cache channel charset classmethod click dataclass everyone example fixture font-face gmail
here home hotmail import include keyframes least media override param property pytest return returns route
staticmethod supports test the work yahoo
""".split()
)

# What follows "my insta is" or "my discord", and is no name.
NO_HANDLE = NO_NAME | frozenset(
    """
account accounts ad ads app art banned bio broken chat content dm dms down feed followers hacked link page
post posts private profile public reels server stories story video videos working
""".split()
)

# Words with a capital letter that may follow a given name without belonging to it.
NOT_FAMILY_NAMES = frozenset(
    """
and i is in at on from the to for or but monday tuesday wednesday thursday friday saturday sunday ltd inc llc
street road lane avenue
""".split()
)

# Words with a capital letter that are part of titles, brands, streets and the like, not of a person's name.
NO_CAPITALS = frozenset(
    """
academy act agency airlines airport america apple association avenue bank bay beach bill block board book
bridge building cafe card castle centre center century church city civil class clinic close club code
college committee common company council country county court cup day department drive east education
empire exchange export express festival file fire forest form foundation france freedom front garden gate
general global google government grand great green group hall health high hill history home hospital hotel
house human income inn insurance international island java key king kingdom lake lane law league letter
library life light line list local lodge machine mail main management map market mass mathematics media
memory microsoft middle mill minister mountain museum music national nature net network nobel north notes
office oscar pacific palace paper park parliament party peace photoshop place plan plaza point police
policy post power prejudice premier president press pride prime prize program project queen question radio
rail revolution river road room royal rule saint school science sea search security senate server service
shop social society south square star state states station stone store street studio summit sun supreme
system tax team tech test theatre theory time title tower town trade trust twitter union united university
valley version village visual war water web west white wide wild william windows world year york zone
""".split()
)
