"""Given names of many origins, in small letters and without accents, written out by hand for this project.

The list is moderate on purpose: a name that is not here can still be found by the language model, or by the
words around it ("my name is ...").
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
aaliyah aaron abby abdallah abdou abdul abdullah abdulrahman abdurrahman abel abelardo abena abi abigail abu
achim ada adaeze adalbert adam adama adamu adaora addie addison adel adelaide adele adelina adeola adina
aditi aditya adnan adrian adriana adrienne afia agata agathe agnes agnieszka ahmad ahmed ahmet aida aiden
aileen ailsa aimee aino aisha aishah ajay akari akash akiko akio akira akosua aksel alain alan alana
alasdair alastair albert alberto aldo aleix alejandra alejandro aleksandra aleksei alena alessandra
alessandro alessia alessio alex alexa alexander alexandra alexandre alexandru alexei alexia alexis alfie
alfonse alfonso alfred algernon alhassan ali alice alicia alina alisha alison alistair aliyah allan allison
alma alois alphonse alva alvaro alyssa amadou amal amalia aman amanda amandine amara amari ambrose amelia
amelie amin amina aminata amir amira amit ammar amos amrita amy ana anahit anais anastasia anastasios
anatoly anders anderson andre andrea andreas andreea andrei andrej andres andrew andrzej andy aneta anette
angela angelica angelika angelina angelo angelos angie angus anh anil anita anja anjali anke ankit ann anna
annabel annabelle annalise anne annegret anneliese annelise annemarie annette annie annika anouar anouk
anselm anselma ansgar antal anthea anthony antje antoine anton antonia antonio antti anushka anwar anya
aoife apollonia apostolos araminta arash arata archie ariadne ariana arianna ariel arif arjen arjun
arkadiusz arlene arman armando armin arnaud arnav arne arnold aron arsen arta artem arthur artur arturo arun
arvid arvind aryan asad asako asger asha ashley ashok ashraf asif aslaug asma asta astrid athanasios athena
aubrey auguste augustin aurelia aurelie aurelio aurelius avery axel axelle ayaan ayane ayesha ayla aylin ayo
ayodele ayse aysel ayumi azadeh aziz aziza azra babak babatunde babette bahar baldwin balint balthazar
baptiste barbara barnabas barnaby barney barry bartek bartholomeo bartholomew bartolomeo bartosz bashir
basma batya baz beata beate beatrice beatriz becca becky belinda bella ben benedetta benedict benedikt
benigno benita benjamin bennett benny benoit benoite berit bernadette bernard bernardo bernd bernhard
bernice bert berta bertha bertram beth bethan bethany betsy bettina betty bev beverley beverly bhaskar
bhavna bianca bilal biljana bintou birgit birgitta birte bjarne bjorn blaise blanca blaz blerta blessing bob
bobby bogdan bogumila bojan boleslaw boniface boris borislav borja boubacar bozena brad bradley brahim
brandon branislav branko brenda brendan brent brett brian brianna bridget brigid brigitta brigitte brita
britney britt brittany bronagh bronislaw bronwyn bruce bruno bryan bryce bryony burak caetano caitlin caleb
callum calvin cameron camila camilla camille camillo candace caoimhe cara carina carl carla carlo carlos
carlotta carly carmela carmen carmine carolina caroline carolyn carrie carsten casimir caspar casper
cassandra cassie catalina catarina caterina cath cathal catherine cathrine cathy catriona cecile cecilia
cecily cedric celeste celestino celia celine cenk cesar chaim chander chanel chang chantal charlene charles
charlie charlotta charlotte chayim cheikh chen cheng cheryl chiamaka chiara chibuike chidera chidi chidinma
chike chima chinedu chinenye chinonso chioma chloe chris christa christel christelle christen christiane
christina christine christoph christophe christopher christos chukwudi chukwuemeka ciara ciaran cillian
cindy ciro claire clara clare clarence clarissa claude claudia claudine claudio clemence clement clementina
clementine cleo clive clodagh clyde colette colin colleen conchita connie connor conor conrad constance
constantin consuelo cora corentin corey corinna corinne cornelia cornelis cornelius cosima cosmin costas
courtney craig crispin cristian cristiano cristina cristobal csaba curtis cuthbert cynthia dafydd dagmar
dagny daisuke dalia dalibor damian damiano damien damir damon dan dana danae daniel daniela daniele danielle
danika danilo danny danuta daphna daphne dara darcy daria darius dariusz darko darlene darnell darrell
darren daryna dave david davide davina davor dawid daz dean deandre deb debbie deborah debra debs declan
deepa deepak deepika deirdre delia delphine demi denisa denise deniz dennis derek dermot deshawn desiree
desmond despina devendra devi devon dhruv diana diane diarmuid dick diego dierk dieter dilan dilara dilip
dimitra dimitri dimitrios dimitris dina dinesh dirk divya djamila dmitri dmitry dmytro dobromir dolores
domenico dominga dominic dominik dominika dominique donald donatella donna donovan dora doreen dorian doris
dorota dorothea dorothy doug douglas draga dragan dragana drazen duarte duncan dunja dusan dushan dustin
dwayne dwight dylan ebba ebony ebru eckhard edda eddie edgar edgardo edita edith edmund edna eduardo edvard
edward edwin efthymia efua egil ehsan eider eileen eilidh eino eitan ekaterina ekaterini elaine eleanor
eleftheria elena eleni elfriede eli eliana eliane elias elijah elin elisa elisabeth elise eliseo eliza
elizabeth elke ella elle ellen ellie elliot elliott ellis elodia elodie eloise elsa elsie elspeth eluned
elvira elvis emanuel emanuela emeka emil emile emilia emilie emilio emily emin emine emma emmanuel emmeline
emre engelbert enid enrico enrique enzo epifanio erdem eric erica erich erik erika erin erlend ermias ernest
ernesto ernst erwin esben esi esma esme esmeralda esperanca esperanza esra esteban estefania estela estelle
ester esther ethan ethel etienne etsuko eudora eugen eugene eugenia eulalia eunice eusebio eva evan
evangelia evangelos eveline evelyn evgeny evie ewa ewan eyal ezekiel ezra fabian fabienne fabio fabiola
fabrice fadi fahad faisal faiza fanny farah fares farhan farid fatih fatima fatimah fatma fatou fatoumata
faustina federica federico federigo felicia feliciano felicity felipe felix femi ferdinand fergus ferhat
fernand fernanda fernando fikret filip filippo finbar finley finn fiona fionnuala flavia flavio flora
florent florian floriane florin folake folasade fotini fouad franca frances francesca francesco francine
francis francisca francisco francois frantisek franz freddie freddy frederic frederick frederik fredrik
fredrika freya frida frieda friederike friedrich fritz fumiko gabriel gabriela gabriella gabrielle gael
gaetano galina ganesh gareth gary gaston gaurav gavin gavriel gaz gemma genevieve geoff geoffrey georg
george georges georgi georgie georgina georgios gerald geraldine gerard gerardo gerda gerhard gerhild
gerlinde germaine gerrit gerry gert gertrud gertrude ghassan ghazal giada giancarlo gianluca gianni gilbert
gilberto gilda giles gillian gina ginevra giorgia giorgio giovanna giovanni gisela gisele gita giulia giulio
giuseppe gizem gjergj gladys glenda glenn gloria gloriana godfrey goran gordon gosia gottfried govind
graciela graeme graham greer greg gregor gregory greta gretchen griselda grzegorz guadalupe gudrun guglielmo
guido guillaume guillermo gulsen gunilla gunnar gunther gurpreet gus gustavo gwen gwendolen gwendolyn gwilym
gyorgy haakon habib hadi hadiza hadley haim hakan hakim halil halima halina halvard hamid hamish hamza hana
hanna hannah hanneke hannelore hanno hans harald hari harish harold harpreet harriet harrison harry haruka
haruki harvey hasan hassan hatice havva hayley hector hedda hedwig heidemarie heidi heike heikki heinrich
heinz helen helena helene helga helge helmut heloise hendrik henning henri henrietta henriette henrik henry
herbert hernan herve hideki hilary hilda hira hiram hiroshi hisham hitomi hjalmar holger honorata horatio
horst hortensia howard hrvoje hubert huda hugh hugo hugues humphrey huseyin hussein hyun iain ian ibrahim
ibrahima ichiro ida idowu idris ifeanyi ifeoma igal ignacio igor ihsan ikechukwu iker ikram ilana ilaria
ildiko ilham ilias ilija ilse iman imani imelda imogen imran imre inaki inderjit indira ines inga inge
ingrid inigo inna inti ioana ioannis iolanda ionut iqbal irena irene irfan irina irma irmgard iryna isa
isaac isaak isabel isabella isabelle isadora isaiah isambard iseult isha ishaan ishbel isidora isidro ismail
ismet isobel isolde istvan itamar itziar ivan ivana ivar iveta ivona iwan izabela izzy jaap jacek jacinta
jack jackie jacob jacoba jacqueline jacques jadwiga jagoda jahan jaime jairo jake jakub jalal jamal james
jamie jamila jan jana jane janek janet janette janez janice janina janine jannik janos janusz jared jarek
jaromir jaroslav jarrod jas jasmin jasmine jasna jason jasper javier jaxon jayanti jayden jayne jeanette
jeanne jeannette jeannine jeff jeffrey jelena jelle jemal jemima jen jenifer jenna jennie jennifer jenny
jens jeremiah jeremy jermaine jeroen jerome jerry jerzy jesper jess jessica jessie jette jill jim jimmy jin
jing jiri jitka jo joachim joakim joan joana joanna joanne joao joaquin jocelyn jochen jodie jody joe joel
joerg joergen johan johann johanna johannes john johnny jolanda jolanta jon jonah jonas jonathan jonna jonno
jools joost jordi jorge jorgen jorn jose josef josefina josefine joseph josephine josh joshua josiah josie
josip jovan jovana joyce joze jozef jozsef juan juanita judith judy juha jukka jules julia julian juliana
julianne julie julien juliet juliette julio julita julius jun jung junko juraj jurek jurgen justin justina
justine justus justyna jutta jyoti kaarina kacper kadir kai kaito kaja kalina kalliope kamal kamala kamil
kamila kamran kaoru karam karen karim karima karin karina karl karol karolina karoline karsten kasia kaspar
kasper kassandra katalin katarina katarzyna kate katerina kateryna kath katharina katherine kathleen kathryn
kathy katia katie katinka katja katrin katrina katrine katy kavita kayla kayleigh kayode kaz kazimierz
kazuki kazuo keeley keiko keira keisha keith kelechi kelly kelsey kemal kemi kendra kenji kenneth kenny
kerem kerstin kev kevin keyshawn khadija khaled khalid khalil kian kiara kiera kieran kim kimiko kinga
kirill kirsten kirsty kjell kjersti klaas klara klaudia klaus kofi kojo konrad konstantin konstantinos
korina kornel kostas kourosh krishna kristen kristian kristin kristina kristof krystyna krzysztof krzysztofa
ksenia kumar kunal kunle kurosh kurt kwabena kwaku kwame kwasi kyle kylie kyra kyran kyriakos ladislav laila
lakeisha lakshmi lamar lamine lara larisa larissa larry lars lassana laszlo latasha latisha latoya laura
lauren laurena laurence laurent laurids laurie lavinia lawrence layla lazaro lea leah leandro leanne lech
leif leighton leila leire lelia lena lene lenka lennart lennox leo leokadia leon leona leonard leonardo
leonid leonidas leonie leonora leontine leopold leroy lesley leslie leszek leticia levent lewis leyla lia
liam libuse lidia lieke liene lieselotte liesl lila lilian liliana lilja lillian lina linda lindsay lindsey
linus lionel liora lisa lisbeth liselotte livia liz liza lizzie ljubica llewellyn lloyd logan loic lois lola
lorcan lorelei lorena lorenz lorenzo loretta lori lorna lorraine lothar lottie lou louella louis louisa
louise lourdes lovisa loz lubomir luc luca lucas lucia lucian luciana luciano lucie lucien lucille lucinda
lucy ludmila ludovic ludwig ludwika luigi luis luisa luisella lukas lukasz luke luna lupita lutz luz lydia
lynette lynn lynne lyudmila maaike maarten macarena maciej maddalena maddie madeleine madhu mads maeve
mafalda magali magda magdalena maggie magnhild magnus mags mahesh mahin mahmoud mahmut mahsa maia maike
mairead maisie maite maja malak malcolm malgorzata malik malika malin mallory mamadou mandla manel manfred
manish manoj manolis manon mansur manuel manuela manuele manus mara marc marcel marcela marceline marcello
marcia marcin marco marcos marcus mareike marek maret margaret margareta margarete margarethe margarita
margaux margherita margit margot margrethe marguerite maria mariam mariama marian mariana marianne mariano
maribel maricela marie mariela mariella marija marijke marika marilena marilyn marin marina mario marion
marisa marisela marisol maristela marit maritza marius marjan marjolein marjorie marko marlene marlon marta
martha martijn martin martina martine martyna marvin mary maryam maryna marzena masako masha masoud massimo
matej mateo mateusz mathew mathias mathieu mathilde mathis matias matija matilda matilde matt matteo matthew
matthias matthieu mattias matyas maureen maurice mauricio maurizio mauro maxime maximilian maximilien maximo
maxine maya mayra maytham mayumi mbali medhi megan meghan mehdi mehmet mehwish mei meike meilin mel melanie
melek meliha melinda melis melissa melita meltem melvin mercedes meredith mererid merete merrick merve mette
mia micah michael michaela michaelis michal michalina michel michele michelle michiko mieke miguel mihaela
mihai mika mikael mike mikel mikhail mikkel mila milada milan milena milica millie milo milos milton mina
ming minh minna miranda mireille mirela miriam mirja mirko mirna miroslav miroslava mitchell mitsuko miyu
mladen mo moana modupe moesha mohamed mohammad mohammed mohan moira moises molly momoko mona monica monika
monique morag mordechai moritz morris morten moses mostafa mounir mousa muhammad mukesh mukhtar murad murat
muriel murray musa mustafa mustapha mwangi mykola myra myriam myrtle naaman nadezhda nadia nadine nadja
naeem naila nanami nancy naoko naomi naoto narendra narges nasir nasrin nasser nat natalia natalie nataliya
natalya natasha nathalia nathalie nathan nathaniel naveen nawal nazanin nazli nebojsa nectarios nedim neha
neil nela nell nelly nelson nerea nermin nestor nevena neville ngozi nguyen nia niall niamh nicanor nicholas
nicky nico nicola nicolae nicolas nicole nicoleta nicoletta niels nigel nikhil nikita nikki niklas nikola
nikolai nikolaos nikoleta nikos nils nimesh nina nirmala nisha nishant nives nkechi nkosana noah noelia
noemi nolwenn nomvula noor nora norbert norberto noreen noriko norma norman noura nuala nuno nura nuria
nurit nusrat nyah obadiah obinna octavia octavio oddvar odette odile ofelia oisin okan oksana olaf olayinka
oleg oleksandr olena olga oliver olivera olivia olivier ollie olof olu olumide oluwaseun omar omari omer
ondrej onur oonagh oriol orla orlando orsolya ortwin osama oscar osman osvaldo oswald otis otmar ottavia
ottmar otto ottoline ouidah oumar owain owen oyin oyvind ozan ozge ozzie pablo paddy padma padraig paige
paivi palmira pamela pamina panagiotis panos pantelis paola paolo parisa parvati pascal pascale pasquale
patrice patricia patrick patrik patrizia patryk patty paul paula paulette pauliina paulina pauline paulo
pavel pawel pedram pedro peggy pekka pelin penelope percy peregrine perla perrine persephone petar pete
peter petra petronella petros petya phaedra phil philip philippa philippe phillip phoebe phuong phyllis pia
piero pierre pieta pieter pietro pilar pinar piotr plamen polly pooja poppy poul pradeep prakash pranav
pratima preben predrag preeti prem prisca priscilla priya priyanka purnima qasim quentin quinn quirin rabia
rachel rachid radek radha radmila radoslav radu rafael rafal rafe raffaella raghav ragnar ragnhild rahim
rahul raimund raisa raj rajan rajesh raju rakesh ralf ralph ramesh ramin ramiro ramon ramona ramzi rana
randall randi rani ranjit raoul raphael raquel rashid rasmus raul raveendran ravi ravindra rayan raylene
raymond razia reba rebeca rebecca rebekah reema regina reginald reiko reinaldo reinhard reinhild rekha remi
remy renata renate renaud rene renee renzo reyhan reyna reza rhea rhian rhiannon rhoda rhonda rhys ricarda
ricardo riccardo richa richard rick ricky ridhi rieke rieko rikard rima risa rishi rita ritva riya roald
robbert robbie robbo robert roberta roberto robyn rocio rodney rodolfo rodrigo rogelio roger rohan rohini
rohit roisin roksana roland rolf romain romina romuald ron ronald ronaldo ronan ronja ronnie rory rosa
rosalba rosaleen rosalia rosalie rosalind rosalinda rosamund rosanna rosanne rosario rosaura rosella
rosemarie roshan rosie rosina ross rossana roswitha rowena roxana roxanne roy royston rozalia ruben rubina
rudiger rudolf rudy rufus runa rune rupert ruslan russell ruta rutger ruth ruzena ryan rylan saad saana
saanvi sabah sabina sabine sabrina sachin sadia sadie sadiq saeed safiya saif saima sakshi sakura salah
salim sally salma salome salvador salvatore salvatrice sam samantha samina samir samira sammy samson samu
samuel samuele sanam sanaz sanchez sandeep sander sandra sanj sanja sanjana sanjay sanjeev sanna santiago
santosh saoirse sapna sara sarah saraswati sarina sarita sascha sasha saskia satoshi satu saul saverio
savitri scarlett scott seamus sean sebastian sebastiano sedat segun seiji selena selim selin selina selma
semir senga senthil serap seraphina serena serge sergei sergio serhat serhii seth seun sevda severin shabnam
shafiq shahid shahin shakira shanaya shanice shanika shaniqua shannon shaquille sharad sharmila sharon shaun
shauna shawn shay shaz shazia shealagh sheela sheila shelby sheldon shelley sheryl shigeru shinji shirin
shirley shlomo shona shoshana shota shreya shu sian sibel sibusiso siddharth sidney siegfried sienna sigita
sigmund signe sigrid sigurd sigurjon silas silke silvia simeon simon simona simone sina sindre siobhan sipho
sissel sitara sivan skye slavica slavko slawomir smita snezana sofie sofija solange solveig somchai sondre
sonia sonja sonya soph sophia sophie sophocles soraya sorcha soren sotiris spencer spiros srdjan sridhar
stacey stacie stacy stanislaus stanislav stanley stavros stefan stefania stefanie stefano steffen steinar
stelios stella steph stephan stephane stephanie stephen steve steven stevie stewart stig stijn stina stuart
subhash sudha suha sujata sukhdeep suleiman suleyman suman sumaya sumit sunil sunita suraj suresh surya
susan susana susanna susanne sushila susie suzanne suzie svein sven sverre svetlana svitlana swati sybil
sylvain sylvia sylvie sylwia symeon szymon tabitha tadashi tadeusz taisia taiwo takashi takumi talia
taliesin tamara tamas tamer tamika tamsin tancredi tania tanisha tanja tanvi tanya tara tarek tariq tarja
tarun tash tasha tatiana tatjana tatsuya tayla ted teddy teemu tegan temi temitope teodor teodora terence
teresa tereza teri terje terrence terri terry tess tessa tessie teuta thabo thaddeus thandeka thandi
thandiwe thea theo theodora theodore theodoros theodosia theresa therese thiago thibault thierry thijs
thomas thora thorbjorn thorsten thuy tiago tiana tibor tiffany tihana tijana tilda tilly tilman tim timea
timo timothy timur tina tjasa tobi tobias tobin toby tom tomas tomaso tomasz tomislav tommy tomohiro tomoko
toni tonje tony torben toril torsten torunn toshiro tracey traci tracy travis trev trevor tricia trine
trisha tristan trond trudy trygve tsveta tuncay tunde tuomas turgut tyler tyrell tyrese tyrone udo ugo
ulises ulla ulrich ulrika ulrike umar umberto upendra ursel ursula urszula urvashi usha usman uta uwe uyen
vaclav vadim vaibhav valdemar valdis valentin valentina valentino valeria valerie valery vanda vanessa vanya
varun vasil vasile vasiliki vasilis vasilisa vasyl vatsala veda veljko venkat vera verena verna verner
veronica veronika vesna vibeke vicente vicki vicky vidya viggo vihaan vijay vikram viktor viktoria viktorija
vilhelm vilma vimal vinay vincent vincenza vincenzo violeta viorel virag virginie vito vittoria vittorio
vivek vivian vivien vivienne vladimir vladislav vlasta vojtech volkan volodymyr vuk wahid waldemar waleed
walter wambui wanda wanja wanjiru warrick waseem wayne wei wendell wendy werner werther wesley whitney
wilfred wilhelm wilhelmina willem william wilma wim winfried winifred winston wladyslaw wojciech wojtek
wolfgang wolfram xanthe xavier ximena xin xiomara xu yaakov yael yagmur yahya yang yannick yara yaroslav
yasemin yash yasin yasmin yasmina yasmine yassin yavuz yelena yesenia yetunde yitzhak ylva yoko yolanda
yolande yorgos yosef yosuke youcef yousef youssef ysabel yuki yuko yulia yumi yuri yuriko yusuf yuval yves
yvette yvonne zacharias zachary zahra zaid zainab zaira zakaria zalman zane zara zbigniew zdenek zdravko
zehra zeinab zelda zeljko zenon zeynep zhang zhanna zhen ziad zigmund zinaida zita ziva zlata zoe zofia
zoltan zora zoran zorica zsofia zsuzsanna zubair zuleika zuri zuzana zygmunt
""".split()
)
