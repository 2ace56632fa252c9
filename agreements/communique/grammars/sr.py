"""Serbian, Croatian, Bosnian and Montenegrin, in Latin and in Cyrillic letters."""

from .cyrillic import in_cyrillic
from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

UNDERSTANDING = (
    r"o (?:medusobnom |uzajamnom )?(?:razumevanju|razumijevanju|"
    r"sporazumijevanju)(?: i saradnji| i suradnji)?"
)
COOPERATION = r"(?:o saradnji|o suradnji|o poslovnoj saradnji|o poslovno-tehnickoj saradnji)"
JOINT = r"zajednick(?:a|u|e|oj|om|i|og|ih|im)"
TYPES = (
    (
        "memorandum_of_understanding",
        rf"memorandum(?:a|u|om)? {UNDERSTANDING}|memorandum of understanding|mor|mou",
        rf"memorandum(?:i|e|ima) {UNDERSTANDING}",
    ),
    (
        "memorandum_of_cooperation",
        rf"memorandum(?:a|u|om)? {COOPERATION}",
        rf"memorandum(?:i|e|ima) {COOPERATION}",
    ),
    (
        "memorandum_of_intent",
        r"memorandum(?:a|u|om)? o namer(?:ama|i)|memorandum o namjer(?:ama|i)",
        "",
    ),
    (
        "letter_of_intent",
        r"pism(?:o|a|u|om) o namj?er(?:ama|i)|pism(?:o|a) namj?ere",
        r"pisma o namj?er(?:ama|i)",
    ),
    ("protocol_of_intent", r"protokol(?:a|u|om)? o namj?er(?:ama|i)", ""),
    (
        "declaration_of_intent",
        rf"(?:{JOINT} )?(?:izjav(?:a|u|e|om)|deklaracij(?:a|u|e|om)) o namj?er(?:ama|i)",
        "",
    ),
    (
        "joint_declaration",
        rf"{JOINT} (?:politick\w+ )?deklaracij(?:a|u|e|i|om)",
        rf"{JOINT} deklaracije",
    ),
    ("joint_statement", rf"{JOINT} (?:izjav(?:a|u|e|i|om)|saopsten?j(?:e|a|u))", ""),
    ("communique", rf"(?:{JOINT} )?(?:kominike(?:a|u)?|priopcenj(?:e|a|u))", ""),
    (
        "exchange_of_notes",
        r"razmjen(?:a|u|om|e) (?:diplomatskih )?nota|razmen(?:a|u|om|e) (?:diplomatskih )?nota",
        "",
    ),
    ("exchange_of_letters", r"razmj?en(?:a|u|om|e) pisama", ""),
    (
        "twinning_agreement",
        (
            r"(?:sporazum|ugovor|povelj|protokol)\w{0,2} o (?:\w+ i )?(?:bratimljenju|"
            r"bratimlj\w+|"
            r"pobratimstvu|zbratimljenju|prijateljstvu i bratimljenju)|povelj(?:a|"
            r"u) o (?:bratimljenju|pobratimstvu)"
        ),
        r"sporazum(?:i|e) o (?:bratimljenju|pobratimstvu)",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:ugovor|sporazum)(?:a|u|om)? o (?:zajmu|kreditu|donaciji|finansiranju|"
            r"financiranju|bespovratn\w+)"
        ),
        r"(?:ugovori|sporazumi) o (?:zajmu|kreditu)",
    ),
    (
        "framework_agreement",
        r"okvirn(?:i|og|om|im) sporazum(?:a|u|om)?|generaln(?:i|og) sporazum(?:a)?",
        r"okvirn(?:i|e|a) sporazum(?:i|e|a)",
    ),
    (
        "agreement",
        r"(?:\w+dr\w*avn\w+ |dopunsk\w+ )?sporazum(?:a|u|om)?|aneks(?:a|u|om)?",
        r"sporazum(?:i|e|ima)|aneksi",
    ),
    (
        "treaty",
        (
            r"ugovor(?:a|u|om)?(?= o (?:prijatel|saradnji|suradnji|izruc|uzajamn|medusobn|"
            r"drzavnoj|granic|pravnoj|dobrosusj?ed|mir))"
        ),
        r"",
    ),
    ("contract", r"ugovor(?:a|u|om)?", r"ugovor(?:i|e|ima)"),
    ("convention", r"konvencij(?:a|u|e|i|om)", r"konvencije"),
    ("minutes", r"zapisnik(?:a|u|om)?", r"zapisnici"),
    ("protocol", r"(?:dopunsk\w+ )?protokol(?:a|u|om)?", r"protokol(?:i|e|ima)"),
    (
        "action_plan",
        r"(?:akcijsk|akcion)(?:i|og|om|im) plan(?:a|u|om)?|plan(?:a)? (?:\w+ )?aktivnosti",
        r"(?:akcijski|akcioni) planovi",
    ),
    ("work_plan", r"plan(?:a|om)? rada", r""),
    (
        "roadmap",
        r"\"?map(?:a|u|e|i|om) put(?:a|eva)\"?|\"?mapa puta\"?|plan(?:a)? puta|putokaz",
        "",
    ),
    (
        "programme",
        r"(?:izvrsn\w+ )?program(?:a|u|om)?(?: saradnje| suradnje)?",
        r"program(?:i|e|ima)",
    ),
    ("plan", r"plan(?:a|u|om)?(?: saradnje| suradnje)?", r"planov(?:i|e|ima)"),
    ("declaration", r"deklaracij(?:a|u|e|i|om)|izjav(?:a|u|e|i)(?= o )", r"deklaracije"),
    ("certificate", r"sertifikat|potvrd(?:a|u) o primopredaji|primopredajni zapisnik", ""),
    (
        "arrangement",
        r"aranzman(?:a|u|om)?|dogovor(?:a|u)?(?= o )|administrativni dogovor",
        r"aranzmani",
    ),
    ("memorandum", r"memorandum(?:a|u|om)?", r"memorandum(?:i|e|ima)"),
    ("other", r"amandman|povelj(?:a|u)(?= o )|prilog", r"amandmani"),
)

