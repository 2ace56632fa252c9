"""Portuguese, of Europe, Brazil and Africa."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

UNDERSTANDING = r"de entendimentos?(?: mutuo)?(?: e (?:de )?cooperacao)?"

TYPES = (
    (
        "memorandum_of_understanding",
        (
            rf"(?:memorando|memorandum|protocolo|carta|nota|acordo) {UNDERSTANDING}|"
            r"memorandum of understanding|mde|mou"
        ),
        rf"(?:memorandos|memoranda|memorandums|protocolos) {UNDERSTANDING}|mdes|mous",
    ),
    (
        "memorandum_of_cooperation",
        r"(?:memorando|memorandum) de (?:cooperacao|colaboracao)",
        r"(?:memorandos|memoranda) de (?:cooperacao|colaboracao)",
    ),
    (
        "memorandum_of_intent",
        r"(?:memorando|memorandum) de intenc(?:ao|oes)",
        r"memorandos de intenc(?:ao|oes)",
    ),
    (
        "letter_of_intent",
        r"carta de intenc(?:ao|oes)|carta de compromisso",
        r"cartas de intenc(?:ao|oes)",
    ),
    ("letter_of_cooperation", r"carta de cooperacao", ""),
    (
        "declaration_of_intent",
        r"declaracao (?:conjunta )?de intenc(?:ao|oes)",
        r"declaracoes (?:conjuntas )?de intenc(?:ao|oes)",
    ),
    ("protocol_of_intent", r"protocolo de intenc(?:ao|oes)", r"protocolos de intenc(?:ao|oes)"),
    (
        "exchange_of_notes",
        r"troca de notas(?: diplomaticas| verbais| reversais)?|acordo por troca de notas",
        r"trocas de notas",
    ),
    ("exchange_of_letters", r"troca de cartas", ""),
    ("joint_declaration", r"declaracao (?:politica )?(?:conjunta|comum)", r"declaracoes conjuntas"),
    ("joint_statement", r"nota (?:a imprensa )?conjunta", ""),
    ("communique", r"comunicado (?:final )?conjunto|comunicado final", r"comunicados conjuntos"),
    (
        "twinning_agreement",
        (
            r"geminacao(?= entre)|(?:acordo|protocolo|convenio|termo|carta) de geminacao|"
            r"(?:acordo|"
            r"protocolo) de (?:irmandade|cidades[- ]irmas)"
        ),
        r"(?:acordos|protocolos) de geminacao",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:acordo|contrato|convenio|convencao) de (?:emprestimo|doacao|financiamento|"
            r"credito|subvencao)"
        ),
        r"(?:acordos|contratos|convenios) de (?:emprestimo|doacao|financiamento|credito)",
    ),
    (
        "framework_agreement",
        r"acordo[- ]quadro|convencao[- ]quadro|acordo geral|acordo[- ]base",
        r"acordos[- ](?:quadro|gerais)",
    ),
    (
        "agreement",
        (
            r"ajuste complementar|acordo(?: complementar| basico| bilateral| especifico|"
            r" por troca de notas)?|convenio|pacto|emenda|aditamento|termo (?:de cooperacao|"
            r"aditivo|de compromisso)|adenda"
        ),
        r"ajustes complementares|acordos|convenios|pactos|termos de cooperacao",
    ),
    (
        "arrangement",
        r"arranjo(?: administrativo| tecnico)?|ajuste(?: administrativo)?",
        r"arranjos|ajustes",
    ),
    ("treaty", r"tratado", r"tratados"),
    ("convention", r"convencao", r"convencoes"),
    ("contract", r"contrato", r"contratos"),
    (
        "minutes",
        (
            r"ata (?:final|da (?:reuniao|sessao|comissao)|da \w+ (?:reuniao|sessao))|"
            r"acta (?:final|da (?:reuniao|sessao|comissao)|da \w+ (?:reuniao|sessao))|"
            r"memoria da reuniao"
        ),
        "",
    ),
    ("protocol", r"protocolo", r"protocolos"),
    ("action_plan", r"planos? (?:conjunto )?de acc?ao(?: conjunta)?", ""),
    ("work_plan", r"plano de trabalhos?", r"planos de trabalho"),
    (
        "roadmap",
        r"\"?roteiro(?= (?:para|de cooperacao|de trabalho|sobre))\"?|\"?mapa do caminho\"?",
        "",
    ),
    ("programme", r"programa(?: executivo| estrategico| de cooperacao)?", r"programas"),
    ("plan", r"plano(?: de cooperacao| estrategico)?", r"planos"),
    ("declaration", r"declaracao", r"declaracoes"),
    ("certificate", r"certificado|termo de (?:entrega|doacao)", r"certificados"),
    ("memorandum", r"memorando|memorandum", r"memorandos|memoranda"),
    ("other", r"termos de referencia|anexo|carta(?= de apoio)|auto de entrega", ""),
)

ROOT = (
    r"assinad|firmad|rubricad|celebrad|adotad|adoptad|aprovad|trocad|concluid|selad|"
    r"ratificad|subscrit|fechad|acordad|pactuad|emitid|divulgad|alcancad|formalizad|"
    r"assinalad"
)
DONE = rf"(?:{ROOT})[oa]s?"
PAST = (
    r"assinou|assinaram|firmou|firmaram|rubricou|rubricaram|celebrou|celebraram|adotou|"
    r"adotaram|adoptou|adoptaram|aprovou|aprovaram|trocou|trocaram|concluiu|concluiram|"
    r"selou|selaram|subscreveu|subscreveram|assina|assinam|firma|firmam|rubricam|celebram|"
    r"emitiram|formalizaram|formalizou|fecharam|fecha|fecham|alcancaram"
)
ADV = (
    r"tambem|ainda|igualmente|hoje|ontem|depois|posteriormente|conjuntamente|entretanto|"
    r"ja|ontem|assim"
)
WEEK = (
    r"segunda(?:-feira)?|terca(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|"
    r"sexta(?:-feira)?|sabado|domingo"
)
DAY = r"(?:segunda|terca|quarta|quinta|sexta)-feira|sabado|domingo"

PT = Grammar(
    code="pt",
    articles=r"o|a|os|as|um|uma|do|da|dos|das|ao|aos|no|na|nos|nas|de|e",
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
        r"documentos?|textos?|instrumentos?(?: juridicos?| bilaterais| de cooperacao|"
        r" legais)?|atos?|actos?|diplomas?"
    ),
    plural_papers=(
        r"documentos|textos|instrumentos(?: juridicos| bilaterais| de cooperacao| legais)?|"
        r"atos|actos|diplomas"
    ),
    not_types=(
        r"acordos? (?:com (?:o|a|os|as) (?:ministr|president|embaix|font|dados|inform|govern|"
        r"document)|a que|em que|de que)|planos? (?:para|do|da|de (?:investimento|viagem))|"
        r"programa da (?:sua )?visita|protocolo (?:de estado|do estado)|texto d[oea]|"
        r"declarac(?:ao|oes) (?:a|aos) (?:imprensa|jornalistas|comunicacao)|atos? (?:de|"
        r"terrorista|oficial|solene|publico)|acto (?:de|solene|publico|central|decorreu|foi)|"
        r"ato (?:foi|decorreu)|diplomas? (?:de|universit)|contratos? de trabalho"
    ),
    not_after=(
        r"(?:de|em|estiveram de|estao de) ¶|(?:chefe|diretor|director|servicos?) d[oe] ¶|"
        r"comum ¶"
    ),
    again=(
        r"um[a]?(?= (?:na|no|em|para|nos|nas|relativ[oa]|referente|de cooperacao) )|"
        r"(?:o |a )?(?:primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|quint[oa]|sext[oa]|"
        r"setim[oa]|oitav[oa]|ultim[oa])(?: (?:documento|texto|instrumento|acordo|deles|"
        r"delas))?(?=,| e | foi | refere| diz respeito| trata| versa| sobre | entre | incide|"
        r" preve| estabelece| visa)|outr[oa](?= (?:sobre|entre|para|no|na|de|relativ|"
        r"referente|em|que|foi))|mais um[a]?(?= (?:sobre|entre|para))|um[a]?(?= (?:sobre|"
        r"entre) )"
    ),
    determiners=(
        r"o|a|os|as|um|uma|uns|umas|este|estes|estas|esse|essa|do|da|dos|das|ao|aos|no|na|"
        r"pelo|pela|referido|referida|referidos|seu|sua|seus|dois|duas|tres|quatro|cinco|seis|"
        r"sete|oito|nove|dez|varios|varias|diversos|diversas|alguns|algumas|novo|nova|novos|"
        r"novas|primeiro|primeira|segundo|segunda|terceiro|terceira|outro|outra|outros|outras|"
        r"importante|importantes|seguinte|seguintes|cada|ambos|ambas|presente|mais|historico"
    ),
    definite=(
        r"o|a|os|as|do|da|dos|das|ao|aos|este|esta|estes|estas|esse|essa|seu|sua|referido|"
        r"referida|ambos|pelo|pela"
    ),
    stop_left=r".+",
    nesters=(
        r"(?:implementacao|execucao|aplicacao|modificacao|renovacao|ambito|abrigo|termos|"
        r"complementar|aditivo|seguimento|emenda|adenda|extensao|prorrogacao|anexo|"
        r"cumprimento|referentes?|relativ\w+)(?: (?:de|do|da|dos|das|ao|a|um|uma|o|os|as))* ?¶"
    ),
    vague=(
        r"(?:em|sobre) (?:varias|varios|diversas|diversos|diferentes|multiplas) (?:areas|"
        r"dominios|sectores|setores|materias)"
    ),
    twins=r"gemin\w+",
    relative=r"que",
    purpose=r"para",
    topics=(
        r"sobre|para|relativ[oa]s? (?:a|ao|as|aos)|referentes? (?:a|ao|as|aos)|"
        r"n[oa]s?(?= (?:dominios?|areas?|sectores|setores|campos|sector|setor))|"
        r"em(?= (?:materia|areas|sectores))|em materia"
    ),
    copula=r"(?:e|sao|foi|foram|esta|estao|saber|inclui|constam?|trata-se d[eoa]) ?¶",
    city_heads=r"(?:as |os )?(?:cidades|municipios|capitais|prefeituras|autarquias)(?: d[eoa])?",
    city_of=r"(?:cidade|municipio|prefeitura) d[eo]",
    tail=(
        r"tambem|ainda|igualmente|conjuntamente|respetivamente|respectivamente|de|do|da|dos|"
        r"das|o|a|os|as|um|uma|em|no|na|ao|sobre|para|por|com|sao|foi|foram|finalmente|"
        r"e finalmente|e ainda|e tambem|por fim|e por fim|e um|e uma|e o|e a|e de|que|hoje|"
        r"bem como|assim como|que foi|que foram|se"
    ),
    aux_verbs=True,
    other_story=(
        r"leia tambem|leia mais|veja tambem|saiba mais|foto|compartilhe|partilhar|"
        r"noticias relacionadas|ler tambem"
    ),
    in_year=r"(?:em|de|desde|do|\d)[^.;]{0,22}¶",
    issued=r"emiti\w+|adot\w+|adopt\w+|divulg\w+|assin\w+|firm\w+|public\w+",
    continued=r"d[oae]s?(?! um| uma)|atraves|por intermedio",
    is_=(
        r"(?: documento| texto| instrumento| acordo| deles| delas)?\s*(?:,|:|e|foi|"
        r"consiste n?um|diz respeito a[o]?|trata d[eoa]|refere-se a[o]?)?\s*"
    ),
    replaces=(
        r"(?:que|o qual|a qual) (?:substitui|revoga|atualiza|actualiza|substituira|altera|"
        r"renova)\w*|em substituicao"
    ),
    ordinals=(
        r"primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|quint[oa]|sext[oa]|setim[oa]|"
        r"ultim[oa]"
    ),
    clauses=r"enquanto que|enquanto|e",
    conjunctives=r"que|quando|onde|como",
    ratified=r"ratific(?:ou|a|ar|aram|acao|ado)\w*",
    in_presence=(
        r"assinaram|assinou|firmaram|rubricaram|foram assinados|cerim[oo]nia de assinatura|"
        r"na presenca|testemunh\w+|presenci\w+|troca de"
    ),
    new_clause=r"depois|mas|enquanto|quando|apos|antes|e (?:tem|foi|foram)|que|quem",
    clause_verbs=(
        rf"{PAST}|proced\w+|"
        r"tem|sao|foi|foram|esta|sera|disse|informou|assinaram|assinou|afirmou|visa|"
        r"preve"
    ),
    names_of=(
        r"(?:assinad|rubricad|firmad)[oa]s? (?:por|pel[oa]s?)|pel[oa]s?|"
        r"as assinaturas d[oae]s?"
    ),
    same_period=r"para o mesmo per[ii]odo|pelo mesmo per[ii]odo",
    held=r"realizou-se|decorreu|teve lugar|recebeu|chegou|realizaram-se",
    not_between=(
        r"(?:voos?|rotas?|linhas?|estradas?|trafego|transporte|fronteira|comercio|trocas|"
        r"ferroviari\w+|distancia|pontes?|ligac(?:ao|oes)) ¶"
    ),
    topic_words=r"(?:temas?|areas?|materias?|dominios?)",
    copulas=r"sao|foram|incluem",
    officers=(
        r"(?:reitor(?:es|a)?|diret?ct?or(?:es|a)?(?:-geral|es-gerais)?|governador(?:es|a)?|"
        r"prefeit[oa]s?) (?:da|do|dos|das|de)"
    ),
    between=r"entre(?! outr[oa]s| [oa]s quais| eles| elas| est[ea]s)",
    conjunction=r"e|&|assim como|bem como|e tambem|juntamente com|e entre",
    with_=r"com",
    by=r"pelos?|pelas?|por",
    subject=(
        r"sobre|para|em (?:materia|vista|torno|areas|relacao)|relativ[oa]s?|referentes?|"
        r"acerca|no (?:dominio|ambito|campo|sector|setor|que|quadro)|nos (?:dominios|sectores|"
        r"setores|campos)|na (?:area|esfera|materia)|nas areas|contra|destinad[oa]s?|visando|"
        r"voltad[oa]s?|com vista|com o (?:objetivo|objectivo|fim)|que|a fim|respeitantes?|"
        r"concernentes?|atinentes?|pel[oa] qual|por (?:troca|meio)|em|no|na|com|atraves|sob|"
        r"apos|durante|desde|ao abrigo|de (?:cooperacao|parceria)|tendo em vista|a respeito|"
        r"por|ao"
    ),
    was_signed=(
        r"(?:(?:foi|foram|tinha sido|tinham sido|havia sido|haviam sido|sendo|e|sao|era|eram|"
        rf"ser|ficou|ficaram|tem sido|ha) )?(?:(?:{ADV}) )?(?:{DONE})|(?:assinou|assinaram|"
        r"firmou|firmaram|rubricou|rubricaram|celebrou|celebraram)-se|tem as assinaturas|"
        r"tem a assinatura|leva(?:m)? as? assinaturas?"
    ),
    signed=(
        rf"(?:{PAST})(?:-se)?|(?:foi|foram|havia|haviam|tinham|tinha|tendo|"
        rf"sendo) (?:(?:{ADV}) )?(?:sido )?(?:{DONE})|proced\w+ a (?:assinatura|"
        r"troca)(?: d[oae]s?)?|assinar|firmar|rubricar|assinando"
    ),
    stop_right=(
        r"(?:que|quem|cujo|cuja|cujos|cujas|o qual|a qual|os quais|as quais|onde|"
        r"mediante o qual|pelo qual|pela qual|no qual|na qual|ao abrigo d[oa] qual)"
        r"|(?:na|em) presenca|perante|(?:durante|apos|no final|no termo|no fim|"
        r"no encerramento|no decurso|a margem|por ocasiao|antes d[eoa])|no (?:ambito|quadro|"
        r"contexto) d[ao] (?:sua )?(?:visita|deslocacao|reuniao|cimeira)|(?:esta|nesta|na|"
        rf"ontem|hoje)(?: passada)? ?(?:{DAY})|(?:{DAY})|hoje|ontem|segundo (?:o|a|um|uma|"
        r"fonte)|enquanto|disse|afirmou|informou|visa(?:m)?|permitira(?:o)?|permite(?:m)?|"
        r"pretende(?:m)?|tem (?:como|por|um)|preve(?:em)?|estabelece(?:m)?|sera(?:o)?|"
        r"destina(?:m)?-se|alem d|entra(?:ra)? em|respetivamente|respectivamente|no valor|"
        r"deve(?:ra)?"
    ),
    stop_item=(
        rf"(?:que|pelo qual|o qual|a qual|cujo|cuja) |(?:foi|foram) (?:{DONE})|"
        rf"(?:{DONE}) (?:por|pel|hoje)|visa|na presenca"
    ),
    siblings=(
        r"entre [oa]s quais|entre el[ea]s|e|esta|estao|figuram?|constam?|inclui|incluem|"
        r"destacam?-se|nomeadamente|sao|(?:e|,) (?:a )?assinatura|assim como|bem como|"
        r"enquanto|alem d|juntamente"
    ),
    dated=(
        r"(?:assinad|firmad|concluid|celebrad|rubricad)[oa]s? (?:(?:em|a|no|na|entre|"
        r"por) [^,;.]{0,50}?)?(?:em|a|de|"
        r"desde) (?:\w+ )?(?:\d{1,2} )?(?:de )?(?:\w+ )?(?:de )?(?:19|20)\d\d|datad[oa]|"
        r"de (?:\d{1,2} de \w+ de )?(?:19|20)\d\d(?! (?:a|e|ate)\b)|em vigor|vigentes?"
    ),
    intro=(
        r"(?:em|na|no|nas|nos|durante|apos|ao|a|com|por|sob|perante|depois|para|hoje|ontem|"
        r"esta|segundo|quanto) ?.*|tambem|ainda|igualmente|alem disso|por seu turno|"
        r"por sua vez|finalmente"
    ),
    adverbs_first=(
        r"tambem|ainda|igualmente|alem disso|por seu turno|por sua vez|finalmente|"
        r"posteriormente|de igual modo|por outro lado|hoje"
    ),
    relates=(
        r"(?:que |os quais |as quais )?(?:abrangem|cobrem|referem-se|dizem respeito|versam|"
        r"tratam|incidem|incluem|abordam|relativ[oa]s|referentes)(?: (?:a|aos?|as|sobre|de|"
        r"as areas d[aeo]s?|os dominios d[aeo]s?|areas como))*|(?:nas areas|nos dominios|"
        r"nos sectores|nos setores|nos campos|em areas|em sectores)(?: d[aeo]s?| como)?"
    ),
    field_words=(
        r"\s*(?:(?:a )?cooperacao (?:no dominio |na area |em materia |"
        r"nos dominios )?(?:d[aeo]s? )?|(?:as? |os? )?(?:areas?|dominios?|sectores|setores|"
        r"sector|setor|campos?|materias?) (?:d[aeo]s? |como ))"
    ),
    adverbs=(
        rf"tambem|ainda|igualmente|hoje|ontem|aqui|depois|conjuntamente|esta (?:{DAY})|"
        rf"na (?:{DAY})|em \w+(?= entre)|no (?:sabado|domingo)|respetivamente|respectivamente"
    ),
    of_=r"de|do|da|dos|das|relativ\w+|em|no|na|a",
    persons=(
        r"ministr[oa]s?|vice-ministr[oa]s?|embaixador\w*|diret?ct?or\w*|diretor\w*|"
        r"presidentes?|secretarios?|governador\w*|autarcas?|prefeit[oa]s?|ceo|reitor\w*|"
        r"chefes?|chanceler(?:es)?|responsave(?:l|is)|comandante|representantes?|"
        r"delegad[oa]s?|homolog[oa]s?|sr|sra|dr|dra|seu|sua|encarregad[oa]s?|titular(?:es)?|"
        r"administrador\w*|coordenador\w*|comissari[oa]s?|conselheir[oa]s?"
    ),
    signing=(
        rf"{DONE}|{PAST}|assinaturas?|assinar|assinando|rubricar|rubrica|celebracao|"
        r"troca de (?:documentos|instrumentos)|firmar|selar|conclusao d[oe]"
    ),
    planned=(
        rf"(?:sera|serao|seria|seriam) (?:{DONE})|(?:assinara|assinarao|firmarao|celebrarao|"
        r"rubricarao|concluirao)|espera\w* (?:assinar|firmar|concluir|que)|(?:preve|prevem|"
        r"prevista|previsto|previstos|previstas|planeia\w*)|(?:podera|poderao|deve|devem|"
        r"devera|deverao|devia) (?:ser |assinar|firmar|ficar)|por assinar|a assinar|"
        r"a ser assinad|prestes a|pendentes?|negocia\w+|em negociacao|em estudo|em preparacao|"
        r"acordaram (?:em )?(?:iniciar|abrir|negociar|assinar|elaborar|avancar|acelerar|"
        r"concluir|trabalhar)|concordaram (?:em|com a necessidade)|decidiram (?:iniciar|"
        r"negociar|abrir|elaborar)"
        r"|interesse em (?:assinar|firmar|negociar)|intencao de (?:assinar|firmar|negociar)|"
        r"vontade de|projet?c?tos? de (?:acordo|convencao|tratado|memorando)|proxim[oa]s?|"
        r"possibilidade|possivel|propos\w*|proposta|futur[oa]s? (?:acordo|tratado|assinatura)|"
        r"ate ao? (?:fim|final)|ate o (?:fim|final)|no proximo|vem ai|brevemente|em breve|"
        r"para breve|apelou|apelaram|celere"
    ),
    older=(
        r"(?:tinham|tinha|haviam|havia) (?:ja )?(?:assinado|firmado|rubricado|celebrado)|"
        rf"desde (?:\d{{4}}|o)|vigentes?|em vigor|(?:{DONE}) (?:em|"
        rf"a) (?:\d{{1,2}} )?(?:de )?(?:\w+ )?(?:de )?(?:19|20)\d\d|datad[oa]|ratific\w+|"
        r"expir\w+|no ano passado|ha \w+ anos|anterior(?:es|mente)?|previamente|record\w+|"
        r"relembr\w+|historic[oa] (?:acordo|tratado)|no ambito d[oa] (?:acordo|tratado|"
        r"convencao|memorando)|nos termos d[oa]|ao abrigo d[oa]|com base n[oa]|(?:acordo|"
        rf"tratado|convencao|protocolo|memorando) de (?:\d{{1,2}} de \w+ de )?(?:19|"
        r"20)\d\d(?!\s*[-–])|renovacao|entrou em vigor"
    ),
    plural_heads=(
        r"ministerios|governos|departamentos|agencias|comites|servicos|autoridades|"
        r"universidades|institutos|academias|camaras|associacoes|administracoes|conselhos|"
        r"bancos|museus|bibliotecas|arquivos|tribunais|procuradorias|parlamentos|policias|"
        r"chancelarias|alfandegas|centros|companhias|empresas|cidades|capitais|regioes|"
        r"provincias|municipios|prefeituras|operadores|fundacoes|organizacoes|escolas|"
        r"direcoes|direccoes|comissoes|bolsas|instituicoes|federacoes|secretarias|executivos"
    ),
    both=(
        r"(?:d?os |d?as |entre os |n?os |aos )?(?:dois|duas|ambos os|ambas as) (?:paises|"
        r"nacoes|estados|governos|partes|povos|republicas|capitais|cidades|"
        r"executivos)(?: (?:irmaos|amigos|vizinhos))?|ambas as partes|os dois|ambos"
    ),
    counterpart=r"(?:o |a )?(?:seu|sua|seus) (?:\w+ )?homolog[oa]s?|(?:a |o )?(?:sua )?congenere",
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|empresas?|companhia|companhias|"
                r"corporacao|sociedade|grupo|consorcio|"
                r"s\.?a\.?|sa|"
                r"ltda|lda|petroleos|aguas de|linhas aereas|caminhos de ferro|banco comercial|"
                r"inc|llc|"
                r"ltd|gmbh|bank|petro\w+|telecom|eletricidade|electricidade|correios"
            ),
        ),
        (
            "university",
            (
                r"universidades?|escola(?: superior| nacional)?|politecnic[oa]|faculdade|"
                r"instituto (?:politecnico|superior|universitario)|academia (?:diplomatica|"
                r"militar|"
                r"de policia)|instituto rio branco"
            ),
        ),
        ("city", r"cidades?|municipios?|camara municipal|prefeitura|autarquia|capital"),
        (
            "region",
            (
                r"regiao|regioes|provincias?|estado d[eoa] (?!(?:israel|qatar|kuwait|catar))\w+|"
                r"governo (?:regional|provincial|do estado)|distrito|ilha|territorio|"
                r"regiao autonoma"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|academia (?:das|de) ciencias|"
                r"academia|uniao|camaras?|associacao|fundacao|museu|"
                r"federacao|confederacao|partido|clube|liga|sindicato|centro cultural|teatro|"
                r"cruz vermelha|comite olimpico|orquestra|ordem"
            ),
        ),
        (
            "agency",
            (
                r"ministerios?|agencias?|comites?|servicos?|autoridade|departamento|gabinete|"
                r"institutos?|centros?|conselhos?|comissao|direcao(?:-geral)?|"
                r"direccao(?:-geral)?|"
                r"inspecao|inspeccao|administracao|secretarias?|secretariado|fundo|bibliotecas?|"
                r"arquivos?|procuradoria|tribunal|parlamento|congresso|assembleia|senado|"
                r"banco(?: central| nacional| de \w+)?|tesouro|policia|alfandegas?|embaixada|"
                r"organizacao|organismo|caixa|laboratorios?|exercito|marinha|forca|radio|"
                r"televisao|"
                r"imprensa|itamaraty|entidade|unidade|observatorio|guarda|bolsa|receita federal|"
                r"advocacia|controladoria|defensoria|fiocruz|embrapa|rede|alto comissariado|"
                r"alta autoridade|registo"
            ),
        ),
    ),
    governments=r"governos?|executivos?",
    government=(
        r"governos?(?: federal| central)?|gabinete|conselho de ministros|executivo|"
        r"republica(?: (?:federativa|democratica|popular|islamica|arabe|portuguesa|"
        r"socialista))*|reino|estado|estados unidos|federacao|principado|emirado"
    ),
    rulers=(
        r"presidentes?|primeir[oa]s?[- ]ministr[oa]s?|chefes? d[eo] (?:estado|governo|"
        r"executivo)|rei|rainha|emir|sultao|chanceler federal|principe herdeiro|monarca|"
        r"sua majestade|chefes de estado|lideres|estadistas|premie"
    ),
    not_rulers=r"(?:vice|ex|antigo|antiga|futuro|vice-|entao)[- ]¶",
    not_ruler_of=(
        r",? (?:da|do|dos|das|de|executivo d[ao]) ?(?:academia|camara|banco|empresa|"
        r"associacao|universidade|uniao|conselho|tribunal|federacao|confederacao|senado|"
        r"assembleia|instituto|congresso|comissao|comite|parlamento|grupo|delegacao|fundacao|"
        r"supremo|agencia|companhia|autarquia|municipio)|executivo"
    ),
    presence=(
        r"presenca|presenci\w+|assist\w+|testemunh\w+|olhar|presidi\w+|copresid\w+|perante|"
        r"durante|apos|no final|no termo|visita|reuniao|encontro|cimeira|por ocasiao|"
        r"no ambito|no quadro|a convite|cerimonia|margem|acompanh\w+|encabec\w+"
    ),
    ministers=(
        r"(?<!primeiro-)(?<!primeira-)(?<!primeiros-)(?<!primeiro )ministr[oa]s?|"
        r"vice-ministr[oa]s?|ministerios|chanceleres|governador\w*|embaixador\w*|"
        r"secretari[oa]s? (?:de|geral)|delegacoes|delegacao|responsaveis|diret?c?tores|"
        r"diretores|titulares"
    ),
    heads_passive=(
        r"(?:presidentes|chefes de estado|lideres|"
        r"primeiros-ministros) (?:tambem )?(?:assinaram|firmaram|emitiram|adotaram|adoptaram)"
    ),
    before_name=(
        r"de|a|o|os|as|do|da|dos|das|e|seu|sua|excelencia|s\.?\s?e\.?|senhor|senhora|sr|sra|"
        r"dr|dra|general|coronel|marechal|xeque|republica|reino|estado|homolog[oa]|majestade|"
        r"alteza|real|federacao|federal|federativa|democratica|popular|islamica|arabe|pais|"
        r"eleito|eleita|\([a-z]{2,3}\)|\.|ministro|governo|conselho"
    ),
    after_name=(
        r"presidente|primeiro|ministro|e|rei|o|a|os|as|em|ao|no|na|segunda|terca|quarta|"
        r"quinta|sexta|sabado|domingo|de|do|da|que|com|assinaram"
    ),
    kinds=(
        (
            "virtual_summit",
            r"cimeira virtual|cupula virtual|videoconferencia|reuniao virtual|cerimonia virtual",
        ),
        ("state_visit", r"visitas? de estado"),
        ("official_visit", r"visitas? oficia(?:l|is)(?: de amizade)?(?: e de trabalho)?"),
        ("working_visit", r"visitas? de trabalho"),
        (
            "intergovernmental_commission",
            (
                r"comissao (?:mista|bilateral|intergovernamental|conjunta|binacional|ministerial|"
                r"permanente|\w+ mista)|comissao (?:geral )?de cooperacao|"
                r"comite (?:intergovernamental|conjunto|misto)"
            ),
        ),
        (
            "council_session",
            (
                r"conselho (?:de (?:cooperacao|parceria|coordenacao)|estrategico|superior)|"
                r"dialogo de alto nivel|reuniao de alto nivel|comissao de alto nivel"
            ),
        ),
        ("forum", r"forum(?: \w+)?"),
        ("summit", r"cimeiras?|cupula"),
        ("visit", r"visitas?|deslocacao|estadia|viagem|digressao"),
    ),
    total_words=(
        r"documentos?|acordos?|convenios?|memorandos?|memoranda|protocolos?|textos?|"
        r"instrumentos?|tratados?|contratos?|entendimentos|atos|actos|mous?|pactos?|"
        r"cartas de intenc(?:ao|oes)|declaracoes|programas?|convencoes|ajustes"
    ),
    adjectives=(
        r"nov[oa]s|novo|outr[oa]s|bilaterais|principais|importantes?|grandes|diferentes|"
        r"distint[oa]s|divers[oa]s|de|cooperacao|acordos|e|convenios|memorandos|protocolos|"
        r"entendimento|em|total|textos|documentos|primeir[oa]s|cartas|mais|"
        r"intergovernamentais|historicos|seguintes|instrumentos|juridicos|adicionais"
    ),
    these=r"(?:estes|estas|esses|os|referidos|ambos|as|dos)(?: \w+)? ¶",
    in_total=r"no total|um total de|total(?:izam|izaram|izando)|ao todo|somam",
    by_bodies=r"pelos (?:ministros|ministerios|responsaveis|titulares)|entre (?:os )?ministerios",
    number_after=(
        r"(?: assinados| firmados)?,? (?:que somam|somam|sao|totalizam|:) (?P<n>\d{1,3}|"
        r"[a-z]+)(?= |\.|,|$)"
    ),
    listing=(
        r"(?:os |as )?(?:\w+ ){0,2}(?:seguintes|seguinte)|entre (?:eles|elas|estes|estas|os|"
        r"as)|trata-se|a saber|figuram?|incluem?|compreendem|sao os|lista|relacao d|"
        r"como segue|destacam?(?:-se)?|consistem|abaixo|segue|constam?|nomeadamente"
    ),
    partial=(
        r"entre (?:eles|elas|os|as|estes)|destacam?(?:-se)?|figuram?|em particular|incluem?|"
        r"nomeadamente|tais como|como"
    ),
    besides=r"alem|para alem|tambem|ainda|adicionalmente|por outro lado|a parte|depois",
    qualifiers=(
        ("more_than", r"mais de|mais do que|acima de"),
        ("at_least", r"pelo menos|ao menos|no minimo|nao menos de"),
        ("about", r"cerca de|aproximadamente|perto de|quase|uma|uns|umas|em torno de"),
        ("up_to", r"ate"),
    ),
    history=(
        r"desde (?:\d{4}|ha|que|entao|o)|ate a data|ate agora|no passado|nos ultimos|"
        r"anteriormente|previamente|existentes|vigentes|quadro (?:juridico|legal)|"
        r"historicamente|ao longo d"
    ),
    not_day=(
        r"(?:desde|ate|antes|depois|a partir|para) (?:o |a |de |do |da )?(?:dia )?(?:\w+ )?¶|"
        r"nascid[oa]|fundad[oa]|previst[oa]|relacoes|datad[oa]|assinad[oa] (?:em|a) ¶|"
        r"proxim[oa]|chegou (?:na |no )?¶|atualizado (?:em )?¶|publicado (?:em )?¶"
    ),
    coming="proximo|proxima|seguinte",
    elsewhere=(
        r"(?:agencia|agencia de noticias|rumo a|partira|viajara|seguira|embaixador (?:em|no|"
        r"na|de)|embaixada (?:em|no|na|de)|proveniente d[eoa]|capital d[eoa]|tais como|"
        r"escala em|como)(?: (?:a|o|os|de))? ?¶"
    ),
    not_kind=(
        r"(?:criacao|instituicao) d[ea] (?:uma )?¶|(?:proxima|futura|anterior|passada|previa|"
        r"convi\w+ .{0,30}|realizara uma|efetuara uma|efectuara uma|ultima) ¶"
    ),
    talks=r"conversacoes|negociacoes|reuniao|reunioes|reuni\w+-se|dialogo|encontro|audiencia",
    meeting=r"conversacoes|reuniao|encontro|recebid[oa]|sessao|consultas|dialogo",
    in_place=r"(?:em|no|na|na cidade de) ¶",
    title_noise=words(
        "cooperacao colaboracao area areas sector setor dominio materia acordo acordos "
        "memorando entendimento protocolo convenio relativo assinado dois ambos paises "
        "governo republica ministerio programa plano documento texto"
    ),
    today=r"hoje|esta (?:manha|tarde|noite)|no mesmo dia|nesta data",
    yesterday=r"ontem",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:de|entre|desde|anos|os anos de|para os anos de) (?P<a>(?:19|20)\d\d) (?:a|e|ate|"
            r"ate a) (?P<b>(?:19|20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:a|e) (?P<b>(?:19|20)\d\d)",
        r"(?:ate) (?:ao (?:fim de )?|o (?:ano de |fim de )?)?(?P<b>(?:19|20)\d\d)",
        r"para (?:o ano de |o ano )?(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=(
        counted(
            "um|uma dois|duas tres quatro cinco seis sete oito nove dez|dezena onze doze|"
            "duzia treze catorze|quatorze quinze dezasseis|dezesseis dezassete|"
            "dezessete dezoito dezanove|dezenove"
        )
        | tens(
            "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
            counted("um|uma dois|duas tres quatro cinco seis sete oito nove"),
            "{ten} e {unit}",
        )
    ),
    months=numbered(
        "janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|"
        "ago setembro|set outubro|out novembro|nov dezembro|dez"
    ),
    weekdays=days_of_week(
        "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domingo"
    ),
    noise=words("o a os as de do da dos das e em no na um uma sobre para por com entre ao aos"),
)
