"""Uzbek, in Latin and in Cyrillic letters."""

from .grammar import Grammar
from .numbering import either, numbered, up_to_99, words

EVENT = (
    r"(?:tashrif|uchrashuv|muzokara|muloqot|suhbat|marosim|yig'ilish|sammit|forum|tadbir|majlis"
    r"|safar|kengash|sessiya|konferensiya|ташриф|учрашув|музокара|мулокот|сухбат|маросим|йигилиш"
    r"|саммит|форум|тадбир|мажлис|сафар|кенгаш|сессия|конференция)\w*"
)
ENDS = (
    r"(?:ning|ni|ga|da|dan|si|sini|siga|i|ini|iga|ining|нинг|ни|га|да|дан|си|сини|сига|и|ини|ига"
    r"|ининг)?"
)

MOU = r"(?:o'zaro )?(?:anglashuv|tushunish|hamjihatlik)|(?:узаро )?(?:англашув|тушуниш|хамжихатлик)"

TYPES = (
    (
        "memorandum_of_understanding",
        (
            rf"(?:{MOU}) (?:to'g'risida(?:gi)? |тугрисида(?:ги)? |хакида(?:ги)? )?(?:memorandum"
            rf"|меморандум|bitim|битим)(?!lar|лар)\w*"
        ),
        rf"(?:{MOU}) (?:to'g'risida(?:gi)? |тугрисида(?:ги)? )?(?:memorandumlar|меморандумлар)\w*",
    ),
    (
        "memorandum_of_cooperation",
        (
            r"(?:hamkorlik|хамкорлик) (?:to'g'risida(?:gi)? |тугрисида(?:ги)? |haqida(?:gi)? "
            r"|хакида(?:ги)? |bo'yicha |буйича )?(?:memorandum|меморандум)(?!lar|лар)\w*"
        ),
        r"(?:hamkorlik|хамкорлик) (?:memorandumlar|меморандумлар)\w*",
    ),
    (
        "memorandum_of_intent",
        (
            r"(?:niyat|ният)(?:lar|лар)?(?: to'g'risida(?:gi)?| тугрисида(?:ги)?)? (?:memorandum"
            r"|меморандум)\w*"
        ),
        "",
    ),
    ("letter_of_intent", r"(?:niyat|ният)(?:lar|лар)? (?:xat|мактуб|хат|maktub)\w*", ""),
    (
        "protocol_of_intent",
        (
            r"(?:niyat|ният)(?:lar|лар)?(?: to'g'risida(?:gi)?| тугрисида(?:ги)?)? (?:protokol"
            r"|bayonnoma|протокол|баеннома)\w*"
        ),
        "",
    ),
    (
        "declaration_of_intent",
        (
            r"(?:niyat|ният)(?:lar|лар)?(?: to'g'risida(?:gi)?| тугрисида(?:ги)?)? (?:bayonot"
            r"|deklaratsiya|баенот|декларация)\w*"
        ),
        "",
    ),
    ("letter_of_cooperation", r"(?:hamkorlik|хамкорлик) (?:xat|мактуб|хат|maktub)\w*", ""),
    (
        "exchange_of_notes",
        r"(?:nota|нота)(?:lar|лар)? (?:almashinuv|almashish|алмашинув|алмашиш)\w*",
        "",
    ),
    (
        "exchange_of_letters",
        r"(?:xat|maktub|хат|мактуб)(?:lar|лар)? (?:almashinuv|almashish|алмашинув|алмашиш)\w*",
        "",
    ),
    ("joint_declaration", r"(?:qo'shma|кушма) (?:deklaratsiya|декларация)\w*", ""),
    (
        "joint_statement",
        r"(?:qo'shma|кушма) (?:siyosiy |сиесий )?(?:bayonot|баенот|axborot|ахборот)\w*",
        "",
    ),
    ("communique", r"(?:qo'shma |кушма )?(?:kommyunike|коммюнике)\w*", ""),
    (
        "twinning_agreement",
        (
            r"(?:birodarlashgan|qardosh|биродарлашган|кардош)(?:lik|лик)? (?:shahar"
            r"|шахар)\w*(?: to'g'risida(?:gi)?| тугрисида(?:ги)?)? (?:bitim|kelishuv|битим"
            r"|келишув)\w*"
        ),
        "",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:kredit|qarz|grant|moliyalashtirish|кредит|карз|грант"
            r"|молиялаштириш)(?: to'g'risida(?:gi)?| тугрисида(?:ги)?)? (?:bitim|shartnoma"
            r"|kelishuv|битим|шартнома|келишув)\w*"
        ),
        "",
    ),
    (
        "framework_agreement",
        (
            r"(?:ramkaviy|doiraviy|chegaraviy|рамкавий|доиравий) (?:bitim|kelishuv|shartnoma|битим"
            r"|келишув|шартнома)\w*"
        ),
        "",
    ),
    (
        "agreement",
        r"(?:bitim|битим)(?!lar|лар)\w*|(?:kelishuv|келишув)(?!lar|лар|chi)\w*|(?:ahdlashuv)\w*",
        r"(?:bitim|битим|kelishuv|келишув)(?:lar|лар)\w*",
    ),
    ("treaty", r"(?:ahdnoma|ахднома|пакт|pakt)\w*", ""),
    ("convention", r"(?:konvensiya|конвенция)\w*", ""),
    (
        "contract",
        r"(?:shartnoma|kontrakt|шартнома|контракт)(?!lar|лар)\w*",
        r"(?:shartnoma|kontrakt|шартнома|контракт)(?:lar|лар)\w*",
    ),
    (
        "protocol",
        r"(?:bayonnoma|protokol|баеннома|протокол)(?!lar|лар)\w*",
        r"(?:bayonnoma|protokol|баеннома|протокол)(?:lar|лар)\w*",
    ),
    (
        "action_plan",
        (
            r"(?:qo'shma |кушма )?(?:harakatlar|harakat|харакатлар|харакат)(?:ning"
            r"|нинг)? (?:\w+ )?(?:reja|дастур|dastur|режа)(?!lar|лар)\w*"
        ),
        "",
    ),
    (
        "work_plan",
        r"(?:ish|иш) (?:reja|режа)(?!lar|лар)\w*",
        "",
    ),
    (
        "roadmap",
        r"\"?(?:yo'l xarita|йул харита)(?!lar|лар)\w*\"?(?: (?:hujjat|хужжат)i\w*)?",
        r"\"?(?:yo'l xarita|йул харита)(?:lar|лар)\w*",
    ),
    (
        "plan",
        r"(?:(?:chora-tadbirlar|tadbirlar|чора-тадбирлар|тадбирлар) )?(?:reja|режа)(?!lar|лар)\w*",
        r"(?:reja|режа)(?:lar|лар)\w*",
    ),
    ("programme", r"(?:dastur|дастур)(?!lar|лар)\w*", r"(?:dastur|дастур)(?:lar|лар)\w*"),
    ("declaration", r"(?:deklaratsiya|декларация)\w*|(?:bayonot|баенот)(?!lar|лар|chi)\w*", ""),
    ("certificate", r"(?:sertifikat|сертификат)\w*|(?:dalolatnoma|далолатнома)\w*", ""),
    (
        "memorandum",
        r"(?:memorandum|меморандум)(?!lar|лар)\w*",
        r"(?:memorandum|меморандум)(?:lar|лар)\w*",
    ),
)

