"""Word lists about people, written out by hand for this project: given names, surnames, titles, relations.

The lists are moderate on purpose. A name that is not here can still be found by the language model, or by
the words around it ("my name is ..."). ``NAMES_THAT_ARE_WORDS`` holds given names that are everyday words
too: they count only with a capital letter, or after words that announce a name.
"""

# ruff: noqa: E501 - the lists are data
from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
aaliyah aaron abby abdul abdullah abena abigail abu ada adam adamu adaora addison adel adele adeola adnan
adrian adriana adrienne afia agata agnes agnieszka ahmad ahmed aiden aileen aimee aisha aishah ajay akash akiko akira
akosua alain alan alana alasdair alastair albert alberto aleix alejandra alejandro aleksandra aleksei alena
alessandra alessandro alessia alex alexa alexander alexandra alexandre alexei alexia alexis alfie alfonso alfred ali
alice alicia alina alisha alison alistair aliyah allan allison alma alvaro alyssa amadou amalia amanda amara amelia
amelie amin amina aminata amir amira amit amos amy ana anais anastasia anders anderson andre andrea andreas andrei
andres andrew andy aneta angela angelica angelina angelo angie angus anil anita anja anjali anke ann anna annabel
annabelle anne annette annie annika anouk anthony antje antoine anton antonia antonio anwar anya aoife archie ariana
arianna ariel arjun arlene arman armando arnaud arne arnold arthur arturo arun arvid asad asha ashley ashraf asif
asma astrid athena aurelie avery axel ayaan ayesha ayla aylin ayo ayodele ayse azra barbara barnaby barney barry
bartek bartosz basma beata beatrice beatriz becca becky belinda bella ben benedict benita benjamin bennett benny
benoit bernadette bernard bernd bernice bert bertha bertram beth bethan bethany betsy betty bev beverley beverly
bhavna bianca bilal bjorn blanca blessing bob bobby bogdan boris brad bradley brandon branislav brenda brendan brent
brett brian brianna bridget brigitte britney britt brittany bronwyn bruce bruno bryan bryce bryony caitlin caleb
callum calvin cameron camila camilla camille candace cara carina carl carla carlo carlos carly carmen carolina
caroline carolyn carrie cassandra cassie catalina caterina catherine cathy catriona cecile cecilia cedric celeste
celia celine cesar chang chanel chantal charlene charles charlie charlotte chen cheng cheryl chiara chibuike chidi
chiara chidinma chike chima chinedu chinonso chioma chloe chris christa christel christelle christina
christine christoph christophe christopher chukwuemeka ciara cillian cindy claire clara clare clarence clarissa claude
claudia claudio clemence clement clementine clive clyde colette colin colleen connie connor conor conrad constance
constantin cora corey corinne cornelia corinna courtney craig cristian cristiano cristina curtis cynthia dagmar daisuke
damian damien damon dan dana daniel daniela daniele danielle danilo danny daphne daria darius darlene darnell darrell
darren dave davide david davina dawid dean deborah debbie debra declan deepa deepak deirdre delia delphine denise dennis derek
dermot deshawn desmond devi devon diana diane dick diego dieter dilan dimitri dina dinesh dirk divya dmitri dmitry
dolores dominic dominik dominika dominique donald donna donovan dora doris dorota dorothy doug douglas duncan dustin dwayne
dylan ebony eddie edgar edith edmund eduardo edward edwin efua eileen eilidh ekaterina elaine eleanor elena eleni
eli elias elif elijah elin elisa elisabeth elise eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa
elsie elspeth elvira emeka emil emile emilia emilie emilio emily emma emmanuel emre enrico enrique enzo eric erica
erich erik erika erin ernest ernesto esi esme esmeralda esperanza esra esteban estelle esther ethan ethel etienne
eugene eugenia eunice eva evan evelyn evie ewa ewan fabian fabio fabrice fadi faisal farah farhan farid fatima
fatma fatou fatoumata federica federico felicia felicity felipe felix femi fergus fernanda fernando filip filippo
fiona flavia flora florian folake franca frances francesca francesco francine francis francisca francisco
francois franz freddie freddy frederic frederick frederik freya frida frieda friedrich fritz gabriel gabriela gabriella
gabrielle gareth gary gaurav gavin gemma genevieve geoff geoffrey george georgie georgina gerald geraldine gerard
gerardo gerhard gerry gertrude ghassan gianluca gianni gilbert giles gillian gina giorgia giorgio giovanna giovanni
gisela gita giulia giulio giuseppe gladys glenda glenn gloria godfrey gordon gosia graeme graham greg gregor
gregory greta gretchen grzegorz guadalupe guido guillaume guillermo gunther gustavo gwen gwendolyn hadi hadiza hakan
halima hamid hamza hana hanna hannah hans harald hari harold harpreet harriet harrison harry haruka haruki harvey hasan
hassan hayley heidi heike heinrich heinz helen helena helene helga helmut hendrik henri henrietta henrik henry
herbert hernan hilary hilda hira hiroshi horst howard hubert hugh hugo humphrey hussein hyun ian ibrahim ida idris
ifeoma ignacio igor ikram ilaria imani imogen imran ines inga inge ingrid ioana irene irina irma isaac isabel isabella
isabelle isaiah isha ismail isobel ivan ivana jack jackie jacob jacqueline jacques jaime jake jakub jamal james
jamie jamila jan jana jane janet janice janine jared jarek jasmin jasmine jason jasper javier jayden jayne jeanette
jeff jeffrey jelena jemima jen jenna jennie jennifer jenny jens jeremiah jeremy jermaine jerome jerry jess jessica
jessie jill jim jimmy jin jing jo joan joana joanna joanne joao joaquin jochen jodie jody joe joel johan johann johanna
johannes john johnny jon jonah jonas jonathan jorge jose josef josefina joseph josephine josh joshua josie josiah joyce
joze juan juanita judith judy jules julia julian juliana julie julien juliet juliette julio julius jun jung jurgen
justin justyna justine jyoti kai kamal kamila kamran karen karim karin karina karl karol karolina kasia kasper kate
katarina katarzyna kate katerina katharina katherine kathleen kathryn kathy katia katie katja katrin katrina katy kavita
kayla keiko keira keith kelechi kelly kelsey kemal kemi kendra kenji kenneth kenny kevin khadija khalid kieran kim
kirsten kirsty klara klaus kofi konrad krishna kristen kristian kristin kristina kristof krystyna krzysztof kumar kurt
kwabena kwaku kwame kwasi kyle kylie kyra lakshmi lara lars larissa larry lassana laszlo latisha latoya laura lauren laurence
laurent laurie lawrence layla lea leah leanne lech leila lena lenka lennart leo leon leona leonard leonardo leonie leroy lesley
leslie leticia lewis leyla lia liam lidia liesl lieselotte lila lilian liliana lillian lina linda lindsay lindsey linus lionel lisa
livia liz liza lizzie lloyd logan lois lola lorena lorenzo loretta lori lorna lorraine lottie lou louis louisa louise
luc luca lucas lucia luciana luciano lucie lucinda lucy ludmila ludovic luigi luis luisa lukas lukasz luke luna lydia
lynette lynn lynne maciej maddie madeleine madhu magda magdalena maggie magnus mahmoud maia maike maisie malcolm malik mallory
malgorzata mamadou manfred manish manoj manon manuel manuela mara marc marcel marcela marcello marcia marcin marco marcos
marcus marek margaret margarita margaux margot maria mariam mariama marian mariana marianne marie mariella marina mario marion
marisa marisol marius marjorie marlene marlon marta martha martin martina martine marvin mary maryam masha massimo
mateo mateusz matej mathew mathias mathieu mathilde matilda matt matteo matthew matthias matthieu maureen maurice mauricio maurizio
maxime maximilian maxine maya maytham mbali medhi megan meghan mehmet mei mel melanie melinda melissa melvin mercedes
meredith merve mia micah michael michaela michal michel michele michelle miguel mika mikael mike mikhail mila milan milena
milica millie milo mina minh ming miranda miriam mirja mitchell miyu mo moana moesha mohamed mohammad mohammed mohan
moira molly mona monica monika monique morag moritz morris moses mostafa muhammad mukesh murray musa mustafa myra myriam
myrtle nadia nadine naeem nancy naomi narges nasir nasrin natalia natalie nataliya natasha nathalie nathan nathaniel naveen neha neil
nell nelly nelson neville ngozi nguyen niamh niall nia nicholas nicky nico nicola nicolas nicole nicoletta nigel nikhil nikita
nikki niklas nikola nikolai nikolaos nils nina nisha nkechi noah noemi noor nora norbert noreen norma norman nuria nyah obinna octavia
odette oksana oisin olaf oleg olena olga oliver olivia olivier oluwaseun olumide omar oonagh oscar osman otis otto owen oyin pablo
paddy padraig paige pamela paola paolo pascal patience patricia patrick patrik patty paul paula paulina pauline paulo pavel
pawel pedro peggy percy perla petar pete peter petra petros phil philip philippa philippe phillip phoebe phyllis
pierre pietro pilar piotr polly pooja poppy pradeep preeti priscilla prisca priya priyanka quentin quinn rachel rachid radek radha rafael
rafal rafael raffaella rahim rahul raj rajesh raju ralf ralph ramesh ramon ramona rana randall rani raphael raquel rashid raul
ravi raymond reba rebecca rebekah regina reginald reiko reinhard rekha renata renate rene renee reza rhea rhian rhiannon rhoda
rhonda rhys ricardo riccardo richard rick ricky rieke rita riya rob robbie robert roberta roberto robyn rocio
rodney rodrigo roger rohan rohit roisin roland rolf romain roksana ron ronald ronan ronnie rory rosa rosalie rosalind
rosanna rosario rosemarie rosie ross rowena roxanne roy ruben rudolf rudy rufus rupert russell ruth ryan rylan saad saanvi sabina
sabine sabrina sachin sadia saeed safiya sally salma salvador salvatore sam samantha samina samir samira sammy
samson samuel sanam sanchez sandeep sandra sanjay sanna santiago sara sarah sarita sascha sasha saskia satoshi scarlett scott sean sebastian
selena selim selina senga serena serge sergei sergio seth seun shabnam shannon sharon shaun shauna shawn sheila shelby sheldon shelley
sheryl shirley shona shreya shu sian sibusiso sidney siegfried sienna sigrid silas silke silvia simeon simon simona simone siobhan sipho
sitara skye slawomir sofie solange sonia sonja sonya sophia sophie soraya soren spencer stacey stacy stanislav stanley stefan
stefania stefanie stefano stella steph stephan stephanie stephen steve steven stewart stuart sudha sumaya sunita suresh
surya susan susana susanna susanne susie suzanne suzie sven svetlana swati sybil sylvia sylvie tabitha tadeusz taiwo takashi takumi
talia tamara tamika tamsin tania tanja tanya tara tarek tariq tasha tatiana ted teddy temi temitope terence teresa teri terrence
terri terry tessa thabo thandi thandiwe thea theo theodora theodore theresa therese thibault thierry thomas thorsten tiago
tiana tiffany tilda tilly tim timo timothy tina tobias toby tobi tom tomas tomasz tommy tomoko toni tony tracey traci tracy travis trevor tricia
trisha tristan trudy tunde tyler tyrone udo ugo ulrich ulrike ulla umar ursula usha usman uwe vadim vaibhav valentina
valeria valerie valery vanessa vasile vera verena veronica veronika vesna vicki vicky vijay vikram viktor viktoria vimal
vincent vincenzo viktorija vivek vivian vivien vivienne vladimir wahid waleed walter wanda wanjiru waseem wayne wei wendy wendell werner wesley
whitney wilfred wilhelm willem william winifred winston wojciech wolfgang xavier ximena xin xu yael yan yang yannick yara
yash yasmin yasmine yassin yelena yetunde yolanda yoko yosef youssef yuki yuko yuri yusuf yvette yvonne zachary zahra
zainab zane zara zeynep zhang zhen zoe zofia zoltan zsofia zuzana zuri
""".split()
)

NAMES_THAT_ARE_WORDS = frozenset(
    """
abbey al amber angel april art ash asia aurora austin autumn basil bay bea bill billie bonnie brook brooke brooklyn candy
carol carter chad charity chase chelsea cherry cliff clay cooper crystal dale daisy dallas dawn destiny dolly don dot
drake drew ed eden eve faith fay fern flo florence ford frank gale gay gene georgia ginger glen grace grant
guy hank harmony hazel heath heather holly honor hope hunter iris ivy jade jay jean jewel jordan joy june kay ken
kit lance laurel lee lily mabel madison major mark marsha mason max may melody miles misty myles nick noel norm nova
olive pam pat patsy pearl penny philomena pierce precious randy ray reed rich river rob robin rod roman rose rosemary
rowan ruby rusty sage sandy scout sky sofia stan star sterling stone storm sue summer sunny sydney tanner taylor
todd trinity van victor victoria viola violet virginia wade warren will willow wolf yan zion
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
    "|childminder|teacher|tutor|professor|headteacher|coach|students?|pupils?|lawyer|solicitor|accountant|social worker|vicar|priest"
)

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