VERB = (
    r"(?:ko)?potpisal(?:i|e|a|o)|(?:ko)?potpisao|parafiral(?:i|e|a|o)|parafirao|"
    r"zakljucil(?:i|e|a|o)|zakljucio|sklopil(?:i|e|a|o)|sklopio|usvojil(?:i|e|a|o)|"
    r"razmenil(?:i|e|a|o)|razmijenil(?:i|e|a|o)|overil(?:i|e|a)|potvrdil(?:i|e|"
    r"a)(?= (?:sporazum|memorandum))|stavil(?:i|e|a) (?:su )?(?:svoje )?potpise? na|"
    r"postigl(?:i|e|a)"
)
PART = (
    r"(?:ko)?potpisan(?:i|e|a|o)?|parafiran(?:i|e|a|o)?|zakljucen(?:i|e|a|o)?|"
    r"sklopljen(?:i|e|a|o)?|usvojen(?:i|e|a|o)?|razmenjen(?:i|e|a|o)?|razmijenjen(?:i|e|a|"
    r"o)?|ratifikovan(?:i|e|a|o)?|ratificiran(?:i|e|a|o)?|postignut(?:i|e|a|o)?|uruceni?|"
    r"overen(?:i|e|a|o)?|prihvacen(?:i|e|a|o)?"
)
ADV = (
    r"danas|juce|jucer|takode|takoder|i|zatim|potom|zajedno|ovde|ovdje|veceras|jutros|"
    r"najprije|prethodno|ranije|zajednicki|svecano|sinoc"
)
WEEK = (
    r"ponedeljak|ponedjeljak|utorak|sreda|sredu|srijeda|srijedu|cetvrtak|petak|subota|"
    r"subotu|nedelja|nedelju|nedjelja|nedjelju"
)
PERSONS = (
    r"ministar(?!stv)\w*|ministr\w+|ambasador\w*|veleposlani\w+|direktor(?!at)\w*|"
    r"predsedni\w+|predsjedni\w+|sekretar(?!ijat)\w*|tajni\w+|guverner\w*|gradonacelni\w+|"
    r"rektor\w*|sef\w*|nacelni\w+|premijer\w*|kancelar(?!ij)\w*|komandant\w*|"
    r"predstavni\w+|delegat\w*|koleg\w+|gospodin|gospoda|dr|prof|njegov\w*|njen\w*|"
    r"pomocni\w+|zamenik\w*|zamjenik\w*|celni\w+|zvanicni\w+|duznosni\w+|"
    r"generaln\w+ direktor\w*|komesar\w*|povjereni\w+|poveren\w+|dekan\w*|izaslani\w+|"
    r"potpredsj?edni\w+|kralj\w*"
)

