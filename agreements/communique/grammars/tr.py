"""Turkish."""

from .grammar import Grammar
from .numbering import either, numbered, up_to_99, words

EVENT = (
    r"(?:ziyaret|toplanti|gorusme|zirve|toren|forum|temas|muzakere|bulusma|oturum|konferans|fuar"
    r"|istisare|seremoni|program|komisyon|konsey|mutabakat toren)\w*"
)

TYPES = (
    (
        "memorandum_of_understanding",
        r"(?:mutabakat|anlayis|mutabakat ve isbirligi|isbirligi mutabakat) (?:zapt|zabt|zabit"
        r"|muhtira"
        r"|metn|belge|memorandum)\w*|mutabakat(?: zapti)?(?=in\w* imza)|mutabakatinin",
        r"(?:mutabakat|anlayis) (?:zabitlar|zaptlar|zabtlar|muhtiralar|metinler|belgeler)\w*",
    ),
    (
        "memorandum_of_cooperation",
        r"isbirligi (?:muhtira|memorandum)\w*",
        r"isbirligi (?:muhtiralar|memorandumlar)\w*",
    ),
    ("memorandum_of_intent", r"niyet (?:muhtira|memorandum|zapt)\w*", ""),
    ("letter_of_intent", r"niyet mektub\w*|iyi niyet mektub\w*", r"niyet mektuplar\w*"),
    ("protocol_of_intent", r"(?:iyi )?niyet protokol\w*", r"niyet protokoller\w*"),
    (
        "declaration_of_intent",
        r"niyet (?:beyan|bildiri|bildirge|deklarasyon|beyanname)\w*",
        r"niyet (?:beyanlar|bildiriler)\w*",
    ),
    ("letter_of_cooperation", r"isbirligi mektub\w*", r"isbirligi mektuplar\w*"),
    ("exchange_of_notes", r"nota (?:teati|degisim)\w*|karsilikli nota\w*", ""),
    ("exchange_of_letters", r"mektup (?:teati|degisim)\w*|karsilikli mektup\w*", ""),
    (
        "joint_declaration",
        r"ortak (?:siyasi )?(?:bildiri|bildirge|deklarasyon|beyanname)(?!ler)\w*",
        r"ortak (?:bildiriler|bildirgeler)\w*",
    ),
    ("joint_statement", r"ortak (?:aciklama|beyan|vizyon belgesi|vizyon bildirisi)\w*", ""),
    ("communique", r"(?:ortak )?komunike\w*", ""),
    (
        "twinning_agreement",
        r"kardes (?:sehir|kent|belediye|universite|sehirlik)\w*(?: \w+)? "
        r"(?:anlasma|sozlesme)\w*",
        r"kardes (?:sehir|kent) anlasmalari\w*",
    ),
    (
        "loan_or_grant_agreement",
        r"(?:kredi|hibe|finansman|ikraz|borc|mali yardim) (?:anlasma|sozlesme)\w*",
        r"(?:kredi|hibe|finansman) (?:anlasmalari|sozlesmeleri)\w*",
    ),
    (
        "framework_agreement",
        r"cerceve (?:\w+ )?(?:anlasma|antlasma|sozlesme|mutabakat)\w*",
        r"cerceve (?:anlasmalar|sozlesmeler)\w*",
    ),
    ("treaty", r"antlasma(?!lar)\w*", r"antlasmalar\w*"),
    ("convention", r"konvansiyon\w*", ""),
    (
        "agreement",
        r"anlasma(?!lar|zlik|k\b|si\b(?= (?:icin|halinde)))\w*|mukavele\w*|pakt\w*|itilafname\w*",
        r"anlasmalar\w*",
    ),
    ("contract", r"sozlesme(?!ler)\w*|kontrat\w*", r"sozlesmeler\w*|kontratlar\w*"),
    ("protocol", r"protokol(?!ler)\w*", r"protokoller\w*"),
    ("minutes", r"(?:toplanti )?tutana\w*|mutabik kalinan tutanak\w*", r"tutanaklar\w*"),
    ("action_plan", r"eylem plan(?!lar)\w*|hareket plan\w*", r"eylem planlar\w*"),
    ("work_plan", r"calisma plan(?!lar)\w*", r"calisma planlar\w*"),
    ("roadmap", r"yol harita(?!lar)\w*", r"yol haritalari\w*"),
    ("plan", r"plan(?:i|ini|ina|inin)?", r"planlar\w*"),
    ("programme", r"program(?!lar)\w*", r"programlar\w*"),
    ("declaration", r"deklarasyon\w*|bildirge\w*|bildiri(?:si\w*|yi|ye)?|beyanname\w*", ""),
    ("certificate", r"sertifika\w*|teslim tutanag\w*", ""),
    ("arrangement", r"duzenleme belges\w*", ""),
    ("memorandum", r"(?:memorandum|muhtira)(?!lar)\w*", r"(?:memorandum|muhtira)lar\w*"),
)

