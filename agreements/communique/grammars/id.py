"""Indonesian and Malay."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, words

UNDERSTANDING = (
    r"(?:saling )?(?:pengertian|kesepahaman|kesefahaman|persefahaman|"
    r"pemahaman)(?: bersama)?"
)
TYPES = (
    (
        "memorandum_of_understanding",
        rf"(?:memorandum|nota|mou|perjanjian) {UNDERSTANDING}|memorandum of understanding|mou",
        "",
    ),
    (
        "memorandum_of_cooperation",
        r"(?:memorandum|nota) kerja ?sama|memorandum of cooperation|moc",
        "",
    ),
    (
        "letter_of_intent",
        (
            r"(?:pernyataan|surat|letter of|surat pernyataan) (?:kehendak|niat|minat|hasrat|"
            r"intent|keinginan)|loi"
        ),
        "",
    ),
    ("letter_of_cooperation", r"surat kerja ?sama", ""),
    ("declaration_of_intent", r"deklarasi (?:kehendak|niat|intensi)", ""),
    ("protocol_of_intent", r"protokol (?:kehendak|niat)", ""),
    ("exchange_of_notes", r"(?:pertukaran|bertukar) nota(?: diplomatik)?", ""),
    ("exchange_of_letters", r"pertukaran surat", ""),
    ("joint_declaration", r"(?:deklarasi|pengisytiharan|perisytiharan) bersama", ""),
    ("joint_statement", r"(?:pernyataan|kenyataan|kenyataan media) bersama|joint statement", ""),
    ("communique", r"komunike (?:bersama)?", ""),
    (
        "twinning_agreement",
        (
            r"(?:perjanjian|persetujuan|kerja ?sama|nota kesepahaman) (?:kota kembar|sister city|"
            r"kota bersaudara|bandar kembar)"
        ),
        "",
    ),
    (
        "loan_or_grant_agreement",
        (
            r"(?:perjanjian|persetujuan|kesepakatan) (?:pinjaman|hibah|kredit|pembiayaan|"
            r"pendanaan)"
        ),
        "",
    ),
    (
        "framework_agreement",
        (
            r"(?:perjanjian|persetujuan|kesepakatan) (?:kerangka|payung|induk)(?: kerja ?sama)?|"
            r"kerangka (?:perjanjian|kerja ?sama)"
        ),
        "",
    ),
    (
        "arrangement",
        r"pengaturan(?: pelaksanaan| teknis| kerja ?sama)?|implementing arrangement",
        "",
    ),
    ("action_plan", r"(?:rencana|pelan|program|plan) (?:aksi|tindakan)|plan of action", ""),
    ("work_plan", r"(?:rencana|pelan) kerja(?! ?sama)", ""),
    ("roadmap", r"\"?(?:peta jalan|hala tuju|road ?map)\"?", ""),
    ("contract", r"kontrak", ""),
    ("convention", r"konvensi|konvensyen", ""),
    ("treaty", r"traktat|triti", ""),
    (
        "agreement",
        (
            r"perjanjian|persetujuan|pakta|kesepakatan(?= (?:kerja|tentang|antara|bilateral|"
            r"di bidang|dagang|perdagangan|mengenai|antarpemerintah))|pakta kerja ?sama|addendum|"
            r"adendum"
        ),
        "",
    ),
    ("minutes", r"risalah|notulensi|agreed minutes|minit mesyuarat|berita acara", ""),
    ("protocol", r"protokol(?: perubahan| tambahan| amandemen)?", ""),
    (
        "programme",
        (
            r"program(?: kerja ?sama| pertukaran)?(?= (?:kerja|di|antara|tentang|pertukaran|"
            r"kebudayaan|bidang|\d))"
        ),
        "",
    ),
    ("plan", r"(?:rencana|pelan)(?: kerja ?sama| strategis)?", ""),
    ("declaration", r"deklarasi", ""),
    ("certificate", r"sertifikat|piagam serah terima|sijil", ""),
    ("memorandum", r"memorandum", ""),
    ("other", r"kerangka acuan|lampiran|amandemen|pedoman kerja teknis|piagam", ""),
)

VERB = (
    r"menandatangani|ditandatangani|meneken|diteken|memeterai|dimeterai|memetarai|"
    r"bertukar|mempertukarkan|dipertukarkan|menyepakati|disepakati|mengesahkan|disahkan|"
    r"menyetujui|mengadopsi|diadopsi|mencapai|dicapai|membubuhkan tanda tangan (?:pada|"
    r"di)|tandatangani|teken|menjalin|menandatanganinya|mengeluarkan|dikeluarkan|"
    r"diserahkan|menghasilkan|dihasilkan|menukar|ditukar"
)
WEEK = r"senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad|isnin|khamis|jumaat"
NUMBER = counted("satu dua tiga empat lima enam tujuh delapan|lapan sembilan")


def number_words() -> dict[str, int]:
    """ "Dua belas", "dua puluh empat", "sepuluh"."""
    found = dict(NUMBER) | {"sebuah": 1, "sepuluh": 10, "sebelas": 11, "selusin": 12}
    for unit, value in NUMBER.items():
        if value > 1:
            found[f"{unit} belas"] = 10 + value
            found[f"{unit} puluh"] = 10 * value
            for other, rest in NUMBER.items():
                found[f"{unit} puluh {other}"] = 10 * value + rest
    return found | {f"ke{word}": number for word, number in NUMBER.items() if number > 1}


ID = Grammar(
    code="id",
    dates=(r"\((?P<d>\d{1,2})/(?P<m>\d{1,2})\)",),
    has_articles=False,
    bare_agent=True,
    home="id",
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
            "agreement",
        }
    ),
    papers=r"dokumen(?:-dokumen)?|naskah|kesepakatan|teks|instrumen|pakta",
    plural_papers=r"dokumen(?:-dokumen)?|naskah|kesepakatan|teks|instrumen|pakta",
    not_types=(
        r"kesepakatan (?:untuk|bahwa|damai)|program (?:kunjungan|pemerintah|kerja pemerintah)|"
        r"protokol kesehatan|rencana (?:untuk|kunjungan|pembangunan|strategis nasional)|"
        r"persetujuan (?:dpr|untuk|presiden)|kontrak kerja|piagam pbb|dokumen itu|"
        r"naskah (?:kuno|pidato)|perjanjian damai|teks lagu"
    ),
    not_after=r"(?:kepala biro|biro|kepala|petugas) ¶|naskah-naskah ¶",
    again=(
        r"(?:dokumen |naskah )?(?:yang )?(?:pertama|kedua|ketiga|keempat|kelima|keenam|"
        r"ketujuh|terakhir)(?= (?:adalah|ialah|merupakan|tentang|mengenai|antara|menyangkut)|"
        r",)|(?:satu|sebuah) lagi(?= )|lainnya(?= (?:tentang|antara|mengenai))"
    ),
    determiners=(
        r"satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|beberapa|"
        r"sebuah|suatu|sejumlah|para|berbagai|kedua|ketiga|keempat|kelima|keenam|ketujuh|"
        r"kedelapan|kesembilan|total|sebanyak|buah|belas|puluh|pula|juga|yakni|yaitu|"
        r"antara lain|seluruh|semua|dokumen|naskah"
    ),
    definite=r"kedua|ketiga|keempat|kelima|seluruh|semua",
    stop_left=r".+",
    ordinals=r"pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|terakhir",
    clauses=r"sementara|sedangkan|dan",
    conjunctives=r"bahwa|ketika|saat",
    ratified=r"ratifikasi|meratifikasi|diratifikasi",
    in_presence=(
        r"menandatangani|meneken|upacara penandatanganan|disaksikan|menyaksikan|di hadapan|"
        r"pertukaran"
    ),
    new_clause=(
        r"kemudian|tetapi|namun|sementara|ketika|setelah|sebelum|yang (?:akan|telah|"
        r"diharapkan)"
    ),
    clause_verbs=(
        r"adalah|telah|akan|mengatakan|menandatangani|menyampaikan|menyaksikan|ditandatangani|"
        r"diteken|dilakukan|menjadi"
    ),
    names_of=r"(?:ditandatangani|diteken)(?: oleh)?|oleh",
    same_period=r"untuk periode yang sama|periode yang sama",
    held=r"berlangsung|digelar|diadakan|menerima|tiba|dibuka",
    not_between=(
        r"(?:penerbangan|rute|jalur|jalan|transportasi|perdagangan|perbatasan|jarak|jembatan|"
        r"konektivitas) ¶"
    ),
    topic_words=r"(?:bidang|topik|tema)",
    copulas=r"adalah|meliputi|ialah",
    officers=r"(?:rektor|direktur utama|direktur|gubernur|wali kota|naib canselor)",
    between=r"antara(?! lain| negara anggota)",
    conjunction=r"dan|dengan|dengen|serta|&|beserta|dan antara",
    with_=r"dengan|bersama",
    by=r"oleh",
    subject=(
        r"tentang|mengenai|terkait|di (?:bidang|sektor|sela|tengah)|dalam (?:bidang|rangka|"
        r"hal|sektor|pengelolaan|kerangka)|untuk|guna|bagi|perihal|soal|tahun|periode|pada|"
        r"yang|menyangkut|berkaitan|sehubungan|seputar|mengatur|meliputi|dalam|di|terhadap|"
        r"menghadapi|hingga|ke|dari|selama|melalui|bidang(?= (?:pertanian|pendidikan|"
        r"kesehatan|energi|perdagangan|kebudayaan|pertahanan))"
    ),
    was_signed=(
        rf"(?:telah |turut |juga |sudah |berhasil |resmi |akhirnya )*(?:{VERB})(?: (?:pula|"
        r"juga))?|telah ditandatangani"
    ),
    signed=(
        r"(?:telah |turut |juga |sudah |berhasil |resmi |sepakat |"
        rf"saling )*(?:{VERB})(?: (?:pula|juga))?|penandatanganan|pertukaran|tanda tangan pada|"
        r"teken"
    ),
    stop_right=(
        r"yang (?:bertujuan|akan|diharapkan|mengatur|ditandatangani|diteken|dilakukan|"
        r"menggantikan|berlaku|meliputi|mencakup|telah)|disaksikan|di hadapan|"
        rf"di sela(?:-sela)?|seusai|usai|setelah|sebelum|saat|ketika|pada (?:hari )?(?:{WEEK})|"
        rf"pada kesempatan|(?:hari )?(?:{WEEK})(?: lalu)?|hari ini|kemarin|kata|ujar|tutur|"
        r"menurut|sementara|sedangkan|bertujuan|diharapkan|akan|selain itu|di samping|"
        r"dalam rangkaian|dalam kunjungan|di istana|di gedung|senilai|juga|"
        r"dalam sebuah upacara|dalam suatu upacara|dalam pertemuan"
    ),
    stop_item=(
        r"yang (?:bertujuan|akan|diharapkan|ditandatangani|diteken)|"
        r"(?:telah )?(?:ditandatangani|diteken) (?:oleh|pada)|disaksikan"
    ),
    siblings=(
        r"di antaranya|terdapat|adalah|yakni|yaitu|meliputi|termasuk|antara lain|ialah|berupa|"
        r"merupakan|itu|(?:dan|,) penandatanganan|serta|selain|sementara|sedangkan|di samping|"
        r"beserta"
    ),
    nesters=(
        r"(?:perubahan(?: \w+)?|amandemen|amendemen|pelaksanaan|penerapan|implementasi|"
        r"perpanjangan|pembaruan|tindak lanjut|berdasarkan|sesuai|kerangka|dari|atas|terhadap|"
        r"lampiran|tambahan|adendum|addendum)(?: (?:atas|dari|terhadap|kedua|ketiga|pertama|"
        r"sebuah|suatu))* ?¶"
    ),
    twins=r"kota (?:kembar|bersaudara)|sister city",
    relative=r"yang",
    purpose=r"untuk",
    topics=(
        r"tentang|mengenai|terkait|di(?= (?:bidang|sektor))|dalam(?= (?:bidang|sektor|hal))|"
        r"untuk|meliputi|soal|bidang"
    ),
    copula=r"(?:adalah|ialah|merupakan|yakni|yaitu|terdapat|antara lain) ?¶",
    tail=(
        r"juga|pula|serta|dan|di|ke|dari|pada|yang|untuk|oleh|dengan|dalam|antara|telah|turut|"
        r"adapun|kemudian|selain itu|sebuah|suatu|satu|dua|tiga|yakni|yaitu|ini|itu|tersebut"
    ),
    other_story=r"baca juga|baca|lihat juga|simak|foto|video|pewarta|editor|penulis|sumber",
    in_year=r"(?:pada|tahun|sejak|dari|di|\d)[^.;]{0,22}¶",
    issued=r"mengeluarkan|menerbitkan|mengadopsi|menandatangani|menyepakati",
    is_=r"(?: dokumen| naskah)?\s*(?:,|:|adalah|ialah|merupakan|yakni|yaitu|berupa)?\s*",
    replaces=(
        r"(?:yang )?(?:menggantikan|memperbarui|mencabut|mengganti)|sebagai pengganti|"
        r"pengganti"
    ),
    dated=(
        r"(?:ditandatangani|diteken|disepakati) (?:[^,;.]{0,40} )?(?:pada|tahun|"
        r"sejak) (?:\w+ )?(?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d|tahun (?:19|20)\d\d(?!\s*[-–])|"
        r"tertanggal|yang berlaku|sejak (?:tahun )?(?:19|20)\d\d"
    ),
    intro=(
        r"(?:pada|dalam|di|saat|setelah|usai|seusai|sebelum|dengan|selain|menurut|untuk|hari|"
        r"kemarin|ketika|selama) ?.*|selain itu|kemudian|selanjutnya|sementara itu"
    ),
    adverbs_first=(
        r"selain itu|kemudian|selanjutnya|sementara itu|juga|pada kesempatan yang sama|"
        r"di samping itu|adapun"
    ),
    relates=(
        r"(?:yang )?(?:meliputi|mencakup|menyangkut|terkait|mengenai|berkaitan dengan|"
        r"membahas|merangkumi)(?: (?:kerja ?sama )?(?:di |dalam )?(?:bidang(?:-bidang)?|"
        r"sektor)?)?|di (?:bidang|sektor)"
    ),
    field_words=r"\s*(?:(?:kerja ?sama )?(?:di |dalam )?(?:bidang|sektor) |kerja ?sama )",
    adverbs=(
        rf"juga|pula|hari ini|kemarin|pada (?:hari )?(?:{WEEK})|di \w+(?= antara)|(?:{WEEK})|"
        r"turut|secara (?:resmi|terpisah|bersama)|kemudian"
    ),
    of_=r"tentang|mengenai|di|dalam|untuk|tahun|periode|dari",
    persons=(
        r"menteri|wakil|duta|direktur(?! jenderal \w+ \w+ndo)|ketua|presiden|sekretaris|"
        r"gubernur|bupati|wali|rektor|kepala|perdana|komandan|kanselir|mitranya|rekan|"
        r"rekannya|bapak|ibu|dr|prof|pejabat|utusan|delegasi|ceo|dirut|panglima|sultan|raja|"
        r"timbalan|pengarah|pengerusi|jaksa agung(?= \w+ dan menteri)|dubes|menlu|mendag|"
        r"menhan|menko"
    ),
    signing=(
        rf"{VERB}|penandatanganan|tanda ?tangan|pertukaran|pertukarkan|penyerahan|kesepakatan|"
        r"pemeteraian|membubuhkan"
    ),
    planned=(
        r"akan (?:\w+ ){0,3}(?:ditandatangani|diteken|menandatangani|meneken|dibahas|"
        r"disepakati|dirundingkan|diselesaikan|difinalisasi|dirampungkan|dimeterai)|"
        r"(?:direncanakan|rencananya|berencana|diharapkan (?:dapat |bisa |"
        r"segera )?(?:ditandatangani|diteken|rampung|selesai)|berharap|targetkan|ditargetkan|"
        r"menargetkan|dijadwalkan|segera|mendatang|tahun depan|bulan depan|pekan depan)|"
        r"dalam (?:proses|tahap|perundingan|pembahasan)|sedang (?:dibahas|dirundingkan|"
        r"disiapkan|dinegosiasikan)|masih (?:dibahas|dirundingkan|dalam)|negosiasi|"
        r"merundingkan|perundingan (?:perjanjian|persetujuan)|rancangan|draf|usul\w*|"
        r"mengusulkan|sepakat (?:untuk )?(?:memulai|merundingkan|menyusun|mempercepat|"
        r"menyelesaikan|menjajaki|membahas|melanjutkan|memperkuat|meningkatkan|membentuk)|"
        r"mempercepat|penyelesaian|finalisasi|menjajaki|kemungkinan|bersiap|peluang"
    ),
    older=(
        r"sejak (?:tahun )?\d{4}|(?:ditandatangani|diteken|disepakati) (?:di \w+ )?(?:pada |"
        r"tahun )(?:tahun )?(?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d|tertanggal|(?:yang )?(?:sudah|"
        r"telah|masih) berlaku|ratifikasi|meratifikasi|diratifikasi|kedaluwarsa|tahun lalu|"
        r"sebelumnya|terdahulu|pelaksanaan (?:perjanjian|persetujuan|nota|memorandum)|"
        r"implementasi (?:perjanjian|persetujuan|nota|memorandum)|mengingatkan|yang ada|"
        r"menegaskan kembali|bersejarah|berdasarkan|sesuai dengan|(?:perjanjian|persetujuan|"
        r"memorandum|nota kesepahaman|konvensi) (?:tahun )(?:19|20)\d\d(?!\s*[-–])|"
        r"perpanjangan (?:perjanjian|nota)"
    ),
    plural_heads=(
        r"kementerian(?= [^,;.]{0,60}(?:kedua|masing-masing|indonesia dan|kedua-dua))|"
        r"kedua (?:kementerian|kota|universitas|lembaga|badan|bank|kamar|pemerintah|museum|"
        r"kantor)|(?:universitas|lembaga|badan|kamar dagang|parlemen|bank sentral|kepolisian|"
        r"kantor berita|perpustakaan|museum)(?= (?:\w+ ){0,3}kedua (?:negara|pihak))|"
        r"pemerintah kedua|kementerian-kementerian"
    ),
    both=(
        r"(?:kedua|dua|kedua-dua|ketiga|masing-masing) (?:negara|pemerintah|pihak|bangsa|"
        r"kerajaan|kota|belah pihak)|antarpemerintah|antarnegara"
    ),
    counterpart=r"mitra(?:nya|ny[ao])?|sejawatnya|rakan sejawat\w*|(?:timpalan|sejawat)\w*",
    heads=(
        (
            "company",
            (
                r"company|corporation|societe|compagnie|group|energy|petroleum|oil|gas|"
                r"technologies|investment|industries|logistics|pt|perusahaan|syarikat|persero|"
                r"tbk|bhd|sdn|cv|perum|grup|group|holding|"
                r"maskapai|"
                r"bank (?:mandiri|rakyat|negara indonesia)|inc|ltd|llc|llp|lpp|corp|"
                r"corporation|gmbh|"
                r"konsorsium|badan usaha|pertamina|logistics|services|terminals|"
                r"pelabuhan indonesia|"
                r"pln"
            ),
        ),
        (
            "university",
            (
                r"universitas|universiti|institut (?:teknologi|pertanian|seni)|politeknik|"
                r"akademi (?:militer|kepolisian|diplomatik)|sekolah(?: tinggi)?|fakultas|kolej"
            ),
        ),
        ("city", r"kota|pemerintah kota|pemkot|bandar|majlis bandaraya|wali ?kota|bandaraya"),
        (
            "region",
            (
                r"provinsi|kabupaten|pemerintah (?:provinsi|kabupaten|daerah)|pemprov|"
                r"daerah istimewa|"
                r"wilayah|distrik|oblast|kerajaan negeri"
            ),
        ),
        (
            "other",
            (
                r"foundation|chamber of commerce|association|kamar dagang|kadin|asosiasi|"
                r"persatuan|yayasan|museum|federasi|konfederasi|"
                r"partai|"
                r"klub|liga|serikat|pusat kebudayaan|teater|palang merah|bulan sabit|"
                r"komite olimpiade|"
                r"dewan (?:bisnis|usaha)|akademi ilmu|ikatan|perhimpunan|dewan perniagaan|ormas"
            ),
        ),
        (
            "agency",
            (
                r"kementerian|kementrian|badan|komite|dinas|layanan|otoritas|departemen|kantor|"
                r"institut|lembaga|pusat|dewan|biro|komisi|direktorat(?: jenderal)?|ditjen|"
                r"inspektorat|administrasi|sekretariat|dana|perpustakaan|arsip|kejaksaan|"
                r"mahkamah|"
                r"pengadilan|parlemen|dpr|majelis|senat|bank(?: sentral| indonesia| nasional)?|"
                r"bendahara|kepolisian|polri|bea cukai|kedutaan|organisasi|laboratorium|tni|"
                r"angkatan|"
                r"garda|radio|televisi|kantor berita|agensi|jabatan|suruhanjaya|perbendaharaan|"
                r"ombudsman|bursa|balai|satuan|unit|bakamla|basarnas|bmkg|bnpb|bnpt|bpom|kpk|"
                r"ppatk|"
                r"otorita|tabung|polis diraja|arkib|lembaga penelitian"
            ),
        ),
    ),
    governments=r"pemerintah",
    government=(
        r"pemerintah(?:an)?|kerajaan|kabinet|republik|negara|federasi|kesultanan|keamiran|"
        r"persekutuan|republik (?:demokratik|islam|rakyat|arab|sosialis|persatuan|federal)|"
        r"demokratik|sosialis|rakyat|islam|arab|bersatu"
    ),
    rulers=(
        r"presiden|perdana menteri|pm|kepala (?:negara|pemerintahan)|raja|ratu|emir|amir|"
        r"sultan|kanselir|putra mahkota|yang di-pertuan agong|pemimpin|kedua (?:kepala negara|"
        r"pemimpin)|kepala-kepala"
    ),
    not_rulers=(
        r"(?:wakil|mantan|timbalan|bekas|calon|eks)[- ]¶|(?:istana|kantor staf|utusan khusus|"
        r"sekretaris|sekretariat|kabinet) ¶"
    ),
    not_ruler_of=(
        r" (?:direktur|komisaris|akademi|kamar|bank|perusahaan|asosiasi|universitas|komite|"
        r"federasi|dewan)\w*"
    ),
    presence=(
        r"disaksikan|menyaksikan|hadir\w*|dihadiri|kehadiran|di hadapan|saksi|dipimpin|"
        r"memimpin|selama|setelah|usai|seusai|kunjungan|lawatan|pertemuan|perundingan|"
        r"dalam rangka|atas undangan|upacara|di sela(?:-sela)?|mengamati|bertemu"
    ),
    ministers=(
        r"(?<!perdana )menteri|wakil menteri|kementerian|gubernur|duta besar|dubes|"
        r"sekretaris (?:negara|jenderal)|delegasi|pejabat|direktur|menlu|mendag|kepala badan"
    ),
    heads_passive=(
        r"kedua (?:presiden|pemimpin|kepala negara) (?:juga )?(?:menandatangani|mengeluarkan|"
        r"menyepakati)"
    ),
    before_name=(
        r"republik|kerajaan|negara|indonesia|ri|dan|mitranya|yang mulia|h\.?e\.?|bapak|ibu|dr|"
        r"prof|jenderal|kolonel|syekh|sheikh|dato|datuk|seri|tun|tan|sri|paduka|baginda|"
        r"federasi|demokratik|rakyat|islam|arab|persatuan|terpilih|\([a-z]{2,3}\)|\.|menteri"
    ),
    after_name=(
        r"presiden|perdana|menteri|dan|raja|ke|di|pada|yang|menyaksikan|menandatangani|dengan|"
        r"dari|senin|selasa|rabu|kamis|jumat|sabtu|minggu|bertemu|serta|bersama"
    ),
    kinds=(
        (
            "virtual_summit",
            r"ktt virtual|pertemuan virtual|konferensi video|secara virtual|telekonferensi",
        ),
        ("state_visit", r"(?:kunjungan|lawatan) (?:kenegaraan|negara)"),
        ("official_visit", r"(?:kunjungan|lawatan) (?:resmi|rasmi)"),
        ("working_visit", r"(?:kunjungan|lawatan) kerja"),
        (
            "intergovernmental_commission",
            (
                r"komisi (?:bersama|campuran|antarpemerintah|bilateral)|komite bersama|"
                r"sidang komisi|"
                r"suruhanjaya bersama|joint commission"
            ),
        ),
        (
            "council_session",
            (
                r"dewan (?:kerja ?sama|strategis|koordinasi)|dialog strategis|konsultasi tahunan|"
                r"perundingan tahunan"
            ),
        ),
        ("forum", r"forum(?: bisnis| usaha| investasi)?"),
        ("summit", r"ktt|konferensi tingkat tinggi|sidang kemuncak"),
        ("visit", r"kunjungan|lawatan|tiba di|perjalanan|singgah\w*|persinggahan"),
    ),
    total_words=(
        r"dokumen|naskah|kesepakatan|perjanjian|nota kesepahaman|"
        r"memorandum(?: saling pengertian| kesepahaman| persefahaman)?|mou|persetujuan|pakta|"
        r"protokol|kontrak|teks|instrumen|pernyataan kehendak"
    ),
    adjectives=(
        r"buah|baru|dokumen|naskah|nota|lainnya|penting|kerja|sama|bilateral|total|perjanjian|"
        r"kesepakatan|strategis|jenis|hasil"
    ),
    these="",
    in_total=r"total(?:nya)?|seluruhnya|keseluruhan|sebanyak|semuanya|sejumlah",
    by_bodies=r"antar ?kementerian|antarpemerintah",
    number_after=(
        r"(?: yang ditandatangani)?(?: berjumlah| sebanyak|:) (?P<n>\d{1,3}|"
        r"[a-z]+(?: [a-z]+)?)(?= |\.|,|$)"
    ),
    listing=(
        r"berikut(?: ini)?|antara lain|di antara(?:nya)?|yakni|yaitu|meliputi|termasuk|adapun|"
        r"mencakup|terdiri|daftar|sebagai berikut|adalah"
    ),
    partial=r"antara lain|di antara(?:nya)?|termasuk|seperti|misalnya",
    besides=r"selain|di samping|juga|tambahan|terpisah|ditambah",
    qualifiers=(
        ("more_than", r"lebih dari|lebih daripada|melebihi"),
        ("at_least", r"(?:setidaknya|sedikitnya|paling sedikit|sekurang-kurangnya|minimal)"),
        ("about", r"sekitar|kira-kira|hampir|kurang lebih|lebih kurang"),
        ("up_to", r"hingga|sampai"),
    ),
    history=(
        r"sejak|hingga kini|selama ini|sampai saat ini|di masa lalu|sebelumnya|yang ada|"
        r"kerangka hukum"
    ),
    not_day=(
        r"(?:sejak|hingga|sampai|sebelum|mulai|dibuka pada|"
        r"dari) (?:hari )?(?:tanggal )?(?:\w+,? ?)?¶|lahir|didirikan|direncanakan|hubungan|"
        r"tertanggal|mendatang|terbit|diperbarui"
    ),
    coming="mendatang|depan",
    elsewhere=(
        r"(?:kantor berita|menuju|bertolak ke|duta besar (?:di|untuk)|kedutaan|dari|ibu kota|"
        r"seperti|singgah di)(?: \w+)? ?¶"
    ),
    not_kind=(
        r"(?:pembentukan|pendirian) ¶|(?:mendatang|berikutnya|sebelumnya|balasan|"
        r"undangan .{0,20}|rencana) ¶"
    ),
    talks=(
        r"perundingan|pembicaraan|pertemuan|berunding|bertemu|negosiasi|dialog|empat mata|"
        r"menyaksikan"
    ),
    meeting=r"perundingan|pembicaraan|pertemuan|bertemu|menerima|sidang|konsultasi",
    in_place=r"di ¶",
    title_noise=words(
        "kerja sama kerjasama bidang sektor perjanjian persetujuan nota kesepahaman "
        "memorandum saling pengertian protokol tentang ditandatangani kedua negara "
        "pemerintah republik kementerian program rencana dokumen kesepakatan"
    ),
    today=r"hari ini|pagi ini|siang ini|malam ini",
    yesterday=r"kemarin|semalam",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        (
            r"(?:dari|tahun|antara|periode|selama) (?:tahun )?(?P<a>(?:19|20)\d\d) (?:hingga|"
            r"sampai|sampai dengan|dan|s/d) (?:tahun )?(?P<b>(?:19|20)\d\d)"
        ),
        r"(?P<a>(?:19|20)\d\d) (?:hingga|sampai|sampai dengan) (?P<b>(?:19|20)\d\d)",
        r"(?:hingga|sampai) (?:tahun |akhir )?(?P<b>(?:19|20)\d\d)",
        r"untuk (?:tahun )(?P<a>20\d\d)(?P<one>)(?=[ ,;.]|$)",
    ),
    numbers=number_words(),
    months=numbered(
        "januari|jan februari|feb|pebruari maret|mac|mar april|apr mei|mei juni|jun juli|"
        "julai|jul agustus|ogos|agu september|sept|sep oktober|okt november|nopember|"
        "nov desember|disember|des"
    ),
    weekdays=days_of_week(
        "senin|isnin selasa rabu kamis|khamis jumat|jum'at|jumaat sabtu minggu|ahad"
    ),
    noise=words("dan di ke dari yang untuk pada dengan antara tentang oleh dalam serta"),
)
