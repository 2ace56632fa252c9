"""Slovak and Czech."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

UNDERSTANDING = r"o (?:vzajomnom )?(?:porozumeni|porozumeniu|dorozumeni|vzajemnem porozumeni)"
COOPERATION = r"o (?:vzajomnej |vzajemne |dvojstrannej )?(?:spolupraci|spolupraca)"
JOINT = r"(?:spolocn|spolecn)(?:e|eho|emu|om|em|ym|a|u|ou|ych|ymi)"
ADJ = r"(?:\w+(?:na|nu|nej|nou|ni|ne|ny|neho|nym|ska|sku|skou|skej|sky|ske|va|vu|vou|vej|vy|ve)) "

TYPES = (
    (
        "memorandum_of_understanding",
        rf"memorand(?:um|a|u|e|om) {UNDERSTANDING}|memorandum of understanding|mou",
        rf"memorand {UNDERSTANDING}",
    ),
    (
        "memorandum_of_cooperation",
        rf"memorand(?:um|a|u|e|om) {COOPERATION}",
        rf"memorand {COOPERATION}",
    ),
    (
        "letter_of_intent",
        r"list(?:u|om|e)? o (?:\w+ )?umysl(?:och|e)|dopis(?:u|em)? o zameru|zamerovy list",
        r"listy o (?:umysloch|umyslu)",
    ),
    (
        "declaration_of_intent",
        (
            rf"(?:{JOINT} )?(?:deklaraci(?:a|u|e|i|ou)|vyhlaseni(?:e|a)|prehlaseni|"
            r"prohlaseni) o (?:umysle|umysloch|zamere|umyslu|zameru)"
        ),
        "",
    ),
    ("memorandum_of_intent", r"memorand(?:um|a|u) o (?:umysle|zamere|zameru)", ""),
    ("joint_declaration", rf"{JOINT} (?:politick\w+ )?deklaraci(?:a|u|e|i|ou)", ""),
    (
        "joint_statement",
        (
            rf"{JOINT} (?:politick\w+ )?(?:vyhlaseni(?:e|a|u|m)?|prehlaseni\w?|prohlaseni(?:m)?|"
            r"stanovisko)"
        ),
        "",
    ),
    ("communique", rf"(?:{JOINT} )?komunik(?:e|ue)", ""),
    ("exchange_of_notes", r"vymen(?:a|u|ou|y) (?:diplomatickych )?not", ""),
    ("exchange_of_letters", r"vymen(?:a|u|ou|y) (?:listov|dopisov|dopisu)", ""),
    (
        "twinning_agreement",
        (
            r"(?:dohod|zmluv|smlouv)(?:a|u|ou|e|y) o (?:partnerstve miest|partnerstvi mest|"
            r"druzb\w+|priatelstve miest)"
        ),
        "",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:dohod|zmluv|smlouv)(?:a|u|ou|e|y) o (?:uvere|uveru|pozicke|pujcce|financovan\w+|"
            r"grante|grantu)|uverov(?:a|u|ej) (?:zmluv|smlouv|dohod)\w"
        ),
        "",
    ),
    (
        "framework_agreement",
        r"ramcov(?:a|u|ej|ou|e|y) (?:dohod|zmluv|smlouv)(?:a|u|e|ou|y)",
        r"ramcove (?:dohody|zmluvy|smlouvy)",
    ),
    (
        "agreement",
        (
            r"(?:(?:medzivladn|mezivladn|medzinarodn|mezinarodn|ramcov|medzirezortn|mezirezortn|"
            r"dvojstrann)\w* )?dohod(?:a|u|ou|e)|ujednani|dodat(?:ok|ku|ek)(?= k)|pakt"
        ),
        r"dohody|dohod(?!\w)|dohodami|dohodach|pakty",
    ),
    ("treaty", r"(?:zmluv|smlouv)(?:a|u|ou|e)", r"zmluvy|zmluv|smlouvy|smluv"),
    ("contract", r"kontrakt(?:u|om|em)?", r"kontrakty|kontraktov"),
    ("convention", r"dohovor(?:u|om)?|umluv(?:a|u|ou|y)|konvenci(?:a|u|e)", r"dohovory|umluvy"),
    (
        "minutes",
        (
            r"zapisnic(?:a|u|e)|zapis(?= z| o)|protokol z (?:rokovani\w|zasadnuti\w|jednani|"
            r"zasedani)"
        ),
        "",
    ),
    ("protocol", r"protokol(?:u|om|e|em)?", r"protokoly|protokolov|protokolu"),
    ("action_plan", r"akcn(?:y|eho|i|iho) plan(?:u|om|em)?", r"akcn(?:e|i) plany"),
    ("work_plan", r"plan(?:u)? prace|pracovn(?:y|i) plan(?:u)?", ""),
    ("roadmap", r"\"?cestovn(?:a|u|ej|i) map(?:a|u|e|y)\"?|roadmap", ""),
    (
        "programme",
        r"(?:vykonavaci(?:eho)? |provadeci(?:ho)? )?program(?:u|om|e|em)?",
        r"programy|programov",
    ),
    ("plan", r"plan(?:u|om|e|em)?(?: spoluprac[ae])?", r"plany|planov"),
    ("declaration", r"deklaraci(?:a|u|e|i|ou)|vyhlaseni(?:e|a)(?= o)|prohlaseni(?= o)", r""),
    ("certificate", r"certifikat(?:u)?|preberaci protokol", ""),
    ("arrangement", r"(?:administrativn\w+ |vykonavaci\w* )?(?:dojednani\w?|ujednani\w?)", r""),
    ("memorandum", r"memorand(?:um|a|u|e|om)", r"memorand|memorandami"),
    ("other", r"priloh(?:a|u)(?= k)|charta|chartu", ""),
)

VERB = (
    r"(?:spolu)?podpisal(?:i|a|o|y)?|(?:spolu)?podepsal(?:i|a|o|y)?|uzavrel(?:i|a|o|y)?|"
    r"uzavreli|parafoval(?:i|a|y)?|prijal(?:i|a|y)?(?= (?:spolocn|spolecn|deklarac|"
    r"vyhlasen))|vymenil(?:i|a|y) si|schvalil(?:i|a|y)?|specatil(?:i|a)?|stvrdil(?:i|a|"
    r"y)? (?:svojim )?podpis\w*|dohodl(?:i|y) (?:sa na|se na)(?= (?:memorand|dohod))"
)
PART = (
    r"podpisan(?:e|a|y|u|o|i)?|podepsan(?:o|a|y|e|i)?|uzavret(?:e|a|y|i|o)|uzavren(?:o|a|"
    r"y|i)|parafovan\w|prijat(?:e|a|y|o)|schvalen\w|ratifikovan\w|vymenen\w"
)
ADV = (
    r"dnes|vcera|tiez|aj|potom|nasledne|spolocne|dalej|zaroven|taktiez|take|rovnez|tam|"
    r"slavnostne|tu"
)
WEEK = (
    r"pondelok|utorok|stredu|streda|stvrtok|piatok|sobotu|sobota|nedelu|nedela|pondeli|"
    r"utery|ctvrtek|patek|sobotu|nedeli"
)

SK = Grammar(
    code="sk",
    subject_after_verb=True,
    agent_after_verb=True,
    bare_agent=True,
    has_articles=False,
    home="sk",
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
            "treaty",
        }
    ),
    papers=r"dokument(?:y|ov|u|och|mi|om)?|text(?:y|ov|u|om|ami)?|listin(?:y|u|a)?",
    plural_papers=r"dokument(?:y|ov|och|mi|om)|text(?:y|ov|om|ami)|listiny?",
    not_types=(
        r"dohod(?:a|u|ou)? (?:sa |se )?(?:na tom|s novinar)|protokol(?:arny|u) (?:oddel|"
        r"odbor)|program(?:u)? (?:navstevy|rokovan\w+|jednani|vlady)|plan(?:uje|uju|ovan\w*)|"
        r"vyhlaseni(?:e|a) (?:pre|novinar)|pracovn\w+ zmluv\w+|text(?:u|y)? (?:prejavu|spravy)"
    ),
    not_after=r"(?:sef|riaditel) ¶|dosiahli ¶(?=dohodu o tom)",
    again=(
        r"(?:prv|druh|tret|stvrt|piat|siest|posledn)(?:y|a|e|i|ia|ie|u|iu)(?: dokument|"
        r" dohoda| memorandum)?(?= je | sa | tyka)|dalsi(?:e|a|u)?(?= (?:o|medzi|mezi|pre|"
        r"sa tyka|se tyka) )|(?:este )?jeden(?= (?:o|medzi) )|dalsie(?= o)"
    ),
    determiners=(
        r"tot[oa]|tuto|tieto|tento|tychto|tato|ten|ta|to|tie|jeden|jedna|jednu|jedno|dva|dve|"
        r"tri|styri|pat|sest|sedem|osem|devat|desat|viac|niekolko|nov(?:y|a|u|e|ej|eho|ych)|"
        r"prv(?:y|a|u|e|ej)|druh(?:y|a|u|e|ej)|tret(?:i|ia|iu)|dals(?:i|ie|ia|iu|ich|sich)|"
        r"dalsich|uveden\w+|spominan\w+|nasledujuc\w+|dolezit\w+|vyznamn\w+|dvojstrann\w+|"
        r"bilateraln\w+|celkovo|celkom|este|svoj\w*|obe|obidve|viacer\w+|rozn\w+|osobitn\w+|"
        r"ostatn\w+"
    ),
    definite=r"tuto|tieto|tento|tychto|tato|ten|ta|tie|uveden\w+|spominan\w+|svoj\w*|obe|obidve",
    stop_left=(
        r"(?!(?:medzivladn|mezivladn|medzirezortn|trojstrann|trilateraln|technick|obchodn|"
        r"vojensk|kulturn)\w*$).+"
    ),
    ordinals=r"prv\w+|druh\w+|tret\w+|stvrt\w+|piat(?:y|a|e|eho)|posledn\w+",
    clauses=r"zatial co|kym|a|pricom",
    conjunctives=r"ako|ze|ked|kde",
    ratified=r"ratifik\w+",
    in_presence=(
        r"podpisal\w*|podepsal\w*|slavnostn\w+ podpis\w*|v (?:ich )?pritomnosti|"
        r"za (?:pritomnosti|ucasti)|boli svedkami|zucastnil\w+"
    ),
    new_clause=r"potom|ale|kym|zatial|ked|po|pred|ktor\w+|a (?:bol|bola|boli|je|su)",
    clause_verbs=(
        r"je|su|bol|bola|boli|bude|budu|uviedol|povedal|podpisali|podpisal|informoval|"
        r"ma|maju"
    ),
    names_of=r"podpisali|podpisal|podepsali|za slovensku stranu|podpisy pripojili",
    same_period=r"na rovnake obdobie|na to iste obdobie",
    held=r"uskutocnil\w*|konal\w*|prijal\w*|pricestoval\w*|otvoril\w*",
    not_between=(
        r"(?:let\w*|linie|linky|cest\w*|doprav\w+|obchod\w*|hranic\w+|zeleznicn\w+|vymena|"
        r"most\w*) ¶"
    ),
    topic_words=r"(?:temy|oblasti)",
    copulas=r"su|boli|zahrnaju",
    officers=(
        r"(?:rektor\w*|riadite(?!lstv)\w+|guverner\w*|primator\w*|"
        r"generaln\w+ riadite(?!lstv)\w+)"
    ),
    between=r"medzi(?! in\w+)|mezi(?! jin\w+)|uzavret\w medzi",
    conjunction=r"a|aj|i|ako aj|a tiez|a tak isto|ako i|a medzi|a mezi|&|a take|jakoz i",
    with_=r"s|so|se",
    by=r"zo strany|ze strany",
    subject=(
        r"o|v (?:oblasti|oblastiach|ramci|otazkach|oblastech|sektore|oboru|sfere|zaujme)|"
        r"na (?:roky|obdobie|podporu|ochranu|spolupracu|zamedzenie|rok|leta|poli)|pre|pri|"
        r"proti|tykajuc\w+|ohladne|zameran\w+|ktor\w+|ktery\w*|tykajici|s cielom|za ucelom|k|"
        r"ku|na|v|vo|o zamedzeni|do|od|po|pocas|s|so|za|u|pod|zo"
    ),
    was_signed=(
        r"(?:(?:bol|bola|bolo|boli|byl|byla|bylo|byly|byli|je|su|jsou|sa|se|"
        rf"si) )?(?:(?:{ADV}) )*(?:{PART}|{VERB})(?: (?:dnes|vcera|tiez|tu|aj))?|podpisuju|"
        r"nesie podpis\w*|pripojili podpis\w*|(?:opatrili|opatril) podpis\w+"
    ),
    signed=(
        rf"(?:(?:{ADV}) )*(?:{VERB})(?: (?:{ADV}))*|(?:bol|bola|bolo|boli|byl|byla|bylo|byly|"
        rf"byli) (?:(?:{ADV}) )*(?:{PART})|(?:{PART}) (?:bol|bola|bolo|boli|byl|byla|bylo|"
        r"byly)|podpisuju|podpisuje|podpisom|podpisat"
    ),
    stop_right=(
        r"(?:ktor(?:y|a|e|eho|ym|ou|u|ych|ej|om|emu|ymi|i)|kter(?:y|a|e|ou|ym|eho|ych)|"
        r"ktoreho|ktorej|cim|cim sa|kde|pricom|kym|zatial|aby|ako uviedol|uviedol|uviedla|"
        r"povedal|povedala|informoval\w*)|v pritomnosti|za (?:pritomnosti|ucasti)|"
        r"za pritomnosti|pocas|po (?:skonceni|rokovan\w+|stretnut\w+|jednani|zasadnuti)|"
        r"pri prilezitosti|v ramci (?:navstevy|statnej|oficialnej|pracovnej)|pred |"
        rf"vo? (?:{WEEK})|dnes|vcera|podla|ma (?:za ciel|umoznit|prispiet|zjednodusit)|umozni|"
        r"umoznuje|predpoklada|zjednodusi|nahrad\w+|okrem|v hodnote|vstupi|bude|budu|tyka sa|"
        r"bol[ai]? podpis\w+|vdaka"
    ),
    stop_item=rf"(?:ktor\w+|kter\w+) |(?:bol|bola|bolo|boli) (?:{PART})|podpisali|v pritomnosti",
    siblings=(
        r"medzi (?:nimi|nimi su|ktorymi)|vratane|je|su|patri|patria|zahrna\w*|bol|boli|(?:a|"
        r",) podpis\w*|ako aj|kym|okrem|a tiez|zatial co|a potom|ide o|ide|jde o"
    ),
    nesters=(
        r"(?:vykonavani|vykonani|realizaci[iu]|zmene|zmenach|doplneni|predlzeni|ramci|zaklade|"
        r"sulade|k|ku|uplatnovani|implementaci[iu]|platnosti|o zmene|obnove|"
        r"plneni)(?: (?:a doplneni|a doplnku))?(?: \w+)?(?: (?:tejto|uvedenej|ramcovej))? ?¶"
    ),
    twins=r"partnersk\w+ mest\w*",
    relative=r"ktor\w+",
    purpose=r"pre",
    topics=(
        r"o|v(?= (?:oblasti|oblastiach|oblastech|sektore|sektoroch))|pre|na(?= (?:podporu|"
        r"ochranu))|tykajuce sa"
    ),
    copula=r"(?:je|su|bol|bola|boli|bolo|ide o|jde o) ?¶",
    city_heads=r"(?:mestami|miest|mesta|mesty|mest|obcami)",
    city_of=r"(?:mestom|mesto|mesta|mestem|obcou)",
    tail=(
        r"tiez|aj|dnes|vcera|spolu|spolocne|taktiez|dalej|a|o|v|vo|na|pre|s|so|z|zo|do|k|bol|"
        r"bola|bolo|boli|je|su|sa|ktore|ktory|ktoru|este|a este|rovnez|potom|pri|po|ako"
    ),
    aux_verbs=True,
    other_story=r"citajte aj|citajte tiez|prectete si|foto|zdroj|suvisiace|pozrite si",
    in_year=r"(?:v|vo|z|od|roku|roka|este|\d\.?)[^.;]{0,22}¶",
    issued=r"vydal\w*|prijal\w*|zverejnil\w*|podpisal\w*|podepsal\w*|podpisan\w*",
    is_=r"(?: dokument)?\s*(?:,|:|je|sa tyka|se tyka|predstavuje)?\s*",
    replaces=(
        r"(?:ktor\w+|kter\w+) (?:nahrad\w*|nahraz\w*|rusi\w*|aktualizuj\w*|obnov\w*|dopln\w*)|"
        r"namiesto"
    ),
    dated=(
        r"(?:podpisan|uzavret|uzavren|"
        r"podepsan)\w* (?:[^,;.]{0,40} )?(?:\d{1,2}\. ?\w+ )?(?:19|20)\d\d|z roku (?:19|"
        r"20)\d\d|od roku (?:19|20)\d\d(?! (?:do|az))|zo dna \d|v platnosti|platn(?:a|ej|u)|"
        r"ucinnosti"
    ),
    intro=(
        r"(?:v|vo|na|po|pri|pocas|za|s|so|pred|dnes|vcera|podla|okrem|pod|k|o) ?.*|taktiez|"
        r"dalej|zaroven|tiez|nasledne|potom"
    ),
    adverbs_first=(
        r"taktiez|dalej|zaroven|tiez|nasledne|potom|okrem toho|rovnako|dnes|pritom|"
        r"pri tejto prilezitosti"
    ),
    relates=(
        r"(?:ktore |a )?(?:sa tykaju|tykaju sa|se tykaji|tykaji se|zahrnaju|zahrnuju|"
        r"pokryvaju|sa vztahuju na|sa zameriavaju na|tykajuce sa)(?: (?:oblasti|"
        r"spoluprace v oblasti|spoluprace v|najma))*|v oblastiach|v oblasti"
    ),
    field_words=(
        r"\s*(?:(?:spoluprac(?:e|i|u|y)) (?:v (?:oblasti|oblastiach) |v |na poli )?|"
        r"(?:oblasti|oblastiach|sektoroch) )"
    ),
    adverbs=(
        rf"dnes|vcera|tiez|aj|dalej|potom|nasledne|spolocne|v (?:{WEEK})|vo (?:{WEEK})|"
        r"v bratislave|v prahe|tu|taktiez|v \w+(?= medzi)"
    ),
    of_=r"o|v|vo|pre|na|s|so|z|zo|k",
    persons=(
        r"minist(?:er|ra|ri|rov|rovi|rom|erka|erky|erku|rmi|r|re|ryne|rum)|velvyslan\w+|"
        r"riadite(?!lstv)\w+|reditel(?!stv)\w*|prezident\w*|predsed\w+|tajomni\w+|tajemni\w+|"
        r"guverner\w*|primator\w*|starost\w+|rektor\w*|sef\w*|velitel\w*|predstavitel\w*|"
        r"zastupc\w+|clen(?:ovia|ove|mi)|koleg\w+|rezortn\w+|pan|pani|dr|prof|"
        r"statn\w+ tajomn\w+|podpredsed\w+|vicepremier\w*|premier\w*|hovorc\w+|dekan\w*|"
        r"sefdiplomat\w*|kancelar(?!i)\w*|kral\w*"
    ),
    signing=(
        rf"{VERB}|{PART}|podpis\w*|podepis\w*|podpisani\w+|podpisu|vymen\w+ (?:dokument|list|"
        r"not)\w*|uzavreti\w*|uzavreni|parafovan\w+|prijati\w+|signat\w+"
    ),
    planned=(
        r"(?:bude|budu|by mal\w*|by mohl\w*|mal\w* by|mohl\w* by|ma|"
        r"maju) (?:\w+ ){0,4}(?:podpisan\w*|podepsan\w*|uzavret\w*|podpisat|podepsat|uzavriet|"
        r"uzavrit|prijat\w*)|(?:chcu|chteji|planuj\w+|pripravuj\w+|hodlaju|"
        r"mienia) (?:\w+ ){0,4}(?:podpisat|podepsat|uzavriet|uzavrit|rokovat)|"
        r"podpisu(?= (?:buduc|na jesen|v budu|do konca))|podpisu |planovan\w+|priprav\w+|"
        r"rokuj\w+ o|rokovani\w+ o (?:dohod|zmluv|uzavreti)|navrh\w*|navrhu\w+|"
        r"dohodli,? (?:sa )?ze|dohodli sa na (?:pripravach|zacati|urychleni)|buduci rok|"
        r"v buducom roku|buduc\w+|pristi rok|do konca|coskoro|ocakav\w+|perspektiv\w+|mozn\w+|"
        r"urychl\w+|dokonc\w+|zamer(?:om)? (?:podpisat|uzavriet)|zaujem (?:podpisat|"
        r"o uzavretie|o podpis)|pracuj\w+ na|vyzval\w*"
    ),
    older=(
        r"od roku \d{4}(?! (?:do|az))|(?:v|do) platnosti|(?:podpisan|uzavret|uzavren|"
        r"podepsan)\w* (?:este )?(?:v \w+ )?(?:v roku |roku )?(?:\d{1,2}\. ?\w+ )?(?:19|"
        r"20)\d\d|z roku (?:19|20)\d\d|ratifik\w+|vyprsa\w+|vlani|v minulom roku|"
        r"pred \w+ rok\w+|skors\w+|predtym|drivejs\w+|pripomenul\w*|existujuc\w+|stavajic\w+|"
        r"potvrdil\w+ (?:zavaz|platnos)|historick\w+ (?:zmluv|dohod)\w+|na zaklade|v zmysle|"
        r"v sulade|(?:dohod|zmluv|protokol|memorand|smlouv)\w{0,3} (?:z|zo|od) (?:roku |"
        r"dna )?(?:\d{1,2}\. ?\w+ )?(?:19|20)\d\d(?!\s*[-–])"
    ),
    plural_heads=(
        r"ministerstv(?:ami|a|y|ech)|ministerstiev|vlad(?:ami|y)|agentur(?:ami|y)|urad(?:mi|"
        r"y)|univerzit(?:ami|y)|instituci(?:ami|e)|ustav(?:mi|y)|akademi(?:ami|e)|komor(?:ami|"
        r"y)|zvaz(?:mi|y)|asociaci(?:ami|e)|rad(?:ami|y)|bank(?:ami|y)|muze(?:ami|a)|"
        r"kniznic(?:ami|e)|archiv(?:mi|y)|sud(?:mi|y)|prokuratur(?:ami|y)|parlament(?:mi|y)|"
        r"polici(?:ami|e)|mest(?:ami|y)|region(?:mi|y)|kraj(?:mi|e)|spolocnost(?:ami|i)|"
        r"nadaci(?:ami|e)|skol(?:ami|y)|sluzb(?:ami|y)|rezort(?:mi|y)|kancelari(?:ami|e)"
    ),
    both=(
        r"(?:oboch|obidvoch|oboma|obidvoma|dvoma|dvoch|obe|obidve|obou|dvou|"
        r"oba) (?:krajin(?:ami|y)?|stat(?:ov|mi|y|oma|u)|stran(?:ami|y)?|vlad(?:ami|y)?|"
        r"narod(?:ov|mi)?|republik(?:ami|y)?|miest|mestami|zemi(?:mi)?|zeme)|"
        r"obidvoma krajinami|oboma krajinami"
    ),
    counterpart=(
        r"(?:jeho|jej|svoj\w*|ich|jejich) (?:\w+ )?(?:kolega|kolegom|kolegyn\w+|"
        r"rezortn\w+ partner\w*|partner\w*|protajs\w+|protejs\w+)"
    ),
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|spolocnost(?:i|ou)?|firm(?:a|"
                r"ou|y|u)|podnik(?:om|u)?|a\.?\s?s\.?|s\.?r\.?o\.?|"
                r"holding|skupin(?:a|ou)|koncern\w*|zeleznic(?:e|ami)|leteck\w+|ltd|llc|gmbh|inc|"
                r"letisk\w+|elektrarn\w+|spolecnost(?:i)?"
            ),
        ),
        (
            "university",
            (
                r"univerzit(?:a|ou|y|e|ami)|vysok\w+ skol\w+|fakult(?:a|ou)|skol(?:a|ou)|"
                r"diplomatick\w+ akademi\w+|vysok\w+ uceni\w*"
            ),
        ),
        ("city", r"mest(?:o|om|a|ami|em)|obec|obcou|magistrat\w*|hlavn\w+ mest\w+"),
        (
            "region",
            (
                r"region(?:om|u|y)?|kraj(?:om|e|a|em)?|samospravn\w+ kraj\w*|provinci(?:a|ou|e)|"
                r"oblast(?:ou)?(?= \w+sk)|zup(?:a|ou)|okres\w*|guberni\w+"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|akademi(?:a|ou|e)(?: vied| ved)?|"
                r"zvaz(?:om|u)?|svaz\w*|komor(?:a|ou|y|e)|"
                r"asociaci(?:a|ou|e)|nadaci(?:a|ou|e)|muze(?:um|om|a|em)|federaci(?:a|ou|e)|"
                r"stran(?:a|"
                r"ou)(?= )|klub(?:om)?|lig(?:a|ou)|odbor\w+ zvaz\w*|kulturn\w+ (?:centr|"
                r"stredisk)\w+|"
                r"divadl\w+|cerven\w+ kriz\w*|olympijsk\w+"
            ),
        ),
        (
            "agency",
            (
                r"ministerstv(?:o|om|a|u|ami|em|y)|ministerst(?:iev)|agentur(?:a|ou|y|e)|"
                r"vybor(?:om|"
                r"u)?|sluzb(?:a|ou|y)|urad(?:om|u|mi|em)?|institut(?:om|u|em)?|ustav(?:om|u|"
                r"em|mi)?|"
                r"centr(?:um|om|a|em)|rad(?:a|ou|y)|komisi(?:a|ou|e)|riaditelstv\w+|"
                r"reditelstv\w+|"
                r"inspekci(?:a|ou)|inspektorat\w*|sprav(?:a|ou|y)|sekretariat\w*|fond(?:om|u)?|"
                r"kniznic(?:a|ou)|knihovn\w+|archiv(?:om|u|em)?|prokuratur(?:a|ou)|sud(?:om|u)?|"
                r"soud\w*|parlament(?:om|u|em)?|snem\w*|senat\w*|(?:narodn\w+ )?bank(?:a|ou|y)|"
                r"policajn\w+ zbor\w*|polici(?:a|ou)|coln\w+|celn\w+|velvyslanectv\w+|"
                r"organizaci(?:a|"
                r"ou)|laboratori\w+|armad\w+|gard\w+|rozhlas\w*|televizi\w+|tlacov\w+ (?:agentur|"
                r"kancelari)\w*|kancelari(?:a|ou|e)|generaln\w+ (?:riaditelstv|prokuratur)\w*|"
                r"burz\w+|"
                r"rezort(?:om)?|hasicsk\w+|narodn\w+ (?:rad|centr)\w+"
            ),
        ),
    ),
    governments=r"vlad(?:a|y|e|u|ou|ami)",
    government=(
        r"vlad(?:a|y|e|u|ou|ami)|kabinet\w*|republik(?:a|y|e|u|ou|ami)|kralovstv\w+|stat(?:u|"
        r"om|em)?|federaci(?:a|e|u|ou|i)|spolkov\w+|emirat\w*|(?:islamsk|arabsk|ludov|lidov|"
        r"demokratick|socialistick|spojen|federativn)\w+"
    ),
    rulers=(
        r"prezident(?:a|ovi|om|ka|ky|ku|kou|mi|i|em)?|premier(?:a|ovi|om|ka|ky|mi|i|em)?|"
        r"predsed(?:a|u|ovi|om|nicka|nicky)(?: slovenskej)? vlady|predsed(?:a|u|ou) vlady|"
        r"ministersk\w+ predsed\w+|hlav(?:a|y|u|ou) statu|hlavy statov|statn\w+ hlav\w+|"
        r"kral(?:a|om|ovn\w+)?|emir(?:a|om)?|sultan(?:a|om)?|kancelar(?:a|ka|om)?|"
        r"korunn\w+ princ\w*|predseda vlady|lidri|sef\w* vlad\w+"
    ),
    not_rulers=r"(?:vice|byval\w+|pod|ex)[- ]?¶|(?:byval\w+|buduc\w+|zvolen\w+) ¶",
    not_ruler_of=(
        r" (?:akademi|komor|bank|spolocnost|asociaci|univerzit|zvaz|rad|sud|federaci|senat|"
        r"snem|parlament|institut|komisi|vybor|narodnej rad|narodni rad|sametneho|skupin|"
        r"agentur|urad|samospravneho|kraja|fondu|policaj|zboru)\w*"
    ),
    presence=(
        r"pritomn\w+|ucast\w+|zucastn\w+|svedk\w+|pred|pocas|po|navstev\w+|stretn\w+|stretol|"
        r"rokovan\w+|jednani\w*|pri prilezitosti|v ramci|na pozvanie|ceremoni\w+|slavnost\w+|"
        r"pod zastitou|prihliadal\w*|prizeral\w*|setkani\w*"
    ),
    ministers=(
        r"(?<!predseda )minist(?:er|ra|ri|rov|rovi|rom|erka|erky|erku|rmi|r|re)|guverner\w*|"
        r"velvyslan\w+|statn\w+ tajomn\w+|delegaci\w+|predstavitel\w+|riadite\w+|"
        r"sef\w* (?:rezort|diplomac)\w+"
    ),
    heads_passive=(
        r"(?:prezidenti|premieri|lidri|predsedovia vlad) (?:\w+ )?(?:podpisali|"
        r"prijali)"
    ),
    before_name=(
        r"republik[ay]|kralovstva|vlady|sr|cr|statu|federacie|a|jeho|jej|excelencia|j|e|pan|"
        r"pani|general|sejk|slovenskej|ceskej|slovenska|ceska|koleg\w+|vysost|velicenstvo|"
        r"spolkov\w+|arabsk\w+|ludov\w+|demokratick\w+|islamsk\w+|socialistick\w+|\.|"
        r"\([a-z]{2,3}\)|minister|uzbeck\w+"
    ),
    after_name=(
        r"prezident|premier|minister|a|kral|v|vo|je|su|na|sa|s|so|dnes|vcera|pondelok|utorok|"
        r"podpisali|podpisal|ktory|po|zatial|aj"
    ),
    kinds=(
        ("virtual_summit", r"virtualn\w+ (?:summit|samit|stretnuti)\w*|videokonferenci\w+|online"),
        ("state_visit", r"statn\w+ navstev\w+"),
        ("official_visit", r"oficialn\w+ (?:\w+ )?navstev\w+"),
        ("working_visit", r"pracovn\w+ navstev\w+|pracovn\w+ cest\w+"),
        (
            "intergovernmental_commission",
            r"(?:zmiesan|spolocn|medzivladn|mezivladn|smisen)\w+ (?:\w+ )?(?:komisi|vybor)\w*",
        ),
        (
            "council_session",
            (
                r"(?:strategick|koordinacn)\w+ rad\w+|spolocn\w+ zasadnuti\w+ vlad\w*|"
                r"medzivladn\w+ konzultaci\w+|rad\w+ pre spolupracu"
            ),
        ),
        ("forum", r"(?:podnikatelsk|obchodn|investicn|ekonomick|hospodarsk)\w+ for(?:um|a|e)\w*"),
        ("summit", r"summit\w*|samit\w*|stretnut\w+ na najvyssej"),
        (
            "visit",
            (
                r"navstev\w+|cest(?:a|y|u|e)(?= (?:do|po))|sprevadzalo|pricestoval\w*|"
                r"prilet\w+"
            ),
        ),
    ),
    total_words=(
        r"dokument(?:y|ov|u|och)?|dohod(?:y|a|ach)?|memorand(?:um|a|ach)?|protokol(?:y|ov|u)?|"
        r"zmluv(?:y|a)?|smluv|smlouvy|text(?:y|ov)?|program(?:y|ov)?|list(?:y|ov) o umysloch|"
        r"deklaracii|kontrakt(?:y|ov)"
    ),
    adjectives=(
        r"nov\w+|dvojstrann\w+|bilateraln\w+|dolezit\w+|vyznamn\w+|medzivladn\w+|mezivladn\w+|"
        r"rozn\w+|ostatn\w+|dals\w+|spolocn\w+|viac|dohod|memorand|a|celkovo|este|zmluvn\w+"
    ),
    these=r"(?:tieto|tychto|tie|vsetky|tyto|techto)(?: \w+)? ¶",
    in_total=r"celkovo|celkom|spolu|dohromady",
    by_bodies=r"medzi ministerstvami|ministri",
    number_after=r"(?: podpisanych)?(?::) (?P<n>\d{1,3}|[a-z]+)(?= |\.|,|$)",
    listing=(
        r"nasledujuc\w+|nasledovn\w+|medzi (?:nimi|nich|dokumentmi)|ide o|jde o|su to|patria|"
        r"patri|zahrnaju|konkretne|ako napriklad|okrem ineho|mezi nimi"
    ),
    partial=r"medzi nimi|okrem ineho|najma|napriklad|patria",
    besides=r"okrem|dalej|tiez|navyse|popri|potom|v ich pritomnosti potom",
    qualifiers=(
        ("more_than", r"viac ako|vyse|viac nez|vice nez"),
        ("at_least", r"najmenej|aspon|nie menej ako"),
        ("about", r"asi|priblizne|zhruba|takmer|okolo|temer"),
        ("up_to", r"az"),
    ),
    history=(
        r"od roku|spaja\w*|doteraz|dosud|doposial|v minulosti|za posledn\w+|skor|existujuc\w+|"
        r"platn\w+|zmluvn\w+ (?:zaklad|ramec)"
    ),
    not_day=(
        r"(?:od|do|pred|po|az do|potrva do) (?:\w+ )?¶|naroden\w*|zalozen\w*|planovan\w*|"
        r"vztah\w+|zo dna ¶|publikovan\w* ¶|zverejnen\w* ¶|buduc\w+"
    ),
    coming="buduci|buduceho|nasledujuci|pristi",
    elsewhere=(
        r"(?:agentur\w+|cestuje do|odcestuje do|velvyslan\w+ v|velvyslanectv\w+ v|"
        r"hlavn\w+ mest\w+|ako napriklad|z)(?: \w+)? ?¶"
    ),
    not_kind=(
        r"(?:zriadeni|vytvoreni) ¶|(?:buduc\w+|minul\w+|predchadzajuc\w+|najblizs\w+|"
        r"pozval\w* .{0,20}|predosl\w+) ¶"
    ),
    talks=(
        r"rokovan\w+|jednani\w*|stretnut\w+|stretol|stretla|stretli|rozhovor\w*|setkani\w*|"
        r"prijal\w*"
    ),
    meeting=(
        r"rokovan\w+|stretnut\w+|stretol|stretli|prijal\w*|zasadnut\w+|konzultaci\w+|"
        r"setkal\w*"
    ),
    in_place=r"(?:v|vo) ¶",
    title_noise=words(
        "spolupraci spolupraca oblasti dohoda dohodu dohody memorandum porozumeni protokol "
        "zmluva zmluvu podpisali podpisane oboch krajin statov vlady republiky ministerstvo "
        "program plan dokument"
    ),
    today=r"dnes|dnesn\w+",
    yesterday=r"vcera|vcerajs\w+",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:od|v rokoch|roky|na roky|v letech|na leta) (?:roku )?(?P<a>(?:19|20)\d\d) (?:do|"
            r"az|a) (?:roku )?(?P<b>(?:19|20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:do|az|a) (?P<b>(?:19|20)\d\d)",
        r"do (?:konca )?(?:roku )(?P<b>(?:19|20)\d\d)",
        r"na rok (?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted(
            "jeden|jedna|jedno|jednu dva|dve|dvoch tri|troch styri|styroch|ctyri pat|piatich|"
            "pet sest|siestich sedem|siedmich|sedm osem|osmich|osm devat|deviatich|"
            "devet desat|"
            "desiatich|deset|desiatka jedenast|jedenact dvanast|dvanact trinast|"
            "trinact strnast|"
            "ctrnact patnast|patnact sestnast|sestnact sedemnast|sedmnact osemnast|"
            "osmnact devatnast|devatenact"
        )
        | tens(
            (
                "dvadsat|dvacet tridsat|tricet styridsat|ctyricet patdesiat|padesat sestdesiat|"
                "sedesat sedemdesiat|sedmdesat osemdesiat|osmdesat devatdesiat|devadesat"
            ),
            counted(
                "jeden|jedna dva|dve tri styri|ctyri pat|pet sest sedem|sedm osem|osm devat|devet"
            ),
            "{ten}{unit}",
            "{ten} {unit}",
        )
    ),
    months=numbered(
        "januar|januara|januari|leden|ledna februar|februara|februari|unor|unora marec|marca|"
        "marci|brezen|brezna april|aprila|aprili|duben|dubna maj|maja|maji|kveten|kvetna jun|"
        "juna|juni|cerven|cervna jul|jula|juli|cervenec|cervence august|augusta|auguste|"
        "srpen|srpna september|septembra|septembri|zari oktober|oktobra|oktobri|rijen|"
        "rijna november|novembra|novembri|listopad|listopadu december|decembra|decembri|"
        "prosinec|prosince"
    ),
    weekdays=days_of_week(
        "pondelok|pondelka|pondeli utorok|utorka|utery streda|stredu|stredy stvrtok|stvrtka|"
        "ctvrtek piatok|piatka|patek sobota|sobotu|soboty nedela|nedelu|nedele|nedeli"
    ),
    noise=words("a v vo na o s so z zo do k pre medzi mezi pri sa je su aj"),
)
