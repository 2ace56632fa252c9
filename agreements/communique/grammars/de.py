"""German, of Germany, Austria and Switzerland."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

JOINT = r"(?:gemeinsame[nrs]? )"
TYPES = (
    (
        "memorandum_of_understanding",
        (
            r"memorand(?:um|en|a) of understanding|mou|absichtsmemorandum|"
            r"verstandigungsmemorandum|grundsatzvereinbarung|memorandum der verstandigung|"
            r"verwaltungsmemorandum|memorandum uber (?:das )?(?:gegenseitige )?verstandnis"
        ),
        r"mous|memoranda of understanding|memorandums of understanding",
    ),
    (
        "memorandum_of_cooperation",
        r"kooperationsmemorandum|memorandum (?:uber|zur) (?:die )?zusammenarbeit",
        r"kooperationsmemoranden",
    ),
    (
        "declaration_of_intent",
        rf"{JOINT}?(?:\w*absichtserklarung|willenserklarung|erklarung der absicht)",
        rf"{JOINT}?(?:\w*absichtserklarungen|willenserklarungen)",
    ),
    ("letter_of_intent", r"letter of intent|loi|absichtsschreiben", r"letters of intent"),
    ("protocol_of_intent", r"absichtsprotokoll", ""),
    (
        "exchange_of_notes",
        r"notenwechsel|notenaustausch|austausch von noten|verbalnotenaustausch",
        "",
    ),
    ("exchange_of_letters", r"briefwechsel", ""),
    ("joint_statement", r"gemeinsame[ns]? (?:statement|stellungnahme|mitteilung)", ""),
    (
        "joint_declaration",
        rf"{JOINT}(?:politische[nr]? )?(?:\w*erklarung|deklaration)",
        rf"{JOINT}(?:erklarungen)",
    ),
    ("communique", r"(?:gemeinsame[ns]? |abschluss)?kommunique", r"kommuniques"),
    (
        "twinning_agreement",
        (
            r"stadtepartnerschaft(?= zwischen)|stadtepartnerschaft(?:sabkommen|svertrag|"
            r"svereinbarung)?|"
            r"partnerschaftsabkommen der stadte|partnerschaftsurkunde"
        ),
        r"stadtepartnerschaften",
    ),
    (
        "loan_or_grant_agreement",
        r"(?:darlehens|kredit|finanzierungs|zuschuss)(?:vertrag|abkommen|vereinbarung)\w?",
        r"(?:darlehens|kredit|finanzierungs|zuschuss)(?:vertrage|abkommen|vereinbarungen)",
    ),
    (
        "framework_agreement",
        r"rahmen(?:abkommen|vertrag|vereinbarung|ubereinkommen)(?:s|es)?",
        r"rahmen(?:vertrage|vereinbarungen)",
    ),
    ("work_plan", r"arbeitsplans?", r"arbeitsplane"),
    ("action_plan", r"(?:\w*aktionsplan|mass?nahmenplan)s?", r"aktionsplane"),
    ("roadmap", r"\"?(?:road ?-?map|fahrplan)\"?", r"fahrplane"),
    (
        "arrangement",
        r"arrangements?|verwaltungsvereinbarung|ressortvereinbarung|durchfuhrungsvereinbarung",
        r"verwaltungsvereinbarungen",
    ),
    (
        "agreement",
        r"(?!(?:rahmen))\w*(?:abkommen|ubereinkommen|vereinbarung|ubereinkunft)(?:s)?|pakt",
        r"(?!(?:rahmen))\w*(?:vereinbarungen|ubereinkunfte)|pakte",
    ),
    (
        "treaty",
        (
            r"(?:\w*staatsvertrag|freundschaftsvertrag|grenzvertrag|grundlagenvertrag|"
            r"auslieferungsvertrag|vertrag)(?:s|es)?(?= (?:zwischen|uber|zur|aus|von|\d))"
        ),
        r"staatsvertrage",
    ),
    ("contract", r"\w*vertrag(?:s|es)?", r"\w*vertrage[n]?"),
    ("convention", r"konvention", r"konventionen"),
    ("minutes", r"ergebnisprotokoll|sitzungsprotokoll|niederschrift|gesprachsprotokoll", r""),
    ("protocol", r"(?:\w+)?protokolls?", r"(?:\w+)?protokolle"),
    (
        "programme",
        r"(?:arbeits|kultur|kooperations|austausch|durchfuhrungs|aktions)?programms?",
        r"(?:\w+)?programme",
    ),
    ("plan", r"(?:kooperations)?plans?", r"plane"),
    ("declaration", r"\w*erklarung|deklaration|charta", r"\w*erklarungen|deklarationen"),
    ("certificate", r"urkunde|ubergabezertifikat", r"urkunden"),
    ("memorandum", r"memorandums?", r"memoranden|memoranda"),
    ("other", r"leistungsbeschreibung|anhang|zusatz(?= zu)|ratifikationsurkunde", ""),
)

PART = (
    r"unterzeichnet|unterschrieben|geschlossen|abgeschlossen|paraphiert|verabschiedet|"
    r"ausgetauscht|vereinbart|besiegelt|ratifiziert|gezeichnet|verabredet|signiert|"
    r"angenommen|ubergeben|abgesegnet|mitunterzeichnet"
)
PAST = (
    r"unterzeichneten|unterzeichnete|unterschrieben|unterschrieb|schlossen|schloss|"
    r"paraphierten|paraphierte|verabschiedeten|tauschten|besiegelten|besiegelte|"
    r"vereinbarten|vereinbarte|unterzeichnen|unterzeichnet|unterschreiben|schliess?en|"
    r"setzten ihre unterschrift unter|setzte seine unterschrift unter|signierten"
)
ADV = (
    r"auch|ferner|zudem|auss?erdem|heute|gestern|anschliess?end|ebenfalls|danach|"
    r"schliess?lich|daruber hinaus|uberdies|gemeinsam|dabei|dort|hier|weiter|weiters|"
    r"sodann"
)
WEEK = r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"

DE = Grammar(
    code="de",
    articles=r"der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen",
    subject_after_verb=True,
    agent_after_verb=True,
    bare_agent=True,
    compounds=r"\w{5,}(?:abkommen|vereinbarung|vertrag|protokoll|programm|plan)",
    home="de",
    types=TYPES,
    weak=frozenset(
        {
            "plan",
            "programme",
            "certificate",
            "arrangement",
            "contract",
            "treaty",
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
        r"dokumente[ns]?|dokument|texte[ns]?|papiere[n]?|schriftstucke|vereinbarungstexte|"
        r"kooperationsdokumente|regierungsdokumente"
    ),
    plural_papers=(
        r"dokumente[n]?|texte[n]?|papiere[n]?|schriftstucke|vereinbarungstexte|"
        r"kooperationsdokumente|regierungsdokumente"
    ),
    not_types=(
        r"protokoll(?:abteilung|chef)|plane (?:fur|zur|der)|programm (?:des besuchs|der reise|"
        r"steht|standen)|regierungserklarung|presseerklarung|erklarung (?:abgegeben|"
        r"gegenuber)|programme (?:der|fur)|vertrags?partner|vertragsstaaten|papier aus|"
        r"unabhangigkeitserklarung"
    ),
    not_after=r"(?:chef des|leiter des) ¶",
    again=(
        r"(?:eines|eine|einer|das eine|das andere|die andere)(?= (?:uber|zu|zur|zum) )|"
        r"(?:die|der|das|ein|eine|einen) (?:erste|zweite|dritte|vierte|funfte|sechste|"
        r"letzte)[nrs]?(?: dokument| text)?(?=,| zu| uber| betrifft| regelt| ist)|(?:ein|"
        r"eine) (?:andere[rs]?|weitere[rs]?|zweite[rs]?|dritte[rs]?)(?= (?:zu|zur|uber|"
        r"betrifft|zwischen|regelt|gilt|dient|ist))"
    ),
    determiners=(
        r"der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen|dieser|diese|dieses|diesen|"
        r"ihr|ihre|ihren|sein|seine|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|mehrere|"
        r"mehreren|einige|verschiedene|neue|neuen|neues|neuer|erste|ersten|erstes|zweite|"
        r"zweiten|zweites|dritte|dritten|weitere|weiteren|weiteres|weiterer|andere|anderen|"
        r"wichtige|wichtigen|folgende|folgenden|bilaterale|bilaterales|bilateralen|"
        r"bilateraler|entsprechende|entsprechendes|umfassendes|umfassende|kein|keine|beide|"
        r"beiden|jeweils|sogenannte|gemeinsame|gemeinsames|gemeinsamen|gemeinsamer|insgesamt|"
        r"historisches"
    ),
    definite=r"der|die|das|dem|den|des|dieser|diese|dieses|diesen|ihr|ihre|beide|beiden",
    stop_left=r".+",
    ordinals=r"erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?|funfte[nrs]?|letzte[nrs]?",
    clauses=r"wahrend|und",
    conjunctives=r"dass|das|wie|als|wobei",
    ratified=r"ratifizier\w+|ratifikation",
    in_presence=(
        r"unterzeichneten|unterzeichnet (?:wurde|wurden|haben|hat)|(?:wurde|wurden|haben|"
        r"hat) [^.;]{1,200} unterzeichnet|unterzeichnungszeremonie|im beisein|in anwesenheit|"
        r"in gegenwart|zeugen|dabei, als"
    ),
    new_clause=r"dann|aber|wahrend|als|nachdem|bevor|der|die|das|und (?:hat|haben|ist)",
    clause_verbs=(
        r"hat|haben|ist|sind|war|waren|wurde|wurden|wird|werden|soll|sollen|sagte|erklarte|"
        r"unterzeichneten|betonte"
    ),
    names_of=(
        r"(?:unterzeichnet|unterschrieben|paraphiert) von|unterzeichneten|"
        r"unterschrieben|von"
    ),
    same_period=r"fur denselben zeitraum|fur den gleichen zeitraum",
    held=r"fand \w+|fanden \w+|stattgefunden|statt|empfing|empfangen|traf \w+|eroffnet",
    not_between=(
        r"(?:fluge|flugverbindung(?:en)?|strecken?|linien?|verkehr|handel|grenze|"
        r"bahnverbindung(?:en)?|distanz|brucken?|warenaustausch) ¶"
    ),
    topic_words=r"(?:themen|bereiche)",
    copulas=r"sind|waren|umfassen",
    officers=(
        r"(?:rektor(?:en|in)?|prasident(?:en|in)?|(?:general)?direktor(?:en|in)?|"
        r"leiter(?:in)?|burgermeister(?:in)?|oberburgermeister(?:in)?) (?:der|des|von)"
    ),
    between=r"zwischen",
    conjunction=r"und|sowie|&|wie auch|und zwischen|sowie zwischen",
    with_=r"mit",
    by=r"von|durch|vom",
    subject=(
        r"uber|zur|zum|zu|fur|im (?:bereich|rahmen|hinblick|gebiet|sinne|wert)|auf dem gebiet|"
        r"betreffend|bezuglich|hinsichtlich|gegen|mit|in|bei|wonach|das|die|der|welche[rs]?|"
        r"wodurch|auf|an|unter|nach|seit|wahrend|von|gilt|regelt|dient|betrifft|sieht|soll|"
        r"ist|an der|aus|am|im"
    ),
    was_signed=(
        r"(?:(?:wurde|wurden|wird|werden|ist|sind|war|waren|"
        rf"worden) )?(?:(?:{ADV}) )*(?:{PART})(?: (?:wurde|wurden|worden|werden|haben|"
        r"hat))*(?: (?:auch|ferner|zudem|heute|gestern|auss?erdem|ebenfalls))?|"
        r"unterzeichneten|unterzeichnete|schlossen|schloss|paraphierten|unterschrieb|"
        r"tragt die unterschrift|tragen die unterschriften"
    ),
    signed=rf"{PAST}|{PART}|haben|hat",
    stop_right=(
        r"(?<=, )(?:das|die|der|welche[rs]?|dessen|deren|wonach|womit|wodurch|mit dem|mit der|"
        r"durch das|das den|in dem|in der|um|wie|so|nachdem|wahrend|teilte)|im beisein|"
        r"in anwesenheit|in gegenwart|im anschluss|im rahmen (?:des|seines|ihres|"
        r"eines) (?:\w+ )?(?:besuch|staatsbesuch|arbeitsbesuch|treffen|aufenthalt)\w*|"
        rf"anlasslich|wahrend (?:des|eines|der|seines)|am (?:{WEEK})|heute|gestern|ersetzt|"
        r"ablost|soll|sollen|sieht|regelt|gilt der|gilt dem|betrifft|dient|wird|werden|haben|"
        r"hat|zielt|unterzeichnet|unterschrieben|unterschrieben die|ab(?= und|\.)|kommt hinzu|"
        r"statt"
    ),
    stop_item=(
        r"(?<=, )(?:das|die|der|welche[rs]?|wonach|mit dem|mit der|um) |(?:wurde|wurden) |"
        r"(?:unterzeichnet|geschlossen)|im beisein"
    ),
    siblings=(
        r"ist|sind|war|waren|gehoren|zahlen|befindet|darunter|umfassen|namlich|(?:und|"
        r",) (?:die )?unterzeichnung|sowie|wahrend|daruber hinaus|auss?erdem|ferner|"
        r"und(?= ein)"
    ),
    nesters=(
        r"(?:umsetzung|durchfuhrung|anwendung|anderung|verlangerung|rahmen|grundlage|"
        r"erganzung|erneuerung|zusatz|zusatzprotokoll|gemass?|aufgrund|fortfuhrung|nach|"
        r"auf basis|im sinne|zum|zur)(?: (?:des|der|eines|einer|zum|zur|dem|den|bestehenden|"
        r"von))* ?¶"
    ),
    vague=(
        r"(?:in|zu|auf) (?:verschiedenen|mehreren|zahlreichen|unterschiedlichen|vielen"
        r") (?:bereichen|gebieten|feldern|themen)"
    ),
    twins=r"stadtepartner\w+|partnerst\w+",
    relative=r"den|die|das",
    purpose=r"fur",
    topics=(
        r"uber|zu|zur|zum|fur|betreffend|auf(?= (?:den|dem) gebiete?n?)|in(?= den bereichen|"
        r" bereichen)|zu den themen|im(?= bereich)"
    ),
    copula=r"(?:ist|sind|war|waren|wurde|wurden|namlich|umfassen|betrifft) ?¶",
    city_heads=(
        r"(?:den |die |der )?(?:stadten|stadte|gemeinden|kommunen|hauptstadten|"
        r"landeshauptstadten)"
    ),
    city_of=r"(?:der |die )?(?:landeshauptstadt|hauptstadt|stadt|gemeinde)(?! \w+ (?:und|sowie))",
    tail=(
        r"auch|ferner|zudem|heute|gestern|jeweils|von|der|die|das|dem|den|des|ein|eine|einen|"
        r"einer|einem|in|an|am|im|uber|zu|zur|zum|fur|mit|ist|sind|wurde|wurden|hat|haben|"
        r"auss?erdem|schliess?lich|und ein|und eine|und einen|und das|und die|und der|"
        r"sowie ein|sowie eine|sowie einen|dabei|bei|als|um|so"
    ),
    aux_verbs=True,
    other_story=(
        r"lesen sie auch|siehe auch|mehr zum thema|foto|bild|ruckfragehinweis|ruckfragen|"
        r"weitere informationen"
    ),
    in_year=r"(?:im|in|von|seit|aus|vom|jahr|jahre|jahres|\d\.?)[^.;]{0,22}¶",
    issued=r"verabschiedet\w*|veroffentlicht\w*|unterzeichnet\w*|angenommen|abgegeben",
    continued=r"integration|(?:\w+, )?\w+ und \w+ (?:des|der|von)(?! \w+ und)",
    is_=r"(?: dokument| text)?\s*(?:,|:|ist|war|betrifft)?\s*",
    replaces=(
        r"(?:das|die|der|welche[rs]?)(?= [^.;]{1,90}(?:ablost|ersetzt|erneuert|aktualisiert|"
        r"erganzt|ablosen|ersetzen|abgelost))|anstelle|lost [^.;]{1,60} ab"
    ),
    dated=(
        r"(?:unterzeichnete[nrs]?|geschlossene[nrs]?|abgeschlossene[nrs]?) |"
        r"aus dem jahre? (?:19|20)\d\d|vom \d{1,2}\. ?\w+ (?:19|20)\d\d|von (?:19|20)\d\d|"
        r"aus (?:19|20)\d\d|in kraft|seit (?:19|20)\d\d"
    ),
    intro=(
        r"(?:im|in|bei|nach|wahrend|am|anlasslich|zum|zur|mit|unter|vor|seit|laut|auf|heute|"
        r"gestern|dabei) ?.*|auss?erdem|zudem|ferner|daruber hinaus|zuvor|anschliess?end"
    ),
    adverbs_first=(
        r"auss?erdem|zudem|ferner|daruber hinaus|zuvor|anschliess?end|auch|schliess?lich|"
        r"ebenfalls|heute|so|dabei"
    ),
    relates=(
        r"(?:die |welche )?(?:betreffen|umfassen|erstrecken sich auf|beziehen sich auf|"
        r"behandeln|decken|regeln|reichen von|es geht um|geht es um|dabei geht es um|"
        r"betreffend)(?: (?:unter anderem|die bereiche|den bereich|bereiche wie|themen wie|"
        r"vor allem|insbesondere))*|in (?:den )?bereichen(?: wie)?|auf den gebieten(?: der)?"
    ),
    field_words=(
        r"\s*(?:(?:die |der )?(?:zusammenarbeit|kooperation) (?:in |im |bei |auf )?(?:den |"
        r"dem |der )?(?:bereichen?|gebieten?|feldern?)? ?(?:wie |der |des |von )?|(?:die |"
        r"den )?(?:bereiche|bereichen|themen|gebiete|gebieten) (?:wie |der )?)"
    ),
    adverbs=(
        r"auch|ferner|zudem|auss?erdem|heute|gestern|hier|dort|ebenfalls|gemeinsam|"
        rf"am (?:{WEEK})|in \w+(?= zwischen)|in der (?:\w+ )?\w+(?= im beisein)|schliess?lich|"
        r"zudem noch|noch|weiters"
    ),
    of_=r"des|der|von|fur|betreffend|in|im|vom",
    persons=(
        r"(?:\w*minister(?:in|n|innen|s)?|\w*botschafter\w*|\w*direktor(?!ium|at)\w*|"
        r"\w*prasident(?!schaft)\w*|\w*sekretar(?!iat)\w*|gouverneur\w*|\w*burgermeister\w*|"
        r"ceo|rektor\w*|\w*chef\w*|kanzler\w*|bundesrat|bundesratin|landeshauptmann|"
        r"kommandant|\w*vertreter\w*|\w*vorsitzende\w*|amtskolleg\w*|kolleg\w*|herr|frau|dr|"
        r"prof|sein|ihr|leiter\w*|beauftragte\w*|premier\w*|konig|geschaftsfuhrer\w*|"
        r"vorstand\w*|regierungschef\w*)"
    ),
    signing=(
        rf"{PART}|{PAST}|unterzeichnung|unterschrift\w*|abschluss|paraphierung|austausch der|"
        r"zeichnung|unterzeichnen|unterschreiben|schliess?en"
    ),
    planned=(
        r"(?:soll|sollen|sollte|sollten|will|wollen|wird|werden|konnte|konnten|mochte|"
        r"mochten) (?:[^.,;]{0,80} )?(?:unterzeichnet werden|unterzeichnen|unterschreiben|"
        r"abschliess?en|schliess?en|geschlossen werden|abgeschlossen werden|"
        r"verabschiedet werden|aufnehmen|verhandeln|aushandeln|erarbeiten|prufen|vereinbaren)|"
        r"geplant\w*|planen|vorgesehen|in vorbereitung|verhandelt|verhandlungen|verhandeln|"
        r"steht (?:kurz )?vor|kurz vor|in arbeit|entwurf\w*|angestrebt|anstreben|streben|"
        r"absicht, |hofft|hoffen auf|kunftig\w*|bevorstehend\w*|nachste[nrs]? (?:jahr|monat|"
        r"woche)|nachsten (?:jahres|monat)|bis ende|bis zum jahresende|noch in diesem jahr|"
        r"vorgeschlagen|vorschlag|ausloten|in aussicht|moglich\w*|baldige\w*|zugig\w*|"
        r"beschleunig\w*"
    ),
    older=(
        r"hatten? (?:[^.,;]{0,40} )?(?:bereits|schon|zuvor|im jahr|(?:19|20)\d\d)|"
        r"seit \d{4}|in kraft|aus dem jahre? (?:19|20)\d\d|bestehend\w*|ratifizi\w+|"
        r"abgelaufen|im vergangenen jahr|letztes jahr|vor \w+ jahren|fruher\w*|"
        r"bereits (?:unterzeichnet\w*|bestehend\w*|geschlossen\w*|\d{4}|im jahr)|erinnert\w*|"
        r"historische[nrs]? (?:abkommen|vertrag)|im rahmen (?:des|der) (?:\w*abkommen|"
        r"\w*vertrag|\w*vereinbarung)\w*|auf (?:der )?grundlage|gemass?|basierend|"
        r"umsetzung des (?:abkommen|vertrag)\w*|(?:abkommen|vertrag|vereinbarung|protokoll|"
        r"memorandum) (?:von|aus|vom) (?:\d{1,2}\. ?\w+ )?(?:19|20)\d\d(?!\s*[-–])|"
        r"verlangerung|erneuerung"
    ),
    plural_heads=(
        r"\w*ministerien|regierungen|behorden|agenturen|komitees|dienste|amter|universitaten|"
        r"hochschulen|institute[n]?|akademien|\w*kammern|verbande[n]?|verwaltungen|rate[n]?|"
        r"banken|zentralbanken|museen|bibliotheken|archive[n]?|gerichte[n]?|"
        r"staatsanwaltschaften|parlamente[n]?|polizeien|zentren|gesellschaften|unternehmen|"
        r"stadte[n]?|hauptstadte[n]?|regionen|provinzen|gemeinden|stiftungen|organisationen|"
        r"schulen|kommissionen|borsen|firmen|institutionen|foderationen|ressorts|"
        r"polizeibehorden|kabinette"
    ),
    both=(
        r"(?:der |die |den |zwischen den )?(?:beiden|beider|beide) (?:lander[n]?|staaten|"
        r"nationen|regierungen|seiten|republiken|volker[n]?|hauptstadte[n]?|stadte[n]?|"
        r"parteien)|beiderseits"
    ),
    counterpart=(
        r"(?:sein|ihr|dessen|deren)\w* (?:\w+ )?(?:amtskolleg\w*|pendant|gegenuber|"
        r"counterpart|partner(?:behorde|ministerium)\w*)"
    ),
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|ag|gmbh|konzern|"
                r"\w*gesellschaft|\w*unternehmen|firma|holding|bahn|\w*bahnen|"
                r"airlines|se|kg|ltd|llc|inc|s\.?a\.?|spa|konsortium|gruppe|werke|stadtwerke|"
                r"bank ag|"
                r"kfw|energie ag|post ag|telekom|flughafen"
            ),
        ),
        (
            "university",
            (
                r"\w*universitat|universitaten|\w*hochschule|\w*akademie fur verwaltung|"
                r"diplomatische akademie|fakultat|schule|\w*institut fur technologie|eth"
            ),
        ),
        ("city", r"stadt|stadte|gemeinde|hauptstadt|landeshauptstadt|kommune|magistrat"),
        (
            "region",
            (
                r"region|provinz|bundesland|land|kanton|freistaat|bezirk|gebiet|gouvernement|"
                r"landesregierung|oblast|landkreis|prafektur"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|akademie der wissenschaften|"
                r"\w*akademie|union|\w*kammer|\w*verband|stiftung|"
                r"museum|"
                r"federation|foderation|bund|partei|club|liga|gewerkschaft|kulturzentrum|theater|"
                r"rotes kreuz|roten kreuz|halbmond|olympisches komitee|verein"
            ),
        ),
        (
            "agency",
            (
                r"\w*ministerium(?:s)?|\w*ministerien|agentur|\w*agentur|komitee|\w*dienst|"
                r"\w*behorde|"
                r"\w*amt|amt|\w*institut(?:s)?|\w*zentrum|\w*zentrums|rat|buro|kommission|"
                r"direktion|"
                r"\w*direktion|inspektion|verwaltung|\w*verwaltung|\w*sekretariat(?:s)?|fonds|"
                r"\w*bibliothek|\w*archiv|staatsanwaltschaft|\w*gericht|gerichtshof|parlament|"
                r"bundestag|nationalrat|versammlung|senat|zentralbank|nationalbank|staatsbank|"
                r"bundesbank|\w*bank|\w*polizei|zoll|zollverwaltung|botschaft|organisation|"
                r"anstalt|"
                r"kasse|labor|laboratorium|bundeswehr|armee|garde|rundfunk|fernsehen|"
                r"nachrichtenagentur|kanzleramt|bundeskanzleramt|auss?endepartement|departement|"
                r"\w*departement|\w*kanzlei|borse|fraunhofer|generaldirektion|rechnungshof|"
                r"einrichtung|forschungszentrum|giz|rats?"
            ),
        ),
    ),
    governments=r"(?:bundes)?regierung(?:en)?",
    government=(
        r"(?:bundes|staats|fo|zentral)?regierung(?:en)?|kabinett|ministerrat|bundesrat|"
        r"republik|konigreich(?:s)?|staat(?:es)?|foderation|furstentum(?:s)?|emirat(?:s)?|"
        r"sultanat(?:s)?|bundesrepublik|eidgenossenschaft|(?:islamische|demokratische|"
        r"arabische|volks|sozialistische|foderale|vereinigte)[nr]?|volksrepublik"
    ),
    rulers=(
        r"(?:bundes|staats)?prasident(?:en|in|innen)?|(?:premier|minister)(?:minister(?:in|n|"
        r"s)?|prasident(?:en|in)?)|premier|staatsoberhaupt(?:er|ern)?|staatschef(?:s|in)?|"
        r"regierungschef(?:s|in)?|konig(?:in)?|emir|sultan|(?:bundes)?kanzler(?:in|s)?|"
        r"kronprinz|staats- und regierungschefs|gross?herzog"
    ),
    not_rulers=(
        r"(?:vize|vize-|ex-|ex|alt|fruhere[rn]?|ehemalige[rn]?|stellvertretende[rn]?|"
        r"designierte[rn]?)[- ]?¶|(?:parlaments|nationalrats|landtags|universitats)¶"
    ),
    not_ruler_of=(
        r",? (?:der|des|von|vom) ?(?:akademie|kammer|bank|gesellschaft|verband\w*|universitat|"
        r"union|rat\w*|gericht\w*|foderation|senat\w*|versammlung|institut\w*|kommission|"
        r"komitee\w*|parlament\w*|stiftung|behorde|nationalrat\w*|wirtschaftskammer|"
        r"bundesrat\w*)"
    ),
    presence=(
        r"beisein|anwesenheit|gegenwart|wohnt\w* [^.]{0,40}bei|zeugen|dabei|unter den augen|"
        r"leitung|vorsitz|wahrend|nach|anschluss|besuch\w*|staatsbesuch\w*|gesprach\w*|"
        r"treffen|begegnung|im rahmen|einladung|zeremonie|anlasslich|am rande|beobacht\w*"
    ),
    ministers=(
        r"(?<!premier)(?<!prime )(?!ministerprasident)(?:\w*auss?en|\w*innen|\w*wirtschafts|"
        r"\w*verkehrs|\w*bildungs|\w*finanz|\w*umwelt|\w*justiz|\w*kultur|\w*landwirtschafts|"
        r"\w*energie|\w*gesundheits|\w*arbeits|\w*verteidigungs|\w*fach|\w*ressort|vize|"
        r")minister(?:in|n|innen|s)?|\w*ministerien|gouverneur\w*|botschafter\w*|"
        r"staatssekretar\w*|delegation\w*|direktor\w*|bundesratin|bundesrat"
    ),
    heads_passive=(
        r"(?:prasidenten|staatschefs|regierungschefs|staatsoberhaupter) (?:unterzeichneten|"
        r"verabschiedeten|haben)"
    ),
    before_name=(
        r"der|die|das|des|von|und|sein|seine|ihr|ihre|seinem|exzellenz|s\.?\s?e\.?|herr|frau|"
        r"dr|mag|general|oberst|marschall|scheich|republik|konigreichs|staates|amtskolleg\w*|"
        r"majestat|hoheit|konigliche|foderation|bundesrepublik|demokratischen|islamischen|"
        r"arabischen|volksrepublik|\([a-z]{2,3}\)|\.|regierung"
    ),
    after_name=(
        r"prasident|premier|minister|und|konig|der|die|das|in|am|im|hat|haben|war|waren|ist|"
        r"sind|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|bei|mit|zu|wurde|"
        r"wurden|sowie"
    ),
    kinds=(
        (
            "virtual_summit",
            (
                r"virtuelle[rsn]? (?:gipfel|treffen|zeremonie)|video-?konferenz|videoschaltung|"
                r"online-gipfel"
            ),
        ),
        ("state_visit", r"staatsbesuch\w*"),
        ("official_visit", r"offizielle[rnsm]? (?:\w+ )?besuch\w*"),
        ("working_visit", r"arbeitsbesuch\w*"),
        (
            "intergovernmental_commission",
            (
                r"(?:gemischte[rnm]?|zwischenstaatliche[rnm]?|gemeinsame[rnm]?|bilaterale[rnm]?|"
                r"intergouvernementale[rnm]?) (?:\w*kommission|\w*ausschuss\w*|"
                r"wirtschaftskommission)|"
                r"regierungskommission|wirtschaftskommission|mischkommission|lenkungsausschuss"
            ),
        ),
        (
            "council_session",
            (
                r"kooperationsrat\w*|strategische[rn]? (?:rat|dialog)|koordinationsrat\w*|"
                r"partnerschaftsrat\w*"
            ),
        ),
        ("summit", r"\w*gipfel\w*|regierungskonsultationen"),
        ("forum", r"\w*forums?"),
        ("visit", r"besuch\w*|reise|visite|weiterreist|aufenthalt|\w*reise"),
    ),
    total_words=(
        r"dokumente[n]?|\w*abkommen|\w*vereinbarungen|\w*absichtserklarungen|memoranden|"
        r"memoranda|protokolle|texte|papiere|\w*vertrage[n]?|ubereinkommen|erklarungen|mous|"
        r"memoranda of understanding|schriftstucke"
    ),
    adjectives=(
        r"neue[nr]?|weitere[nr]?|andere[nr]?|bilaterale[nr]?|wichtige[nr]?|gemeinsame[nr]?|"
        r"verschiedene[nr]?|folgende[nr]?|zusatzliche[nr]?|der|den|die|insgesamt|"
        r"zwischenstaatliche[nr]?|entsprechende[nr]?"
    ),
    these=r"(?:diese[nr]?|jene[nr]?|beide[nr]?|die|der|den)(?: \w+)? ¶",
    in_total=r"insgesamt|in summe|zusammen|alles in allem",
    by_bodies=(
        r"von den (?:ministern|ministerien|fachministern|ressorts)|"
        r"zwischen den ministerien"
    ),
    number_after=(
        r"(?: unterzeichnet)?(?:: | beliefen sich auf | sind es ) ?(?P<n>\d{1,3}|[a-z]+)(?= |"
        r"\.|,|$)"
    ),
    listing=(
        r"folgende[nrs]?(?: \w+)?|darunter|unter anderem|dabei handelt es sich|namlich|"
        r"es handelt sich|umfassen|zahlen|im einzelnen|unter ihnen|wie folgt|liste der"
    ),
    partial=r"darunter|unter anderem|insbesondere|etwa|unter ihnen",
    besides=r"auss?erdem|zudem|ferner|daruber hinaus|neben|zusatzlich|weiters|abgesehen",
    qualifiers=(
        ("more_than", r"mehr als|uber"),
        ("at_least", r"mindestens|nicht weniger als|wenigstens"),
        ("about", r"etwa|rund|ungefahr|circa|ca|fast|knapp"),
        ("up_to", r"bis zu"),
    ),
    history=(
        r"seit (?:\d{4}|jahren|der)|bisher|bislang|bis heute|in der vergangenheit|"
        r"in den letzten|bereits|bestehende\w*|rechtsrahmen|fruher"
    ),
    not_day=(
        r"(?:seit|bis|vor|nach|ab) (?:dem |zum |der )?(?:\w+ )?¶|geboren|gegrundet|geplant|"
        r"beziehungen|vom ¶|nachste[nrm]?|reist\w* (?:am )?¶|weiter\w* ¶|der am ¶|die am ¶|"
        r"stand ¶"
    ),
    coming="kommenden|kommender|nachsten|nachster|folgenden",
    elsewhere=(
        r"(?:nachrichtenagentur|agentur|weiter nach|weiter in|reist nach|botschafter in|"
        r"botschaft in|aus|hauptstadt von|wie|auf dem weg nach|nach)(?: (?:der|die|den|"
        r"dem))? ?¶"
    ),
    not_kind=(
        r"(?:einrichtung|grundung|schaffung) einer ¶|(?:nachste[nrm]?|kunftige[nr]?|"
        r"fruhere[nr]?|letzte[nr]?|bevorstehende[nr]?|einladung zu(?:m| einem)|gegen) ¶"
    ),
    talks=(
        r"gesprach\w*|verhandlungen|treffen|unterredung|begegnung|empfangen|empfing|"
        r"vier-augen-gesprach|zusammenkunft"
    ),
    meeting=r"gesprach\w*|treffen|traf|empfangen|empfing|sitzung|tagung|konsultationen|begegnung",
    in_place=r"(?:in|im|in der stadt) ¶",
    title_noise=words(
        "zusammenarbeit bereich bereiche gebiet abkommen vereinbarung memorandum "
        "understanding protokoll vertrag absichtserklarung unterzeichnet wurde beide beiden "
        "lander regierung republik ministerium programm plan dokument uber gemeinsame"
    ),
    today=r"heute|heutigen?|an diesem tag",
    yesterday=r"gestern|gestrigen?",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?(?:[-–/]|bis)\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:von|zwischen|jahre|die jahre) (?P<a>(?:19|20)\d\d) (?:bis|und|"
            r"sowie) (?P<b>(?:19|"
            r"20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:bis|und) (?P<b>(?:19|20)\d\d)",
        r"bis (?:zum jahr |ende |zum jahre )?(?P<b>(?:19|20)\d\d)",
        r"fur (?:das jahr |das )?(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted(
            "ein|eins|eine|einen zwei drei vier funf sechs sieben acht neun zehn elf zwolf|"
            "dutzend dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn"
        )
        | tens(
            "zwanzig dreissig|dreisig vierzig funfzig sechzig siebzig achtzig neunzig",
            counted("ein zwei drei vier funf sechs sieben acht neun"),
            "{unit}und{ten}",
        )
    ),
    months=numbered(
        "januar|janner|jan februar|feber|feb marz|mar april|apr mai juni|jun juli|jul august|"
        "aug september|sept|sep oktober|okt november|nov dezember|dez"
    ),
    weekdays=days_of_week(
        "montag|montagabend dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"
    ),
    noise=words(
        "der die das dem den des und in im am ein eine einer eines einem einen uber fur zur "
        "zum zu mit zwischen von"
    ),
)
