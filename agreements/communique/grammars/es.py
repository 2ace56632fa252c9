"""Spanish, of Spain and of America."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

UNDERSTANDING = r"(?:mas )?de (?:mutuo )?entendimiento(?: mutuo)?(?: y cooperacion)?"
COOPERATION = r"de (?:cooperacion|colaboracion)"

TYPES = (
    (
        "memorandum_of_understanding",
        (
            r"(?:memorandum|memorando|convenio|acta|carta|protocolo|acuerdo|"
            rf"nota) {UNDERSTANDING}|"
            r"memorandum of understanding|mou|mde"
        ),
        (
            r"(?:memorandums|memorandos|memoranda|memorandas|convenios|actas|cartas|protocolos|"
            rf"acuerdos) {UNDERSTANDING}|mous"
        ),
    ),
    (
        "memorandum_of_cooperation",
        rf"(?:memorandum|memorando) {COOPERATION}",
        rf"(?:memorandums|memorandos|memoranda) {COOPERATION}",
    ),
    (
        "memorandum_of_intent",
        r"(?:memorandum|memorando) de intencion(?:es)?",
        r"(?:memorandums|memorandos|memoranda) de intencion(?:es)?",
    ),
    (
        "letter_of_intent",
        r"carta de intencion(?:es)?|carta de compromiso|carta intencion",
        r"cartas de intencion(?:es)?",
    ),
    ("letter_of_cooperation", rf"carta {COOPERATION}", rf"cartas {COOPERATION}"),
    (
        "declaration_of_intent",
        r"declaracion (?:conjunta )?de intencion(?:es)?|manifestacion de intencion(?:es)?",
        r"declaraciones (?:conjuntas )?de intencion(?:es)?",
    ),
    ("protocol_of_intent", r"protocolo de intencion(?:es)?", r"protocolos de intencion(?:es)?"),
    (
        "exchange_of_notes",
        (
            r"(?:canje|intercambio) de notas(?: diplomaticas| reversales| verbales)?|"
            r"notas reversales"
        ),
        r"(?:canjes|intercambios) de notas",
    ),
    ("exchange_of_letters", r"(?:canje|intercambio) de cartas", ""),
    (
        "joint_declaration",
        r"declaracion (?:presidencial |politica )?conjunta|declaracion comun",
        r"declaraciones conjuntas",
    ),
    ("joint_statement", r"comunicado de prensa conjunto|manifiesto conjunto", ""),
    ("communique", r"comunicado (?:final )?conjunto|comunicado final", r"comunicados conjuntos"),
    (
        "twinning_agreement",
        (
            r"hermanamiento(?= entre)|(?:acuerdo|convenio|acta|carta|protocolo|"
            r"declaracion) de (?:hermanamiento|"
            r"ciudades hermanas)"
        ),
        r"(?:acuerdos|convenios|actas) de hermanamiento",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:acuerdo|convenio|contrato) (?:de )?(?:prestamo|donacion|financiamiento|"
            r"financiacion|credito|subvencion)"
        ),
        (
            r"(?:acuerdos|convenios|contratos) de (?:prestamo|donacion|financiamiento|"
            r"financiacion|credito)s?"
        ),
    ),
    (
        "framework_agreement",
        r"(?:acuerdo|convenio)[- ]marco|convencion marco",
        r"(?:acuerdos|convenios)[- ]marco",
    ),
    (
        "arrangement",
        r"arreglo(?: administrativo| complementario)?|entendimiento tecnico",
        r"arreglos(?: administrativos)?",
    ),
    (
        "agreement",
        (
            r"acuerdo(?: complementario| interinstitucional| especifico| general| bilateral|"
            r" sede)?|convenio(?: complementario| interinstitucional| especifico| bilateral|"
            r" basico)?|pacto"
        ),
        r"acuerdos|convenios|pactos",
    ),
    ("treaty", r"tratado", r"tratados"),
    ("convention", r"convencion", r"convenciones"),
    ("contract", r"contrato", r"contratos"),
    (
        "minutes",
        r"acta (?:final|de la (?:reunion|sesion|comision)|de la \w+ (?:reunion|sesion))|minuta",
        r"",
    ),
    ("protocol", r"protocolo", r"protocolos"),
    ("action_plan", r"plan(?:es)? (?:conjunto )?de accion(?:es)?(?: conjunta)?", ""),
    ("work_plan", r"plan de trabajo", r"planes de trabajo"),
    ("roadmap", r"\"?hoja de ruta\"?", r"\"?hojas de ruta\"?"),
    ("programme", r"programa(?: ejecutivo| de cooperacion| de intercambio)?", r"programas"),
    ("plan", r"plan(?: de cooperacion| conjunto| operativo)?", r"planes"),
    ("declaration", r"declaracion", r"declaraciones"),
    ("certificate", r"certificado|acta de entrega", r"certificados"),
    ("memorandum", r"memorandum|memorando", r"memorandums|memorandos|memoranda"),
    (
        "other",
        (
            r"(?:\w+ )?(?:adenda|addendum|enmienda)|carta(?= de apoyo)|terminos de referencia|"
            r"anexo|acta(?= de| sobre| para| entre)"
        ),
        r"adendas|enmiendas|anexos",
    ),
)

ROOT = (
    r"firmad|suscrit|suscript|rubricad|sellad|adoptad|aprobad|intercambiad|canjead|"
    r"concluid|celebrad|ratificad|acordad|pactad|emitid|presentad|concretad|formalizad|"
    r"alcanzad|entregad|inicialad|cerrad"
)
DONE = rf"(?:{ROOT})[oa]s?"
PAST = (
    r"firmo|firmaron|suscribio|suscribieron|rubrico|rubricaron|sello|sellaron|adopto|"
    r"adoptaron|aprobo|aprobaron|intercambio|intercambiaron|canjeo|canjearon|concluyo|"
    r"concluyeron|emitieron|emitio|concreto|concretaron|formalizo|formalizaron|alcanzo|"
    r"alcanzaron|firma|firman|suscribe|suscriben|rubrica|rubrican|sellan|intercambian|"
    r"adoptan|cerraron|cierran|logran|lograron|pactaron|acordaron(?= un| el| la)|"
    r"estamparon su firma en|estampo su firma en|pusieron su firma en|firmaban|suscribian"
)
ADV = (
    r"tambien|ademas|asimismo|luego|posteriormente|hoy|ayer|igualmente|conjuntamente|"
    r"despues|anoche"
)
WEEK = r"lunes|martes|miercoles|jueves|viernes|sabado|domingo"

ES = Grammar(
    code="es",
    articles=r"el|la|los|las|un|una|del|al|de|lo",
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
            "minutes",
        }
    ),
    papers=(
        r"documentos?|textos?|instrumentos?(?: juridicos?| bilaterales?| internacionales|"
        r" de cooperacion)?|compromisos?"
    ),
    plural_papers=(
        r"documentos|textos|instrumentos(?: juridicos| bilaterales| internacionales|"
        r" de cooperacion)?|compromisos"
    ),
    not_types=(
        r"acuerdos? (?:con (?:el|la|lo|los)|a (?:lo|la)|en (?:que|lo)|al que|mutuo|de que)|"
        r"planes (?:para|de (?:inversion|viaje|futuro))|programa de (?:la|su|esta) visita|"
        r"protocolo (?:del estado|de estado|presidencial|oficial)|plan de gobierno|"
        r"contratos? laborales|declaracion(?:es)? a (?:la prensa|los medios)|"
        r"carta de las naciones|texto de|texto del|compromisos? (?:de|con|del|por|a|que|"
        r"aduaner|asumid|adquirid|polit)"
    ),
    not_after=(
        r"(?:de|en|estuvieron de|estan de) ¶|(?:jefe|director|directora|oficina|"
        r"jefatura) de[l]? ¶|(?:comun|mutuo) ¶"
    ),
    again=(
        r"un[oa](?= (?:de (?:cooperacion|entendimiento|colaboracion)|en|relativ[oa]|"
        r"al|del?) )|otr[oa](?= (?:en|del?) )|"
        r"(?:el |la )?(?:primer|primero|primera|segundo|segunda|tercer|tercero|tercera|cuarto|"
        r"cuarta|quinto|quinta|sexto|sexta|septimo|septima|octavo|octava|noveno|decimo|ultimo|"
        r"ultima)(?: (?:documento|texto|instrumento|de ellos|de ellas|de estos|acuerdo))?(?=,|"
        r" es | corresponde| fue | se refiere| trata| versa| sobre | entre | consiste|"
        r" contempla| establece)|(?:un |una )?otr[oa](?: mas)?(?= (?:sobre|entre|para|en|de|"
        r"relativ|referid|fue|con))|un[oa] mas(?= (?:sobre|entre|para|en|de))|"
        r"un[oa](?= (?:sobre|entre|para|relativ))"
    ),
    determiners=(
        r"el|la|los|las|un|una|unos|unas|este|estos|estas|ese|esa|dicho|dicha|dichos|dichas|"
        r"su|sus|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|diversos|"
        r"diversas|algunos|algunas|nuevo|nueva|nuevos|nuevas|primer|primero|primera|segundo|"
        r"segunda|tercer|tercero|tercera|cuarto|cuarta|quinto|otro|otra|otros|otras|"
        r"importante|importantes|citado|siguiente|siguientes|mismo|cada|ambos|ambas|del|al|"
        r"presente|sendos|sendas|historico|mencionado"
    ),
    definite=(
        r"el|la|los|las|del|al|este|esta|estos|estas|dicho|dicha|dichos|dichas|su|sus|ambos|"
        r"ambas|citado|mencionado"
    ),
    stop_left=r".+",
    nesters=(
        r"(?:implementacion|ejecucion|aplicacion|modificacion|renovacion|marco|virtud|titulo|"
        r"complementari[oa]|seguimiento|enmienda|adenda|adendum|extension|prorroga|"
        r"modificatorio|al amparo|anexo|cumplimiento|referid\w+|relativ\w+)(?: (?:de|del|al|a|"
        r"un|una|el|la|los|las))* ?¶"
    ),
    vague=(
        r"(?:en|sobre) (?:varias|varios|diversas|diversos|distintas|distintos|diferentes|"
        r"multiples) (?:areas|ambitos|sectores|campos|materias|temas)"
    ),
    twins=r"herman\w+",
    relative=r"que",
    purpose=r"para",
    topics=(
        r"sobre|para|relativ[oa]s? (?:a|al)|referentes? (?:a|al)|en(?= (?:materia|las areas|"
        r"los ambitos|los sectores|areas|temas|materias|sectores))|en materia"
    ),
    copula=r"(?:es|son|fue|fueron|sea|trata de|saber|incluye|corresponde a) ?¶",
    city_heads=(
        r"(?:las |los )?(?:ciudades|municipios|municipalidades|alcaldias|capitales|"
        r"ayuntamientos)(?: de)?"
    ),
    city_of=r"(?:ciudad|municipio|municipalidad|alcaldia) (?:de|del)(?! la )",
    tail=(
        r"tambien|ademas|asimismo|conjuntamente|respectivamente|de|del|la|el|los|las|un|una|"
        r"en|a|al|sobre|para|por|con|es|son|fue|fueron|se|luego|finalmente|y finalmente|"
        r"y tambien|y por ultimo|por ultimo|e|y un|y una|y el|y la|y de|que|y tambien de|hoy|"
        r"asi como|ha|han"
    ),
    aux_verbs=True,
    other_story=(
        r"mas noticias|lea tambien|lea mas|le puede interesar|te puede interesar|ver mas|foto|"
        r"noticias relacionadas|vea tambien|compartir"
    ),
    in_year=r"(?:en|de|desde|del|\d)[^.;]{0,22}¶",
    issued=r"emiti\w+|adopt\w+|public\w+|firm\w+|suscrib\w+",
    continued=r"del|de la|de los|de las|de(?! un| una)|a traves",
    is_=(
        r"(?: documento| texto| instrumento| acuerdo| de ellos| de ellas)?\s*(?:,|:|es|fue|"
        r"corresponde a|consiste en|trata de|se refiere a|sera)?\s*"
    ),
    replaces=(
        r"(?:que|el cual|la cual) (?:sustituye|reemplaza|deroga|actualiza|reemplazara|"
        r"sustituira|modifica|renueva)\w*|en reemplazo|en sustitucion"
    ),
    ordinals=(
        r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|"
        r"octav[oa]|ultim[oa]"
    ),
    clauses=r"mientras que|mientras|y",
    conjunctives=r"que|cuando|donde|como",
    ratified=r"ratific(?:o|a|ar|aron|acion|ado)\w*",
    in_presence=(
        r"firmaron|firmo|suscribieron|suscribio|rubricaron|se firm\w+|ceremonia de (?:firma|"
        r"suscripcion)|en presencia|presencia\w*|intercambi\w+|atestigu\w+"
    ),
    new_clause=r"luego|pero|mientras|cuando|despues|antes|y (?:ha|han|se|fue)|que|quien|quienes",
    clause_verbs=(
        rf"{PAST}|proced\w+|"
        r"ha|han|es|son|fue|fueron|estara|sera|dijo|informo|firmaron|firmo|suscribieron|"
        r"senalo|preciso|afirmo|tiene|tienen|busca"
    ),
    names_of=r"(?:firmad|suscrit|rubricad)[oa]s? por|por|llevan? la firma de",
    same_period=r"para el mismo per[ii]odo|por el mismo per[ii]odo",
    held=(
        r"se (?:celebro|realizo|llevo a cabo|efectuo|desarrollo)|tuvo lugar|recibio|arribo|"
        r"llego"
    ),
    not_between=(
        r"(?:vuelos?|rutas?|lineas?|carreteras?|trafico|transporte|frontera|comercio|"
        r"intercambio comercial|ferroviari\w+|distancia|puentes?|conexion(?:es)?) ¶"
    ),
    topic_words=r"(?:temas?|areas?|materias?)",
    copulas=r"son|fueron|incluyen",
    officers=(
        r"(?:rector(?:es|a)?|director(?:es|a)? general(?:es)?|director(?:es|a)?|"
        r"gobernador(?:es|a)?|alcaldes?|alcaldesa|gerentes? generales?|"
        r"presidente ejecutivo) (?:de la|de los|de las|del|de)"
    ),
    between=r"entre(?! otr[oa]s| los (?:cuales|que)| las (?:cuales|que)| ellos| ellas| est[oa]s)",
    conjunction=r"y|e|&|asi como|y tambien|junto con|y entre",
    with_=r"con",
    by=r"por",
    subject=(
        r"sobre|para|en (?:materia|el|la|los|las|torno|areas|temas|cuanto)|relativ[oa]s?|"
        r"referid[oa]s?|referentes?|acerca|respecto|contra|con el (?:fin|objetivo|objeto|"
        r"proposito)|a fin|destinad[oa]s?|orientad[oa]s?|enfocad[oa]s?|vinculad[oa]s?|"
        r"relacionad[oa]s?|que|por (?:el|la) (?:que|cual)|mediante|dirigid[oa]s?|"
        r"encaminad[oa]s?|tendientes?|en|con miras|por|al|a traves|bajo|desde|tras|durante|"
        r"concerniente|dentro|de (?:cooperacion|colaboracion|asistencia)"
    ),
    was_signed=(
        rf"se (?:{PAST})|(?:(?:fue|fueron|ha sido|han sido|habia sido|habian sido|es|son|era|"
        rf"eran|quedo|quedaron|ser|siendo|ha|han|he) )?(?:(?:{ADV}) )?(?:{DONE})|"
        r"lleva(?:n)? la firma|fue objeto de firma"
    ),
    signed=(
        rf"se (?:{PAST})|(?:{PAST})|(?:ha|han|habian|habia|fueron|fue|"
        rf"haber) (?:(?:{ADV}) )?(?:sido )?(?:{DONE})|proced\w+ a (?:la )?(?:firma|suscripcion|"
        r"rubrica)(?: del?)?|firmar|suscribir|rubricar|firmando"
    ),
    stop_right=(
        r"(?:que|quien|quienes|cual|el cual|la cual|los cuales|las cuales|donde|cuyo|cuya|"
        r"cuyos|cuyas|mediante el cual|mediante la cual|por el cual|por la cual|en (?:el|"
        r"la) que)"
        r"|en (?:presencia|el marco|ocasion)|ante (?:la presencia|el)|(?:durante|tras|"
        r"luego de|despues de|al termino|al cierre|al finalizar|al concluir|con motivo|"
        r"con ocasion|en el contexto|previo a|antes de)|(?:este|el|la noche del|ayer|hoy|"
        rf"anoche)(?: pasado)? ?(?:{WEEK})|(?:{WEEK})|hoy|ayer|anoche|segun|mientras|asi lo|"
        r"informo|dijo|preciso|senalo|afirmo|busca(?:n)?|permitira(?:n)?|permite(?:n)?|"
        r"pretende(?:n)?|tiene(?:n)? (?:como|por)|contempla(?:n)?|establece(?:n)?|preve(?:n)?|"
        r"sera(?:n)?|esta(?:n)? destinad|facilitara|ademas de|aparte de|entrara|"
        r"respectivamente|tendra|regira|con el que|con la que|por un monto|por valor|asistid"
    ),
    stop_item=(
        rf"(?:que|mediante el cual|el cual|la cual|cuyo|cuya) |(?:fue|fueron) (?:{DONE})|"
        rf"(?:{DONE}) (?:por|hoy|el {WEEK})|permitira|busca|en presencia"
    ),
    siblings=(
        r"entre l[oa]s (?:cuales|que)(?: figuran?| destacan?| se encuentran?)?|entre ell[oa]s|"
        r"es|son|esta|estan|figuran?|incluyen?|destacan?|a saber|corresponde a|(?:y|"
        r",) (?:la )?firma|asi como|mientras|y (?:tambien|ademas)|ademas de|junto con|"
        r"se firm\w+"
    ),
    dated=(
        r"(?:firmad|suscrit|concluid|celebrad|ratificad)[oa]s? (?:(?:en|el|entre|"
        r"por) [^,;.]{0,50}?)?(?:en|el|desde|"
        r"de) (?:\w+ )?(?:\d{1,2} )?(?:de )?(?:\w+ )?(?:de )?(?:19|20)\d\d|fechad[oa]|"
        r"de(?:l)? (?:\d{1,2} de \w+ de )?(?:19|20)\d\d(?! (?:a|al|y)\b)|vigentes?|que data|"
        r"en vigor"
    ),
    intro=(
        r"(?:en|durante|tras|al|con|por|a|bajo|ante|luego|despues|para|como|desde|segun|hoy|"
        r"ayer|este|esta|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)) ?.*|"
        r"tambien|ademas|asimismo|igualmente|posteriormente|por su parte|finalmente"
    ),
    adverbs_first=(
        r"tambien|ademas|asimismo|igualmente|posteriormente|por su parte|finalmente|luego|"
        r"de igual forma|de igual manera|por otra parte|por otro lado|hoy|precis\w+ que|"
        r"informo que|indico que|anadio que"
    ),
    relates=(
        r"(?:que |los cuales |las cuales )?(?:abarcan|cubren|se refieren|versan|tratan|"
        r"comprenden|incluyen|abordan|atanen|conciernen|referidos|referidas|relativos|"
        r"relativas|relacionados|relacionadas)(?: (?:a|al|sobre|con|de|areas como|temas como|"
        r"temas de|las areas de|los ambitos de|los sectores de|los temas de))*|"
        r"en (?:las areas|los ambitos|los sectores|las materias|areas|materia|materias|temas|"
        r"sectores|ambitos)(?: de| como| como la| tales como)?"
    ),
    field_words=(
        r"\s*(?:(?:la )?(?:cooperacion|colaboracion) en (?:materia de |el ambito de |"
        r"los ambitos de |las areas de |el area de )?|(?:las |los |el |la )?(?:areas?|"
        r"ambitos?|sectores|sector|campos?|materias?|temas?) (?:de la |de los |del |de |como |"
        r"tales como ))"
    ),
    adverbs=(
        r"tambien|ademas|asimismo|hoy|ayer|aqui|igualmente|luego|posteriormente|conjuntamente|"
        rf"este (?:{WEEK})|el (?:{WEEK})|en \w+(?= entre)|la noche del (?:{WEEK})|la (?:manana|"
        rf"tarde|noche) (?:del? )?(?:hoy|{WEEK})|respectivamente|por ambas partes"
    ),
    of_=r"de|del|relativ\w+|en|a",
    persons=(
        r"ministr[oa]s?|viceministr[oa]s?|embajador\w*|director\w*|president[ea]s?|"
        r"vicepresident[ea]s?|secretarios?|subsecretari[oa]s?|gobernador\w*|alcaldes?|"
        r"alcaldesa|ceo|rector\w*|jef[ea]s?|canciller(?:es)?|vicecanciller|mandatari[oa]s?|"
        r"titular(?:es)?|superintendente|comandante|representantes?|delegad[oa]s?|"
        r"funcionari[oa]s|homolog[oa]s?|sr|sra|dr|dra|su|sus|encargad[oa]s?|autoridades|"
        r"lider(?:es)?|intendentes?|prefect[oa]s?|gerentes?|consejer[oa]s?|coordinador\w*|"
        r"subsecretari[oa]s?|plenipotenciari[oa]s?|par(?:es)?|firmantes"
    ),
    signing=(
        rf"{DONE}|{PAST}|firmas?|firmar|firmando|suscripcion|suscribir|rubricar|rubrica|"
        r"intercambio de (?:documentos|instrumentos|acuerdos)|canje|concretar|sellar|alcanzar|"
        rf"convenios firmados|cierran? (?:encuentro|visita|reunion).{{0,20}} con"
    ),
    planned=(
        rf"(?:sera|seran|seria|serian) (?:{DONE})|se (?:firmara|firmaran|suscribira|"
        r"suscribiran|firmaria|suscribiria)\w*|(?:firmara|firmaran|suscribira|suscribiran|"
        r"rubricara|rubricaran|concluiran|adoptaran|concretaran)|espera\w* (?:firmar|"
        r"suscribir|concluir|concretar|que)|(?:preve|preven|prevista|previsto|previstos|"
        r"previstas|planea\w*|planean)|(?:podria|podrian|debe|deben|debera|deberan|"
        r"debia) (?:ser |firmar|suscribir|concretar|quedar)|por firmar|a punto de|pendientes?|"
        r"negocian|negociar|negociacion\w*|en negociacion|en estudio|en preparacion|"
        r"acordaron (?:iniciar|abrir|negociar|firmar|suscribir|elaborar|impulsar|avanzar|"
        r"trabajar|acelerar|agilizar|concluir|explorar|promover|retomar|convocar)|"
        r"acord\w+ (?:abrir|iniciar|la negociacion|negociar)|convinieron (?:en )?(?:iniciar|"
        r"negociar|firmar|suscribir|avanzar|elaborar)"
        r"|interes en (?:firmar|suscribir|concretar|negociar)|intencion de (?:firmar|"
        r"suscribir|negociar)|voluntad de (?:firmar|suscribir|negociar)|"
        r"proyectos? de (?:acuerdo|convenio|tratado|memorando|memorandum)|proxim[oa]s?|"
        r"posibilidad|posible|propus\w+|propuesta|proponen|futur[oa]s? (?:acuerdo|convenio|"
        r"tratado|firma)|antes de(?:l)? (?:fin|finalizar|que termine|cierre)|el (?:ano|"
        r"mes) (?:proximo|que viene)|llamo a|instaron|buscan (?:firmar|suscribir)|"
        r"pronta (?:firma|suscripcion)|trabajan en|avanz\w+ (?:en|hacia) (?:la|un)|"
        r"sea firmado|sean firmados|anunci\w+ (?:la futura|que firm)"
    ),
    older=(
        r"(?:habian|habia) (?:ya )?(?:firmado|suscrito|rubricado|concluido)|"
        rf"desde (?:\d{{4}}|el)|vigentes?|en vigor|(?:{DONE}) (?:en|"
        rf"el) (?:\d{{1,2}} )?(?:de )?(?:\w+ )?(?:de )?(?:19|20)\d\d|fechad[oa]|que data|"
        r"ratific\w+|expir\w+|el ano pasado|hace \w+ anos|anterior(?:es|mente)?|previ(?:o|a|"
        r"os|as|amente)|record\w+|historic[oa] (?:acuerdo|tratado)|"
        r"en el marco de(?:l)? (?:acuerdo|tratado|convenio|memorando)|de conformidad|"
        r"en virtud|con base en|al amparo|(?:acuerdo|tratado|convenio|protocolo|convencion|"
        rf"memorando|memorandum) de(?:l)? (?:\d{{1,2}} de \w+ de )?(?:19|20)\d\d(?!\s*[-–])|"
        r"renovacion|entro en vigor|entrara en vigor"
    ),
    plural_heads=(
        r"ministerios|gobiernos|departamentos|agencias|comites|servicios|autoridades|oficinas|"
        r"universidades|institutos|academias|camaras|asociaciones|administraciones|consejos|"
        r"bancos|museos|bibliotecas|archivos|cortes|fiscalias|parlamentos|congresos|policias|"
        r"cancillerias|aduanas|centros|companias|empresas|ciudades|capitales|regiones|"
        r"provincias|municipios|municipalidades|alcaldias|intendencias|operadores|fundaciones|"
        r"organizaciones|escuelas|direcciones|comisiones|bolsas|instituciones|federaciones|"
        r"secretarias"
    ),
    both=(
        r"(?:de |en |entre |los |las )?(?:ambos|ambas|los dos|las dos|sus dos|"
        r"nuestros) (?:paises|naciones|estados|gobiernos|partes|pueblos|republicas|capitales|"
        r"ciudades)(?: (?:hermanos|amigos|vecinos|hermanas))?|las dos partes|los dos"
    ),
    counterpart=r"(?:su|sus|la|el) (?:\w+ )?(?:homolog[oa]s?|par(?:es)?|similar)",
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|empresas?|compania|companias|"
                r"corporacion|sociedad|grupo|consorcio|s\.?a\.?|"
                r"sa|ltda|"
                r"spa|petroleos|yacimientos|electrica|aerolineas?|banco (?:comercial|agrario)|"
                r"naviera|"
                r"ferrocarriles|hidroelectrica|minera|inc|llc|ltd|gmbh|energia (?=\w+ federal)|"
                r"vacunas|bank|petro\w+|telecom"
            ),
        ),
        (
            "university",
            (
                r"universidad|universidades|escuela(?: superior| nacional| politecnica)?|"
                r"politecnic[oa]|facultad|instituto (?:politecnico|tecnologico|superior|"
                r"universitario)|academia (?:diplomatica|militar|de policia)|colegio de mexico"
            ),
        ),
        (
            "city",
            (
                r"ciudad|ciudades|municipios?|municipalidad|municipalidades|ayuntamiento|"
                r"alcaldia|"
                r"intendencia|capital|comuna"
            ),
        ),
        (
            "region",
            (
                r"region|regiones|provincias?|departamento de \w+(?= y)|gobernacion|"
                r"estado de (?!(?:la|los|kuwait|qatar|israel|palestina))\w+|"
                r"comunidad autonoma|xunta|"
                r"generalitat|junta de|canton|distrito|prefectura|gobierno (?:de la provincia|"
                r"regional|departamental|autonomo)|territorio"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|"
                r"academia (?:nacional )?de (?:ciencias|la lengua)|academia|union|camaras?|"
                r"asociacion|"
                r"fundacion|museo|federacion|confederacion|partido|club|liga|sindicato|"
                r"centro cultural|teatro|cruz roja|media luna|comite olimpico|orquesta|"
                r"consejo empresarial"
            ),
        ),
        (
            "agency",
            (
                r"ministerios?|ministra|agencias?|comites?|servicios?|autoridad|departamento|"
                r"oficinas?|institutos?|centros?|consejos?|buro|comision|direccion(?: general|"
                r" nacional)?|inspeccion|administracion|secretarias?|fondo|bibliotecas?|"
                r"archivos?|"
                r"fiscalia|cortes?|parlamento|congreso|asamblea|senado|banco(?: central|"
                r" nacional|"
                r" de la nacion| de la republica)?|tesoreria|policia|aduanas?|embajada|"
                r"organizacion|"
                r"organismo|tribunal|caja|laboratorios?|ejercito|armada|fuerza|radio|television|"
                r"prensa|cancilleria|superintendencia|procuraduria|contraloria|defensoria|"
                r"promotora|"
                r"pro inversion|pro\w+|registro|sistema|entidad|unidad|observatorio|"
                r"corporacion de fomento|gendarmeria|guardia|ente|imprenta|bolsa|contralor"
            ),
        ),
    ),
    governments=r"gobiernos?",
    government=(
        r"gobiernos?(?: nacional| federal| central| revolucionario)?|gabinete|"
        r"consejo de ministros|republica(?: (?:bolivariana|oriental|cooperativa|federativa|"
        r"islamica|popular|democratica|arabe|socialista|dominicana))*|reino|"
        r"estado(?: plurinacional)?|estados unidos|federacion|principado|emirato|mancomunidad|"
        r"nacion|pais"
    ),
    rulers=(
        r"presidentes?|presidentas?|primer(?:os|a)? ministr[oa]s?|jef[ea]s? (?:de|"
        r"del) (?:estado|gobierno)|mandatari[oa]s?|rey|reina|emir|sultan|canciller federal|"
        r"principe heredero|monarca|su majestad|gobernantes?|jefes de estado|lideres"
    ),
    not_rulers=(
        r"(?:vice|ex|exmandatario|expresidente|futuro|electo|vice-|entonces|"
        r"primer vice)[- ]?¶|(?:anterior|extinto) ¶"
    ),
    not_ruler_of=(
        r",? (?:de la|de los|del|de|ejecutivo de|ejecutivo del|pro tempore de) ?(?:academia|"
        r"camara|banco|empresa|asociacion|universidad|union|consejo|corte|federacion|"
        r"confederacion|senado|asamblea|instituto|congreso|comision|comite|parlamento|grupo|"
        r"seccion|delegacion|tribunal|fundacion|suprema|agencia|directorio|diputados|"
        r"compania)|de la parte|ejecutivo"
    ),
    presence=(
        r"presencia|presenci\w+|asist\w+|testig\w+|atestigu\w+|mirada|"
        r"presid\w+(?<!presidente)(?<!presidentes)(?<!presidenta)|encabez\w+|ante|durante|"
        r"tras|luego de|al termino|al cierre|visita|reunion|encuentro|entrevista|con motivo|"
        r"en el marco|con ocasion|invitacion|ceremonia|supervis\w+|aval\w+|acompan\w+|"
        r"liderad\w+|despues de"
    ),
    ministers=(
        r"(?<!primer )(?<!primera )(?<!primeros )ministr[oa]s?|viceministr[oa]s?|ministerios|"
        r"cancilleres|canciller(?! federal)|gobernador\w*|embajador\w*|secretari[oa]s? (?:de|"
        r"general)|delegaciones|delegacion|funcionarios|titulares|directores?|autoridades"
    ),
    heads_passive=(
        r"(?:presidentes|mandatarios|jefes de estado|gobernantes) (?:tambien )?(?:firmaron|"
        r"suscribieron|emitieron|adoptaron|rubricaron)"
    ),
    before_name=(
        r"de|la|el|los|las|del|y|su|excelencia|s\.?\s?e\.?|excelentisimo|senor|senora|sr|sra|"
        r"dr|dra|don|dona|general|coronel|mariscal|jeque|republica|reino|estado|homolog[oa]|"
        r"majestad|alteza|real|plurinacional|federacion|federal|democratica|popular|islamica|"
        r"arabe|oriental|bolivariana|federativa|constitucional|pais|nacion|electo|"
        r"\([a-z]{2,3}\)|\.|ministro|ministra|gobierno|consejo|de turno|dominicana"
    ),
    after_name=(
        r"presidente|primer|ministro|y|rey|el|la|los|las|a|ha|han|en|al|lunes|martes|"
        r"miercoles|jueves|viernes|sabado|domingo|de|del|que|quien|con|firmaron|suscribieron"
    ),
    kinds=(
        (
            "virtual_summit",
            (
                r"cumbre virtual|videoconferencia|reunion virtual|ceremonia virtual|"
                r"de manera virtual|"
                r"por via virtual|encuentro virtual"
            ),
        ),
        ("state_visit", r"visitas? de estado"),
        ("official_visit", r"visitas? oficial(?:es)?(?: de amistad)?(?: y de trabajo)?"),
        ("working_visit", r"visitas? de trabajo|gira de trabajo"),
        (
            "intergovernmental_commission",
            (
                r"comision (?:mixta|bilateral|intergubernamental|conjunta|binacional|ministerial|"
                r"permanente|general|de vecindad|de cooperacion|interparlamentaria|\w+ mixta|"
                r"intergubernamental mixta)|reunion de la comision|comite (?:intergubernamental|"
                r"conjunto|mixto|de fronteras)|gabinete binacional"
            ),
        ),
        (
            "council_session",
            (
                r"consejo (?:de (?:cooperacion|asociacion|coordinacion)|estrategico|"
                r"interministerial|"
                r"presidencial|superior)|consejo de asociacion estrategica|"
                r"mecanismo de consultas|"
                r"dialogo de alto nivel|reunion de alto nivel"
            ),
        ),
        ("forum", r"foro(?: \w+)?"),
        ("summit", r"cumbre|cumbres"),
        ("visit", r"visitas?|gira|estadia|arribo|arribaron|llegada al pais|viaje"),
    ),
    total_words=(
        r"documentos?|acuerdos?|convenios?|memorandos?|memorandums?|memoranda|protocolos?|"
        r"textos?|instrumentos?|tratados?|contratos?|entendimientos|actas|mous?|pactos?|"
        r"compromisos|cartas de intencion|declaraciones|programas?"
    ),
    adjectives=(
        r"nuev[oa]s|nuevo|otr[oa]s|bilaterales|principales|importantes?|grandes|diferentes|"
        r"distint[oa]s|divers[oa]s|divers[oa]|de|cooperacion|acuerdos|y|convenios|memorandos|"
        r"memorandums|protocolos|entendimiento|en|total|textos|documentos|primer[oa]s|cartas|"
        r"mas|interinstitucionales|intergubernamentales|historicos|estrategicos|siguientes|"
        r"instrumentos|adicionales"
    ),
    these=r"(?:estos|estas|esos|los|dichos|ambos|las)(?: \w+)? ¶",
    in_total=r"en total|un total de|total(?:izan|izaron|izando)|suman|sumaron|en conjunto",
    by_bodies=(
        r"por (?:los|las) (?:ministros|ministerios|cancilleres|autoridades|titulares|"
        r"instituciones)|entre (?:los )?ministerios|a nivel ministerial|interinstitucional\w*"
    ),
    number_after=(
        r"(?: firmados| suscritos)?,? (?:que suman|suman|son|llegan a|ascienden a|"
        r":) (?P<n>\d{1,3}|[a-z]+)(?= |\.|,|$)"
    ),
    listing=(
        r"(?:los |las )?(?:\w+ ){0,2}(?:siguientes|siguiente)|entre (?:ellos|ellas|estos|"
        r"estas|los|las)|se trata|a saber|figuran?|incluyen?|incluyo|comprenden|son los|lista|"
        r"como sigue|destacan?|consisten|a continuacion|los cuales son|estos son|detall\w+|"
        r"relacion de|sobresalen"
    ),
    partial=(
        r"entre (?:ellos|ellas|los|las|estos)|destacan?|figuran?|en particular|incluyen?|"
        r"tales como|como"
    ),
    besides=(
        r"ademas|aparte|asimismo|tambien|junto a|adicionalmente|por otra parte|por separado|"
        r"luego"
    ),
    qualifiers=(
        ("more_than", r"mas de|mas que|sobre"),
        ("at_least", r"al menos|por lo menos|no menos de|como minimo"),
        ("about", r"unos|unas|cerca de|alrededor de|aproximadamente|casi|una"),
        ("up_to", r"hasta"),
    ),
    history=(
        r"desde (?:\d{4}|hace|que|entonces|el)|hasta la fecha|hasta ahora|en el pasado|"
        r"en los ultimos|anteriormente|previamente|existentes|vigentes|marco (?:juridico|"
        r"legal)|historicamente|a lo largo de"
    ),
    not_day=(
        r"(?:desde|hasta|antes|despues|a partir|para) (?:el |de |del )?(?:\w+ )?¶|nacid[oa]|"
        r"fundad[oa]|prevista?o?|relaciones|fechad[oa]|(?:suscrit|firmad)[oa] el ¶|proxim[oa]|"
        r"llego (?:el )?¶|actualizado ¶|publicado (?:el )?¶"
    ),
    coming="proximo|proxima|siguiente",
    elsewhere=(
        r"(?:agencia|agencia de noticias|rumbo a|partira|viajara|continuara|embajador (?:en|"
        r"de)|embajada (?:en|de)|procedente de|proveniente de|capital de|tales como|escala en|"
        r"como)(?: (?:la|el|los|de))? ?¶"
    ),
    not_kind=(
        r"(?:creacion|establecimiento) de (?:la|una) ¶|(?:proxima|futura|anterior|pasada|"
        r"previa|invit\w+ .{0,30}|realizara una|efectuara una|ultima|prepara\w* (?:de )?la) ¶"
    ),
    talks=(
        r"conversaciones|negociaciones|reunion|reuniones|se reuni\w+|dialogo|entrevista|"
        r"encuentro|audiencia|tete-a-tete"
    ),
    meeting=r"conversaciones|reunion|encuentro|recibi\w+|sesion|consultas|dialogo|reuni\w+",
    in_place=r"(?:en|en la ciudad de|a) ¶",
    title_noise=words(
        "cooperacion colaboracion area areas sector materia acuerdo acuerdos memorando "
        "memorandum entendimiento protocolo convenio relativo firmado suscrito dos ambos "
        "paises gobierno republica ministerio programa plan documento texto"
    ),
    today=r"hoy|esta (?:manana|tarde|noche)|este mismo dia|ese mismo dia",
    yesterday=r"ayer|anoche",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:de|entre|del|desde|anos|los anos|para los anos) (?P<a>(?:19|20)\d\d) (?:a|y|al|"
            r"hasta) (?P<b>(?:19|20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:al|a|y) (?P<b>(?:19|20)\d\d)",
        r"(?:hasta|al) (?:el (?:ano )?|el fin de |finales de )?(?P<b>(?:19|20)\d\d)",
        r"para (?:el ano |el )?(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted(
            "uno|un|una dos tres cuatro cinco seis siete ocho nueve diez|decena once doce|"
            "docena trece catorce quince|"
            "quincena dieciseis diecisiete dieciocho diecinueve veinte|veintena veintiuno|"
            "veintiun|"
            "veintiuna veintidos veintitres veinticuatro veinticinco veintiseis "
            "veintisiete veint"
            "iocho veintinueve"
        )
        | {
            word: number
            for word, number in tens(
                "veinte treinta|treintena cuarenta cincuenta sesenta setenta ochenta noventa",
                counted("uno|un|una dos tres cuatro cinco seis siete ocho nueve"),
                "{ten} y {unit}",
            ).items()
            if number >= 30
        }
    ),
    months=numbered(
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|"
        "ago septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic"
    ),
    weekdays=days_of_week("lunes martes miercoles jueves viernes sabado domingo"),
    noise=words("el la los las de del y e a al en un una sobre para por con entre"),
)