ONES = {
    1: "bir|bitta|бир|битта",
    2: "ikki|ikkita|икки|иккита",
    3: "uch|uchta|уч|учта",
    4: "to'rt|to'rtta|турт|туртта",
    5: "besh|beshta|беш|бешта",
    6: "olti|oltita|олти|олтита",
    7: "yetti|yettita|етти|еттита",
    8: "sakkiz|sakkizta|саккиз|саккизта",
    9: "to'qqiz|to'qqizta|туккиз|туккизта",
    10: "o'n|o'nta|ун|унта",
}
TENS = {
    10: "o'n|ун",
    20: "yigirma|yigirmata|йигирма|йигирмата",
    30: "o'ttiz|o'ttizta|уттиз|уттизта",
    40: "qirq|qirqta|кирк|киркта",
    50: "ellik|ellikta|эллик|элликта",
    60: "oltmish|oltmishta|олтмиш|олтмишта",
    70: "yetmish|етмиш",
    80: "sakson|саксон",
    90: "to'qson|туксон",
}

UZ = Grammar(
    code="uz",
    home="uz",
    type_last=True,
    types=TYPES,
    treaties=r"(?:shartnoma|шартнома)\w*",
    genitive=r"[^\W\d]+(?:ning|нинг)",
    weak=words("plan programme minutes certificate contract"),
    papers=r"(?:hujjat|хужжат)\w*",
    plural_papers=r"(?:hujjat|хужжат)(?:lar|лар)\w*",
    not_types=either(r"""
        (?:dastur|дастур)(?:i|и)?(?:ga|га)? (?:doirasida|muvofiq|доирасида|мувофик)
        (?:kelishuv|келишув|bitim|битим)\w* (?:ko'ra|asosida|doirasida|muvofiq|кура|асосида
        |доирасида|мувофик|erishil\w*|эришил\w*)
        (?:reja|режа)(?:lar|лар)\w* (?:ko'rib|кур|haqida|хакида|muhokama|мухокама)\w*
        (?:bayonot|баенот) (?:berdi|берди|ber|бер)\w*|(?:protokol|протокол) (?:bo'lim|xizmat|булим
        |хизмат)\w*
    """),
    definite=r"bu|ushbu|mazkur|shu|бу|ушбу|мазкур|шу",
    stop_left=r".*",
    twins=r"qardosh\w*|birodar\w*|кардош\w*|биродар\w*",
    between=(
        r"o'rtasida(?:gi)?|o'rtalarida(?:gi)?|orasidagi|уртасида(?:ги)?|урталарида(?:ги)?"
        r"|орасидаги"
    ),
    conjunction=r"bilan|va|hamda|билан|ва|хамда",
    joins=r"bilan|билан",
    by=r"tomonidan|tomonlaridan|томонидан|томонларидан",
    under=(
        r"huzuridagi|qoshidagi|tarkibidagi|tasarrufidagi|хузуридаги|кошидаги|таркибидаги"
        r"|тасарруфидаги|qaramog'idagi"
    ),
    subject=either(r"""
        to'g'risida(?:gi)?|haqida(?:gi)?|bo'yicha|sohasida(?:gi)?|sohalarida(?:gi)?
        yo'nalishida(?:gi)?|yo'nalishlarida(?:gi)?
        yuzasidan|doir|oid|xususida(?:gi)?|borasida(?:gi)?|mo'ljallangan|qaratilgan
        тугрисида(?:ги)?|хакида(?:ги)?|буйича|сохасида(?:ги)?|сохаларида(?:ги)?|йуналишида(?:ги)?
        йуналишларида(?:ги)?
        юзасидан|доир|оид|хусусида(?:ги)?|борасида(?:ги)?|мулжалланган|каратилган
    """),
    field_words=(
        r"(?:soha|yo'nalish|tarmoq|masala|соха|йуналиш|тармок|масала)\w*(?: bo'yicha"
        r"| буйича)?(?!\w)|(?:bo'yicha|буйича)(?!\w)"
    ),
    adverbs=r"ham|esa|хам|эса|bugun|бугун|birgalikda|uzaro",
    was_signed=either(r"""
        imzolandi\w*|imzolangan(?=[.,;)]| edi)|imzolangani\w*|imzolanishi bilan|qabul qilindi\w*
        almashildi\w*|imzo chekildi\w*|imzo qo'yildi\w*
        imzolar qo'yildi|tuzildi\w*|tasdiqlandi\w*|imzolab olindi|e'lon qilindi|erishildi(?= imzo)
        rasmiylashtirildi\w*
        imzolanib|parafirlandi|parafland\w*|ma'qullandi|imzolarga ega bo'ldi|bo'ldi(?=[.!])
        имзоланди\w*|имзолангани\w*|кабул килинди\w*|алмашилди\w*|имзо чекилди\w*|имзо куйилди\w*
        имзолар куйилди
        тузилди\w*|тасдикланди\w*|эълон килинди|расмийлаштирилди\w*|имзоланган(?=[.,;)])|имзоланиб
        парафланди\w*|маъкулланди|булди(?=[.!])
    """),
    signed=either(r"""
        imzolad[aiu]\w*|imzolashdi\w*|imzolagan(?:lar)?|imzo chek(?:di|ishdi|di\w*|kan\w*)
        imzo qo'y(?:di|ishdi|di\w*|gan\w*)|qabul qil(?:di|ishdi)\w*
        almashdi\w*|almashishdi|tuzdi\w*|tuzishdi|tasdiqladi\w*|imzolab
        имзолад[аиу]\w*|имзолашди\w*|имзолаган(?:лар)?|имзо чек(?:ди|ишди|кан)\w*|имзо куй(?:ди|ишди
        |ган)\w*|кабул кил(?:ди|ишди)\w*
        алмашди\w*|алмашишди|туздилар|тузди|тузишди|тасдиклади\w*|имзолаб
    """),
    signing=either(r"""
        imzo\w*|имзо\w*|qabul qil\w*|кабул кил\w*|almash(?:il|ish|di)\w*|алмаш(?:ил|иш|ди)\w*
        tuzildi|тузилди
    """),
    planned=either(r"""
        imzolanadi\w*|imzolanishi (?:kutil|rejala|ko'zda|mumkin|lozim|kerak)\w*|imzolanishi
        imzolaydi\w*|imzolash (?:rejala|kutil|ko'zda|bo'yicha|masala)\w*
        kutilmoqda|kutilyapti|rejalashtir\w*|rejalangan|loyiha(?:si|sini|sining|lari)\w*
        ko'zda tutil\w*|tayyorlan(?:adi|moqda|yotgan)\w*|muhokama qilin\w*|taklif qil\w*
        kelishib olindi|mo'ljallanmoqda
        ishlab chiqil\w*|imzolash niyat\w*
        имзоланади\w*|имзоланиши\w*|имзолайди\w*|имзолаш (?:режала|кутил|кузда|буйича|масала)\w*
        кутилмокда|кутиляпти|режалаштир\w*|режаланган
        лойиха(?:си|сини|сининг|лари)\w*|кузда тутил\w*|тайерлан(?:ади|мокда|етган)\w*
        мухокама килин\w*|таклиф кил\w*|мулжалланмокда|ишлаб чикил\w*
    """),
    older=either(r"""
        (?:19|20)\d\d[ -]?(?:yil|йил)\w*(?: \w+){0,4}? (?:imzolangan|имзоланган|tuzilgan|тузилган
        |qabul qilingan|кабул килинган)
        (?:19|20)\d\d[ -]?(?:yilgi|йилги|yildagi|йилдаги)
        ilgari\w*|avval\w*|o'tgan (?:yil|oy)\w*|amaldagi|imzolangan edi|sodiq\w*|eslatib\w*
        ratifikatsiya\w*|kuchga kir\w*|avvalroq|hozirgacha|mamnun\w*
        илгари\w*|аввал\w*|утган (?:йил|ой)\w*|амалдаги|имзоланган эди|содик\w*|эслатиб\w*
        ратификация\w*|кучга кир\w*|хозиргача|мамнун\w*
    """),
    listing=either(r"""
        quyidagi\w*|jumladan|shu jumladan|xususan|qatorida|orasida|shular jumlasidan|bular
        ular orasida|shu qatorda
        куйидаги\w*|жумладан|шу жумладан|хусусан|каторида|орасида|шулар жумласидан|булар
        улар орасида|шу каторда
    """),
    partial=r"jumladan|xususan|qatorida|orasida|жумладан|хусусан|каторида|орасида",
    plural_heads=either(r"""
        vazirliklari\w*|agentliklari\w*|qo'mitalari\w*|universitetlari\w*|shaharlari\w*
        hukumatlari\w*|idoralari\w*|tashkilotlari\w*
        markaziy banklari\w*|banklari\w*|viloyatlari\w*|akademiyalari\w*|muzeylari\w*|palatalari\w*
        organlari\w*|xizmatlari\w*|kompaniyalari\w*|muassasalari\w*|markazlari\w*|institutlari\w*
        вазирликлари\w*|агентликлари\w*|кумиталари\w*|университетлари\w*|шахарлари\w*|хукуматлари\w*
        идоралари\w*|ташкилотлари\w*
        марказий банклари\w*|банклари\w*|вилоятлари\w*|академиялари\w*|музейлари\w*|палаталари\w*
        органлари\w*|хизматлари\w*|компаниялари\w*|муассасалари\w*|марказлари\w*|институтлари\w*
    """),
    both=either(r"""
        (?:har )?ikki (?:mamlakat|davlat|tomon|yurt)(?:ning)?|mamlakatlarimiz(?:ning)?
        davlatlarimiz(?:ning)?|tomonlar
        (?:хар )?икки (?:мамлакат|давлат|томон|юрт)(?:нинг)?|мамлакатларимиз(?:нинг)?
        давлатларимиз(?:нинг)?|томонлар
    """),
    counterpart=r"hamkasb\w*|хамкасб\w*",
    heads=(
        (
            "company",
            r"aj|mchj|qk|ао|аж|мчж|kompaniya\w*|компания\w*|korporatsiya\w*|корпорация\w*"
            r"|guruh\w*|гурух\w*|group|airlines|airways|holding\w*|холдинг\w*|konsern\w*"
            r"|концерн\w*"
            r"|(?<!markaziy )(?<!milliy )bank\w*|(?<!марказий )(?<!миллий )банк\w*"
            r"|aviakompaniya\w*|авиакомпания\w*|zavod\w*|завод\w*|ltd|llc|kombinat\w*"
            r"|temir yo'llari\w*",
        ),
        (
            "university",
            r"universitet\w*|университет\w*|(?<!fanlar )akademiya\w*|(?<!фанлар )академия\w*"
            r"|konservatoriya\w*|консерватория\w*"
            r"|(?:politexnika|tibbiyot|pedagogika|texnika|texnologiya|политехника|тиббиет"
            r"|педагогика|техника|технология) (?:institut|институт)\w*",
        ),
        (
            "city",
            (
                r"shahri\w*|shahar hokimli\w*|shahar\w*|шахри\w*|шахар хокимли\w*|шахар\w*"
                r"|meriya\w*|мэрия\w*|munitsipalitet\w*|муниципалитет\w*"
            ),
        ),
        (
            "region",
            r"viloyat\w*|(?<!shahar )(?<!shahri )hokimli\w*|вилоят\w*"
            r"|(?<!шахар )(?<!шахри )хокимли\w*|provinsiya\w*|провинция\w*|oblast\w*|tuman\w*"
            r"|туман\w*|o'lka\w*|улка\w*"
            r"|(?:avtonom|автоном) \w+|gubernator\w*|штат\w*|shtat\w*|hududi\w*",
        ),
        (
            "other",
            r"fanlar akademiya\w*|фанлар академия\w*|palata\w*|палата\w*|uyushma\w*|уюшма\w*"
            r"|jamiyat\w*|жамият\w*|jamg'arma\w*|жамгарма\w*|muzey\w*|музей\w*|ittifoq\w*"
            r"|иттифок\w*"
            r"|partiya\w*|партия\w*|federatsiya(?:si)?(?! vazir)\w*|assotsiatsiya\w*"
            r"|ассоциация\w*|teatr\w*|театр\w*|klub\w*|клуб\w*|olimpiya qo'mita\w*"
            r"|олимпия кумита\w*",
        ),
        (
            "agency",
            r"vazirli\w*|вазирли\w*|agentli\w*|агентли\w*|qo'mita\w*|кумита\w*|xizmat(?:i"
            r"|ining)\w*|хизмат(?:и|ининг)\w*|markaziy bank\w*|марказий банк\w*|milliy bank\w*"
            r"|миллий банк\w*"
            r"|idora\w*|идора\w*|institut\w*|институт\w*|markaz(?:i|ining)\w*|марказ(?:и"
            r"|ининг)\w*|inspeksiya\w*|инспекция\w*|boshqarma\w*|бошкарма\w*|departament\w*"
            r"|департамент\w*"
            r"|prokuratura\w*|прокуратура\w*|sud(?:i|ining)\w*|суд(?:и|ининг)\w*|kengash\w*"
            r"|кенгаш\w*|komissiya\w*|комиссия\w*|kutubxona\w*|кутубхона\w*|arxiv\w*|архив\w*"
            r"|telerad\w*|телерад\w*"
            r"|majlis\w*|мажлис\w*|senat\w*|сенат\w*|tashkilot\w*|ташкилот\w*|muassasa\w*"
            r"|муассаса\w*|kotibiyat\w*|котибият\w*|byuro\w*|бюро\w*|elchixona\w*|элчихона\w*"
            r"|politsiya\w*|gvardiya\w*|tiv|тив",
        ),
    ),
    government=r"hukumat\w*|хукумат\w*|kabinet\w*|кабинет\w*"
    r"|vazirlar mahkama\w*|вазирлар махкама\w*",
    rulers=either(r"""
        (?<!vitse-)prezident\w*|(?<!вице-)президент\w*|bosh vazir(?! o'rinbosar)\w*
        бош вазир(?! уринбосар)\w*|davlat rahbar\w*|давлат рахбар\w*|hukumat rahbar\w*
        хукумат рахбар\w*
        amir(?:i|ining)?|амир(?:и|ининг)?|qirol(?!lig)\w*|кирол(?!лиг)\w*|valiahd\w*|валиахд\w*
        davlat boshliq\w*|давлат бошлик\w*|premyer-ministr\w*|премьер-министр\w*|bosh vazir
        kansler\w*|канцлер\w*|sulton|султон
        liderlar\w*|yetakchilar\w*|етакчилар\w*|ikki rahbar|rahbarlari|рахбарлари|(?:давлат
        |davlat)lar rahbar\w*
    """),
    not_rulers=(
        r"(?:palata|палата|kompaniya|компания|bank|банк|akademiya|академия|federatsiya|федерация"
        r"|uyushma|уюшма|assotsiatsiya|ассоциация)\w* ¶|(?:sobiq|birinchi|vitse-|собик|биринчи"
        r"|вице-) ?¶"
    ),
    not_ruler_of=(
        r"\w* (?:o'rinbosar|уринбосар|huzuri|хузури|administrats|администрац|maslahatchi"
        r"|маслахатчи|matbuot|матбуот)\w*"
    ),
    presence=either(r"""
        ishtirok\w*|huzurida|guvohligida|raisligida|иштирок\w*|хузурида|гувохлигида|раислигида
    """),
    ministers=either(r"""
        (?<!bosh )vazir(?:i|lar|lari|larning|ining)?|(?<!бош )вазир(?:и|лар|лари|ларнинг|ининг)?
        elchi\w*|элчи\w*|rektor\w*|ректор\w*|vakil\w*|вакил\w*|delegatsiya\w*|делегация\w*
        hokim(?:i|lari)?|хоким(?:и|лари)?|mutasaddi\w*
        boshliqlari|бошликлари|raislari|раислари
    """),
    persons=either(r"""
        vazir(?:i)?|вазир(?:и)?|prezident(?:i)?|президент(?:и)?|rektor(?:i)?|ректор(?:и)?
        elchi(?:si)?|элчи(?:си)?|rais(?:i)?|раис(?:и)?|hokim(?:i)?|хоким(?:и)?|direktor(?:i)?
        директор(?:и)?
        vazir o'rinbosari|вазир уринбосари|bosh vazir|бош вазир|boshlig'i|бошлиги|o'rinbosari
        уринбосари|amiri|амири|shahzodasi|шахзодаси|rahbari|рахбари|gubernatori|губернатори
        mer(?:i)?|мэр(?:и)?
    """),
    before_name=r"janob|жаноб|shayx|шайх|va|ва|janobi|oliylari|valiahd|shahzodasi|bosh|vazir|vaziri",
    after_name=r"va|hamda|bilan|prezident|ва|хамда|билан|президент",
    lead=either(rf"""
        {EVENT} (?:yakunida|yakunlari bo'yicha|davomida|doirasida|chog'ida|so'ngida|so'ng|so'nggida
        |natijasida|natijalari bo'yicha|arafasida|keyin|munosabati bilan)
        {EVENT} (?:якунида|якунлари буйича|давомида|доирасида|чогида|сунгида|сунггида|сунг
        |натижасида|натижалари буйича|арафасида|кейин|муносабати билан)
        tadbirda|marosimda|uchrashuvda|muzokaralarda|forumda|yig'ilishda|sammitda|тадбирда|маросимда
        учрашувда|музокараларда|форумда|йигилишда|саммитда
        ishtirokida|huzurida|guvohligida|tomonidan|иштирокида|хузурида|гувохлигида|томонидан
        yakunda|якунда
        (?:tomonlar|томонлар|vazirlar(?! mahkama)|вазирлар(?! махкама)|delegatsiyalar|делегациялар
        |prezidentlar|президентлар|rahbarlar|рахбарлар|rektorlar|ректорлар)
        (?:davlat|hukumat|давлат|хукумат|vazirlik|вазирлик|idora|идора)(?:lar|лар)? (?:rahbarlari
        |boshliqlari|рахбарлари|бошликлари)
        (?:vazirlari|вазирлари|hokimlari|хокимлари|rektorlari|ректорлари)(?! (?:o'rtasi|уртаси))
        ikki (?:prezident|vazir|rahbar|lider|rektor|hokim|bosh vazir)|икки (?:президент|вазир|рахбар
        |лидер|ректор|хоким|бош вазир)
        shu jumladan|jumladan|xususan|шу жумладан|жумладан|хусусан|shuningdek|шунингдек|quyidagilar
        куйидагилар|nomidan|номидан
        (?:ular|shular|улар|шулар) (?:qatorida|orasida|ichida|каторида|орасида|ичида)
        (?:hujjat|хужжат)(?:lar|лар) (?:qatorida|orasida|каторида|орасида)|ular orasida|улар орасида
        (?:to'rtinchi|uchinchi|beshinchi|ikkinchi|birinchi|oxirgi|yana bir|so'nggi|туртинчи|учинчи
        |бешинчи|иккинчи|биринчи|охирги|яна бир|сунгги) (?:hujjat|хужжат)
        (?:vazirlik|вазирлик|idora|идора) (?:vakillari|вакиллари)|delegatsiya a'zolari
        делегация аъзолари
    """),
    locative=(
        r"(?!bo'yicha|sohasida|sohalarida|haqida|borasida|o'rtasida|tomonidan|сохасида|сохаларида"
        r"|хакида|борасида|уртасида|тугрисида)[^\W\d]+(?:da|да)"
    ),
    adverbs_first=either(r"""
        shuningdek|natijada|натижада|bundan tashqari|shu bilan birga|bundan tash|ayni paytda
        o'z navbatida|yakunda|so'ngra|shu kuni|xuddi shu kuni|bugun|kecha|avvalo|dastlab|jumladan
        xususan|shundan so'ng
        шунингдек|бундан ташкари|шу билан бирга|айни пайтда|уз навбатида|якунда|сунгра|шу куни
        худди шу куни|аввало|дастлаб|жумладан|хусусан|шундан сунг
        \d{1,2}[ -](?:yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentyabr|sentabr|oktyabr|oktabr
        |noyabr|dekabr)(?: kuni)?
        \d{1,2}[ -](?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь
        |декабрь)(?: куни)?
        (?:dushanba|seshanba|chorshanba|payshanba|juma|shanba|yakshanba)(?: kuni)?|(?:душанба
        |сешанба|чоршанба|пайшанба|жума|шанба|якшанба)(?: куни)?
    """),
    each=r"bittadan|биттадан",
    some=(
        r"bir qator|qator|bir nechta|bir necha|bir|turli|ko'plab|бир катор|катор|бир нечта"
        r"|бир неча|турли|куплаб|salmoqli"
    ),
    kinds=(
        (
            "virtual_summit",
            (
                r"video ?(?:anjuman|konferens)\w*|видео ?(?:анжуман|конференц)\w*|onlayn (?:sammit"
                r"|uchrashuv)\w*|онлайн (?:саммит|учрашув)\w*"
            ),
        ),
        ("state_visit", r"davlat tashrif\w*|давлат ташриф\w*"),
        ("official_visit", r"rasmiy tashrif\w*|расмий ташриф\w*"),
        ("working_visit", r"(?:ish|amaliy) tashrif\w*|(?:иш|амалий) ташриф\w*"),
        (
            "intergovernmental_commission",
            (
                r"(?:hukumatlararo|qo'shma|davlatlararo|хукуматлараро|кушма"
                r"|давлатлараро) (?:\w+ ){0,3}(?:komissiya|комиссия)\w*"
            ),
        ),
        (
            "council_session",
            (
                r"(?:hamkorlik|strategik|muvofiqlashtiruvchi|oliy|hukumatlararo|davlatlararo"
                r"|хамкорлик"
                r"|стратегик|олий|хукуматлараро|давлатлараро) (?:\w+ ){0,3}(?:kengash|кенгаш)\w*"
            ),
        ),
        ("forum", r"forum\w*|форум\w*"),
        ("summit", r"sammit\w*|саммит\w*"),
        ("visit", r"(?:tashrif|safar|ташриф|сафар)\w*"),
    ),
    not_kind=r"(?:kelgusi|keyingi|o'tgan|javob|келгуси|кейинги|утган|жавоб)(?: \w+)? ¶",
    total_words=either(r"""
        hujjat\w*|хужжат\w*|bitim\w*|битим\w*|memorandum\w*|меморандум\w*|kelishuv\w*|келишув\w*
        shartnoma\w*|шартнома\w*
    """),
    adjectives=either(r"""
        ta|yangi|ikki|tomonlama|muhim|ikkitomonlama|hukumatlararo|idoralararo|turli|ortiq|dan|ziyod
        yaqin|hamkorlik|anglashuv|qo'shma|nafar|dona|xalqaro|bir|strategik
        та|янги|икки|томонлама|мухим|икки томонлама|хукуматлараро|идоралараро|турли|ортик|дан|зиед
        якин|хамкорлик|англашув|кушма|дона|халкаро|бир|стратегик|ikkiyoqlama
    """),
    number_suffix=r"ta|та|tadan|тадан|dan|дан",
    these=r"(?:bu|ushbu|mazkur|shu|бу|ушбу|мазкур|шу) ¶",
    in_total=r"jami|жами|umumiy hisobda|умумий хисобда|hammasi bo'lib|хаммаси булиб",
    besides=r"bundan tashqari|shuningdek|бундан ташкари|шунингдек",
    qualifiers=(
        ("at_least", r"kamida|камида"),
        ("about", r"qariyb|taxminan|salkam|кариб|тахминан|салкам"),
    ),
    qualifiers_after=(
        ("more_than", r"ortiq|ziyod|ko'proq|ортик|зиед|купрок"),
        ("about", r"yaqin|якин|atrofida|атрофида"),
    ),
    history=either(r"""
        hozirgacha|shu paytgacha|shu kungacha|bugungi kungacha|yildan buyon|yildan beri
        bugunga qadar|mavjud|amaldagi|ilgari|o'tgan yil\w*|so'nggi yillarda
        хозиргача|шу пайтгача|шу кунгача|бугунги кунгача|йилдан буен|йилдан бери|бугунга кадар
        мавжуд|амалдаги|илгари|утган йил\w*|сунгги йилларда
    """),
    not_day=r"(?:buyon|tug'ilgan|буен|тугилган)¶",
    held=(
        r"bo'lib o'tdi|uchrashdi\w*|o'tkazildi|tashkil etildi|qabul qildi|o'tkazdi\w*|keldi"
        r"|булиб утди|учрашди\w*|утказилди|ташкил этилди|кабул килди|утказди\w*|келди"
    ),
    coming=r"kelasi|keyingi|келаси|кейинги",
    month_suffix=r"(?:da|dan|ga|да|дан|га)?",
    talks=r"(?:muzokara|muloqot|suhbat|музокара|мулокот|сухбат)\w*",
    meeting=r"(?:muzokara|uchrash|muloqot|музокара|учраш|мулокот)\w*",
    in_place=r"¶",
    today=r"bugun|бугун",
    yesterday=r"kecha|кеча",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        r"(?P<a>20\d\d)[ -]?(?:yildan|йилдан) (?P<b>20\d\d)[ -]?(?:yilgacha|йилгача)",
        r"(?P<a>20\d\d) (?:va|ва) (?P<b>20\d\d)(?=[ -](?:yil|йил))",
        r"(?P<b>20\d\d)[ -]?(?:yilgacha|йилгача)",
        r"(?P<a>20\d\d)(?P<one>)(?=[ -]?(?:yilga|йилга|yil uchun|йил учун|yilda|йилда))",
    ),
    numbers={
        word: value for word, value in up_to_99(TENS, ONES).items() if word not in ("bir", "бир")
    },
    months={
        name: number
        for names in (
            "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
            "yanvar fevral mart aprel may iyun iyul avgust sentyabr oktyabr noyabr dekabr",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
        )
        for name, number in numbered(names).items()
    },
    weekdays={
        name: number
        for names in (
            "dushanba seshanba chorshanba payshanba juma shanba yakshanba",
            "душанба сешанба чоршанба пайшанба жума шанба якшанба",
        )
        for name, number in numbered(names, 0).items()
    },
    noise=words(
        "va bilan hamda bir bu to'g'risidagi g risidagi to rtasida o rtasidagi bo yicha ta qator"
        " yangi ва билан хамда бир бу тугрисидаги уртасида уртасидаги буйича та катор янги"
        " tomonlama ikki икки томонлама"
    ),
    title_noise=words(
        "hamkorlik o'zaro hujjat sohasida хамкорлик узаро хужжат сохасида qo'shma кушма"
    ),
)
