"""French, of Europe and of Africa."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

OF = r"(?:d'|de |d e )"
TYPES = (
    (
        "memorandum_of_understanding",
        (
            r"(?:memorandum|memoire|protocole|memo|accord) d'(?:entente|accord|intente|"
            r"entende)(?: et de cooperation)?|memorandum (?:de comprehension|d'accord|"
            r"d'entente)(?: mutuelle)?|memorandum of understanding|mou|protocole d'entente"
        ),
        (
            r"(?:memorand(?:a|ums)|memorandas|memoires|protocoles|memos) d'(?:entente|accord|"
            r"intente)(?: et de cooperation)?|memorand(?:a|ums) de comprehension|mous"
        ),
    ),
    (
        "memorandum_of_cooperation",
        r"memorandum de (?:cooperation|collaboration)",
        r"memorand(?:a|ums) de (?:cooperation|collaboration)",
    ),
    ("memorandum_of_intent", r"memorandum d'intentions?", r"memorand(?:a|ums) d'intentions?"),
    ("letter_of_intent", r"lettre d'intentions?|lettre d'engagement", r"lettres d'intentions?"),
    ("letter_of_cooperation", r"lettre de cooperation", r"lettres de cooperation"),
    (
        "declaration_of_intent",
        r"declaration (?:conjointe |commune )?d'intentions?",
        r"declarations (?:conjointes |communes )?d'intentions?",
    ),
    ("protocol_of_intent", r"protocole d'intentions?", r"protocoles d'intentions?"),
    (
        "exchange_of_notes",
        r"echange de notes(?: verbales| diplomatiques)?|notes? verbales? d'echange",
        r"echanges de notes",
    ),
    ("exchange_of_letters", r"echange de lettres", r"echanges de lettres"),
    (
        "joint_declaration",
        r"declaration (?:politique )?(?:conjointe|commune)",
        r"declarations (?:conjointes|communes)",
    ),
    ("joint_statement", r"communique de presse conjoint|vision (?:conjointe|commune)", ""),
    (
        "communique",
        r"communique(?: final)?(?: conjoint| commun)?(?! de presse)",
        r"communiques (?:conjoints|communs)",
    ),
    (
        "twinning_agreement",
        (
            r"jumelage(?= (?:entre|des villes))|(?:accord|convention|protocole|acte|"
            r"charte|pacte) (?:de jumelage|"
            r"d'amitie et de jumelage)"
        ),
        r"(?:accords|conventions|protocoles) de jumelage",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:accord|convention|contrat) (?:de |d')(?:pret|don|financement|credit|subvention|"
            r"credit acheteur)"
        ),
        r"(?:accords|conventions|contrats) (?:de |d')(?:prets?|dons?|financement|credit)",
    ),
    (
        "framework_agreement",
        r"accord[- ]cadre|convention[- ]cadre|accord general",
        r"accords[- ]cadres?|conventions[- ]cadres?",
    ),
    (
        "arrangement",
        r"arrangement(?: administratif| technique| particulier)?|entente administrative",
        r"arrangements(?: administratifs| techniques)?",
    ),
    (
        "agreement",
        r"accord|pacte|entente(?= entre| sur| relative)|avenant",
        r"accords|pactes|avenants",
    ),
    ("treaty", r"traite", r"traites"),
    ("convention", r"convention", r"conventions"),
    ("contract", r"contrat", r"contrats"),
    (
        "minutes",
        (
            r"proces[- ]verba(?:l|ux)(?: agree)?|compte[- ]rendu de (?:la|cette) (?:session|"
            r"reunion)|releve de conclusions"
        ),
        "",
    ),
    ("protocol", r"protocole", r"protocoles"),
    ("action_plan", r"plans? d'actions?(?: conjoint| commun)?|programme commun d'actions?", r""),
    ("work_plan", r"plan de travail", r"plans de travail"),
    ("roadmap", r"\"?feuille de route\"?", r"\"?feuilles de route\"?"),
    (
        "programme",
        (
            r"programme(?: d'actions?| d'execution| executif| d'application| d'activites|"
            r" de cooperation| d'echanges)?"
        ),
        r"programmes",
    ),
    ("plan", r"plan(?: de cooperation| de mesures| de mise en ouvre| conjoint)?", r"plans"),
    ("declaration", r"declaration", r"declarations"),
    (
        "certificate",
        r"certificat|acte de remise|instruments? de ratification remis",
        r"certificats",
    ),
    ("memorandum", r"memorandum", r"memorand(?:a|ums)"),
    (
        "other",
        (
            r"lettre de (?:soutien|mission)|termes de reference|cahier des charges|charte|annexe|"
            r"additif"
        ),
        r"chartes|annexes",
    ),
)

LOOSE = (
    r"echangee?s?|remise?s?|arretee?s?|publiee?s?|passee?s?|etablie?s?|"
    r"rendue?s? publi(?:c|cs|que|ques)|validee?s?|intervenue?s?|soumise?s? a la signature"
)
DONE = (
    r"(?:co)?signee?s?|paraphee?s?|conclue?s?|scellee?s?|adoptee?s?|approuvee?s?|"
    r"ratifiee?s?|initialee?s?|endossee?s?|finalisee?s?|enterinee?s?|formalisee?s?"
)
AUX = (
    r"a|ont|avait|avaient|est|sont|fut|furent|etait|etaient|ayant|ayant ete|a ete|ont ete|"
    r"avait ete|avaient ete|vient d'etre|viennent d'etre|vient de|viennent de|ete"
)
ADV = (
    r"egalement|aussi|ensuite|enfin|conjointement|ainsi|en outre|notamment|par ailleurs|"
    r"de meme|deja|bien|tous|toutes|solennellement|officiellement|hier|aujourd'hui|"
    r"par la suite|a cette occasion|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
FINITE = (
    r"signent|signe|paraphent|paraphe|concluent|conclut|scellent|adoptent|echangent|"
    r"ont echange|a echange|ont publie|a publie|ont remis|ont procede a l'echange d[e']|"
    r"signerent|parapherent|conclurent|signaient|signait|apposerent|signant|paraphant"
)
WEEK = r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"

FR = Grammar(
    code="fr",
    articles=r"le|la|les|un|une|des|du|l|d|de",
    adjective_follows=True,
    subject_after_verb=True,
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
        }
    ),
    papers=r"documents?|textes?|instruments?(?: juridiques?| bilateraux)?|actes?",
    plural_papers=r"documents|textes|instruments(?: juridiques| bilateraux)?|actes",
    not_types=(
        r"accord (?:de principe|parfait|sur le fait|pour|qui regne)|plans? (?:bilateral|"
        r"regional|international|economique|politique|multilateral|culturel|diplomatique|"
        r"humain|national|securitaire|commercial|juridique|social)|programme (?:de (?:la|sa|"
        r"cette) visite|prevoit|du chef)|actes? (?:de|terroriste|d')|protocole (?:d'etat|"
        r"sanitaire)|charte des nations|contrats? de travail|traite (?:par|avec|de)|"
        r"declaration (?:a la presse|de presse|liminaire)|texte (?:de|du|d') |"
        r"passee?s? (?:en revue|par)"
    ),
    not_after=(
        r"(?:chef|service|direct\w+|chefs|direction) du ¶|d'un commun ¶|(?:mise?s?|tombee?s?|"
        r"etre|sont|etaient) d'¶|(?:en|plein) ¶"
    ),
    again=(
        r"(?:l'un|l'autre|l'une)(?= (?:sur|relati\w+|portant|concernant|dans|"
        r"en matiere|pour) )|(?:un|une)(?= (?:sur|relati[fv]e?|portant|concernant) )|"
        r"(?:le |la |l'|un |une )?(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|"
        r"cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|derniere?|"
        r"tiers)(?: (?:document|texte|accord|instrument|acte))?(?=,| est| a | porte| concerne|"
        r" vise| traite| a trait| relatif| portant| consacre| de | sur | entre |$)|(?:un|"
        r"une) autres?(?= (?:sur|entre|relati|concern|portant|pour|dans|en |a ete))|"
        r"l'autre(?= (?:sur|entre|relati|concern|portant|pour|dans|en |a ete|porte|,))|celui|"
        r"celle|ceux|celles"
    ),
    determiners=(
        r"le|la|les|l|un|une|des|du|d|de|au|aux|ce|cet|cette|ces|son|sa|ses|leurs?|deux|trois|"
        r"quatre|cinq|six|sept|huit|neuf|dix|onze|douze|plusieurs|divers|diverses|quelques|"
        r"nouveau|nouvel|nouvelle|nouveaux|nouvelles|premier|premiere|deuxieme|second|seconde|"
        r"troisieme|quatrieme|dernier|autre|autres|important|importants|importante|"
        r"importantes|present|dit|different|differents|differentes|certains|certaines|tout|"
        r"tous|toutes|seul|seule|meme|ledit|ladite|lesdits|vaste|historique"
    ),
    definite=r"le|la|les|l|du|au|aux|ce|cet|cette|ces|son|sa|ses|leurs?|ledit|ladite|lesdits",
    stop_left=r".+",
    nesters=(
        r"(?:ouvre|application|execution|modification|renouvellement|cadre|vertu|titre|"
        r"complement|suivi|reconduction|amendement|extension|prorogation|modifiant|completant|"
        r"amendant|prorogeant|lies? a|relati\w+ (?:a|au)|prevue?s? par|issue?s? de)(?: (?:de|"
        r"du|des|d'|a|au|un|une|le|la|les|l'))* ?¶"
    ),
    vague=(
        r"(?:dans|portant sur|sur) (?:plusieurs|divers|differents|de nombreux|diverses) "
        r"(?:domaines|secteurs|questions)"
    ),
    twins=r"jumel\w+",
    relative=r"que|qui",
    purpose=r"pour",
    topics=(
        r"sur|portant (?:sur|creation)|relati(?:f|fs|ve|ves) (?:a|au|aux)|concernant|"
        r"dans(?= (?:les|le|des) (?:\w+ )?(?:domaines?|secteurs?|filieres?))|en matiere|"
        r"en(?= matiere)|ayant trait|touchant|pour"
    ),
    copula=r"(?:est|sont|fut|etait|etaient|soit|s'agit|a savoir|notamment|figurent?) ?¶",
    city_heads=(
        r"(?:les )?(?:villes|communes|municipalites|capitales|mairies)(?: respectives)?(?: de|"
        r" d')?"
    ),
    city_of=r"villes? (?:de|d'|du)(?! la | l')|communes? (?:de|d')|municipalites? (?:de|d')",
    tail=(
        r"egalement|aussi|enfin|conjointement|respectivement|notamment|de|du|des|la|le|les|un|"
        r"une|l|d|a|au|aux|en|sur|pour|par|avec|puis|a ete|ont ete|est|sont|ensuite|dont|"
        r"entre|autres|s|ainsi|que|ce|d'|l'|et enfin|et d'|et de|et l'|et la|et le|"
        r"par ailleurs|de plus"
    ),
    aux_verbs=True,
    other_story=(
        r"a lire aussi|lire aussi|lire egalement|voir aussi|sur le meme sujet|photo|"
        r"credit photo|suivez|partager"
    ),
    in_year=r"(?:en|de|depuis|du|des|\d)[^.;]{0,22}¶",
    issued=r"publie\w*|adopte\w*|rendu public|signe\w*|emis",
    continued=r"du|des|de la|de l'|et (?:de la|du|des|de l')",
    is_=(
        r"(?: document| texte| accord| instrument| acte)?\s*(?:,|:|est|etait|concerne|"
        r"porte sur|vise|a trait a|consiste en|etant|s'intitule)?\s*"
    ),
    replaces=(
        r"(?:qui|lequel|laquelle|et) (?:remplace|remplacera|abroge|annule|se substitue|"
        r"complete|actualise|succede|met a jour|modifie|met fin)\w*|en remplacement|remplacant"
    ),
    ordinals=(
        r"premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|"
        r"derniere?"
    ),
    clauses=r"tandis que|alors que|et",
    conjunctives=r"que|lorsque|quand",
    ratified=r"ratifi(?:e|er|ent|cation)\w*",
    in_presence=(
        r"(?:ont|a) (?:\w+ )?(?:signe|paraphe|conclu)|signent|signe par|"
        r"ceremonie de signature|en presence|ont assiste|echanges? des? documents|"
        r"viennent de signer"
    ),
    new_clause=r"puis|mais|alors|tandis|lorsque|apres|avant|et (?:a|ont|il|elle|ils)|qui|dont",
    clause_verbs=(
        rf"{FINITE}|proced\w+|"
        r"a|ont|est|sont|etait|etaient|sera|seront|doit|doivent|declare|souligne|annonce|"
        r"signe|signent|indique"
    ),
    names_of=r"signee?s? par|paraphee?s? par|par|porte la signature de",
    same_period=r"pour la meme periode|sur la meme periode",
    held=(
        r"s'est (?:tenu|ouvert|deroule)\w*|a eu lieu|se tient|se sont (?:tenus|clotures)|"
        r"a recu|est arrive"
    ),
    not_between=(
        r"(?:vols?|liaisons?|lignes?|route|trafic|transport|frontiere|echanges|commerce|"
        r"ferroviaire|aerienn\w+|distance|ponts?) ¶"
    ),
    topic_words=r"(?:themes?|sujets?|domaines?)",
    copulas=r"sont|etaient",
    officers=(
        r"(?:recteurs?|directeurs? general|directrices? generale|directeurs? generaux|"
        r"directeurs?|gouverneurs?|maires?|presidents?-directeurs? generaux|pdg|"
        r"directrices?) (?:de l'|de la|des|du|de|d')"
    ),
    between=r"entre(?! autres?)|liant|unissant",
    conjunction=r"et|&|ainsi que(?: de)?|ainsi qu'(?:avec)?|et avec|et entre",
    with_=r"avec",
    by=r"par",
    subject=(
        r"sur|pour|dans|en (?:matiere|vue|faveur|ce qui)|relati(?:f|fs|ve|ves)|portant|"
        r"concernant|visant|destinee?s?|ayant trait|ayant pour|touchant|afin|aux fins|"
        r"consacree?s?|au titre|a l'egard|au sujet|a propos|contre|lie(?:e|s|es)? (?:a|au)|"
        r"en matiere|prevoyant|instituant|etablissant|fixant|definissant|creant|a travers|"
        r"permettant|encadrant|tendant|qui|que|dont|dedie(?:e|s|es)?|regissant|autorisant|"
        r"a (?:la|l'|des|un|une|titre)|au|aux|de (?:cooperation|partenariat)|sous|apres|lors|"
        r"depuis|avant|pendant|durant"
    ),
    was_signed=(
        rf"(?:(?:{AUX}) )?(?:(?:{ADV}) )?(?:ete )?(?:(?:{ADV}) )?(?:{DONE})|"
        rf"(?:{AUX}) (?:(?:{ADV}) )?(?:ete )?(?:{LOOSE})|echanges (?:entre|par)|"
        r"porte(?:nt)? (?:la signature|les signatures)|vu la signature"
    ),
    signed=(
        r"(?:(?:a|ont|avait|avaient|ayant|vient de|viennent de|devaient|"
        rf"venaient de) )?(?:(?:{ADV}) )?(?:{DONE}|signer|parapher|conclure|procede (?:a|"
        r"aussi a|ensuite a|egalement a) (?:la |l')?(?:signature|echange|paraphe)(?: de| d')?|"
        r"procede a la signature|appose\w* (?:leurs? |sa |ses )?(?:signatures?|"
        rf"paraphes?)(?: au bas| sur)?)|{FINITE}|proced(?:ent|erent) a la signature"
    ),
    stop_right=(
        r"(?:qui|que|qu'|dont|lequel|laquelle|lesquels|lesquelles|duquel|ou (?!de|d')|"
        r"au terme duquel|aux termes duquel)"
        r"|en (?:presence|marge|presences)|sous (?:la presidence|le regard|les yeux|l'egide|"
        r"l'oil|le patronage|le haut patronage)|(?:lors|au cours|a l'issue|a l'occasion|"
        r"au terme|a la faveur|en conclusion|a la fin|au sortir) (?:de|d'|du|des)|"
        r"dans le cadre (?:de (?:la|sa|cette|leur) (?:\w+ )?visite|du sejour|de son sejour)|"
        r"(?:apres|avant) (?:un|une|des|la|le|l'|les|leur|son|deux|trois)"
        rf"|(?:ce |le |ce jour |des ce )?(?:{WEEK})|hier|aujourd'hui|ce matin|afin (?:de|d'|"
        r"que)|alors que|tandis que|selon|a (?:indique|declare|annonce|souligne|note|precise|"
        r"ajoute|lance)|vise(?:nt)?|doi(?:t|vent)|devrai(?:t|ent)|permettra|permettront|"
        r"permet(?:tent)?|prevoi(?:t|ent)|porte(?:nt)? sur|concerne(?:nt)?|fixe(?:nt)? |"
        r"facilitera|sera|seront|est (?:le|la|l'|un|destine)|constitue|en plus d|outre |"
        r"par ailleurs|grace auquel|entrera|respectivement|etabli(?:t|ssent)|remplace|devant |"
        r"d'une valeur|d'un montant"
    ),
    stop_item=(
        rf"(?:qui|que|dont|lequel|laquelle) |(?:a|ont) ete (?:{DONE})|(?:signee?s?|"
        r"paraphee?s?) (?:par|le|pour)|vise(?:nt)? a|permettra|en presence"
    ),
    siblings=(
        r"parmi (?:lesquels|lesquelles)|est|sont|etait|figurent?|comprennent|dont|notamment|"
        r"a savoir|et d'autre part|(?:et|,) (?:de |d')?(?:la |l')?signature|ainsi qu[e']|"
        r"de meme qu[e']|tandis qu[e']|alors qu[e']|en plus d[e']|et enfin|puis"
    ),
    dated=(
        r"(?:signee?s?|conclue?s?|paraphee?s?|adoptee?s?) (?:(?:a|en|au|le|entre|"
        r"par) [^,;.]{0,50}?)?(?:en|le|depuis|du) (?:\w+ )?(?:\d{1,2} )?(?:\w+ )?(?:19|"
        r"20)\d\d|date[es]? d[ue]|du \d{1,2}(?:er)? \w+ (?:19|20)\d\d|de (?:19|"
        r"20)\d\d(?! (?:a|et)\b)|datant d[eu]|en vigueur|conclue?s? en \d{4}"
    ),
    intro=(
        r"(?:au|a|a l'|aux|apres|avant|lors|en|dans|durant|pendant|sous|dans le|par|pour|"
        r"a cette|avec|outre|de son|de leur|suite|vendredi|samedi|dimanche|lundi|mardi|"
        r"mercredi|jeudi|hier|aujourd'hui|ce) ?.*|egalement|par ailleurs|ensuite|enfin|"
        r"en outre|auparavant|en effet"
    ),
    adverbs_first=(
        r"par ailleurs|egalement|ensuite|enfin|en outre|en effet|de son cote|de leur cote|"
        r"pour leur part|pour sa part|c'est (?:\w+ )?(?:apres-midi |matin |"
        r"soir )?(?:a \w+ )?que"
    ),
    relates=(
        r"(?:qui |lesquels |lesquelles )?(?:portent|portant|concernent|concernant|couvrent|"
        r"couvrant|touchent|relatifs|relatives|ont trait|ayant trait|s'etendent|englobent|"
        r"visent)(?: (?:a|au|aux|sur|notamment|essentiellement|principalement|respectivement|"
        r"en particulier)){0,3}(?: (?:les|des|aux) (?:domaines|"
        r"secteurs)(?: suivants)?(?: :)?(?: (?:de la|de l'|des|du|de|d'))?)?|"
        r"dans les (?:domaines|secteurs)(?: suivants)?(?: (?:de|des|du|d'|notamment|"
        r"aussi divers que))?"
    ),
    field_words=(
        r"\s*(?:(?:la )?cooperation (?:dans|en) (?:les? |matiere )?(?:domaines?|"
        r"secteurs?)? ?(?:de la |de l'|des |du |de |d')?|les? (?:domaines?|secteurs?|"
        r"filieres?) (?:suivants ?:? ?)?(?:de la |de l'|des |du |de |d')?|matiere (?:de |d'))"
    ),
    adverbs=(
        r"egalement|aussi|hier|aujourd'hui|ici|a cette occasion|ensuite|enfin|conjointement|"
        rf"(?:ce |le )?(?:{WEEK})(?: \d{{1,2}} \w+)?|a \w+(?= entre)|le \d{{1,2}} \w+|"
        r"dans la (?:matinee|soiree|journee)|notamment"
    ),
    of_=r"de|du|des|d|relati\w+|en|a",
    persons=(
        r"ministres?|vice-ministres?|ambassad\w+|direct(?:eurs?|rices?)(?: general\w*)?|"
        r"presidents?|presidentes?|secretaires?|gouverneurs?|maires?|pdg|recteurs?|adjoints?|"
        r"chefs?|premiers?|commissaires?|responsables?|commandants?|m|mm|mme|mmes|dr|pr|son|"
        r"sa|homologues?|prefets?|delegues?|conseillers?|charges?|doyens?|chancelier\w*|"
        r"plenipotentiaires?"
    ),
    signing=(
        rf"{DONE}|signatures?|signer|signant|parapher|paraphes?|conclusion|conclure|"
        rf"echange (?:des|d')|{FINITE}|lient|lies par|apposer?|remise (?:de|des)|"
        r"sanctionnee?s? par|documents? signes"
    ),
    planned=(
        r"(?:sera|seront|serait|seraient) (?:\w+ )?(?:signe|paraphe|conclu|adopte|finalise|"
        r"ratifie|revise|revue?|negocie|soumis|ouvert|mis)\w*|(?:devrait|devraient|doit|"
        r"doivent|devait|devaient|pourrait|pourraient|peut|peuvent) (?:\w+ )?(?:etre |aboutir|"
        r"deboucher|signer|conclure|permettre la signature)|signeront|signera|parapheront|"
        r"concluront|conclura|sur le point de|en vue de (?:signer|conclure|la signature|"
        r"la conclusion)|prevoit de|prevoient de|prevue?s? pour|(?:est|sont) prevue?s?|"
        r"envisage\w*|projets? (?:d'accord|de convention|de memorandum|de protocole|de traite|"
        r"d'un accord)"
        r"|negoci\w+|pourparlers|a l'etude|en preparation|en cours d[e']|en discussion|"
        r"reste a|restent a|n'est pas (?:encore )?achevee?|s'engagent a (?:signer|conclure)|"
        r"souhait\w+ (?:signer|conclure|la (?:signature|conclusion))|appel\w+ a (?:signer|"
        r"conclure|la (?:signature|conclusion))|convenu(?:s|es|e)? (?:de|d') ?(?:signer|"
        r"conclure|elaborer|preparer|lancer|entamer|accelerer|negocier|finaliser|mettre|"
        r"reviser|ouvrir|la conclusion)|accelerer|finaliser|prochaine (?:signature|"
        r"conclusion)|prochainement|l'an prochain|l'annee prochaine|d'ici (?:a )?(?:la fin|"
        r"fin|\d{4}|l'ete|decembre)|avant la fin|propos\w+|la possibilite|perspectives? (?:de|"
        r"d')|a (?:annonce|promis) (?:la signature|la conclusion)|nouvelle convention sera|"
        r"en attendant|bientot"
    ),
    older=(
        r"(?:avaient|avait) (?:deja )?(?:signe|conclu|paraphe) (?:[^.;]{0,80} )?(?:en|"
        r"le|des) (?:\d{1,2} \w+ )?(?:19|20)\d\d|avaient deja|"
        r"depuis (?:\d{4}|le \d)|en vigueur|(?:signee?s?|conclue?s?|paraphee?s?) (?:en|le|"
        r"depuis|des) (?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d|date[es]? d[ue]|datant|ratifi\w+|"
        r"expir\w+|l'an dernier|l'annee derniere|il y a \w+ ans|anterieur\w*|precedemment|"
        r"(?:bonne|etat de) (?:la )?(?:mise en ouvre|application)|rappel\w+|deja lies?|"
        r"deja signe\w*|historique (?:accord|traite)|conformement|en vertu|sur la base|"
        r"dans le cadre (?:de l'accord|du traite|de la convention|du memorandum|des accords)|"
        r"salue\w* (?:la bonne |l')?(?:application|mise|entree)|(?:accord|traite|convention|"
        r"protocole|memorandum) (?:de|du) (?:\d{1,2} \w+ )?(?:19|20)\d\d(?!\s*[-–])|"
        r"renouvellement|reconduction"
    ),
    plural_heads=(
        r"ministeres|gouvernements|departements|agences|comites|services|autorites|offices|"
        r"universites|instituts|academies|chambres|associations|administrations|conseils|"
        r"banques|musees|bibliotheques|archives|cours|parquets|parlements|polices|"
        r"chancelleries|diplomaties|douanes|centres|compagnies|societes|villes|capitales|"
        r"regions|provinces|communes|municipalites|operateurs|fondations|organisations|ecoles|"
        r"directions|commissions|bourses|entreprises|institutions|federations|armees|"
        r"patronats|tresors"
    ),
    both=(
        r"(?:des |les |aux |de |entre les |nos )?(?:deux|trois|leurs deux) (?:pays|etats|"
        r"nations|parties|gouvernements|capitales|villes|republiques|royaumes|"
        r"peuples)(?: (?:freres|amis|voisins))?|des deux (?:cotes|rives)|leurs (?:pays|etats|"
        r"gouvernements) respectifs|les deux"
    ),
    counterpart=r"(?:son|sa|leurs?|ses) (?:\w+ )?homologues?",
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|societe|societes|compagnie|"
                r"compagnies|groupe|entreprise|entreprises|sa|sarl|"
                r"spa|"
                r"holding|banque (?:commerciale|agricole|populaire|atlantique)|corporation|"
                r"operateur|"
                r"consortium|filiale|airlines|airways|llc|ltd|inc|gmbh|bank|petroleum|telecom|"
                r"energie sa|chemins de fer|port autonome|office cherifien"
            ),
        ),
        (
            "university",
            (
                r"universites?|ecoles?(?: normale| superieure| nationale)?|"
                r"instituts? (?:polytechnique|superieur|universitaire)|faculte|"
                r"academie (?:diplomatique|militaire|de police)"
            ),
        ),
        (
            "city",
            r"villes?|communes?|municipalites?|mairies?|arrondissement|hotel de ville|capitale",
        ),
        (
            "region",
            (
                r"regions?|provinces?|wilayas?|prefectures?|departements? de [a-z]+(?= et)|"
                r"districts?|"
                r"gouvernorats?|oblast|canton|collectivites?|cercle|conseil regional|"
                r"conseil general|"
                r"territoire"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|academie des sciences|academie|"
                r"union|chambres?|associations?|fondation|musee|"
                r"federation|confederation|ordre|parti|club|ligue|syndicat|centre culturel|"
                r"theatre|"
                r"croissant-rouge|croix-rouge|comite olympique|patronat|conseil d'affaires"
            ),
        ),
        (
            "agency",
            (
                r"ministeres?|agences?|comites?|services?|autorites?|departements?|offices?|"
                r"instituts?|centres?|conseils?|bureaux?|commissions?|directions?(?: generale)?|"
                r"inspections?|administrations?|secretariats?|fonds|bibliotheques?|archives?|"
                r"parquet|"
                r"cours?(?: supreme| des comptes| constitutionnelle)|parlement|assemblee|senat|"
                r"banque(?: centrale| nationale| d'etat)?|tresor|police|douanes?|ambassade|"
                r"organisations?|organisme|tribunal|caisse|regie|laboratoires?|gendarmerie|armee|"
                r"garde|radio|television|radiodiffusion|presse|haut-commissariat|haute autorite|"
                r"imprimerie|observatoire|cellule|mediateur|institution|chancellerie|"
                r"etat-major|bourse"
            ),
        ),
    ),
    governments=r"gouvernements?",
    government=(
        r"gouvernements?(?: federal)?|cabinet(?: des ministres)?|conseil des ministres|"
        r"republique(?: (?:islamique|democratique|populaire|federale|arabe|socialiste|unie|"
        r"cooperative|bolivarienne))*|royaume(?:-uni| hachemite)?|etat|federation|principaute|"
        r"emirat|sultanat|union|confederation|cabinet"
    ),
    rulers=(
        r"presidents?|presidentes?|premiers? ministres?|premiere ministre|chefs? (?:de l'etat|"
        r"d'etat|de gouvernement|du gouvernement|de l'executif|des deux etats)|chefs d'etat|"
        r"roi|reine|souverains?|emir|sultan|chanceli(?:er|ere)|prince heritier|monarque|"
        r"sa majeste|grand-duc|dirigeants|leaders|numero un"
    ),
    not_rulers=(
        r"(?:vice|ex|ancien|ancienne|futur|defunt|feu|vice-|sous)[- ]¶|(?:du|de la|"
        r"au) ¶(?= de l'assemblee)"
    ),
    not_ruler_of=(
        r",? (?:de la|de l'|du|des|d'un|de) ?(?:academie|chambre|banque|societe|association|"
        r"universite|union|conseil|cour|federation|confederation|senat|assemblee|institut|"
        r"commission|comite|parlement|groupe|section|delegation|region|tribunal|fondation|"
        r"patronat|haute|autorite|agence|directoire)|de la partie|directeur|du jury"
    ),
    presence=(
        r"presence|presences|assist\w*|temoins?|regard|sous les yeux|presid(?:e|ee|es|ees|er|"
        r"ait|aient|ant|erent)|devant|lors|au cours|a l'issue|au terme|apres|visite|sejour|"
        r"entretiens?|tete-a-tete|rencontre|suite a|en marge|a l'occasion|dans le cadre|"
        r"a l'invitation|ceremonie presidee|supervise\w*|rehausse\w*|parraine\w*"
    ),
    ministers=(
        r"(?<!premier )(?<!premiers )(?<!premiere )ministres?|vice-ministres?|ministeres|"
        r"gouverneurs?|ambassad\w+|secretaires? (?:d'etat|general\w*)|delegations?|"
        r"responsables|directeurs?"
    ),
    heads_passive=(
        r"(?:presidents|chefs d'etat|dirigeants|premiers ministres) (?:ont )?(?:egalement |"
        r"aussi )?(?:signe|publie|adopte|rendu public)"
    ),
    before_name=(
        r"de|la|le|les|l|du|des|et|son|sa|excellence|s\.?\s?e\.?\s?m?|m|mme|mr|dr|pr|general|"
        r"colonel|marechal|cheikh|republique|royaume|etat|homologue|majeste|altesse|royale|"
        r"sir|federation|federale|democratique|populaire|islamique|arabe|unie|hote|d|"
        r"\([a-z]{2,3}\)|\.|ministre|gouvernement|conseil|respectivement|elu"
    ),
    after_name=(
        r"president|premier|ministre|et|roi|le|la|les|a|ont|au|en|dans|lundi|mardi|mercredi|"
        r"jeudi|vendredi|samedi|dimanche|de|du|des|qui|s"
    ),
    kinds=(
        (
            "virtual_summit",
            (
                r"sommet virtuel|visio-?conference|video-?conference|par visioconference|"
                r"reunion virtuelle|en ligne"
            ),
        ),
        ("state_visit", r"visites? d'etat"),
        (
            "official_visit",
            (
                r"visites? officielles?(?: d'amitie)?(?: et de travail)?|visites? (?:d'amitie|de "
                r"travail) et officielle|visite d'amitie et de travail"
            ),
        ),
        ("working_visit", r"visites? de travail(?: et d'amitie)?|visites? d'amitie et de travail"),
        (
            "intergovernmental_commission",
            (
                r"(?:grande |haute )?commissions? (?:nationale )?(?:mixtes?|bilaterales?|"
                r"intergouvernementales?|conjointes?|permanentes?|ministerielles?|technique|"
                r"paritaire)|comite mixte|comite (?:intergouvernemental|conjoint)|"
                r"commission (?:de|"
                r"pour la) cooperation|haute commission mixte"
            ),
        ),
        (
            "council_session",
            (
                r"(?:grand |haut )?conseil (?:de (?:cooperation|partenariat|coordination|"
                r"concertation)|strategique|superieur|interministeriel)|haut[- ]comite|"
                r"comite (?:strategique|de haut niveau)|seminaire gouvernemental|"
                r"reunion de haut niveau|rencontre de haut niveau"
            ),
        ),
        ("forum", r"forum(?: \w+)?"),
        ("summit", r"sommets?(?! de l'etat)"),
        ("visit", r"visites?|sejour|deplacement|tournee|arrivee? (?:hier|ce|a)|en mission"),
    ),
    total_words=(
        r"documents?|accords?|conventions?|memorand(?:a|ums?)|protocoles?|textes?|"
        r"instruments?|traites|contrats?|ententes|actes|mous?|pactes|arrangements?|"
        r"lettres d'intention|declarations? d'intention|programmes?|feuilles de route"
    ),
    adjectives=(
        r"nouveaux|nouvelles|nouvel|nouveau|autres?|bilateraux|principaux|importants?|"
        r"importantes?|grands|grandes|differents|differentes|divers|diverses|projets|de|"
        r"cooperation|accords|et|conventions|memorandums|memoranda|memorandas|protocoles|d'|d|"
        r"entente|partenariat|en|tout|total|textes|documents|premiers|premieres|lettres|"
        r"principales|actes"
    ),
    these=r"(?:ces|ceux|les|lesdits|ledit|des)(?: \w+)? ¶",
    in_total=r"au total|en tout|un total de|totalis\w+|au nombre de|en totalite|dans l'ensemble",
    by_bodies=(
        r"par les (?:ministres|ministeres|responsables|institutions)|"
        r"entre (?:les )?ministeres"
    ),
    number_after=(
        r"(?: de cooperation)?(?: signes| paraphes)?,? (?:au nombre de|sont au nombre de|"
        r"s'eleve a|a atteint|est de|:) (?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?= |\.|,|$)"
    ),
    listing=(
        r"(?:les )?(?:\w+ ){0,2}(?:suivants|suivantes|ci-apres)|parmi (?:les|ces|ceux)|"
        r"il s'agit|on y (?:trouve|releve|note|compte)|a savoir|figurent?|notamment|"
        r"comprennent|comportent|sont les suivants|liste|comme suit|incluent|entre autres|"
        r"on peut citer|on (?:note|compte|retient|cite)|ce sont|respectivement|s'y (?:joint|"
        r"joignent|ajoute|ajoutent)"
    ),
    partial=r"parmi|notamment|entre autres?|en particulier|dont|tels? que",
    besides=(
        r"en plus|outre|par ailleurs|de plus|en outre|a cote|au-dela|egalement|hormis|"
        r"independamment"
    ),
    qualifiers=(
        ("more_than", r"plus d(?:e|'un|'une)?|plus d'|au-dela de|pres de plus de"),
        ("at_least", r"au moins|pas moins d(?:e|')|au minimum"),
        ("about", r"environ|une|quelque|quelques|pres d(?:e|')|autour de|a peu pres"),
        ("up_to", r"jusqu'a"),
    ),
    history=(
        r"depuis|a ce jour|jusque-la|jusqu'ici|par le passe|ces dernieres annees|"
        r"au cours des \w+ dernieres|auparavant|deja signe\w*|existants?|en vigueur|"
        r"cadre juridique|historiquement"
    ),
    not_day=(
        r"(?:depuis|jusqu'au|d'ici|avant|apres|des|a partir) (?:le |du |au )?(?:\w+ )?¶|ne le|"
        r"fondee?|prevue?s?|prevue? (?:pour|le)|relations|datee?|(?:signee?s?|conclue?s?) le¶|"
        r"prochaine?|arrivee? ¶|(?:a|avait) (?:debute|entame|commence) ¶|la veille ¶|reporte|"
        r"publie (?:le )?(?:\w+ )?¶|mis a jour (?:le )?¶"
    ),
    coming="prochain|prochaine|suivant",
    elsewhere=(
        r"(?:agence|agence de presse|en route pour|quittera|se rendra|poursuivra|"
        r"ambassadeur (?:a|en|au)|ambassade (?:a|en|au)|venant d[eu']|en provenance d[eu']|"
        r"capitale d[eu']|tels? que|banque|etape|escale|notamment)(?: (?:la|le|l'|du|de|en|"
        r"au))? ?¶"
    ),
    not_kind=(
        r"(?:creation|mise en place|portant creation) d'une ¶|(?:precedente?|derniere?|"
        r"prochaine?|future?|recente?|autre|lors de sa|invite\w* .{0,20}|preparation|pour|"
        r"retour|premiere|une|la \d{4}|en \d{4}|effectuera|prevoit|prochainement|"
        r"a l'invitation .{0,20})(?: \w+)? ¶(?=impossible)|(?:prochaine|precedente|future|"
        r"invite\w* (?:a effectuer )?une|effectuera une|rendra une|derniere|lors de la) ¶"
    ),
    talks=(
        r"entretiens?|tete-a-tete|pourparlers|negociations|audience|s'est entretenu|"
        r"se sont entretenus|s'etaient entretenus|seance de travail|discussions"
    ),
    meeting=(
        r"entretiens?|tete-a-tete|pourparlers|reunion|rencontre|recu|recue|discussions|"
        r"consultations|session|travaux"
    ),
    in_place=r"(?:a|au|en|dans la ville de) ¶",
    title_noise=words(
        "cooperation domaine domaines secteur secteurs matiere accord accords memorandum "
        "entente protocole convention portant relatif relative signe signes ete deux pays "
        "gouvernement republique ministere programme plan partenariat document texte"
    ),
    today=r"aujourd'hui|ce (?:matin|soir|jour)|cet apres-midi|ce meme jour",
    yesterday=r"hier(?: soir)?",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:de|entre|du|des annees|annees|les annees) (?P<a>(?:19|20)\d\d) (?:a|et|au|"
            r"jusqu'en) (?P<b>(?:19|20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:a|et) (?P<b>(?:19|20)\d\d)",
        r"(?:jusqu'en|jusqu'a|a l'horizon|d'ici (?:a )?) ?(?:fin )?(?P<b>(?:19|20)\d\d)",
        r"(?:pour|au titre de) (?:l'annee |l'an |l'exercice )?(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted(
            "un|une deux trois quatre cinq six sept huit neuf dix onze douze|douzaine treize "
            "quatorze quinze|quinzaine seize dix-sept dix-huit dix-neuf"
        )
        | tens(
            "vingt|vingtaine trente|trentaine quarante cinquante soixante",
            counted("un deux trois quatre cinq six sept huit neuf"),
            "{ten}-{unit}",
            "{ten} {unit}",
            "{ten} et {unit}",
            "{ten}-et-{unit}",
        )
        | {"dizaine": 10}
        | {
            f"soixante-{w}": 60 + n
            for w, n in counted(
                "dix et-onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf", 10
            ).items()
        }
        | {"quatre-vingts": 80, "quatre-vingt": 80}
        | {
            f"quatre-vingt-{w}": 80 + n
            for w, n in counted(
                "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
                "quinze "
                "seize dix-sept dix-huit dix-neuf"
            ).items()
        }
    ),
    months=numbered(
        "janvier|janv fevrier|fevr mars avril|avr mai juin juillet|juil aout septembre|"
        "sept octobre|oct novembre|nov decembre|dec"
    ),
    weekdays=days_of_week("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    noise=words(
        "le la les l de du des d et a au aux en un une sur pour par dans entre avec ce cette"
    ),
)
