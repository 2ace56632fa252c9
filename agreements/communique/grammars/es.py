"""Spanish, of Spain and of America."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens

UNDERSTANDING = r"(?:mas )?de (?:mutuo )?entendimiento(?: mutuo)?(?: y cooperacion)?"
COOPERATION = r"de (?:cooperacion|colaboracion)"

TYPES = (
    (
        "memorandum_of_understanding",
        rf"(?:memorandum|memorando|convenio|acta|carta|protocolo|acuerdo|nota) {UNDERSTANDING}|mou|mde",
        rf"(?:memorandums|memorandos|memoranda|memorandum|memorandas|convenios|actas|cartas|protocolos|acuerdos) {UNDERSTANDING}|mous",
    ),
    ("memorandum_of_cooperation", rf"(?:memorandum|memorando) {COOPERATION}", rf"(?:memorandums|memorandos|memoranda) {COOPERATION}"),
    ("memorandum_of_intent", r"(?:memorandum|memorando) de intencion(?:es)?", r"(?:memorandums|memorandos|memoranda) de intencion(?:es)?"),
    ("letter_of_intent", r"carta de intencion(?:es)?|carta de compromiso|carta intencion", r"cartas de intencion(?:es)?"),
    ("letter_of_cooperation", rf"carta {COOPERATION}", rf"cartas {COOPERATION}"),
    ("declaration_of_intent", r"declaracion (?:conjunta )?de intencion(?:es)?|manifestacion de intencion(?:es)?", r"declaraciones (?:conjuntas )?de intencion(?:es)?"),
    ("protocol_of_intent", r"protocolo de intencion(?:es)?", r"protocolos de intencion(?:es)?"),
    ("exchange_of_notes", r"(?:canje|intercambio) de notas(?: diplomaticas| reversales| verbales)?|notas reversales", r"(?:canjes|intercambios) de notas"),
    ("exchange_of_letters", r"(?:canje|intercambio) de cartas", ""),
    ("joint_declaration", r"declaracion (?:presidencial |politica )?conjunta|declaracion comun", r"declaraciones conjuntas"),
    ("joint_statement", r"comunicado de prensa conjunto|manifiesto conjunto", ""),
    ("communique", r"comunicado (?:final )?conjunto|comunicado final", r"comunicados conjuntos"),
    ("twinning_agreement", r"(?:acuerdo|convenio|acta|carta|protocolo|declaracion) de (?:hermanamiento|ciudades hermanas)", r"(?:acuerdos|convenios|actas) de hermanamiento"),
    (
        "loan_or_grant_agreement",
        r"(?:acuerdo|convenio|contrato) (?:de )?(?:prestamo|donacion|financiamiento|financiacion|credito|subvencion)",
        r"(?:acuerdos|convenios|contratos) de (?:prestamo|donacion|financiamiento|financiacion|credito)s?",
    ),
    ("framework_agreement", r"(?:acuerdo|convenio)[- ]marco|convencion marco", r"(?:acuerdos|convenios)[- ]marco"),
    ("arrangement", r"arreglo(?: administrativo| complementario)?|entendimiento tecnico", r"arreglos(?: administrativos)?"),
    ("agreement", r"acuerdo(?: complementario| interinstitucional| especifico| general| bilateral| sede)?|convenio(?: complementario| interinstitucional| especifico| bilateral| basico)?|pacto", r"acuerdos|convenios|pactos"),
    ("treaty", r"tratado", r"tratados"),
    ("convention", r"convencion", r"convenciones"),
    ("contract", r"contrato", r"contratos"),
    ("minutes", r"acta (?:final|de la (?:reunion|sesion|comision)|de la \w+ (?:reunion|sesion))|minuta", r""),
    ("protocol", r"protocolo", r"protocolos"),
    ("action_plan", r"plan(?:es)? (?:conjunto )?de accion(?:es)?(?: conjunta)?", ""),
    ("work_plan", r"(?:plan|programa) de trabajo", r"(?:planes|programas) de trabajo"),
    ("roadmap", r"\"?hoja de ruta\"?", r"\"?hojas de ruta\"?"),
    ("programme", r"programa(?: ejecutivo| de cooperacion| de intercambio)?", r"programas"),
    ("plan", r"plan(?: de cooperacion| conjunto| operativo)?", r"planes"),
    ("declaration", r"declaracion", r"declaraciones"),
    ("certificate", r"certificado|acta de entrega", r"certificados"),
    ("memorandum", r"memorandum|memorando", r"memorandums|memorandos|memoranda"),
    ("other", r"(?:\w+ )?(?:adenda|addendum|enmienda)|carta(?= de apoyo)|terminos de referencia|anexo|acta(?= de| sobre| para| entre)", r"adendas|enmiendas|anexos"),
)

ROOT = r"firmad|suscrit|suscript|rubricad|sellad|adoptad|aprobad|intercambiad|canjead|concluid|celebrad|ratificad|acordad|pactad|emitid|presentad|concretad|formalizad|alcanzad|entregad|inicialad|cerrad"
DONE = rf"(?:{ROOT})[oa]s?"
PAST = r"firmo|firmaron|suscribio|suscribieron|rubrico|rubricaron|sello|sellaron|adopto|adoptaron|aprobo|aprobaron|intercambio|intercambiaron|canjeo|canjearon|concluyo|concluyeron|emitieron|emitio|concreto|concretaron|formalizo|formalizaron|alcanzo|alcanzaron|firma|firman|suscribe|suscriben|rubrica|rubrican|sellan|intercambian|adoptan|cerraron|cierran|logran|lograron|pactaron|acordaron(?= un| el| la)|estamparon su firma en|estampo su firma en|pusieron su firma en|firmaban|suscribian"
ADV = r"tambien|ademas|asimismo|luego|posteriormente|hoy|ayer|igualmente|conjuntamente|despues|anoche"
WEEK = r"lunes|martes|miercoles|jueves|viernes|sabado|domingo"

ES = Grammar(
    code="es",
    articles=r"el|la|los|las|un|una|del|al|de|lo",
    adjective_follows=True,
    subject_after_verb=True,
    types=TYPES,
    weak=frozenset({"plan", "programme", "certificate", "arrangement", "contract", "convention", "memorandum", "other", "protocol", "declaration", "minutes"}),
    papers=r"documentos?|textos?|instrumentos?(?: juridicos?| bilaterales?| internacionales| de cooperacion)?|compromisos?",
    plural_papers=r"documentos|textos|instrumentos(?: juridicos| bilaterales| internacionales| de cooperacion)?|compromisos",
    not_types=r"acuerdos? (?:con (?:el|la|lo|los)|a (?:lo|la)|en (?:que|lo)|al que|mutuo|de que)|planes (?:para|de (?:inversion|viaje|futuro))|programa de (?:la|su|esta) visita|protocolo (?:del estado|de estado|presidencial|oficial)|plan de gobierno|contratos? laborales|declaracion(?:es)? a (?:la prensa|los medios)|carta de las naciones|texto de|texto del|compromisos? (?:de|con|del|por|a|que|aduaner|asumid|adquirid|polit)",
    not_after=r"(?:de|en|estuvieron de|estan de) ¶|(?:jefe|director|directora|oficina|jefatura) de[l]? ¶|(?:comun|mutuo) ¶",
    again=r"(?:el |la )?(?:primer|primero|primera|segundo|segunda|tercer|tercero|tercera|cuarto|cuarta|quinto|quinta|sexto|sexta|septimo|septima|octavo|octava|noveno|decimo|ultimo|ultima)(?: (?:documento|texto|instrumento|de ellos|de ellas|de estos|acuerdo))?(?=,| es | corresponde| fue | se refiere| trata| versa| sobre | entre | consiste| contempla| establece)|(?:un |una )?otr[oa](?: mas)?(?= (?:sobre|entre|para|en|de|relativ|referid|fue|con))|un[oa] mas(?= (?:sobre|entre|para|en|de))|un[oa](?= (?:sobre|entre|para|relativ))|los que(?= tratan)",
    determiners=r"el|la|los|las|un|una|unos|unas|este|esta|estos|estas|ese|esa|dicho|dicha|dichos|dichas|su|sus|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|diversos|diversas|algunos|algunas|nuevo|nueva|nuevos|nuevas|primer|primero|primera|segundo|segunda|tercer|tercero|tercera|cuarto|cuarta|quinto|otro|otra|otros|otras|importante|importantes|citado|siguiente|siguientes|mismo|cada|ambos|ambas|del|al|presente|sendos|sendas|historico|mencionado",
    definite=r"el|la|los|las|del|al|este|esta|estos|estas|dicho|dicha|dichos|dichas|su|sus|ambos|ambas|citado|mencionado",
    stop_left=r".+",
    between=r"entre(?! otr[oa]s)",
    conjunction=r"y|e|&|asi como|y tambien|junto con|y entre",
    with_=r"con",
    by=r"por",
    subject=r"sobre|para|en (?:materia|el|la|los|las|torno|areas|temas|cuanto)|relativ[oa]s?|referid[oa]s?|referentes?|acerca|respecto|contra|con el (?:fin|objetivo|objeto|proposito)|a fin|destinad[oa]s?|orientad[oa]s?|enfocad[oa]s?|vinculad[oa]s?|relacionad[oa]s?|que|por (?:el|la) (?:que|cual)|mediante|dirigid[oa]s?|encaminad[oa]s?|tendientes?|en|con miras|por|al|a traves|bajo|desde|tras|durante|concerniente|dentro|de (?:cooperacion|colaboracion|asistencia)",
    was_signed=rf"se (?:{PAST})|(?:(?:fue|fueron|ha sido|han sido|habia sido|habian sido|es|son|era|eran|quedo|quedaron|ser|siendo|ha|han|he) )?(?:(?:{ADV}) )?(?:{DONE})|lleva(?:n)? la firma|fue objeto de firma",
    signed=rf"se (?:{PAST})|(?:{PAST})|(?:ha|han|habian|habia|fueron|fue|haber) (?:(?:{ADV}) )?(?:sido )?(?:{DONE})|proced\w+ a (?:la )?(?:firma|suscripcion|rubrica)(?: del?)?|firmar|suscribir|rubricar|firmando",
    stop_right=(
        r",? (?:que|quien|quienes|cual|el cual|la cual|los cuales|las cuales|donde|cuyo|cuya|cuyos|cuyas|mediante el cual|mediante la cual|por el cual|por la cual|en (?:el|la) que)"
        rf"|,? en (?:presencia|el marco|ocasion)|,? ante (?:la presencia|el)|,? (?:durante|tras|luego de|despues de|al termino|al cierre|al finalizar|al concluir|con motivo|con ocasion|en el contexto|previo a|antes de)|,? (?:este|el|la noche del|ayer|hoy|anoche)(?: pasado)? ?(?:{WEEK})|,? (?:{WEEK})|,? hoy|,? ayer|,? anoche|,? segun|,? mientras|,? asi lo|,? informo|,? dijo|,? preciso|,? senalo|,? afirmo|,? busca(?:n)?|,? permitira(?:n)?|,? permite(?:n)?|,? pretende(?:n)?|,? tiene(?:n)? (?:como|por)|,? contempla(?:n)?|,? establece(?:n)?|,? preve(?:n)?|,? sera(?:n)?|,? esta(?:n)? destinad|,? facilitara|,? ademas de|,? aparte de|,? entrara|,? respectivamente|,? tendra|,? regira|,? con el que|,? con la que|,? por un monto|,? por valor|,? asistid"
    ),
    stop_item=rf",? (?:que|mediante el cual|el cual|la cual|cuyo|cuya) |,? (?:fue|fueron) (?:{DONE})|,? (?:{DONE}) (?:por|hoy|el {WEEK})|,? permitira|,? busca|,? en presencia",
    siblings=r"(?:y|,) (?:la )?firma|asi como|mientras|y (?:tambien|ademas)|ademas de|junto con|se firm\w+",
    dated=r"(?:firmad|suscrit|concluid|celebrad|ratificad)[oa]s? (?:(?:en|el|entre|por) [^,;.]{0,50}?)?(?:en|el|desde|de) (?:\w+ )?(?:\d{1,2} )?(?:de )?(?:\w+ )?(?:de )?(?:19|20)\d\d|fechad[oa]|de(?:l)? (?:\d{1,2} de \w+ de )?(?:19|20)\d\d|vigentes?|que data|en vigor",
    intro=r"(?:en|durante|tras|al|con|por|a|bajo|ante|luego|despues|para|como|desde|segun|hoy|ayer|este|esta|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)) ?.*|tambien|ademas|asimismo|igualmente|posteriormente|por su parte|finalmente",
    adverbs_first=r"tambien|ademas|asimismo|igualmente|posteriormente|por su parte|finalmente|luego|de igual forma|de igual manera|por otra parte|por otro lado|hoy|precis\w+ que|informo que|indico que|anadio que",
    relates=r"(?:que |los cuales |las cuales )?(?:abarcan|cubren|se refieren|versan|tratan|comprenden|incluyen|abordan|atanen|conciernen|referidos|referidas|relativos|relativas|relacionados|relacionadas)(?: (?:a|al|sobre|con|de|areas como|temas como|temas de|las areas de|los ambitos de|los sectores de|los temas de))*|en (?:las areas|los ambitos|los sectores|las materias|areas|materia|materias|temas|sectores|ambitos)(?: de| como| como la| tales como)?",
    field_words=r"\s*(?:(?:la )?(?:cooperacion|colaboracion) en (?:materia de |el ambito de |los ambitos de |las areas de |el area de )?|(?:las |los |el |la )?(?:areas?|ambitos?|sectores|sector|campos?|materias?|temas?) (?:de la |de los |del |de |como |tales como ))",
    adverbs=rf"tambien|ademas|asimismo|hoy|ayer|aqui|igualmente|luego|posteriormente|conjuntamente|este (?:{WEEK})|el (?:{WEEK})|en \w+(?= entre)|la noche del (?:{WEEK})|la (?:manana|tarde|noche) (?:del? )?(?:hoy|{WEEK})|respectivamente|por ambas partes",
    of_=r"de|del|relativ\w+|en|a",
    persons=r"ministr[oa]s?|viceministr[oa]s?|embajador\w*|director\w*|president[ea]s?|vicepresident[ea]s?|secretari[oa]s?|gobernador\w*|alcaldes?|alcaldesa|ceo|rector\w*|jef[ea]s?|canciller(?:es)?|vicecanciller|mandatari[oa]s?|titular(?:es)?|superintendente|comandante|representantes?|delegad[oa]s?|funcionari[oa]s|homolog[oa]s?|sr|sra|dr|dra|su|sus|encargad[oa]s?|autoridades|lider(?:es)?|intendentes?|prefect[oa]s?|gerentes?|consejer[oa]s?|coordinador\w*|subsecretari[oa]s?|plenipotenciari[oa]s?|par(?:es)?|firmantes",
    signing=rf"{DONE}|{PAST}|firmas?|firmar|firmando|suscripcion|suscribir|rubricar|rubrica|intercambio de (?:documentos|instrumentos|acuerdos)|canje|concretar|sellar|alcanzar|convenios firmados|cierran? (?:encuentro|visita|reunion).{{0,20}} con",
    planned=(
        rf"(?:sera|seran|seria|serian) (?:{DONE})|se (?:firmara|firmaran|suscribira|suscribiran|firmaria|suscribiria)\w*|(?:firmara|firmaran|suscribira|suscribiran|rubricara|rubricaran|concluiran|adoptaran|concretaran)|espera\w* (?:firmar|suscribir|concluir|concretar|que)|(?:preve|preven|prevista|previsto|previstos|previstas|planea\w*|planean)|(?:podria|podrian|debe|deben|debera|deberan|debia) (?:ser |firmar|suscribir|concretar|quedar)|por firmar|a punto de|pendientes?|negocian|negociar|negociacion\w*|en negociacion|en estudio|en preparacion|acordaron (?:iniciar|abrir|negociar|firmar|suscribir|elaborar|impulsar|avanzar|trabajar|acelerar|agilizar|concluir|explorar|promover|retomar|convocar)|acord\w+ (?:abrir|iniciar|la negociacion|negociar)|convinieron (?:en )?(?:iniciar|negociar|firmar|suscribir|avanzar|elaborar)"
        r"|interes en (?:firmar|suscribir|concretar|negociar)|intencion de (?:firmar|suscribir|negociar)|voluntad de (?:firmar|suscribir|negociar)|proyectos? de (?:acuerdo|convenio|tratado|memorando|memorandum)|proxim[oa]s?|posibilidad|posible|propus\w+|propuesta|proponen|futur[oa]s? (?:acuerdo|convenio|tratado|firma)|antes de(?:l)? (?:fin|finalizar|que termine|cierre)|el (?:ano|mes) (?:proximo|que viene)|llamo a|instaron|buscan (?:firmar|suscribir)|pronta (?:firma|suscripcion)|trabajan en|avanz\w+ (?:en|hacia) (?:la|un)|sea firmado|sean firmados|anunci\w+ (?:la futura|que firm)"
    ),
    older=(
        rf"desde (?:\d{{4}}|el)|vigentes?|en vigor|(?:{DONE}) (?:en|el) (?:\d{{1,2}} )?(?:de )?(?:\w+ )?(?:de )?(?:19|20)\d\d|fechad[oa]|que data|ratific\w+|expir\w+|el ano pasado|hace \w+ anos|anterior(?:es|mente)?|previ(?:o|a|os|as|amente)|implementacion de(?:l)? (?:acuerdo|tratado|convenio)|cumplimiento de(?:l)? (?:acuerdo|tratado|convenio)|aplicacion de(?:l)? (?:acuerdo|tratado|convenio)|record\w+|existentes?|reafirm\w+|reiter\w+|historic[oa] (?:acuerdo|tratado)|en el marco de(?:l)? (?:acuerdo|tratado|convenio|memorando)|de conformidad|en virtud|con base en|al amparo|(?:acuerdo|tratado|convenio|protocolo|convencion|memorando|memorandum) de(?:l)? (?:\d{{1,2}} de \w+ de )?(?:19|20)\d\d(?!\s*[-–])|renovacion|sustituye al|reemplaza al|contempla el|entro en vigor|entrara en vigor"
    ),
    plural_heads=r"ministerios|gobiernos|departamentos|agencias|comites|servicios|autoridades|oficinas|universidades|institutos|academias|camaras|asociaciones|administraciones|consejos|bancos|museos|bibliotecas|archivos|cortes|fiscalias|parlamentos|congresos|policias|cancillerias|aduanas|centros|companias|empresas|ciudades|capitales|regiones|provincias|municipios|municipalidades|alcaldias|intendencias|operadores|fundaciones|organizaciones|escuelas|direcciones|comisiones|bolsas|instituciones|federaciones|secretarias|cancilleres",
    both=r"(?:de |en |entre |los |las )?(?:ambos|ambas|los dos|las dos|sus dos|nuestros) (?:paises|naciones|estados|gobiernos|partes|pueblos|republicas|capitales|ciudades)(?: (?:hermanos|amigos|vecinos|hermanas))?|las dos partes|los dos",
    counterpart=r"(?:su|sus|la|el) (?:\w+ )?(?:homolog[oa]s?|par(?:es)?|similar)",
    heads=(
        ("company", r"empresas?|compania|companias|corporacion|sociedad|grupo|consorcio|s\.?a\.?|sa|ltda|spa|petroleos|yacimientos|electrica|aerolineas?|banco (?:comercial|agrario)|naviera|ferrocarriles|hidroelectrica|minera|inc|llc|ltd|gmbh|energia (?=\w+ federal)|vacunas|bank|petro\w+|telecom"),
        ("university", r"universidad|universidades|escuela(?: superior| nacional| politecnica)?|politecnic[oa]|facultad|instituto (?:politecnico|tecnologico|superior|universitario)|academia (?:diplomatica|militar|de policia)|colegio de mexico"),
        ("city", r"ciudad|ciudades|municipios?|municipalidad|municipalidades|ayuntamiento|alcaldia|intendencia|capital|comuna"),
        ("region", r"region|regiones|provincias?|departamento de \w+(?= y)|gobernacion|estado de (?!(?:la|los|kuwait|qatar|israel|palestina))\w+|comunidad autonoma|xunta|generalitat|junta de|canton|distrito|prefectura|gobierno (?:de la provincia|regional|departamental|autonomo)|territorio"),
        ("other", r"academia (?:nacional )?de (?:ciencias|la lengua)|academia|union|camaras?|asociacion|fundacion|museo|federacion|confederacion|partido|club|liga|sindicato|centro cultural|teatro|cruz roja|media luna|comite olimpico|orquesta|consejo empresarial"),
        ("agency", r"ministerios?|ministra|agencias?|comites?|servicios?|autoridad|departamento|oficinas?|institutos?|centros?|consejos?|buro|comision|direccion(?: general| nacional)?|inspeccion|administracion|secretarias?|fondo|bibliotecas?|archivos?|fiscalia|cortes?|parlamento|congreso|asamblea|senado|banco(?: central| nacional| de la nacion| de la republica)?|tesoreria|policia|aduanas?|embajada|organizacion|organismo|tribunal|caja|laboratorios?|ejercito|armada|fuerza|radio|television|prensa|cancilleria|superintendencia|procuraduria|contraloria|defensoria|promotora|pro inversion|pro\w+|registro|sistema|entidad|unidad|observatorio|corporacion de fomento|gendarmeria|guardia|ente|imprenta|bolsa|contralor"),
    ),
    government=r"gobiernos?(?: nacional| federal| central| revolucionario)?|gabinete|consejo de ministros|republica|reino|estado|federacion|principado|emirato|mancomunidad|estado plurinacional|republica (?:bolivariana|oriental|cooperativa|federativa|islamica|popular|democratica|arabe|socialista)|pais",
    rulers=r"presidentes?|presidentas?|primer(?:os|a)? ministr[oa]s?|jef[ea]s? (?:de|del) (?:estado|gobierno)|mandatari[oa]s?|rey|reina|emir|sultan|canciller federal|principe heredero|monarca|su majestad|gobernantes?|jefes de estado|lideres",
    not_rulers=r"(?:vice|ex|exmandatario|expresidente|futuro|electo|vice-|entonces|primer vice)[- ]?¶|(?:anterior|extinto) ¶",
    not_ruler_of=r",? (?:de la|de los|del|de|ejecutivo de|ejecutivo del|pro tempore de) ?(?:academia|camara|banco|empresa|asociacion|universidad|union|consejo|corte|federacion|confederacion|senado|asamblea|instituto|congreso|comision|comite|parlamento|grupo|seccion|delegacion|tribunal|fundacion|suprema|agencia|directorio|diputados|compania)|de la parte|ejecutivo",
    presence=r"presencia|presenci\w+|asist\w+|testig\w+|atestigu\w+|mirada|presid\w+(?<!presidente)(?<!presidentes)(?<!presidenta)|encabez\w+|ante|durante|tras|luego de|al termino|al cierre|visita|reunion|encuentro|entrevista|con motivo|en el marco|con ocasion|invitacion|ceremonia|supervis\w+|aval\w+|acompan\w+|liderad\w+|despues de",
    ministers=r"(?<!primer )(?<!primera )(?<!primeros )ministr[oa]s?|viceministr[oa]s?|ministerios|cancilleres|canciller(?! federal)|gobernador\w*|embajador\w*|secretari[oa]s? (?:de|general)|delegaciones|delegacion|funcionarios|titulares|directores?|autoridades",
    heads_passive=r"(?:presidentes|mandatarios|jefes de estado|gobernantes) (?:tambien )?(?:firmaron|suscribieron|emitieron|adoptaron|rubricaron)",
    before_name=r"de|la|el|los|las|del|y|su|excelencia|s\.?\s?e\.?|excelentisimo|senor|senora|sr|sra|dr|dra|don|dona|general|coronel|mariscal|jeque|republica|reino|estado|homolog[oa]|majestad|alteza|real|plurinacional|federacion|federal|democratica|popular|islamica|arabe|oriental|bolivariana|federativa|constitucional|pais|nacion|electo|\([a-z]{2,3}\)|\.|ministro|ministra|gobierno|consejo|de turno|dominicana",
    after_name=r"presidente|primer|ministro|y|rey|el|la|los|las|a|ha|han|en|al|lunes|martes|miercoles|jueves|viernes|sabado|domingo|de|del|que|quien|con|firmaron|suscribieron",
    kinds=(
        ("virtual_summit", r"cumbre virtual|videoconferencia|reunion virtual|ceremonia virtual|de manera virtual|por via virtual|encuentro virtual"),
        ("state_visit", r"visitas? de estado"),
        ("official_visit", r"visitas? oficial(?:es)?(?: de amistad)?(?: y de trabajo)?"),
        ("working_visit", r"visitas? de trabajo|gira de trabajo"),
        ("intergovernmental_commission", r"comision (?:mixta|bilateral|intergubernamental|conjunta|binacional|ministerial|permanente|general|de vecindad|de cooperacion|interparlamentaria|\w+ mixta|intergubernamental mixta)|reunion de la comision|comite (?:intergubernamental|conjunto|mixto|de fronteras)|gabinete binacional"),
        ("council_session", r"consejo (?:de (?:cooperacion|asociacion|coordinacion)|estrategico|interministerial|presidencial|superior)|consejo de asociacion estrategica|mecanismo de consultas|dialogo de alto nivel|reunion de alto nivel"),
        ("forum", r"foro(?: \w+)?"),
        ("summit", r"cumbre|cumbres"),
        ("visit", r"visitas?|gira|estadia|arribo|arribaron|llegada al pais|viaje"),
    ),
    total_words=r"documentos?|acuerdos?|convenios?|memorandos?|memorandums?|memoranda|protocolos?|textos?|instrumentos?|tratados?|contratos?|entendimientos|actas|mous?|pactos?|compromisos|cartas de intencion|declaraciones|programas?",
    adjectives=r"nuev[oa]s|nuevo|otr[oa]s|bilaterales|principales|importantes?|grandes|diferentes|distint[oa]s|divers[oa]s|divers[oa]|de|cooperacion|acuerdos|y|convenios|memorandos|memorandums|protocolos|entendimiento|en|total|textos|documentos|primer[oa]s|cartas|mas|interinstitucionales|intergubernamentales|historicos|estrategicos|siguientes|instrumentos|adicionales",
    these=r"(?:estos|estas|esos|los|dichos|ambos|las)(?: \w+)? ¶",
    in_total=r"en total|un total de|total(?:izan|izaron|izando)|suman|sumaron|en conjunto",
    by_bodies=r"por (?:los|las) (?:ministros|ministerios|cancilleres|autoridades|titulares|instituciones)|entre (?:los )?ministerios|a nivel ministerial|interinstitucional\w*",
    number_after=r"(?: firmados| suscritos)?,? (?:que suman|suman|son|llegan a|ascienden a|:) (?P<n>\d{1,3}|[a-z]+)(?= |\.|,|$)",
    listing=r"(?:los |las )?(?:\w+ ){0,2}(?:siguientes|siguiente)|entre (?:ellos|ellas|estos|estas|los|las)|se trata|a saber|figuran?|incluyen?|incluyo|comprenden|son los|lista|como sigue|destacan?|consisten|a continuacion|los cuales son|estos son|detall\w+|relacion de|sobresalen",
    partial=r"entre (?:ellos|ellas|los|las|estos)|destacan?|figuran?|en particular|incluyen?|tales como|como",
    besides=r"ademas|aparte|asimismo|tambien|junto a|adicionalmente|por otra parte|por separado|luego",
    qualifiers=(
        ("more_than", r"mas de|mas que|sobre"),
        ("at_least", r"al menos|por lo menos|no menos de|como minimo"),
        ("about", r"unos|unas|cerca de|alrededor de|aproximadamente|casi|una"),
        ("up_to", r"hasta"),
    ),
    history=r"desde (?:\d{4}|hace|que|entonces|el)|hasta la fecha|hasta ahora|en el pasado|en los ultimos|anteriormente|previamente|existentes|vigentes|marco (?:juridico|legal)|historicamente|a lo largo de",
    not_day=r"(?:desde|hasta|antes|despues|a partir|para) (?:el |de |del )?(?:\w+ )?¶|nacid[oa]|fundad[oa]|prevista?o?|relaciones|fechad[oa]|(?:suscrit|firmad)[oa] el ¶|proxim[oa]|llego (?:el )?¶|actualizado ¶|publicado (?:el )?¶",
    coming="proximo|proxima|siguiente",
    elsewhere=r"(?:agencia|agencia de noticias|rumbo a|partira|viajara|continuara|embajador (?:en|de)|embajada (?:en|de)|procedente de|proveniente de|capital de|tales como|escala en|como)(?: (?:la|el|los|de))? ?¶",
    not_kind=r"(?:proxima|futura|anterior|pasada|previa|invit\w+ .{0,30}|realizara una|efectuara una|ultima|prepara\w* (?:de )?la) ¶",
    talks=r"conversaciones|negociaciones|reunion|reuniones|se reuni\w+|dialogo|entrevista|encuentro|audiencia|tete-a-tete",
    meeting=r"conversaciones|reunion|encuentro|recibi\w+|sesion|consultas|dialogo|reuni\w+",
    in_place=r"(?:en|en la ciudad de|a) ¶",
    title_noise=frozenset("cooperacion colaboracion area areas sector materia acuerdo acuerdos memorando memorandum entendimiento protocolo convenio relativo firmado suscrito dos ambos paises gobierno republica ministerio programa plan documento texto".split()),
    today=r"hoy|esta (?:manana|tarde|noche)|este mismo dia|ese mismo dia",
    yesterday=r"ayer|anoche",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        r"(?:de|entre|del|desde|anos|los anos|para los anos) (?P<a>(?:19|20)\d\d) (?:a|y|al|hasta) (?P<b>(?:19|20)\d\d)",
        r"(?P<a>(?:19|20)\d\d) (?:al|a|y) (?P<b>(?:19|20)\d\d)",
        r"(?:hasta|al) (?:el (?:ano )?|el fin de |finales de )?(?P<b>(?:19|20)\d\d)",
        r"para (?:el ano |el )?(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted("uno|un|una dos tres cuatro cinco seis siete ocho nueve diez|decena once doce|docena trece catorce quince|quincena dieciseis diecisiete dieciocho diecinueve veinte|veintena veintiuno|veintiun|veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve")
        | {word: number for word, number in tens("veinte treinta|treintena cuarenta cincuenta sesenta setenta ochenta noventa", counted("uno|un|una dos tres cuatro cinco seis siete ocho nueve"), "{ten} y {unit}").items() if number >= 30}
    ),
    months=numbered("enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic"),
    weekdays=days_of_week("lunes martes miercoles jueves viernes sabado domingo"),
    noise=frozenset("el la los las de del y e a al en un una sobre para por con entre".split()),
)