LATIN = Grammar(
    code="sr",
    subject_after_verb=True,
    agent_after_verb=True,
    bare_agent=True,
    has_articles=False,
    types=TYPES,
    weak=frozenset(
        {
            "plan",
            "programme",
            "certificate",
            "arrangement",
            "contract",
            "convention",
            "memorandum",
            "other",
            "protocol",
            "declaration",
            "minutes",
            "roadmap",
        }
    ),
    papers=(
        r"dokumen(?:t(?:i|a|e|u|ima|om)?|ata)|tekst(?:ovi|ova)?|ak(?:ata|ti|t)|instrument(?:i|"
        r"a|e)?"
    ),
    plural_papers=(
        r"dokumen(?:t(?:i|a|e|ima)|ata)|tekst(?:ovi|ova)|ak(?:ata|ti)|instrument(?:i|"
        r"a|e)"
    ),
    not_types=(
        r"protokolarn\w+|plan(?:a|u)? (?:da|za (?:gradnju|rast))|program(?:a)? (?:posj?ete|"
        r"vlade)|ugovor(?:a)? o radu|deklaracija o nezavisnosti|izjav(?:a|u|e|i) (?:za|"
        r"novinar|medij|srni|tanjugu)|akt(?:a|i)? (?:nasilja|teror)"
    ),
    not_after=r"(?:sef|direktor|kabinet|sluzba) ¶|(?:u|po|bi) (?=sporazumu)¶",
    again=(
        r"(?:prv|drug|trec|cetvrt|pet|sest|poslednj|posljednj)(?:i|a|o|u|e)(?: dokument|"
        r" sporazum| memorandum)?(?= je | se | odnosi)|(?:jos )?jedan(?= (?:o|izmedu) )|"
        r"drugi(?= (?:o|izmedu|za) )"
    ),
    determiners=(
        r"ov(?:aj|a|o|i|e|ih|im|og|oga)|taj|ta|to|ti|te|tih|tim|jedan|jedna|jedno|jednog|dva|"
        r"dve|dvije|tri|cetiri|pet|sest|sedam|osam|devet|deset|vise|nekoliko|nov(?:i|a|o|e|og|"
        r"u|ih)|prv(?:i|a|o|e|og|u)|drug(?:i|a|o|e|og|u|ih)|trec(?:i|a|e|eg|u)|pomenut\w+|"
        r"spomenut\w+|naveden\w+|sledec\w+|sljedec\w+|znacaj\w+|vazn\w+|bilateraln\w+|ukupno|"
        r"jos|svoj\w*|njihov\w*|oba|obje|brojn\w+|razlicit\w+|posebn\w+|ostal\w+"
    ),
    definite=(
        r"ov(?:aj|a|o|i|e|ih|im|og|oga)|taj|ta|ti|tih|tim|pomenut\w+|spomenut\w+|naveden\w+|"
        r"svoj\w*|njihov\w*|oba"
    ),
    stop_left=(
        r"(?!(?:medudrzavn|meduvladin|dopunsk|izvrsn|zajednick|tehnick|bilateraln|trilateraln|"
        r"trojn|strategijsk|strateski|poslovno)\w*$).+"
    ),
    ordinals=r"prv\w+|drug\w+|trec\w+|cetvrt\w+|pet(?:i|a|o|og|om)|poslednj\w+|posljednj\w+",
    clauses=r"dok|a|te|i",
    conjunctives=r"kako|da|kada|gde|gdje",
    ratified=r"ratifik\w+|ratific\w+|potvrdivanj\w+",
    in_presence=(
        r"potpisal\w+|potpisao|potpisan\w* su|ceremonij\w+ potpisivanja|"
        r"svecanost\w+ potpisivanja|u prisustvu|u nazocnosti|prisustvoval\w+|nazocil\w+"
    ),
    new_clause=r"zatim|ali|dok|potom|nakon|posle|poslije|pre|prije|koji|koja|koje|te je|te su",
    clause_verbs=(
        r"je|su|bio|bila|bili|bice|ce|rekao|kazao|potpisali|potpisao|navodi|istakao|"
        r"izjavio"
    ),
    names_of=r"potpisal\w+ su|potpisao je|potpisali|potpise su stavili|u ime",
    same_period=r"za isti period|za isto razdoblje",
    held=r"odrzan\w*|primio|doputovao|otvoren\w*|sastao",
    not_between=(
        r"(?:letov\w+|lini\w+|put\w*|saobracaj\w*|promet\w*|trgovin\w+|granic\w+|zeleznick\w+|"
        r"razmen\w+|most\w*) ¶"
    ),
    topic_words=r"(?:teme|oblasti|podrucja)",
    copulas=r"su|bili su|obuhvataju",
    officers=r"(?:rektor\w*|direktor(?!at)\w*|guverner\w*|gradonacelni\w+|dekan\w*)",
    between=r"izmedu(?! ostalog| ostaloga)",
    conjunction=r"i|te|kao i|ali i|a i|i izmedu|odnosno|&",
    with_=r"sa|s",
    by=r"od strane",
    subject=(
        r"o|ob|u (?:oblasti|podrucju|okviru|vezi|domenu|cilju|sferi|sektoru|pogledu|svrhu)|"
        r"na (?:polju|podrucju)|za|radi|kojim|kojima|koji|koja|koje|protiv|sa ciljem|s ciljem|"
        r"povodom|iz oblasti|iz podrucja|vezan\w*|koj\w+|tokom|nakon|putem|pod|na|u|do|od|"
        r"kako|dok|po|preko|zbog|pri"
    ),
    was_signed=(
        rf"(?:(?:je|su|bi|biti|bio|bila|bili|bile|nije|budu|bude) )?(?:(?:{ADV}) )*(?:je |"
        rf"su )?(?:(?:{ADV}) )?(?:{PART}|{VERB})(?: (?:je|su|i))?(?: (?:danas|juce|jucer|"
        r"takode|takoder|zatim|potom|ovde|ovdje))?|(?:svoj|svoje) potpise? (?:su|"
        r"je) stavil\w+|potpisuju|potpisuje"
    ),
    signed=(
        rf"(?:(?:je|su) )?(?:(?:{ADV}) )*(?:{VERB})(?: (?:je|su))?|(?:je|"
        rf"su) (?:(?:{ADV}) )*(?:{PART})|(?:{PART}) (?:je|su)|potpisuju|potpisuje|potpisati|"
        r"potpisivanj(?:e|u|a|em)|potpisom"
    ),
    stop_right=(
        r"(?:koji|koja|koje|kojim|kojima|kojom|koju|ciji|cija|cije|cijim|ciju|cijem|sto|gde|"
        r"gdje|cime)|u prisustvu|u prisutnosti|u nazocnosti|pred|tokom|tijekom|nakon|posle|"
        r"poslije|po zavrsetku|na marginama|u sklopu posj?ete|u okviru posj?ete|povodom|"
        r"tim povodom"
        rf"|u (?:{WEEK})|danas|juce|jucer|jutros|veceras|kako|dok|pri cemu|navodi|rekao|rekla|"
        r"kazao|saopsten\w+|objavio|objavilo|predvida|predvidaju|omogucava|omogucava\w*|"
        r"omogucice|ima za cilj|treba da|trebalo bi|stupa na snagu|bice|biti ce|pored|osim|"
        r"u vrednosti|u vrijednosti|zamj?enjuje|u ime|ispred|uz prisustvo|uz nazocnost|pa|a|"
        r"potpisom|iako|jer|ali|cijim"
    ),
    stop_item=(
        rf"(?:koji|koja|koje|kojim) |(?:je|su) (?:{PART})|(?:{PART}) (?:je|su|danas|od)|"
        r"u prisustvu|u nazocnosti|potpisal\w+ su"
    ),
    siblings=(
        r"medu kojima|ukljucujuci|je|su|nalaz\w+|ukljucuju|obuhvataju|medu njima|(?:i|"
        r",) potpisivanje|kao i|dok|te|pored|osim|uz|a potom|a zatim"
    ),
    nesters=(
        r"(?:sprovodenju|provedbi|provodenju|primj?eni|izmj?enama?|izmj?eni|dopunama?|dopuni|"
        r"izvrsavanju|produzenju|okviru|osnovu|temelju|skladu sa|uz|obnovi|"
        r"izmj?ene)(?: (?:i dopunama?|i dopuni))?(?: \w+){0,1} ?¶"
    ),
    twins=r"pobratim\w+|bratim\w+",
    relative=r"koj\w+",
    purpose=r"za",
    topics=(
        r"o|za|u(?= oblasti| oblastima| podrucju| domenu| sferi)|na(?= podrucju| polju)|"
        r"iz(?= oblasti| podrucja)"
    ),
    copula=r"(?:je|su|bio|bila|bili|jeste) ?¶",
    city_heads=(
        r"(?:gradov(?:a|i|ima)|opstin(?:a|e|ama)|opcin(?:a|e|ama)|gradskih uprava|"
        r"glavnih gradova)"
    ),
    city_of=r"(?:grad(?:a|u|om)?|opstin(?:a|e|u|om)|opcin(?:a|e|u|om))(?= [^\W\d_]+)",
    tail=(
        r"takode|takoder|danas|juce|jucer|zajedno|redom|i|te|a|o|u|na|za|sa|s|od|je|su|su i|"
        r"kao|koji|koje|koju|potpisan|jos|i jos|jedan|te jos|dok|dok je|dok su|zatim|potom"
    ),
    aux_verbs=True,
    other_story=(
        r"procitajte jos|procitajte i|procitaj|pogledajte|foto|izvor|video|povezane vesti|"
        r"vezane vijesti"
    ),
    in_year=r"(?:u|od|iz|godine|jos|\d\.?)[^.;]{0,22}¶",
    issued=r"usvojil\w+|objavil\w+|potpisal\w+|izdal\w+|potpisan\w*",
    is_=r"(?: dokument| sporazum)?\s*(?:,|:|je|odnosi se na|predstavlja)?\s*",
    replaces=(
        r"koj(?:i|a|e|im) (?:se )?(?:zamj?enjuje|mij?enja|zamij?enio|obnavlja|dopunjuje|ukida|"
        r"prestaje)\w*|umesto|umjesto"
    ),
    dated=(
        r"(?:potpisan|zakljucen|sklopljen)\w* (?:[^,;.]{0,40} )?(?:\d{1,2}\. ?\w+ )?(?:19|"
        r"20)\d\d|iz (?:19|20)\d\d|od (?:\d{1,2}\. ?\w+ )?(?:19|"
        r"20)\d\d(?!\.?(?: godine)? (?:do|i))|na snazi|vazeci"
    ),
    intro=(
        r"(?:u|na|nakon|posle|poslije|tokom|tijekom|po|pred|uz|pri|povodom|danas|juce|za|pod|"
        r"kako|tom|ovom|zatim|prema|tim) ?.*|takode|takoder|osim toga|pored toga"
    ),
    adverbs_first=(
        r"su|je|takode|takoder|osim toga|pored toga|zatim|potom|danas|inace|istovremeno|"
        r"tom prilikom|ovom prilikom|tom prigodom|ujedno"
    ),
    relates=(
        r"(?:koji se |koji |koje se |a )?(?:odnose se na|odnose na|obuhvataju|obuhvacaju|"
        r"ticu se|pokrivaju|ticu)(?: (?:oblasti|saradnju u|suradnju u|saradnju u oblasti|"
        r"oblast))*|u oblastima|u (?:oblasti|podrucju)"
    ),
    field_words=(
        r"\s*(?:(?:saradnj(?:i|u)|suradnj(?:i|u)) (?:u (?:oblasti|oblastima|podrucju|domenu|"
        r"sferi) |na (?:podrucju|polju) |u )?|(?:oblasti|oblastima|podrucju|podrucjima) )"
    ),
    adverbs=(
        rf"danas|juce|jucer|takode|takoder|zatim|potom|ovde|ovdje|i|zajedno|u (?:{WEEK})|"
        r"u (?:beogradu|zagrebu|sarajevu|podgorici)|jutros|veceras|su|je"
    ),
    of_=r"o|u|za|na|sa|od|iz|kojim",
    persons=PERSONS,
    signing=(
        rf"{VERB}|{PART}|potpisivanj\w+|potpisat\w*|potpisu\w+|potpis|potpisom|potpise|"
        r"potpisnic\w+|razmj?en\w+|zakljucivanj\w+|sklapanj\w+|parafiranj\w+|usvajanj\w+"
    ),
    planned=(
        r"(?:bice|biti ce|bit ce|ce biti|ce se|trebalo bi|treba) (?:\w+ ){0,3}(?:potpisan\w*|"
        r"zakljucen\w*|sklopljen\w*|usvojen\w*|potpisati|da)|potpisace|potpisat ce|"
        r"ce potpisati|cemo potpisati|zakljucice|(?:planira|planiraju|planirano|predvideno|"
        r"predvidjeno|ocekuje|ocekuju|nadamo|najavi\w+)|bi (?:\w+ ){0,5}(?:mogao|mogla|mogli|"
        r"moglo|trebalo|trebao)|(?:mogao|mogla|mogli) bi|biti potpisan\w*|u pripremi|pripremi|"
        r"pregovor\w+|pregovara\w*|predlog\w*|prijedlog\w*|predlozi\w+|nacrt\w*|dogovorili da|"
        r"dogovoreno da|dogovoren\w* (?:je )?(?:da|potpisivanje|izrada)|spremn\w+ da|zele da|"
        r"zelja|moguc\w+|iduc\w+|sledec\w+ (?:godin|mj?esec|sedmic|nedelj|nedj|prolec)|"
        r"sljedec\w+ (?:godin|mjesec|tjed|sedmic|nedjelj|proljec)|naredn\w+|do kraja|uskoro|"
        r"intenzivira\w+|ubrza\w+|rad na|radi se na|radi na|inicijativ\w+|finalizac\w+|"
        r"sto pre|sto prije"
    ),
    older=(
        r"od \d{4}(?!\.?(?: godine)?,? (?:do|i) )|jos \d{4}|na snazi|(?:potpisan|zakljucen|"
        r"sklopljen)\w* (?:jos )?(?:u \w+ )?(?:\d{1,2}\. ?\w+ )?(?:19|20)\d\d|iz (?:19|"
        r"20)\d\d|vazec\w+|ratifik\w+|ratific\w+|istek\w+|prosle godine|prije \w+ godin\w|"
        r"pre \w+ godin\w|raniji\w*|ranije (?:potpisan|zakljucen)\w*|podsj?eti\w+|"
        r"podsecaju\w+|postojec\w+|potvrdil\w+ (?:privrz|oprij?ed)|istorijsk\w+ (?:sporazum|"
        r"ugovor)|na osnovu|na temelju|u skladu|sprovodenj\w+ sporazum\w+|"
        r"provedb\w+ sporazum\w+|primj?en\w+ sporazum\w+|(?:sporazum|ugovor|konvencij|"
        r"protokol|memorandum)\w{0,2} (?:iz|od) (?:\d{1,2}\. ?\w+ )?(?:19|20)\d\d(?!\s*[-–])|"
        r"obnov\w+ sporazum\w*"
    ),
    plural_heads=(
        r"ministarst(?:ava|vima|va)(?= (?!republike)\w+)|ministarst(?:ava|vima)|vlad(?:a|e|"
        r"ama)(?= (?:dve|dvije|dviju|obe|obje|dva|[a-z]+ i [a-z]+|crne gore i))|vlade|vladama|"
        r"agencij(?:ama)|komitetima|sluzb(?:i|ama)|univerzitet(?:i|ima)|sveucilist(?:ima)|"
        r"institut(?:i|ima)|akademij(?:ama)|komor(?:ama)|udruzenj(?:ima)|uprav(?:ama)|"
        r"savet(?:i|ima)|bank(?:ama)|muzej(?:i|ima)|bibliotek(?:ama)|arhiv(?:i|ima)|sudov(?:i|"
        r"ima|a)|tuzilast(?:va|vima)|parlament(?:i|ima)|polici(?:je|jama)|gradov(?:i|a|ima)|"
        r"opstin(?:ama)|kompanij(?:ama)|fondacij(?:ama)|univerziteti|skole|skolama"
    ),
    both=(
        r"(?:dv(?:e|ij?e|iju|a|eju)|obe|obje|obju|obiju|oba|tri|triju) (?:bratske |"
        r"prijateljske |susj?edne )?(?:zemlj(?:e|i|a)|drzav(?:e|a)|strane|vlad(?:e|a)|grada|"
        r"naroda|nacije|republike)|obiju (?:zemalja|drzava|strana)|dviju (?:zemalja|drzava)"
    ),
    counterpart=r"(?:njegov|njen|njihov|svoj)\w* (?:\w+ )?(?:koleg\w+|partner\w*)",
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|kompanij(?:a|e|u|om|i|ama)|"
                r"preduzec(?:e|a|em|u)|poduzec(?:e|a)|firm(?:a|e|u|"
                r"om)|"
                r"drustv(?:o|a|om)(?= (?:za|s ogr))|d\.?o\.?o|a\.?d|d\.?d|holding|grup(?:a|e)|"
                r"aviokompanij\w+|zeleznic(?:e|a)|elektroprivred(?:a|e|om)|aerodrom\w*|luk(?:a|"
                r"e)(?= [a-z]+)|ltd|llc|gmbh|telekom\w*|inc|srbijagas|bank\w+ a\.d"
            ),
        ),
        (
            "university",
            (
                r"univerzitet(?:a|u|om|i|ima)?|sveucilist(?:e|a|em|u)|fakultet(?:a|u|om)?|"
                r"skol(?:a|e|"
                r"om|u)|diplomatsk\w+ akademij\w+|visok\w+ skol\w+|"
                r"institut(?:a)? za tehnologij\w+"
            ),
        ),
        (
            "city",
            (
                r"grad(?:a|u|om|ova|ovi)?|opstin(?:a|e|om|u)|opcin(?:a|e|om|u)|"
                r"gradsk\w+ uprav\w+|"
                r"glavn\w+ grad\w*"
            ),
        ),
        (
            "region",
            (
                r"region(?:a|om)?|pokrajin(?:a|e|om|u)|zupanij(?:a|e|om|u)|kanton(?:a|om)?|"
                r"oblast(?:i)?|provincij(?:a|e)|okrug(?:a)?|republik(?:a|e|u|om) srpsk\w+|"
                r"vojvodin\w+|"
                r"gubernij\w+"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|akademij(?:a|e|om|u)(?: nauka|"
                r" znanosti)?|savez(?:a|om)?|komor(?:a|e|om|u)|"
                r"udruzenj(?:e|a|em)|udrug(?:a|e)|fondacij(?:a|e|om)|zaklad(?:a|e)|muzej(?:a|"
                r"em)?|"
                r"federacij(?:a|e|om|u)|konfederacij\w+|strank(?:a|e)|klub(?:a)?|lig(?:a|e)|"
                r"sindikat\w*|kulturn\w+ cent\w+|pozorist(?:e|a)|kazalist\w+|crven\w+ (?:krst|"
                r"kriz)\w*|olimpijsk\w+|matic\w+"
            ),
        ),
        (
            "agency",
            (
                r"ministarst(?:vo|va|vom|vu|ava|vima)|agencij(?:a|e|om|u|i)|komitet(?:a|om)?|"
                r"sluzb(?:a|e|om|u)|organ(?:a)?|odeljenj\w+|kancelarij(?:a|e|om|u)|ured(?:a|om)?|"
                r"institut(?:a|om|u)?|cent(?:ar|ra|rom)|sav(?:et|eta|etom)|vijec(?:e|a|em)|"
                r"komisij(?:a|e|om)|povjerenstv\w+|direkcij(?:a|e|om)|inspekcij\w+|"
                r"inspektorat\w*|"
                r"uprav(?:a|e|om|u)|sekretarijat\w*|fond(?:a|om)?|bibliotek(?:a|e|om)|"
                r"knjiznic\w+|"
                r"arhiv(?:a|om)?|tuzilast\w+|odvj?etnist\w+|sud(?:a|om)?|parlament(?:a|om)?|"
                r"skupstin(?:a|e|om)|sabor(?:a|om)?|senat\w*|(?:narodn\w+ )?bank(?:a|e|om|u)|"
                r"hrvatsk\w+ narodn\w+ bank\w+|trezor\w*|policij(?:a|e|om)|carin(?:a|e)|"
                r"ambasad\w+|"
                r"veleposlanstv\w+|organizacij(?:a|e|om)|zavod(?:a|om)?|laboratorij\w*|vojsk\w+|"
                r"gard\w+|radio(?:-?televizij\w+)?|televizij\w+|novinsk\w+ agencij\w+|kabinet\w*|"
                r"direktorat\w*|inspektor\w*|ustanov\w+|berz\w+|burz\w+|drzavn\w+ tuzil\w+"
            ),
        ),
    ),
    governments=r"vlad(?:a|e|i|u|om|ama)",
    government=(
        r"vlad(?:a|e|i|u|om|ama)|savet(?:a|om)? ministara|vijec(?:e|a|em) ministara|"
        r"republik(?:a|e|i|u|om)|kraljevin(?:a|e|i|u|om)|drzav(?:a|e|i|u|om)|federacij(?:a|e|"
        r"i|u|om)|knezevin\w+|emirat\w*|(?:islamsk|arapsk|narodn|demokratsk|savezn|"
        r"socijalistick|ujedinjen)\w+"
    ),
    rulers=(
        r"(?:predsednik|predsjednik)(?:a|u|om)?(?: vlade)?|(?:predsednici|predsjednici|"
        r"predsednica|predsjednica|predsednice|predsjednice|predsedniku|predsjedniku|"
        r"predsednikom|predsjednikom)(?: vlade)?|premijer(?:a|u|om|i|ka|ke|ku)?|(?:sef|celnik|"
        r"poglavar)\w* (?:drzave|drzava|vlade|vlada)|kralj(?:a|u|em)?|kraljica|emir(?:a|om)?|"
        r"sultan(?:a|om)?|kancelar(?:a|om|ka|ke)?|prestolonaslednik\w*|lideri|celnici drzava|"
        r"drzavnici"
    ),
    not_rulers=(
        r"(?:pot|bivs\w+|zamj?enik\w*|zamenik\w*|nekadasnj\w+|izabran\w+|"
        r"dopredsj?ednik\w*)[- ]?¶"
    ),
    not_ruler_of=(
        r" (?:akademij|komor|bank|kompanij|udruzenj|univerzitet|savez|sav[ej]t|vijec|sud|"
        r"federacij|senat|skupstin|sabor|institut|komisij|komitet|parlament|grup|odbor|fond|"
        r"stranke|delegacij|opstin|opcin|privredn|kluba|upravnog|narodne skup|ministars)\w*"
    ),
    presence=(
        r"prisustv\w+|prisutn\w+|nazocn\w+|nazocil\w+|prisustvoval\w+|svj?edoc\w+|pred|"
        r"predsj?edava\w+|pod pokroviteljstvom|tokom|tijekom|nakon|posle|poslije|posj?et\w+|"
        r"sastan\w+|sastao|razgovor\w+|povodom|u okviru|u sklopu|na poziv|ceremonij\w+|"
        r"svecanost\w+|na marginama|susret\w*"
    ),
    ministers=(
        r"ministar(?!stv)\w*|ministr(?!\w*stv)\w+|guverner\w*|ambasador\w*|veleposlani\w+|"
        r"drzavn\w+ sekretar\w*|delegacij\w+|zvanicni\w+|duznosni\w+|direktor\w*|rektor\w*"
    ),
    heads_passive=(
        r"(?:predsednici|predsjednici|premijeri|lideri|"
        r"sefovi drzava) (?:su )?(?:\w+ )?(?:potpisali|usvojili)"
    ),
    before_name=(
        r"republike|kraljevine|vlade|drzave|federacije|i|njegov\w*|ekselencija|njeg|nj|e|s|dr|"
        r"gospodin|gospoda|general|sejk|crne|gore|saveta|vijeca|ministara|koleg\w+|visost\w*|"
        r"njegovo|velicanstvo|saveznog|arapske|narodne|demokratske|islamske|socijalisticke|\.|"
        r"\([a-z]{2,3}\)|ministar"
    ),
    after_name=(
        r"predsednik|predsjednik|premijer|ministar|i|kralj|u|je|su|na|sa|s|danas|juce|"
        r"ponedeljak|utorak|potpisali|potpisao|prisustvovali|koji|te|a"
    ),
    kinds=(
        (
            "virtual_summit",
            (
                r"video-?(?:konferencij\w+|konferenc\w+|sastan\w+)|virtueln\w+ (?:samit|sastan|"
                r"summit)\w*|onlajn|virtualn\w+ (?:sastan|summit)\w*"
            ),
        ),
        ("state_visit", r"drzavn\w+ posj?et\w*"),
        ("official_visit", r"(?:zvanicn|sluzben)\w+ (?:\w+ )?posj?et\w*"),
        ("working_visit", r"radn\w+ posj?et\w*"),
        (
            "intergovernmental_commission",
            (
                r"(?:mesovit|mjesovit|meduvladin|zajednick|bilateraln)\w+ (?:\w+ )?(?:komisij|"
                r"komitet|"
                r"odbor|povjerenstv)\w*"
            ),
        ),
        (
            "council_session",
            (
                r"(?:strate(?:sk|gijsk)|visok)\w+ (?:sav[ej]t|vijec)\w*|"
                r"sav[ej]t\w* za (?:saradnju|"
                r"suradnju|partnerstvo)|zajednick\w+ sj?ednic\w* vlad\w*"
            ),
        ),
        ("forum", r"(?:poslovn|investicion|ekonomsk|gospodarsk|privredn)\w+ forum\w*"),
        ("summit", r"samit\w*|summit\w*|sastan\w+ na vrhu"),
        ("visit", r"posj?et(?:a|e|i|u|om)|boravi\w*|doputova\w+|stigao"),
    ),
    total_words=(
        r"dokumen(?:t(?:i|a|e|ima)?|ata)|sporazum(?:i|a|e|ima)?|memorandum(?:i|a|e|ima)?|"
        r"protokol(?:i|a|e)?|ugovor(?:i|a|e)?|ak(?:ata|ti|ta)|program(?:i|a)?|pisma|"
        r"deklaracij\w+|instrument\w*"
    ),
    adjectives=(
        r"nov\w+|bilateraln\w+|vazn\w+|znacajn\w+|medudrzavn\w+|meduvladin\w+|razlicit\w+|"
        r"ostal\w+|drug\w+|dodatn\w+|zajednick\w+|vise|sporazuma|memoranduma|i|te|ukupno|jos|"
        r"dvostran\w+"
    ),
    these=r"(?:ov\w+|t(?:ih|i|a|e)|sv\w+)(?: \w+)? ¶",
    in_total=r"ukupno|sveukupno",
    by_bodies=r"izmedu ministarstava|ministri su",
    number_after=r"(?: potpisano)?(?: je ukupno|:) (?P<n>\d{1,3}|[a-z]+)(?= |\.|,|$)",
    listing=(
        r"sledec\w+|sljedec\w+|medu (?:njima|kojima|dokumentima)|rec je o|rijec je o|"
        r"radi se o|potpisani su|to su|ukljucuju|izmedu ostalog|kao sto su|potpisan(?:i|a|"
        r"e) (?:su|je)"
    ),
    partial=r"medu|izmedu ostalog|izmedu ostaloga|ukljucuju\w*|narocito|posebno",
    besides=r"pored|osim|takode|takoder|uz|posebno|dodatno|jos|nakon toga",
    qualifiers=(
        ("more_than", r"vise od|preko"),
        ("at_least", r"najmanje|barem|ne manje od"),
        ("about", r"oko|priblizno|skoro|gotovo|desetak"),
        ("up_to", r"do"),
    ),
    history=(
        r"od \d{4}|do sada|dosad|u proslosti|poslednjih|posljednjih|ranije|postojec\w+|"
        r"vazec\w+|pravni okvir|ugovorna baza"
    ),
    not_day=(
        r"(?:od|do|pre|prije|posle|nakon|iza) (?:\w+ )?¶|roden\w*|osnovan\w*|planiran\w*|"
        r"odnos\w+|iz ¶|objavljen\w* ¶|stupi\w* ¶"
    ),
    coming="iduceg|iduci|sledeci|sledece|sledecu|sljedeci|sljedecu|naredni|narednu",
    elsewhere=(
        r"(?:agencij\w+|putuje u|otputovace u|ambasador\w* u|ambasad\w+ u|veleposlanik\w* u|"
        r"iz|glavni grad|kao sto su)(?: \w+)? ?¶"
    ),
    not_kind=(
        r"(?:osnivanju|formiranju) ¶|(?:sledec\w+|sljedec\w+|buduc\w+|prosl\w+|naredn\w+|"
        r"predstojec\w+|poziv\w* .{0,20}|uzvratn\w+) ¶"
    ),
    talks=r"razgovor\w*|pregovor\w*|sastan\w+|sasta\w+|susret\w*|razgovaral\w+|prisustvoval\w+",
    meeting=(
        r"razgovor\w*|sastan\w+|sasta\w+|primi\w+|sednic\w+|sjednic\w+|konsultacij\w+|"
        r"susret\w*"
    ),
    in_place=r"u ¶",
    title_noise=words(
        "saradnji suradnji oblasti podrucju sporazum memorandum razumevanju razumijevanju "
        "protokol ugovor potpisan potpisali dve dvije zemlje drzave vlade republike "
        "ministarstva program plan dokument"
    ),
    today=r"danas|jutros|veceras|danasnj\w+|istoga dana|istog dana",
    yesterday=r"juce|jucer|sinoc",
    period=(
        r"(?P<a>(?:19|20)\d\d)\.?\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:od|izmedu|period od|razdoblje od) (?P<a>(?:19|20)\d\d)\.?(?: godine)? (?:do|"
            r"i) (?P<b>(?:19|20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d)\.? (?:do|i) (?P<b>(?:19|20)\d\d)",
        r"do (?:kraja )?(?P<b>(?:19|20)\d\d)",
        r"za (?P<a>20\d\d)(?P<one>)(?=\.? godinu|[,;.]|$)",
    ),
    numbers=(
        counted(
            "jedan|jedna|jedno|jednog dva|dve|dvije|dvaju|dviju tri|triju cetiri|"
            "cetiriju pet|"
            "petoro sest sedam osam devet deset|"
            "desetak jedanaest dvanaest trinaest cetrnaest petnaest|"
            "petnaestak sesnaest sedamnaest osamnaest devetnaest"
        )
        | tens(
            (
                "dvadeset|dvadesetak trideset cetrdeset pedeset sezdeset sedamdeset osamdeset "
                "devedeset"
            ),
            counted("jedan|jedna dva|dve|dvije tri cetiri pet sest sedam osam devet"),
            "{ten} {unit}",
            "{ten} i {unit}",
        )
    ),
    months=numbered(
        "januar|januara|januaru|sijecnja|sijecanj|sijecnju februar|februara|februaru|veljace|"
        "veljaca mart|marta|martu|ozujka|ozujak april|aprila|aprilu|travnja|travanj maj|maja|"
        "maju|svibnja|svibanj jun|juna|junu|juni|lipnja|lipanj jul|jula|julu|juli|srpnja|"
        "srpanj avgust|avgusta|avgustu|august|augusta|kolovoza|kolovoz septembar|septembra|"
        "septembru|rujna|rujan oktobar|oktobra|oktobru|listopada|listopad novembar|novembra|"
        "novembru|studenoga|studenog|studeni decembar|decembra|decembru|prosinca|prosinac"
    ),
    weekdays=days_of_week(
        "ponedeljak|ponedjeljak|ponedeljka|ponedjeljka utorak|utorka sreda|sredu|srede|"
        "srijeda|srijedu cetvrtak|cetvrtka petak|petka subota|subotu|subote nedelja|nedelju|"
        "nedjelja|nedjelju"
    ),
    noise=words("i u na o za sa s od do iz izmedu kao te je su"),
)

CYRILLIC = in_cyrillic(LATIN)