TR = Grammar(
    code="tr",
    home="tr",
    ordinal_dot=True,
    type_last=True,
    types=TYPES,
    genitive=r"[^\W\d]+'[nsy]?[iu]n|[^\W\d]+(?:nin|nun|lerin|larin)",
    weak=words("plan programme minutes certificate contract"),
    papers=r"belge\w*|metin|metn\w*|metinler\w*|evrak\w*|dokuman\w*",
    plural_papers=r"belgeler\w*|metinler\w*|dokumanlar\w*",
    not_types=either(r"""
        program(?:i|in|inin|da|inda)? (?:kapsaminda|cercevesinde|cikisinda|sonunda|sirasinda)
        plan(?:i|in)? (?:kapsaminda|cercevesinde)
        (?:anlasma|protokol|belge|mutabakat\w*)\w* (?:kapsaminda|uyarinca|geregi|geregince
        |ile birlikte)
        anlasma(?:ya|si)? (?:var|sagla|saglan|gorus)\w*|protokol (?:mudur|daire|girisi|tribun)\w*
        anlasmaya var\w*
    """),
    definite=r"bu|soz konusu|ilgili",
    stop_left=r".*",
    twins=r"kardes (?:sehir|kent)\w*",
    between=r"arasinda(?:ki)?|aralarinda(?:ki)?|arasinda da",
    conjunction=r"ile|ve|ile birlikte|ve de",
    joins=r"ile",
    with_=r"[^\W\d]+yl[ae]",
    by=r"tarafindan|taraflarindan|tarafinca",
    under=r"bunyesinde(?:ki)?|bagli|nezdinde(?:ki)?|altindaki|altinda",
    subject=either(r"""
        iliskin|dair|hakkinda(?:ki)?|yonelik|konusunda(?:ki)?|konulu|konularinda(?:ki)?
        alaninda(?:ki)?|alanlarinda(?:ki)?|uzerine|icin|hususunda|ongoren|iceren|kapsayan|saglayan
        baslikli|temelli|konularini|sektorunde|sektorlerinde
    """),
    field_words=r"(?:alan|konu|sektor|saha|branj|dal)(?:lar|ler)?[iu]n?d?[ae]?(?:ki)?(?!\w)",
    adverbs=r"da|de|ise|bugun|arasinda|birlikte|karsilikli|kendi aralarinda",
    was_signed=either(r"""
        (?<=anlasmasi )yapildi|(?<=protokolu )yapildi|(?<=sozlesmesi )yapildi
        imzalandi\w*|imzalanmistir|imzalanmis(?: oldu| bulunuyor)?|imza altina alin(?:di|mis
        |mistir)\w*
        imza(?:lar)? atildi\w*|akdedildi\w*|kabul edildi\w*|kabul edilmistir|teati edildi\w*
        teati edilmistir
        paraf(?:e)? edildi|paraflandi\w*|yayimlandi|yayinlandi|imzalarla? (?:tescillendi|muhurlendi)
        hayata gecirildi|resmiyet kazandi|sonuclandirildi|muhurlendi|takas edildi|degis tokus edildi
        duzenlendi(?= ve imza)|onaylandi|imzaya acildi|verildi(?= imza)|karara baglandi|akdolundu
        imzalanirken|imza altina alinirken|tescillendi|imzalanarak
    """),
    signed=either(r"""
        imzaladi(?:lar|klarini|gini)?|imzalamistir|imzalamislardir|imzaladigi\w*|imzaliyor
        imza att\w*
        imza koydu\w*|imza altina aldi\w*|imza altina almistir|imzalarini att\w*|imzasini att\w*
        teati etti\w*|kabul etti\w*|akdetti\w*|parafladi\w*|paraf etti\w*|muhurledi\w*
        hayata gecirdi\w*|onayladi\w*|yayimladi\w*|yayinladi\w*|imza atmistir|takas etti\w*
        imza atarak|imzalayarak|tescilledi\w*|anlasti\w*
    """),
    signing=either(r"""
        imza\w*|akded\w*|teati\w*|paraf\w*|kabul ed\w*|kabul et\w*|muhurle\w*|yayimla\w*|onayla\w*
    """),
    planned=either(r"""
        imzalanacak\w*|imzalanacag\w*|imzalayacak\w*|imzalayacag\w*|imza atacak\w*|imza atil?acag\w*
        planlan\w*|planliyor\w*|bekleni\w*|beklen(?:en|digi)\w*|ongorul\w*|hedefle\w*|taslag\w*
        taslak\w*
        imzalanmasi\w*|imzalamay\w*|imzalanabil\w*|imza atmay\w*|sonuclandirilmasi\w*
        tamamlanmasi\w*
        muzakere edil\w*|uzerinde (?:calis|gorus)\w*|hazirlan\w*|hazirlik\w*|hazir|masada
        gundemde\w*
        imza asamasi\w*|onerdi\w*|onerisi\w*|niyetinde\w*|gerekti\w*|umut\w*
    """),
    older=either(r"""
        (?:19|20)\d\d(?:'?[dt][ae]|'(?:te|ta|de|da))?(?: yilinda| senesinde
        | tarihinde)?(?: \w+){0,3} imzala(?:nan|diklari|nmis olan)
        (?:19|20)\d\d (?:tarihli|yilindaki)|daha once\w*|gecen (?:yil|ay|hafta)|gectigimiz \w+
        imzalanmisti\w*
        imza atmisti\w*|imzalamisti\w*|imza altina alinmisti|onceki|yururlukte\w*|hatirlat\w*
        bu yana
        uygulanmaya devam|evvelce|onceden|kabul edilmisti|yururluge gir\w*|yenilen(?:en
        |mesi)\w* onceki
        onayla(?:nan|yan|masini)\w*|memnuniyet\w*|teyit et\w*|yineledi\w*|bagliligin\w*
    """),
    listing=either(r"""
        asagidaki \w+|su \w+ imzalan\w*|soyle|sunlar|bunlar|(?:belge|anlasma|metin)ler arasinda
        arasinda \w+ (?:bulunuyor|var)
        yer al\w*|bazilari|sirala\w*|imzalanan (?:belge|anlasma|metin)\w*
    """),
    partial=r"bazilari|arasinda|basta|aralarinda",
    plural_heads=either(r"""
        \w*bakanlik(?:lari)\w*|kurumlari\w*|universiteleri\w*|sehirleri\w*|belediyeleri\w*
        hukumetleri\w*
        ajanslari\w*|kuruluslari\w*|idareleri\w*|merkez bankalari\w*|odalari\w*|teskilatlari\w*
        akademileri\w*
        baskanliklari\w*|merkezleri\w*|birlikleri\w*|kentleri\w*|muzeleri\w*|sirketleri\w*
        bankalari\w*
        mudurlukleri\w*|valilikleri\w*|gumrukleri\w*|enstituleri\w*|bakanlari\w*|meclisleri\w*
    """),
    both=(
        r"(?:her )?iki (?:kardes |dost |komsu )?(?:ulke|devlet)(?:nin|in)?|iki taraf(?:in)?"
        r"|taraflar|ulkelerimiz(?:in)?|iki baskent"
    ),
    counterpart=r"mevkidas\w*|muhatab\w*",
    heads=(
        (
            "company",
            r"a\.s\.?|a\.o\.?|sirket(?:i|inin|iyle|i'nin)?|holding\w*|limited|ltd|grubu\w*"
            r"|havayol\w*|llc|jsc|airlines|airways|energy|group"
            r"|(?<!merkez )(?<!kalkinma )bank(?:asi\w*)?|yatirim|insaat|petrolleri|telekom\w*"
            r"|kooperatif\w*|eximbank\w*|tpao|botas",
        ),
        (
            "university",
            (
                r"universite\w*|(?<!bilimler )akademi(?:si)?\w*|yuksekokul\w*"
                r"|konservatuvar\w*|(?:teknoloji|teknik) enstitu\w*"
            ),
        ),
        ("city", r"belediye\w*|sehri\w*|sehir\w*|kenti\w*"),
        (
            "region",
            r"valili\w*|valilig\w*|eyalet\w*|il ozel idare\w*|bolgesi\w*|vilayet\w*|oblast\w*",
        ),
        (
            "other",
            r"birlig\w*|odasi\w*|odalar birlig\w*|derneg\w*|vakf\w*|federasyon\w*"
            r"|konfederasyon\w*|muze\w*|bilimler akademi\w*"
            r"|parti(?:si)?\w*|kizilay\w*|sendika\w*|olimpiyat komite\w*|kulub\w*|is konsey\w*"
            r"|cemiyet\w*|tiyatro\w*|borsa(?:si)?\w*|topluluk\w*",
        ),
        (
            "agency",
            r"bakanlig\w*|kurum(?:u|unun|uyla|lari)?|kurul(?:u|unun|uyla)?|ajans\w*"
            r"|teskilat\w*|mudurlug\w*|baskanlig\w*|komite\w*|komisyon\w*"
            r"|merkez bankasi\w*|kalkinma bankasi\w*|merkez(?:i|inin|iyle)|idare(?:si)?\w*"
            r"|servis\w*|enstitu\w*|mahkeme\w*|meclis\w*|genelkurmay\w*|sekreterlig\w*"
            r"|kutuphane\w*|arsiv(?:i|leri)\w*|otorite\w*|daire\w*|emniyet\w*|radyo\w*"
            r"|televizyon\w*|fonu\w*|konsey\w*|divan\w*|savcilig\w*"
            r"|mustesarlig\w*|gumruk\w*|tika|afad|tse|tubitak|yok|trt|buyukelcilig\w*"
            r"|jandarma\w*|komutanlig\w*|denetleme\w*|sayistay\w*|kurulus\w*",
        ),
    ),
    government=r"hukumet\w*|bakanlar kurulu\w*|kabine\w*",
    rulers=either(r"""
        cumhurbaskan(?!lig|ligi| yardimci)\w*|basbakan(?!lig| yardimci)\w*|emir(?:i|inin|iyle)?
        kral(?:i\w*)?|liderler\w*|lider|iki lider\w*
        devlet baskan\w*|hukumet baskan\w*|sultan\w*|veliaht\w*|sansolye\w*|sah|lideri
    """),
    not_rulers=(
        r"(?:banka|oda|birlig|federasyon|sirket|holding|kulub|universite|akademi)\w* ¶|(?:eski"
        r"|merhum|birinci) ¶"
    ),
    not_ruler_of=r"'?\w* (?:yardimci\w*|danisman\w*|sozcu\w*)",
    presence=either(r"""
        huzur\w*|katilim\w*|sahit\w*|tanik\w*|baskanliginda|himaye\w*|esliginde|gozetiminde
    """),
    ministers=(
        r"(?<!bas)bakan(?:i|lar|lari|larin|inin)?|iki bakan|buyukelci\w*|valisi|rektor\w*"
        r"|genel mudur\w*|heyetler|mustesar\w*|yetkililer\w*"
    ),
    persons=either(r"""
        (?:\w+ )?bakani|bakan yardimcisi|buyukelcisi|basbakani|cumhurbaskani|baskani|rektoru|valisi
        muduru|sekreteri
        emiri|krali|mustesari|bakan|cumhurbaskan yardimcisi|cumhurbaskani yardimcisi
        baskan yardimcisi|sozcusu|belediye baskani
        prof|dr|komutani|temsilcisi|basbakan|cumhurbaskan
    """),
    before_name=either(r"""
        sayin|seyh|prens|sultan|dr|prof|general|majesteleri|ekselanslari|ve|sn
    """),
    after_name=r"cumhurbaskani|basbakan|ile|ve|huzurunda",
    lead=either(rf"""
        {EVENT}(?: \w+){{0,2}}? (?:kapsaminda|cercevesinde|sirasinda|esnasinda|ardindan|sonrasinda
        |sonunda|neticesinde)
        {EVENT}(?: \w+){{0,2}}? (?:sonucunda|vesilesiyle|marjinda|bitiminde|akabinde|oncesinde)
        {EVENT} (?:sonra|once|sonrasi|oncesi)|(?:belge|anlasma|metin)\w* arasinda(?: ise)?
        (?:bunlar(?:in)?|onlar(?:in)?) arasinda|aralarinda|torende|toplantida|ziyarette|gorusmede
        zirvede|forumda|torenle|torenlerde|programda|oturumda
        huzurunda|huzurlarinda|katilimiyla|katilimlariyla|sahitliginde|tanikliginda|himayesinde
        himayelerinde
        baskanliginda|esliginde|tarafindan|taraflarindan|tarafinca|bu kapsamda|bu cercevede
        ayrica|adina
        bakanlari(?! arasi)|(?:genel )?mudurleri(?! arasi)|rektorleri(?! arasi)|baskanlari(?! arasi)
        iki (?:bakan|lider|taraf|cumhurbaskani|baskan|basbakan|kurum|rektor|isim
        |yetkili)(?= )(?! arasi)
        taraflar(?! arasi)|heyetler|bakanlar(?! kurulu)|liderler|cumhurbaskanlari|baskanlar
        rektorler|devlet baskanlari|basbakanlar|yetkililer
    """),
    locative=(
        r"(?!bunyesinde|alaninda|alanlarinda|konusunda|arasinda|hakkinda|altinda"
        r"|nezdinde)[^\W\d]+[dt][ae]|[^\W\d]+[dt][ae]n(?= sonra)"
    ),
    adverbs_first=either(r"""
        ayrica|sonucta|bunun sonucunda|bunun yani sira|ote yandan|ote yandan|ek olarak
        buna ek olarak|bu arada|bunlarin yani sira|son olarak|ilk olarak
        ayni gun|ayni zamanda|bu kapsamda|bu cercevede|daha sonra|ardindan|oncelikle|ilk gun
        gun icinde|diger yandan
        \d{1,2} (?:ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim
        |aralik)(?: \d{4})?(?:'?\w{2,3})?(?: \w+ gunu)?
        (?:pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar)(?: gunu)?|bir de|yine
    """),
    each=r"birer",
    some=r"bazi|bircok|cok sayida|bir dizi|cesitli|cesitli sayida|birkac|bir takim|birtakim",
    kinds=(
        ("virtual_summit", r"video ?konferans\w*|cevrim ?ici (?:zirve|toplanti|toren)\w*"),
        ("state_visit", r"devlet ziyaret\w*"),
        ("official_visit", r"resmi (?:\w+ )?ziyaret\w*|resmi temas\w*"),
        ("working_visit", r"calisma ziyaret\w*"),
        (
            "intergovernmental_commission",
            (
                r"karma (?:\w+ )?komisyon\w*|hukumetler ?arasi \w*(?: \w+){0,3} komisyon\w*"
                r"|kek (?:toplanti|donem)\w*|ortak (?:\w+ ){0,2}komisyon\w*"
                r"|hukumetlerarasi komisyon\w*"
            ),
        ),
        (
            "council_session",
            (
                r"(?:yuksek|stratejik|isbirligi|koordinasyon|liderler) (?:\w+ ){0,5}(?:konsey"
                r"|komite)\w*|konsey\w* toplanti\w*"
            ),
        ),
        ("forum", r"forum\w*"),
        ("summit", r"zirve\w*"),
        ("visit", r"ziyaret\w*"),
    ),
    not_kind=r"(?:gelecek|onceki|gecen|iade|yapacagi|bir sonraki|gelecek yil)(?: \w+){0,2} ¶",
    total_words=(
        r"belge\w*|anlasma\w*|mutabakat zapt\w*|mutabakat muhtira\w*|protokol\w*|metin|metne|imza"
        r"|dokuman\w*|sozlesme\w*"
    ),
    adjectives=either(r"""
        yeni|ikili|farkli|onemli|adet|ayri|isbirligi|fazla|askin|yakin|kadar|mutabakat|toplam
        hukumetler|arasi|stratejik|ticari
        ekonomik|bir|tane|cok|uzeri|uzerinde|resmi|ortak
    """),
    number_suffix=r"'?(?:den|dan|ten|tan|e|a|ye|ya|un|in|nin|i|u)",
    these=r"bu ¶",
    in_total=r"toplam\w*",
    besides=r"ayrica|bunun yani sira|buna ek olarak",
    qualifiers=(
        ("more_than", r"toplam fazla"),
        ("at_least", r"en az"),
        ("about", r"yaklasik|civarinda"),
        ("up_to", r"en fazla"),
    ),
    qualifiers_after=(
        ("more_than", r"fazla|askin|uzerinde|cok"),
        ("about", r"yakin|civarinda|kadar"),
    ),
    history=either(r"""
        bu yana|bugune kadar|simdiye kadar|simdiye dek|gecmiste|son \w+ yilda|daha once|en son
        imza atmisti|imzalanmisti
        imzalamisti|yururlukteki|mevcut
    """),
    not_day=r"(?:once|tarihli|dogumlu|kurulan|itibaren|kadar)¶",
    held=(
        r"bir araya geldi\w*|gorustu\w*|yapildi|duzenlendi|gerceklestirildi|toplandi|agirladi"
        r"|kabul etti|ziyaret etti|temaslarda bulundu|basladi|geldi"
    ),
    coming=r"gelecek|onumuzdeki|yarin",
    month_suffix=r"(?:'?[dt][ae]n?|'?[iu]n|'?y?[ae])?",
    elsewhere=r"(?:buyukelciligi|haber ajansi)¶",
    talks=r"gorusme\w*|muzakere\w*|toplanti\w*|bir araya gel\w*",
    meeting=r"gorusme\w*|gorustu\w*|bir araya gel\w*|temaslarda|toplanti\w*",
    in_place=r"¶",
    today=r"bugun",
    yesterday=r"dun",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        r"(?P<a>20\d\d)'?(?:den|dan|ten|tan) (?P<b>20\d\d)'?(?:e|a|ye|ya) kadar",
        r"(?P<a>20\d\d) (?:ve|ile) (?P<b>20\d\d)(?= yil)",
        r"(?P<b>20\d\d)(?:'?(?:e|a|ye|ya)| yilina) (?:kadar|dek)",
        r"(?P<a>20\d\d)(?P<one>)(?= (?:yili|donemi|icin))",
    ),
    numbers={
        word: value
        for word, value in up_to_99(
            {10: "on", 20: "yirmi", 30: "otuz", 40: "kirk", 50: "elli"}
            | {60: "altmis", 70: "yetmis", 80: "seksen", 90: "doksan"},
            {1: "bir", 2: "iki", 3: "uc", 4: "dort", 5: "bes", 6: "alti", 7: "yedi", 8: "sekiz"}
            | {9: "dokuz", 10: "on"},
        ).items()
        if word != "bir"
    },
    months=numbered("ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"),
    weekdays=numbered("pazartesi sali carsamba persembe cuma cumartesi", 0),
    noise=words("ve ile bir bu icin de da arasinda alaninda iki ulke yeni"),
    title_noise=words(
        "isbirligi isbirligine anlasmasi belge belgesi iliskin dair ikili ortak imza niyet"
    ),
)
