"""Words that headings and closings begin with, by language."""

from __future__ import annotations

from agreements.texts.wording.parts import Kind

# Stand before their number.
ARTICLE = """
article art. art artículo articulo artigo articolo artikel artykuł articol articolul artikkel
статья ст. ст стаття артыкул член члан чл. član članak člen článek článok
madde maddə madda modda moddai моддаи модда бап берене зүйл pasal perkara điều
المادة مادة ماده ماده‌ی άρθρο հոդված მუხლი סעיף straipsnis pants
"""
# Stand after it: 12-бап, 5-modda, 5-nji madda, 5. cikk, 5 дугаар зүйл.
ARTICLE_AFTER = """
бап берене статья modda модда madda madde maddə cikk artikla straipsnis pants зүйл člen članak
"""

GROUP: dict[Kind, str] = {
    Kind.PART: """
        part title часть titre partie título titulo parte titolo teil titel kısım частина część dio
        део bölüm القسم بخش қисм qism bagian
    """,
    Kind.CHAPTER: """
        chapter глава chapitre capítulo capitulo capitolo kapitel fasıl тарау боб bob fasl розділ
        rozdział glava poglavlje поглавље bab الفصل الباب فصل бөлүм fəsil
    """,
    Kind.SECTION: """
        section раздел sección seccion seção secção sezione abschnitt бөлім bölmə boʻlim bo'lim
        підрозділ подраздел odjeljak одељак oddział параграф قسمت
    """,
}
GROUP_AFTER: dict[Kind, str] = {
    Kind.CHAPTER: "тарау бөлүм боб bob bölüm fəsil",
    Kind.SECTION: "бөлім boʻlim bo'lim bölmə",
}
ADDED: dict[Kind, str] = {
    Kind.ANNEX: """
        annex anexo annexe allegato anlage anhang lampiran ek əlavə қосымша замима илова ilova
        тиркеме додаток дадатак prilog прилог załącznik приложение attachment schedule 附件
        الملحق ملحق مرفق المرفق پیوست ضمیمه goşundy příloha príloha anexa bijlage bilag bilaga
    """,
    Kind.APPENDIX: "appendix apéndice appendice apêndice apendice 附录 附錄 الذيل",
    Kind.PROTOCOL: """
        protocol протокол protocole protocolo protocollo protokoll protokol protokół protokół
        хаттама баённома протоколи 议定书 議定書 بروتوكول البروتوكول پروتکل протокола
    """,
}

ANNEX_AFTER = "қосымша илова ilova тиркеме хаттама"

# What a closing begins with, and what one ends with where the verb comes last.
CLOSING = (
    r"in (?:witness|faith|testimony|token|proof) (?:where\s?of|thereof|of which)",
    r"done (?:at|in|on|this|and)\b(?! accordance)",
    r"signed (?:at|in|on|this)\b",
    r"(?:for|on behalf of) the (?:government|kingdom|republic|united|state|federal)",
    r"(?:en|in) foi de quoi|fait (?:à|a|en|le)\b|pour le gouvernement",
    r"en (?:fe|testimonio) de lo cual|hech[oa] (?:en|el|a los)\b|por el gobierno",
    r"em (?:f[ée]|testemunho) do que|feito (?:em|no|na|aos)\b|pelo governo",
    r"in fede di (?:ciò|che|quanto)|fatto (?:a|in|il)\b|per il governo",
    r"(?:zu|zur) urkund dessen|geschehen (?:zu|in|am)\b|für die (?:regierung|republik)",
    r"в удостоверение|совершено (?:в|на)\b|учинено (?:в|на)\b|за правительство",
    r"на посвідчення|вчинено (?:в|у)\b|здійснено (?:в|у)\b|учинено (?:в|у)\b|за уряд",
    r"у сведчанне|здзейснена (?:ў|у)\b",
    r"сачињено (?:у|на)\b|sačinjeno (?:u|na)\b|u potvrdu čega|у потврду",
    r"na dowód czego|sporządzono (?:w|dnia)\b|w imieniu rządu",
    r"sebagai bukti|dibuat (?:di|dalam)\b|untuk pemerintah",
    r"işbu anlaşma .{0,200}(?:yapılmıştır|düzenlenmiştir|imzalanmıştır)",
    r"yukarıdaki hususları teyiden",
    r"дар тасдиқи|дар шаҳри .{0,200}(?:имзо|баста|ба анҷом)",
    r"осыны куәландыру|осыны растау",
    r"ушуну күбөлөндүрүү|муну күбөлөндүрүп",
    r"(?:ушбуни|buni|shuni) tasdiqla|ушбуни тасдиқла",
    r"وإثباتا|و ?إثبات[اً]{1,2}|و?إشهاداً|حرر[ت]? (?:في|ب)|تم التوقيع|وقع[ت]? في|عن حكومة",
    r"در تأیید|این (?:موافقت|توافق|قرارداد|معاهده|پروتکل).{0,200}(?:تنظیم|امضا)",
    r"以资证明|下列(?:代表|签署人).{0,40}签|本[协議议定条條約约书書]{1,4}于.{2,60}(?:签订|签署|订立)",
)
CLOSING_ENDS = (
    r"\d{4}.{0,300}(?:жасалды|жасалған|imzolandi|имзоланди|тузилди|tuzildi|түзүлдү|кол коюлду)",
    r"\d{4}.{0,300}(?:yapılmıştır|düzenlenmiştir|imzalanmıştır|bağlanmışdır|imzalanmışdır)",
)
# A line that ends so goes on in the next.
OPEN_ENDS = """
of in to by under with and or the this from see per for on at as any that is an a its each
article articles paragraph paragraphs section chapter annex protocol pursuant than between
в во со с по к на из от и или о об для при согласно статьи статье статьей статью статьями
пункта пункте настоящей настоящего положения із з до у та або зі статті пункту цієї
de du des la le les l à au aux et ou en par dans sur article pour que selon sous
del los las el al y o u con por según bajo su sus da do das dos ao aos e ou no na nos nas
der die das des dem den im zu zum zur nach von vom mit und oder gemäß dieses
di dei delle della il lo gli i ai alla con per ed od nell dell all dall
ve ile veya bu yang dan atau dengan dalam pada untuk oleh dari
في من إلى على عن و أو مع وفقا بموجب در از به با و یا طبق
"""

# And what follows a number in running text.
CONTINUES = """
shall may does do are was were has have had also applies provides above below hereof thereof
should will must can est sont sera peut doit ci-dessus ci-après ainsi bis настоящего настоящей
данного этого выше цього será podrá anterior del presente precedente dieser ist
"""
