"""Words by which documents call themselves, and by which bodies are known, in several languages."""

from __future__ import annotations

from collections.abc import Mapping

from .letters import fold

# How documents call themselves, code by code; the longest phrase that stands first is taken.
TYPE_WORDS = {
    "treaty": "treaty|договор|аҳднома|аҳдномаи|шартнома|шартномаи|шарт|шарты",
    "convention": "convention|конвенция|конвенсия|конвенсияи|конвенциясы",
    "agreement": "agreement|accord|соглашение|созишнома|созишномаи|келісім|келісімі|bitim|bitimi",
    "framework_agreement": "framework agreement|рамочное соглашение|негіздемелік келісім",
    "protocol": "protocol|протокол|протоколи|хаттама|хаттамасы|bayonnoma",
    "exchange_of_notes": "exchange of notes|обмен нотами|ноты",
    "exchange_of_letters": "exchange of letters|letters of exchange|обмен письмами",
    "memorandum_of_understanding": (
        "memorandum of understanding|memorandum of mutual understanding|mou"
        "|memorandum on mutual understanding|меморандум о взаимопонимании"
        "|меморандум взаимопонимания|ёддошти тафоҳум|меморандуми тафоҳум"
        "|өзара түсіністік туралы меморандум|anglashuv memorandumi"
    ),
    "memorandum_of_cooperation": (
        "memorandum of cooperation|memorandum on cooperation|cooperation memorandum"
        "|меморандум о сотрудничестве|меморандум сотрудничества|ёддошти ҳамкорӣ"
        "|ынтымақтастық туралы меморандум"
    ),
    "memorandum": "memorandum|меморандум|ёддошт|меморандуми|меморандумы",
    "declaration": "declaration|декларация|эъломия|эъломияи|декларатсия|декларациясы",
    "joint_declaration": (
        "joint declaration|совместная декларация|эъломияи муштарак|бірлескен декларация"
    ),
    "joint_statement": (
        "joint statement|совместное заявление|изҳороти муштарак|бірлескен мәлімдеме"
    ),
    "communique": "communique|joint communique|коммюнике|совместное коммюнике|коммюникеси",
    "programme": "programme|program|программа|барнома|барномаи|бағдарлама|бағдарламасы",
    "plan": "plan|план|нақша|нақшаи|жоспар|жоспары",
    "action_plan": (
        "action plan|plan of action|plan of actions|план действий|план совместных действий"
        "|план мероприятий"
        "|нақшаи чорабиниҳо|нақшаи амал|іс-шаралар жоспары|іс-қимыл жоспары"
    ),
    "work_plan": "work plan|working plan|план работы|рабочий план|нақшаи корӣ|жұмыс жоспары",
    "roadmap": "roadmap|road map|дорожная карта|харитаи роҳ|нақшаи роҳ|жол картасы|yo'l xaritasi",
    "arrangement": "arrangement|договоренность",
    "letter_of_intent": "letter of intent|письмо о намерениях",
    "memorandum_of_intent": "memorandum of intent|меморандум о намерениях",
    "protocol_of_intent": "protocol of intent|protocol of intentions|протокол о намерениях",
    "declaration_of_intent": "declaration of intent|декларация о намерениях",
    "letter_of_cooperation": "letter of cooperation|письмо о сотрудничестве",
    "minutes": "minutes|agreed minutes|протокол заседания|протокол встречи",
    "certificate": "certificate|сертификат",
    "twinning_agreement": (
        "twinning agreement|twin city agreement|sister city agreement"
        "|соглашение о побратимстве|соглашение об установлении побратимских связей"
    ),
    "loan_or_grant_agreement": (
        "loan agreement|grant agreement|financing agreement|credit agreement"
        "|кредитное соглашение|соглашение о займе|соглашение о гранте|грантовое соглашение"
    ),
    "contract": "contract|контракт|қарордод",
}
# What a body is by the words of its name.
AGENCY_WORDS = {
    "ministry": "ministry|министерство|вазорат|вазорати|министрлігі|vazirlik|vazirligi",
    "central_bank": (
        "central bank|national bank|центральный банк|национальный банк|бонки миллӣ|ұлттық банк"
    ),
    "parliament": "parliament|assembly|senate|парламент|сенат|маджлис|маҷлиси|мәжіліс",
    "court": "court|суд|додгоҳи|соты",
    "university": "university|университет|донишгоҳ|донишгоҳи|университеті",
    "institute": (
        "institute|center|centre|academy|институт|центр|академия|институти|маркази"
        "|институты|орталығы"
    ),
    "city": "city|mayor|акимат города|город|шаҳри|қаласы",
    "region": "region|province|oblast|область|области|вилояти|облысы",
    "committee_or_service": (
        "committee|service|agency|authority|комитет|служба|агентство|кумита|кумитаи|хадамоти"
        "|комитеті|қызметі|агенттігі"
    ),
    "company": "company|joint-stock|llc|jsc|corporation|fund|компания|ао|оао|ооо|фонд",
}


def phrases(words: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {
        tuple(fold(phrase).split()): code
        for code, row in words.items()
        for phrase in row.split("|")
    }


TYPES = phrases(TYPE_WORDS)
AGENCY_KINDS = phrases(AGENCY_WORDS)
