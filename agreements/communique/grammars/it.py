"""Italian."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

DI = r"(?:d'|di )"
TYPES = (
    (
        "memorandum_of_understanding",
        (
            rf"(?:memorandum|protocollo|memoria|lettera|nota|memorandum tecnico) {DI}(?:intesa|"
            r"comprensione|accordo)(?: e (?:di )?(?:cooperazione|collaborazione))?|"
            r"memorandum of understanding|mou"
        ),
        rf"(?:memoranda|protocolli|memorie) {DI}(?:intesa|comprensione|accordo)|mous",
    ),
    (
        "memorandum_of_cooperation",
        r"memorandum di (?:cooperazione|collaborazione)",
        r"memoranda di (?:cooperazione|collaborazione)",
    ),
    ("memorandum_of_intent", rf"memorandum {DI}intent[oi]", rf"memoranda {DI}intent[oi]"),
    ("letter_of_intent", rf"lettera {DI}intent[oi]", rf"lettere {DI}intent[oi]"),
    (
        "declaration_of_intent",
        rf"dichiarazione (?:congiunta )?{DI}intent[oi]",
        rf"dichiarazioni (?:congiunte )?{DI}intent[oi]",
    ),
    ("protocol_of_intent", rf"protocollo {DI}intent[oi]", rf"protocolli {DI}intent[oi]"),
    ("exchange_of_notes", r"scambio di note(?: verbali| diplomatiche)?", r"scambi di note"),
    ("exchange_of_letters", r"scambio di lettere", r"scambi di lettere"),
    (
        "joint_declaration",
        r"dichiarazione (?:politica )?(?:congiunta|comune)",
        r"dichiarazioni (?:congiunte|comuni)",
    ),
    ("communique", r"comunicato (?:finale )?(?:congiunto|finale)", r"comunicati congiunti"),
    (
        "twinning_agreement",
        (
            r"gemellaggio(?= (?:tra|fra))|(?:accordo|patto|protocollo|convenzione|"
            r"atto) di gemellaggio"
        ),
        r"(?:accordi|patti) di gemellaggio",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:accordo|contratto|convenzione) (?:di |per un )(?:prestito|finanziamento|credito|"
            r"dono)|convenzione finanziaria"
        ),
        r"(?:accordi|contratti) di (?:prestito|finanziamento|credito)",
    ),
    (
        "framework_agreement",
        r"accordo[- ]quadro|convenzione[- ]quadro|accordo generale",
        r"accordi[- ]quadro",
    ),
    ("arrangement", r"intesa tecnica|arrangiamento|intesa amministrativa", r"intese tecniche"),
    ("agreement", r"accordo|intesa|patto", r"accordi|intese|patti"),
    ("treaty", r"trattato", r"trattati"),
    ("convention", r"convenzione", r"convenzioni"),
    ("contract", r"contratto", r"contratti"),
    ("minutes", r"processo verbale|verbale(?: della| finale| di)?", r"verbali"),
    ("protocol", r"protocollo(?: aggiuntivo| esecutivo| di cooperazione)?", r"protocolli"),
    (
        "action_plan",
        r"piano (?:congiunto )?d(?:'|i )azione(?: congiunto| comune)?",
        r"piani d'azione",
    ),
    ("work_plan", r"piano di lavoro", r"piani di lavoro"),
    ("roadmap", r"\"?(?:road ?-?map|tabella di marcia)\"?", ""),
    ("programme", r"programma(?: esecutivo| di cooperazione| di scambi| quadro)?", r"programmi"),
    ("plan", r"piano(?: di cooperazione| strategico)?", r"piani"),
    ("declaration", r"dichiarazione", r"dichiarazioni"),
    ("certificate", r"certificato|atto di consegna", r"certificati"),
    ("memorandum", r"memorandum", r"memoranda"),
    (
        "other",
        r"termini di riferimento|allegato|addendum|emendamento|lettera(?= di sostegno)",
        r"emendamenti",
    ),
)

ROOT = (
    r"firmat|sottoscritt|siglat|parafat|conclus|adottat|approvat|scambiat|ratificat|"
    r"stipulat|raggiunt|consegnat|emess|suggellat|perfezionat|formalizzat|controfirmat"
)
DONE = rf"(?:{ROOT})[oaie]"
PAST = (
    r"firmo|firmarono|siglo|siglarono|sottoscrisse|sottoscrissero|firma|firmano|siglano|"
    r"sigla|sottoscrivono|sottoscrive|parafano|adottano|scambiano|concludono|stipulano|"
    r"raggiungono|hanno apposto la firma|ha apposto la firma"
)
ADV = (
    r"anche|inoltre|poi|oggi|ieri|altresi|infine|congiuntamente|successivamente|quindi|"
    r"pure|appena"
)
WEEK = r"lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica"

IT = Grammar(
    code="it",
    articles=(
        r"il|lo|la|i|gli|le|un|uno|una|l|d|del|dello|della|dei|degli|delle|dell|al|allo|alla|"
        r"ai|agli|alle|all|di|nel|nella|nell"
    ),
    adjective_follows=True,
    subject_after_verb=True,
    home="it",
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
        }
    ),
    papers=r"documenti|documento|testi|testo|atti|strumenti|strumento",
    plural_papers=r"documenti|testi|atti|strumenti",
    not_types=(
        r"accordo (?:con (?:il|la|lo)|su(?:l fatto)|che)|piani per|programma (?:della|di|"
        r"prevede) (?:visita|governo)?|intesa (?:tra le parti|politica)|atti di|testo del|"
        r"protocollo (?:di stato|del quirinale)|dichiarazion[ei] alla stampa|"
        r"convenzione di \w+ del|contratti? di lavoro|strumenti? (?:di|per)|"
        r"piano (?:bilaterale|internazionale|politico|economico)"
    ),
    not_after=r"(?:d'|di comune |in pieno |comune |capo del |ufficio del |sul ) ?¶",
    again=(
        r"un[oa](?= (?:in materia|nel|nella|per|di cooperazione|relativ[oa]) )|"
        r"(?:il |la |l')?(?:primo|prima|secondo|seconda|terzo|terza|quarto|quarta|quinto|"
        r"quinta|sesto|ultimo|ultima)(?: (?:documento|testo|accordo|atto|intesa))?(?=,| e |"
        r" riguarda| concerne| sul| tra |sulla)|(?:un|un'|una )?altr[oa](?= (?:su|sul|sulla|"
        r"sui|tra|per|in|riguard|concern|relativ))|uno(?= (?:su|sul|sulla|tra|fra) )|"
        r"quell[oa](?= (?:su|sul|sulla|tra|fra|per|relativ|di) )"
    ),
    determiners=(
        r"il|lo|la|i|gli|le|l|un|uno|una|del|dello|della|dei|degli|delle|dell|al|alla|dal|"
        r"dalla|di|d|nel|questo|questa|questi|queste|tale|tali|suo|sua|loro|due|tre|quattro|"
        r"cinque|sei|sette|otto|nove|dieci|vari|varie|diversi|diverse|alcuni|alcune|nuovo|"
        r"nuova|nuovi|nuove|primo|prima|secondo|seconda|terzo|terza|altro|altra|altri|altre|"
        r"importante|importanti|seguenti|seguente|ogni|storico|specifico|apposito|numerosi|"
        r"ulteriori|ulteriore"
    ),
    definite=(
        r"il|lo|la|i|gli|le|l|del|dello|della|dei|degli|delle|dell|al|alla|questo|questa|tale|"
        r"suo|sua"
    ),
    stop_left=r".+",
    ordinals=r"prim[oa]|second[oa]|terz[oa]|quart[oa]|quint[oa]|sest[oa]|settim[oa]|ultim[oa]",
    clauses=r"mentre|e",
    conjunctives=r"che|quando|dove|come",
    ratified=r"ratific(?:a|ato|ata|are|hera|ano)\w*",
    in_presence=(
        r"hanno (?:\w+ )?(?:firmato|siglato|sottoscritto)|siglat\w+|firmat\w+ (?:oggi|ieri|"
        r"inoltre)|cerimonia di firma|alla presenza|hanno assistito|scambio di"
    ),
    new_clause=r"poi|ma|mentre|quando|dopo|prima|e (?:ha|hanno|e)|che",
    clause_verbs=(
        rf"{PAST}|proced\w+|"
        r"ha|hanno|sono|era|erano|sara|detto|firmato|annunciato|sottolineato|ricordato|"
        r"prevede|mira"
    ),
    names_of=r"(?:firmat|siglat|sottoscritt)[oaie] da\w*|da|dal|dai|dalla",
    same_period=r"per lo stesso periodo",
    held=(
        r"si e (?:tenut|svolt|apert|chius)\w+|ha avuto luogo|ha ricevuto|e arrivat\w|"
        r"si sono tenut\w"
    ),
    not_between=(
        r"(?:voli|rotte|linea|linee|strade|traffico|trasporti|confine|commercio|interscambio|"
        r"ferroviari\w+|distanza|ponti|collegament\w) ¶"
    ),
    topic_words=r"(?:temi|settori|materie)",
    copulas=r"sono|erano|comprendono",
    officers=(
        r"(?:rettor[ei]|rettrice|direttor[ei](?: general[ei])?|governator[ei]|sindac[oai]|"
        r"amministrator[ei] delegat[oi]) (?:della|dell'|del|dei|delle|di)"
    ),
    between=(
        r"tra(?! l'altro| gli altri| le altre| cui| quest[ie]| i quali| le quali)|"
        r"fra(?! l'altro| cui| quest[ie])"
    ),
    conjunction=r"e|ed|&|nonche|cosi come|oltre che|e tra|e fra",
    with_=r"con",
    by=r"da|dal|dalla|dai|dagli|dalle|dall|dallo",
    subject=(
        r"su|sul|sullo|sulla|sui|sugli|sulle|sull|per|in (?:materia|tema|vista|ambito|merito)|"
        r"nel (?:campo|settore|quadro|periodo)|nei (?:settori|campi)|nell'ambito|"
        r"relativ[oaie]|riguardant[ei]|concernent[ei]|volt[oaie]|finalizzat[oaie]|contro|"
        r"destinat[oaie]|inerent[ei]|attinent[ei]|che|in|con|mediante|attraverso|circa|"
        r"a favore|ai fini|allo scopo|al fine|dedicat[oaie]|avente|aventi|sotto|durante|dopo|"
        r"dal|fino"
    ),
    was_signed=(
        r"(?:(?:e|sono|era|erano|e stato|e stata|sono stati|sono state|era stato|erano stati|"
        r"stato|stata|stati|state|vengono|viene|ha|hanno|venne|vennero|"
        rf"essere) )?(?:(?:{ADV}) )?(?:stat[oaie] )?(?:(?:{ADV}) )?(?:{DONE})|"
        r"porta(?:no)? la firma"
    ),
    signed=(
        rf"(?:{PAST})|(?:hanno|ha|avevano|aveva|avendo|sono stati|sono state|e stato|"
        rf"e stata) (?:(?:{ADV}) )?(?:{DONE})|(?:hanno|ha) proceduto alla firma(?: d\w+)?|"
        r"firmare|siglare|sottoscrivere|firmando"
    ),
    stop_right=(
        r"che|il quale|la quale|i quali|le quali|cui|dove|alla presenza|in presenza|durante|"
        r"al termine|in occasione|nel corso|a margine|a conclusione|"
        r"nel quadro della (?:sua )?(?:visita|missione)|nell'ambito della (?:sua )?(?:visita|"
        rf"missione)|dopo (?:un|il|i|la|le|l')|(?:lo scorso |di )?(?:{WEEK})|oggi|ieri|secondo|"
        r"mentre|ha detto|ha dichiarato|ha affermato|mira(?:no)?|consentira|permette(?:ra)?|"
        r"prevede|prevedono|riguarda(?:no)?|sara|saranno|oltre a|entrera|rispettivamente|"
        r"del valore di|per un valore|dovra|punta a|si propone"
    ),
    stop_item=(
        rf"(?:che|il quale|la quale) |(?:e stat[oa]|sono stat[ie]) |(?:{DONE}) (?:da|oggi)|"
        r"mira a|consentira|alla presenza"
    ),
    siblings=(
        r"tra (?:cui|i quali|le quali)|fra cui|e|sono|figurano?|comprendono|ossia|cioe|(?:e|"
        r",) (?:la )?firma|nonche|mentre|cosi come|oltre a"
    ),
    nesters=(
        r"(?:attuazione|esecuzione|applicazione|modifica|rinnovo|quadro|ambito|virtu|sensi|"
        r"aggiuntiv[oa]|seguito|proroga|estensione|allegato|relativ\w+|base)(?: (?:di|del|"
        r"dello|della|dei|degli|delle|al|alla|all'|dell'|un|il|la|l'))* ?¶"
    ),
    vague=(r"in (?:vari|diversi|numerosi|molteplici|differenti) (?:settori|ambiti|campi)"),
    twins=r"gemell\w+",
    relative=r"che",
    purpose=r"per",
    topics=(
        r"su|sul|sulla|sui|sulle|sullo|sugli|sull|per|relativ[oaie] a\w*|riguardanti|"
        r"concernenti|in(?= materia)|nei(?= settori| campi)|nel(?= settore| campo)|in materia"
    ),
    copula=r"(?:e|sono|stato|stata|stati|cioe|tratta|ovvero|comprendono) ?(?:di)? ?¶",
    city_heads=r"(?:le |i )?(?:citta|comuni|municipalita|capitali)(?: di)?",
    city_of=r"citta di",
    tail=(
        r"anche|inoltre|infine|congiuntamente|rispettivamente|di|del|della|dei|il|lo|la|i|gli|"
        r"le|un|uno|una|a|al|in|su|sul|sulla|per|da|con|sono|e|e infine|ed infine|e stato|"
        r"sono stati|poi|oltre|che|e di|e un|e una|e il|oggi|nonche|l|un'|d|e un'|ed un"
    ),
    aux_verbs=True,
    other_story=(
        r"leggi anche|vedi anche|foto|articoli correlati|riproduzione riservata|"
        r"condividi"
    ),
    in_year=r"(?:in|nel|del|dal|di|\d)[^.;]{0,22}¶",
    issued=r"emess\w+|adottat\w+|pubblicat\w+|firmat\w+|sottoscritt\w+",
    continued=r"del|dello|della|dei|degli|delle|dell|e (?:del|dei|della|delle|degli|dell')",
    is_=(
        r"(?: documento| testo| accordo| atto| intesa)?\s*(?:,|:|e|riguarda|concerne|"
        r"consiste in)?\s*"
    ),
    replaces=(
        r"(?:che|il quale|la quale) (?:sostituisce|abroga|aggiorna|modifica|rinnova|"
        r"sostituira)\w*|in sostituzione"
    ),
    dated=(
        r"(?:firmat|sottoscritt|conclus|siglat|stipulat)[oaie] (?:(?:a|in|nel|il|tra|"
        r"da) [^,;.]{0,50}?)?(?:nel|il|del|in|dal) (?:\w+ )?(?:\d{1,2} )?(?:\w+ )?(?:19|"
        r"20)\d\d|datat[oa]|del (?:\d{1,2} \w+ )?(?:19|20)\d\d|in vigore|vigent[ei]"
    ),
    intro=(
        r"(?:in|nel|nella|nell|durante|dopo|al|alla|con|per|a|presso|sotto|oggi|ieri|secondo|"
        r"nei) ?.*|inoltre|infine|successivamente|da parte sua"
    ),
    adverbs_first=r"inoltre|infine|successivamente|anche|a loro volta|da parte sua|oggi|altresi",
    relates=(
        r"(?:che |i quali |le quali )?(?:riguardano|coprono|concernono|spaziano|interessano|"
        r"toccano|abbracciano|relativ[ie]|riguardanti)(?: (?:a|ai|alle|su|tra l'altro|"
        r"i settori d\w+|settori come|i campi d\w+|in particolare|le aree d\w+|da))*|"
        r"nei (?:settori|campi)(?: d\w+)?"
    ),
    field_words=(
        r"\s*(?:(?:la )?cooperazione (?:in materia di |nel campo |nei settori |"
        r"nel settore )?(?:di |del |della |dell'|dei )?|(?:i |il )?(?:settori|settore|campi|"
        r"campo|ambiti) (?:di |del |della |dell'|dei |come )|materia di )"
    ),
    adverbs=(
        rf"anche|inoltre|infine|oggi|ieri|qui|poi|(?:di )?(?:{WEEK})(?: scorso)?|a \w+(?= tra)|"
        r"a palazzo chigi|congiuntamente|altresi"
    ),
    of_=r"di|del|dello|della|dei|degli|delle|dell|relativ\w+|in|a",
    persons=(
        r"ministr[oaie]|viceministr\w+|ambasciat\w+|dirett\w+|president[ei]|presidentessa|"
        r"segretari[oa]?|governator\w+|sindac[oai]|ad|rettor[ei]|cap[oi]|cancelliere|premier|"
        r"commissar\w+|comandante|rappresentant[ei]|omolog\w+|dott|prof|on|suo|sua|"
        r"sottosegretar\w+|titolar[ei]|responsabil[ei]|consiglier[ei]|funzionar\w+|prefett\w+|"
        r"assessor[ei]|amministrator[ei]|delegati|inviat[oi]|leader"
    ),
    signing=(
        rf"{DONE}|{PAST}|firme|firma|firmare|sottoscrizione|siglare|scambio di (?:documenti|"
        r"accordi)|conclusione|firmatari|suggell\w+"
    ),
    planned=(
        rf"(?:sara|saranno|sarebbe|sarebbero) (?:\w+ )?(?:{DONE})|(?:dovrebbe|dovrebbero|deve|"
        r"devono|potrebbe|potrebbero|puo) (?:essere |firmare|siglare|concludere)|firmeranno|"
        r"firmera|sigleranno|siglera|sottoscriveranno|sottoscrivera|alla firma|da firmare|"
        r"sul punto di|previst[oaie]|prevede di|si prevede|in programma|negoziat[oi]|"
        r"negoziare|trattative|in discussione|in preparazione|allo studio|convenuto di|"
        r"concordato di|impegn\w+ a|auspic\w+|intenzione|intend\w+ (?:firmare|siglare)|"
        r"progett[oi] di (?:accordo|trattato)|bozza|prossim[oaie]|possibilita|possibile|"
        r"propost\w+|propon\w+|entro (?:la fine|l'anno|fine|il)|futur[oa] (?:accordo|"
        r"trattato)|avviare|verso (?:la|un)|accelerare|finalizzare"
    ),
    older=(
        r"(?:avevano|aveva) (?:gia )?(?:firmato|siglato|sottoscritto|concluso)|"
        rf"dal \d{{4}}(?! al)|in vigore|vigent[ei]|(?:{DONE}) (?:a \w+ )?(?:nel|il|in|"
        rf"dal) (?:\d{{1,2}} )?(?:\w+ )?(?:19|20)\d\d|datat[oa]|ratific\w+|scadut\w+|"
        r"l'anno scorso|\w+ anni fa|precedent[ei]\w*|ricordat\w+|ricorda\w*|"
        r"storic[oa] (?:accordo|trattato)|nell'ambito dell'accordo|in base (?:a|al|alla|all')|"
        r"ai sensi|in virtu|gia legati|(?:accordo|trattato|convenzione|protocollo|"
        rf"memorandum) (?:di \w+ )?del (?:\d{{1,2}} \w+ )?(?:19|20)\d\d(?!\s*[-–])|rinnovo|"
        r"attuazione dell'accordo"
    ),
    plural_heads=(
        r"ministeri|governi|dipartimenti|agenzie|comitati|servizi|autorita|uffici|universita|"
        r"atenei|istituti|accademie|camere|associazioni|amministrazioni|consigli|banche|musei|"
        r"biblioteche|archivi|corti|procure|parlamenti|polizie|diplomazie|dogane|centri|"
        r"compagnie|societa|imprese|citta|capitali|regioni|province|comuni|operatori|"
        r"fondazioni|organizzazioni|scuole|direzioni|commissioni|borse|aziende|istituzioni|"
        r"federazioni|esecutivi"
    ),
    both=(
        r"(?:dei |i |delle |le |tra i |ai |nei )?(?:due|ambedue i|entrambi i|"
        r"rispettivi) (?:paesi|stati|nazioni|governi|parti|popoli|capitali|citta|esecutivi|"
        r"repubbliche)(?: (?:amici|vicini))?|le due parti|i due"
    ),
    counterpart=r"(?:il |la )?(?:suo|sua|loro) (?:\w+ )?omolog[oa]|(?:la )?controparte",
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|societa|compagnia|compagnie|"
                r"gruppo|impresa|imprese|azienda|s\.?p\.?a\.?|spa|"
                r"srl|"
                r"holding|consorzio|ferrovie|poste|linee aeree|aeroporti|banca (?:commerciale|"
                r"popolare)|inc|llc|ltd|gmbh|bank|petroleum|telecom|energia|cantieri|rail"
            ),
        ),
        (
            "university",
            (
                r"universita|ateneo|politecnico|scuola(?: superiore| nazionale| normale)?|"
                r"facolta|"
                r"istituto (?:universitario|tecnologico|superiore)|accademia (?:diplomatica|"
                r"militare|"
                r"di belle arti)|conservatorio"
            ),
        ),
        ("city", r"citta|comune|comuni|municipio|municipalita|capitale"),
        (
            "region",
            (
                r"regione|regioni|provincia|province|distretto|governatorato|contea|cantone|"
                r"prefettura|oblast|territorio"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|accademia delle scienze|"
                r"accademia|unione|camera|camere|associazione|fondazione|"
                r"museo|federazione|confederazione|partito|lega|sindacato|centro culturale|"
                r"teatro|"
                r"croce rossa|mezzaluna rossa|comitato olimpico|confindustria|ordine"
            ),
        ),
        (
            "agency",
            (
                r"ministero|ministeri|agenzia|agenzie|comitato|servizio|autorita|dipartimento|"
                r"ufficio|"
                r"istituto|istituti|centro|consiglio|commissione|direzione(?: generale)?|"
                r"ispettorato|"
                r"amministrazione|segretariato|segreteria|fondo|biblioteca|archivi|archivio|"
                r"procura|"
                r"corte|tribunale|parlamento|assemblea|senato|banca(?: centrale| nazionale|"
                r" d'italia)?|tesoro|polizia|guardia|dogane?|ambasciata|organizzazione|ente|"
                r"cassa|"
                r"laboratorio|laboratori|esercito|marina|radio|televisione|stampa|"
                r"protezione civile|"
                r"osservatorio|borsa|arma|capitaneria|autorita portuale|presidenza"
            ),
        ),
    ),
    governments=r"govern[oi]",
    government=(
        r"governo|governi|gabinetto|consiglio dei ministri|repubblica(?: (?:islamica|"
        r"democratica|popolare|federale|araba|socialista))*|regno|stato|stati uniti|"
        r"federazione|principato|emirato|sultanato"
    ),
    rulers=(
        r"president[ei] del consiglio|president[ei]|presidentessa|prim[oaie] ministr[oaie]|"
        r"premier|cap[oi] (?:dello stato|di stato|di governo|del governo|dell'esecutivo)|re|"
        r"regina|emiro|sultano|cancelliere|principe ereditario|monarca|sua maesta|leader|"
        r"capi di stato"
    ),
    not_rulers=r"(?:vice|ex|gia|vice-)[- ]?¶|(?:precedente|defunto) ¶",
    not_ruler_of=(
        r",? (?:della|dell'|del|dei|di|delle) ?(?:accademia|camera|banca|societa|associazione|"
        r"universita|unione|corte|federazione|confederazione|senato|assemblea|istituto|"
        r"commissione|comitato|parlamento|gruppo|regione|delegazione|fondazione|autorita|"
        r"agenzia|provincia|cda|tribunale)"
    ),
    presence=(
        r"presenza|presenzi\w+|assist\w+|testimon\w+|presied\w+|presiedut\w+|davanti|durante|"
        r"dopo|al termine|visita|incontro|colloqu\w+|vertice|in occasione|nel quadro|"
        r"nell'ambito|su invito|cerimonia|a margine|nel corso"
    ),
    ministers=(
        r"(?<!primo )(?<!primi )(?<!prima )ministr[oaie]|viceministr\w+|ministeri|"
        r"governator\w+|ambasciator[ei]|segretari[oa]? (?:di stato|general\w)|delegazion[ei]|"
        r"responsabili|funzionari|direttor[ei]"
    ),
    heads_passive=(
        r"(?:presidenti|capi di stato|premier|leader|primi ministri) (?:hanno )?(?:anche |"
        r"poi )?(?:firmato|sottoscritto|adottato|siglato)"
    ),
    before_name=(
        r"di|del|dello|della|dei|degli|delle|dell|il|lo|la|i|e|suo|sua|eccellenza|s\.?\s?e\.?|"
        r"signor|signora|dott|generale|colonnello|maresciallo|sceicco|repubblica|regno|stato|"
        r"omologo|maesta|altezza|reale|federazione|federale|democratica|popolare|islamica|"
        r"araba|paese|\([a-z]{2,3}\)|\.|ministro|governo|consiglio|italiano|italiana|"
        r"dei ministri|ministri"
    ),
    after_name=(
        r"presidente|primo|ministro|e|ed|re|il|la|a|ha|hanno|in|al|lunedi|martedi|mercoledi|"
        r"giovedi|venerdi|sabato|domenica|di|del|che|con|con il"
    ),
    kinds=(
        (
            "virtual_summit",
            r"vertice virtuale|videoconferenza|in collegamento video|cerimonia virtuale",
        ),
        ("state_visit", r"visit[ae] di stato"),
        ("official_visit", r"visit[ae] ufficial[ei]"),
        ("working_visit", r"visit[ae] di lavoro"),
        (
            "intergovernmental_commission",
            (
                r"commissione (?:mista|bilaterale|intergovernativa|congiunta|economica|"
                r"ministeriale|"
                r"\w+ mista)|comitato (?:misto|congiunto|intergovernativo)|"
                r"comitato di coordinamento"
            ),
        ),
        (
            "council_session",
            (
                r"consiglio (?:di (?:cooperazione|coordinamento|partenariato)|strategico|"
                r"superiore)|"
                r"dialogo strategico|comitato di coordinamento dei ministri"
            ),
        ),
        ("forum", r"forum(?: \w+)?|business forum"),
        ("summit", r"vertice|vertici|summit"),
        ("visit", r"visit[ae]|missione|viaggio|soggiorno|tappa"),
    ),
    total_words=(
        r"documenti|documento|accordi|accordo|intese|intesa|memorandum|memoranda|protocolli|"
        r"testi|strumenti|trattati|contratti|convenzioni|atti|mou|patti|lettere d'intenti|"
        r"dichiarazioni|programmi"
    ),
    adjectives=(
        r"nuov[ie]|altr[ie]|bilaterali|principali|importanti|grandi|divers[ie]|vari|varie|di|"
        r"cooperazione|accordi|e|intese|memorandum|protocolli|in|totale|testi|documenti|"
        r"prim[ie]|lettere|ulteriori|intergovernativi|storici|seguenti|distint[ie]"
    ),
    these=r"(?:questi|queste|quelle|quei|i|tali|le|entrambi|gli|dei)(?: \w+)? ¶",
    in_total=r"in totale|un totale di|complessivamente|in tutto",
    by_bodies=r"dai (?:ministri|ministeri|rispettivi)|tra (?:i )?ministeri",
    number_after=(
        r"(?: firmati| siglati)?,? (?:in tutto|sono|ammontano a|:) (?P<n>\d{1,3}|[a-z]+)(?= |"
        r"\.|,|$)"
    ),
    listing=(
        r"(?:i |le )?(?:\w+ ){0,2}(?:seguenti|seguente)|tra (?:questi|queste|essi|cui|"
        r"gli accordi|i documenti)|si tratta|vale a dire|figurano|figura|comprendono|sono i|"
        r"elenco|come segue|spiccano|in particolare|includono|ovvero|ecco|"
        r"sono stati (?:sottoscritti|firmati|siglati):"
    ),
    partial=(
        r"tra (?:questi|queste|cui|gli|i)|spiccano|figurano|in particolare|includono|"
        r"tra l'altro"
    ),
    besides=r"inoltre|oltre|anche|a parte|separatamente|in aggiunta|poi",
    qualifiers=(
        ("more_than", r"piu di|oltre"),
        ("at_least", r"almeno|non meno di"),
        ("about", r"circa|una|quasi|un"),
        ("up_to", r"fino a"),
    ),
    history=(
        r"dal \d{4}|finora|ad oggi|in passato|negli ultimi|precedentemente|esistenti|vigenti|"
        r"quadro giuridico|storicamente|gia firmat\w+"
    ),
    not_day=(
        r"(?:dal|fino al|prima|dopo|entro|a partire|per) (?:il |del |di )?(?:\w+ )?¶|nat[oa]|"
        r"fondat[oa]|previst[oa]|rapporti|datat[oa]|(?:firmat|sottoscritt)[oa] il ¶|"
        r"prossim[oa]|arrivat[oa] ¶|aggiornat\w+ ¶|pubblicato (?:il )?¶"
    ),
    coming="prossimo|prossima|seguente",
    elsewhere=(
        r"(?:agenzia|agenzia di stampa|diretto in|partira per|proseguira|ambasciatore (?:in|"
        r"a)|ambasciata (?:in|a)|proveniente d\w+|capitale d\w+|come|scalo)(?: (?:il|la|l'|"
        r"i))? ?¶"
    ),
    not_kind=(
        r"(?:istituzione|creazione) (?:di una|della) ¶|(?:prossima|futura|precedente|scorsa|"
        r"ultima|invit\w+ .{0,30}|effettuera una) ¶"
    ),
    talks=(
        r"colloqui|colloquio|negoziati|incontro|incontri|trattative|faccia a faccia|"
        r"bilaterale|ha ricevuto|tete-a-tete"
    ),
    meeting=r"colloqui|colloquio|incontro|incontrato|ricevuto|sessione|consultazioni|riunione",
    in_place=r"(?:a|ad|in|nella citta di) ¶",
    title_noise=words(
        "cooperazione collaborazione settore settori campo materia accordo accordi "
        "memorandum intesa protocollo convenzione relativo firmato stato due paesi governo "
        "repubblica ministero programma piano documento"
    ),
    today=r"oggi|stamane|stamattina|questa mattina|stasera|in giornata",
    yesterday=r"ieri(?: sera)?",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:dal|tra il|anni|per gli anni) (?P<a>(?:19|20)\d\d) (?:al|e il|e|ad) (?P<b>(?:19|"
            r"20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:al|e) (?P<b>(?:19|20)\d\d)",
        r"(?:fino al|entro il) (?P<b>(?:19|20)\d\d)",
        r"per (?:l'anno |il )(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted(
            "un|uno|una due tre quattro cinque sei sette otto nove dieci|"
            "decina undici dodici|"
            "dozzina tredici quattordici quindici|"
            "quindicina sedici diciassette diciotto diciannove"
        )
        | tens(
            "venti|ventina trenta|trentina quaranta cinquanta sessanta settanta ottanta novanta",
            counted("uno due tre quattro cinque sei sette otto nove"),
            "{ten}{unit}",
        )
        | {
            f"{t}{u}": n + v
            for t, n in {
                "vent": 20,
                "trent": 30,
                "quarant": 40,
                "cinquant": 50,
                "sessant": 60,
                "settant": 70,
                "ottant": 80,
                "novant": 90,
            }.items()
            for u, v in {"uno": 1, "un": 1, "otto": 8}.items()
        }
    ),
    months=numbered(
        "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|"
        "lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic"
    ),
    weekdays=days_of_week("lunedi martedi mercoledi giovedi venerdi sabato domenica"),
    noise=words(
        "il lo la i gli le l di del dello della dei degli delle d e ed a al in nel un uno "
        "una su sul sulla per con tra fra"
    ),
)
