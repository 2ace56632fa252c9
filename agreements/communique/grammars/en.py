"""English, also as news agencies write it whose first language it isn't."""

from .grammar import Grammar
from .numbering import counted, days_of_week, numbered, tens, words

UNDERSTANDING = (
    r"of (?:the )?(?:mutual )?(?:understandings?|"
    r"understanding and (?:mutual )?(?:co-?operation|collaboration)"
    r"|mutual understanding and co-?operation)"
)
AND_COOPERATION = (
    r"(?: (?:and|on|for|of) (?:mutual )?(?:co-?operation|collaboration)(?= (?:between|in|on)))?"
)

TYPES = (
    (
        "memorandum_of_understanding",
        rf"memorandum {UNDERSTANDING}|mou|m\.o\.u\.|framework of understanding|"
        rf"understanding memorandum",
        rf"memorand(?:a|ums) {UNDERSTANDING}|mous|mou's|m\.o\.u\.s|understanding memorand(?:a|ums)",
    ),
    (
        "memorandum_of_cooperation",
        r"memorandum of (?:mutual |bilateral )?co-?operation|co-?operation memorandum|moc",
        r"memorand(?:a|ums) of (?:mutual )?co-?operation|co-?operation memorand(?:a|ums)|mocs",
    ),
    (
        "memorandum_of_intent",
        r"memorandum of intent(?:ions?)?",
        r"memorand(?:a|ums) of intent(?:ions?)?",
    ),
    ("agreement", r"memorandum of agreement|moa", r"memorand(?:a|ums) of agreement|moas"),
    (
        "letter_of_intent",
        r"letter of intent(?:ions?)?|loi|statement of intent",
        r"letters of intent(?:ions?)?|lois",
    ),
    (
        "letter_of_cooperation",
        r"letter of (?:co-?operation|collaboration)",
        r"letters of co-?operation",
    ),
    (
        "exchange_of_notes",
        r"exchange of (?:diplomatic |verbal )?notes|exchange notes|notes? of exchange|"
        r"exchanged notes",
        "",
    ),
    ("exchange_of_letters", r"exchange of letters|exchange letters|letters? of exchange", ""),
    ("protocol_of_intent", r"protocol of intent(?:ions?)?", r"protocols of intent(?:ions?)?"),
    (
        "declaration_of_intent",
        r"(?:joint )?declaration of intent(?:ions?)?",
        r"(?:joint )?declarations of intent(?:ions?)?",
    ),
    (
        "joint_declaration",
        r"joint (?:political |presidential |ministerial )?declaration",
        r"joint declarations",
    ),
    (
        "joint_statement",
        r"joint (?:ministerial |vision |political |final |leaders' )?statement|"
        r"joint vision(?: statement| document)?",
        r"joint statements",
    ),
    ("communique", r"(?:joint |final )?communique", r"(?:joint |final )?communiques"),
    (
        "twinning_agreement",
        r"(?:twinning|twin[- ]cit(?:y|ies)|sister[- ]cit(?:y|ies)) agreement",
        r"(?:twinning|sister[- ]city) agreements",
    ),
    (
        "loan_or_grant_agreement",
        r"(?:loan|grant|credit|financing|financial|facility) (?:and \w+ )?agreement",
        r"(?:loan|grant|credit|financing|facility) agreements",
    ),
    (
        "framework_agreement",
        r"framework (?:co-?operation )?agreement|umbrella agreement",
        r"framework agreements",
    ),
    (
        "agreement",
        r"agreement|accord|pact(?! with)|understanding agreement|convention agreement",
        r"agreements|accords|pacts",
    ),
    ("treaty", r"treaty", r"treaties"),
    ("convention", r"convention", r"conventions"),
    ("contract", r"contract", r"contracts"),
    ("protocol", r"protocol", r"protocols"),
    (
        "action_plan",
        r"action[- ]plan|plan of (?:joint |common )?actions?|joint action plan|"
        r"plan for (?:joint )?action",
        r"action plans|plans of actions?",
    ),
    ("work_plan", r"work(?:ing)?[- ]plan|plan of work", r"work(?:ing)?[- ]plans"),
    (
        "roadmap",
        r"\"?road ?-?map\"?",
        r"\"?road ?-?maps\"?",
    ),
    (
        "plan",
        r"plan(?: of (?:practical|joint|mutual|common|priority) (?:measures|activities|events|"
        r"co-?operation))?",
        r"plans",
    ),
    (
        "programme",
        r"program(?:me)?",
        r"program(?:me)?s",
    ),
    ("declaration", r"declaration", r"declarations"),
    ("arrangement", r"arrangement", r"arrangements"),
    ("minutes", r"(?:agreed )?minutes|record of discussions?", ""),
    ("certificate", r"certificate|act of (?:handover|transfer)", r"certificates"),
    ("memorandum", r"memorandum", r"memorand(?:a|ums)"),
    (
        "other",
        (
            r"(?:annex|addendum|amendments?)(?= to)|terms of reference|letter of (?:support|"
            r"agreement)|schedule of visits"
        ),
        "",
    ),
)

PASSIVE = (
    r"signed|inked|sealed|adopted|exchanged|concluded|issued|approved|initialled|initialed|"
    r"executed|finali[sz]ed"
    r"|presented|handed(?: over)?|laid|drawn up|struck|endorsed|released|announced|"
    r"formali[sz]ed|clinched|penned"
    r"|reached|agreed(?: up)?on|settled|entered into|put pen to|put before|completed|published|"
    r"unveiled"
    r"|put in writing|put on paper|arrived at|worked out|cemented|closed|set down|secured|"
    r"established|accepted"
)
ACTIVE = (
    r"signed|inked|sealed|adopted|exchanged|concluded|issued|approved|initialled|initialed|executed"
    r"|finali[sz]ed|clinched|endorsed|struck|entered into|reached|formali[sz]ed|sign|ink|seal|"
    r"exchange|adopt|signs|inks|seals"
    r"|put pen to paper (?:yesterday |today |\w+day )?on|put (?:his|her|their) (?:names?|"
    r"signatures?) (?:to|under|on)"
    r"|put signatures? (?:to|under|on)|have signed|has signed|handed over|swapped|penned|"
    r"agreed (?:on|upon)|agreed(?=\s*\Z| an? )|settled on|cemented"
    r"|affixed (?:their |his )?signatures? (?:to|on)|came to|drew up|set (?:the )?seal (?:to|"
    r"on)|sign off on|signed off on"
)
SIGNING = (
    r"signing|sign|signed|signs|done at|signature|signatures|inked|ink|inks|sealed|seal|seals|"
    r"exchange|exchanged|exchanging|initial\w*"
    r"|concluded|adopt|adopted|adoption|issued|endorsed|approved|executed|handed|handover|"
    r"changed hands|pen to paper"
    r"|presented|struck|finali[sz]ed|clinch\w*|reached|settled|completed|laid before|drawn up|"
    r"entered into"
    r"|formali[sz]ed|crowned|conclusion|agreed|produced|cemented|unveiled|accepted|put before|"
    r"came away with|swapped|released"
)

UNITS = counted(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)

EN = Grammar(
    code="en",
    types=TYPES,
    weak=frozenset(
        {"plan", "programme", "minutes", "certificate", "arrangement", "contract", "convention"}
    ),
    papers=r"documents?|papers?|texts?|instruments?|deals?(?! with)(?! in )",
    plural_papers=r"documents|papers|texts|instruments|deals",
    not_types=(
        r"minutes (?:later|before|after|earlier)|program(?:me)?s? (?:of|for) the visit|"
        r"protocol (?:office|department|service)|memorandum on association|"
        r"convention (?:centre|center|hall)|contract (?:workers?|farming)|plans? to|"
        r"agreements? (?:was|were|is|has been) (?:also |likewise )?reached|agreement that"
    ),
    not_after=(
        r"draft ¶|(?:office|department|chief|head|biro|service|directorate) (?:of|"
        r"for) (?:state )?¶|(?<!signatures )(?<!signature )(?<!names )(?<!name )under (?:an?|"
        r"the|its|this)(?: \w+){0,2} ¶|(?:reached|reach|full|general|in) ¶(?=agreement)|"
        r"pen to ¶"
    ),
    again=(
        r"the (?:first|second|third|fourth|fifth|sixth|seventh|last|other)(?=,? (?:on|for|in|"
        r"between|concern\w*|cover\w*|relat\w*|was signed|is (?:on|for|about)|was (?:on|for|"
        r"between))\b)|(?:those|ones)(?: (?:signed|inked|sealed))?(?= between)|another(?: one|"
        r" two)?|one more|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|last|other|"
        r"final) (?:one|text|document|deal|of (?:them|these))|one(?= (?:on|for|in|that|"
        r"concerning|regarding|covering))|others?(?= (?:on|for|between|was|were|concern))|"
        r"(?<!did )the same(?= (?:on|for|between))"
    ),
    determiners=(
        r"an|a|the|another|one|its|their|this|that|these|those|first|second|third|fourth|fifth|"
        r"new|single|separate|landmark|historic|bilateral|following|said|several|some|various|"
        r"such|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|important|major|key|"
        r"similar|additional|further|other|more|relevant|corresponding|necessary|special|"
        r"mutual|also|any|each"
    ),
    definite=r"the|this|that|these|those|its|their|said",
    stop_left=(
        r"of|on|for|in|to|at|by|from|with|under|between|among|into|and|or|as|that|which|who|is|"
        r"are|was|were|be|been|has|have|had|also|too"
        r"|sign(?:ed|s)?|ink(?:ed|s)?|seal(?:ed|s)?|adopt(?:ed|s)?|exchanged|exchanging|"
        r"concluded|issued?|issues|approve[ds]?|initialled|executed|including|include|includes|"
        r"included|namely"
        r"|both|all|signing|adopting|following|after|implementing|amending|regarding|"
        r"concerning|about|through|within|without|during|per|via|over|not|no|will|would|should|"
        r"may|said|they|he|she|it"
        r"|countries|sides|nations|states|parties|presidents|leaders|ministers|there|than|"
        r"covering|his|her|our|your|like|plus|put|reached|struck|presented|welcomed|called|"
        r"entitled|titled|clinched|sees|saw|see|got|get|gets|how|today|yesterday|monday|"
        r"tuesday|wednesday|thursday|friday|saturday|sunday|besides|finally|separately|"
        r"meanwhile|moreover|furthermore|additionally|another|respectively|bringing|produced|"
        r"brought|contained|contains|make|made|makes|cover|covers|covering|finalized|finalised|"
        r"unveiled|whose|where|when|while|but|so|yet|up|out|off|down|endorsed"
    ),
    between=r"between|among|amongst",
    conjunction=r"and|&|as well as|and also|along with|together with",
    with_=r"with",
    by=r"by",
    subject=(
        r"on|for|in|to|concerning|regarding|about|aimed|aiming|covering|relating|related|"
        r"pertaining|toward|towards|dealing|under|at|within|over|against|through|during|from|"
        r"by|as|that|which|who|where|so|while|was|were|is|are|has|have|will|with respect|"
        r"signed|inked|sealed|exchanged|setting|providing|establishing|following|amid|"
        r"envisaging|whereby|designed|intended|meant|governing|allowing|creating|recording|"
        r"requiring|helping|since|dated"
    ),
    was_signed=(
        rf"is(?= between)|(?:(?:was|were|has|have|had|is|are|being|got|gets) )?(?:(?:also|too|"
        rf"then|likewise|both|duly|jointly|now|in turn|\w+ly) )?(?:been )?(?:(?:also|too|then|"
        rf"likewise|duly|jointly|\w+ly) )?(?:{PASSIVE})|(?:was|were|has|have|is|"
        rf"are) (?:also )?(?:among|one of)|changed hands|(?:also )?carr(?:y|ies|"
        rf"ied) the (?:signatures?|names?)|bears? the (?:signatures?|names?)|(?:came|"
        rf"comes) (?:next|too|out)|(?:was|were) (?:also )?(?:put|set|drawn|made|taken|given)"
    ),
    signed=ACTIVE,
    stop_right=(
        r"on behalf|on the (?:sidelines|occasion|margins?|fringes)|also|on \d{1,2}(?:st|nd|rd|"
        r"th)? (?:january|february|march|april|may|june|july|august|september|october|november|"
        r"december)|on (?:january|february|march|april|may|june|july|august|september|october|"
        r"november|december) \d{1,2}|following (?:talks|negotiations|\w+ talks)|held (?:in|at|"
        r"on)|and (?:also |then |later )?(?:witness\w*|attend\w*|oversaw|watch\w*|discuss\w*|"
        r"exchang(?:ed|es)|signed|held|agreed|expressed|stressed|not(?:ed|es)|reaffirm\w*|"
        r"welcom\w*|called|praised|said|visited|thanked|announced|launched|opened)|at (?:the|"
        r"an?|his|her|their|this)|as well|with an?|"
        r"(?:which|who|whom|where|when|while|whose|whereas|whilst|whereby|that (?:provides?|"
        r"aims?|will|would|sets?|is|are|was|were|covers?))"
        r"|(?:with|in) the (?:presence|attendance|participation)|in the presence|under which|"
        r"within the framework of (?:the|his|her|their|its) (?:\w+ )?(?:state |official |"
        r"working )?visit|as part of (?:the|his|her|their|its) (?:\w+ )?(?:state |official |"
        r"working )?visit"
        r"|during (?:the|his|her|their|a|its)|(?:at|after|before|upon|following) (?:the|a|"
        r"their|his|her) (?:\w+ )?(?:ceremony|talks|meeting|negotiations|end|close|summit|"
        r"visit|session|conclusion)"
        r"|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: in| at|"
        r" here)?|(?:today|yesterday|earlier|here|there)\b|so that|because|since|after (?:the|"
        r"an?|their|his|her|talks|which)|although|but|according to|said|says|reports?|"
        r"was attended|aims? (?:to|at)|aimed at|aiming|seeks? to|hopes? to|will\b|would\b|"
        r"is (?:meant|designed|intended|expected|aimed|to)|are (?:meant|designed|intended|"
        r"expected|aimed|to)|(?:is|are) (?:among|also|one)|"
        r"(?<!that )(?:also )?(?:provides?|provided|envisages?|sets? out|covers?|deals? with|"
        r"concerns?|lays? down|bears?|carr(?:y|ies)(?! out)|commits?|establishes|"
        r"reaffirms|opens|paves|spells|calls|stipulates|outlines)|"
        r"as (?:president|prime minister|king|the two|the president|the prime)|"
        r"includ(?:es?|ing)|respectively|among others?|to help|thus|thereby|(?:he|she|"
        r"they) (?:said|added|noted)|meant to|intended to|designed to|"
        r"all (?:of them )?(?:signed|inked)|both (?:signed|inked)|to be|exchanged|(?:is|are|"
        r"was|were|has|have|had|will|would|can|could|may|might|shall|should|must)|by|"
        r"in addition to|apart from|besides|bringing"
    ),
    stop_item=(
        r"(?:which|that provides?|under which|whereby|aimed at helping)|to help|(?:was|were|"
        r"has been|have been|is|are) (?:also )?(?:signed|inked|exchanged|sealed|to|meant|"
        r"expected)|signed (?:by|on)|exchanged (?:by|between)|inked by"
    ),
    siblings=(
        r"(?:and|,) (?:also )?(?:signed|an?|the)|as well as|signing of|while|whilst|whereas|"
        r"(?:are|is|were|was|be|includes?|included|including|namely|being|comprises?|comprised|"
        r"comprising|contains?|contained|containing|like|such as)(?=[\W\d]*$)"
    ),
    fields_list=(
        r"(?:for|in|covering) the (?:following )?(?:fields?|areas?|spheres?|sectors?)"
        r"(?: of|:)"
    ),
    topic_words=r"(?:subjects?|topics?|themes?|areas?|fields?|sectors?)(?: covered by)?(?: of)?",
    copulas=r"are|were|include|included",
    city_head=r"(?:the )?cit(?:y|ies) of",
    ordinals=r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final",
    conjunctives=r"as|that|when|while|where",
    clauses=r"while|whereas|whilst|and",
    ratified=r"ratif(?:y|ied|ies|ication)(?! instruments)",
    in_presence=r"signing ceremony|in the presence of|looked on|exchanged",
    same_kind=r"of the same (?:kind|sort|type)",
    city_heads=(
        r"(?:the )?(?:(?:administrations|municipalities|mayors'? offices|city halls|"
        r"councils) of )?(?:their (?:respective )?|the )?(?:cities|towns|capitals|"
        r"municipalities)(?: of)?"
    ),
    clause_verbs=(
        r"signed|inked|sealed|exchanged|adopted|concluded|held|said|was|were|has|have|is|are|"
        r"had|will|agreed|noted|added"
    ),
    new_clause=(
        r"with (?:the|an?|some|his|her|their|no|both|all)|then|while|but|so|yet|after|before|"
        r"where|and (?:then|also)"
    ),
    tail=(
        r"between|among|likewise|jointly|respectively|both|also|too|as well|a|an|the|with|was|"
        r"were|is|in|on|of|for|by|then"
    ),
    aux_verbs=True,
    lower_heads=False,
    other_story=(
        r"related|see also|read also|read more|also read|more on this|see\s*\||photo(?: by|"
        r" credit)"
    ),
    copula=r"(?:was|were|is|are|came|comes|stood|stands|be) ?¶",
    in_year=r"(?:in|of|since|from|on|dated|,|\d)[^.;]{0,22}¶",
    nesters=(
        r"(?:to (?:carry out|implement|amend|extend|supplement|renew)|implementing|amending|"
        r"(?<!the )implementation of|within|under|"
        r"(?<!signing )(?<!signature )(?<!conclusion )(?<!exchange )(?<!handover )of|to|on|in|"
        r"for|extending|through|regarding|concerning|following|from) (?:(?:the|an?|this|their|"
        r"its|existing) )?(?:(?!are |is |was |were |include |including |and |or |"
        r"as )\w+ ){0,2}¶"
    ),
    infinitive=r"to",
    vague=(
        r"(?:in|on|across|covering) (?:several|various|different|many|diverse|multiple|a "
        r"(?:number|range) of|numerous|key) (?:\w+ )?(?:fields|areas|spheres|sectors|domains|"
        r"issues|matters)(?: of (?:mutual |common |bilateral )?(?:interest|cooperation))?"
    ),
    twins=r"twin\w*|(?:sister|friendship|partner)[- ](?:cit\w+|town\w*)|city partnership",
    relative=r"which|that",
    purpose=r"for",
    topics=(
        rf"on(?! the (?:sidelines|occasion|margins?|fringes|same|spot|second|first|last)|"
        rf" behalf| (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)| \d|"
        rf"(?: january| february| march| april| may| june| july| august| september| october|"
        rf" november| december))|for|covering|about|concerning|regarding|relating to|"
        rf"in(?= (?:the )?(?:following )?(?:\w+ )?(?:fields?|areas?|spheres?|sectors?|"
        rf"domains?))|in(?= [^,;.]{0, 80}(?:sectors?|fields|areas))|dealing with"
    ),
    dated=(
        r"(?:signed|concluded|inked|initialled|initialed|reached) (?:(?:in|at|on|"
        r"by) [^,;.]{0,40}?)?(?:in|on) (?:\w+ )?(?:\d{1,2},? )?(?:19|20)\d\d|dated|"
        r"signed on (?:\d{1,2} \w+|\w+ \d{1,2})|signed (?:earlier(?! in the day| today| this)|"
        r"previously|last)|of (?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d"
    ),
    intro=(
        r"at the same time|on .+|during .+|after .+|following .+|as part .+|within .+|in .+|"
        r"at .+|also|meanwhile|besides|moreover|separately|earlier|then|for (?:its|their|"
        r"his) part|with .+|when .+|under .+|before .+|as .+"
    ),
    adverbs_first=(
        r"(?:during|on|in|at|later|earlier|that) (?:the )?(?:same |very |next )?(?:day|evening|"
        r"morning|afternoon|night|occasion|margins|sidelines|ceremony|event|week)|also|meanwhile|besides|separately|then|moreover|furthermore|additionally|finally|"
        r"likewise|similarly|here|the visit also saw|both"
    ),
    relates=(
        r"(?:which |that )?(?:are|is|were|have been)?\s?(?:relat(?:e|es|ing|ed) to|cover(?:s|"
        r"ed|ing)?(?: areas such as| the areas? of| the fields? of)?|concern(?:s|ed)?|deal(?:s|"
        r"t|ing)? with|span(?:ned|ning)?|touch(?:es|ed|ing)? (?:on|upon)|rang(?:e|ing) (?:from|"
        r"over)|in the following (?:areas|fields))(?: co-?operation in| the (?:fields?|areas?|"
        r"spheres?) of| areas such as| fields such as)?|subjects of"
    ),
    field_words=(
        r"\s*(?:co-?operation (?:in|on) (?:the )?(?:(?:fields?|areas?|spheres?|sectors?) of )?|"
        r"collaboration (?:in|on) |(?:the )?(?:following )?(?:various |different )?(?:fields?|"
        r"areas?|spheres?|sectors?|domains?)(?: of|:| such as| including) ?|stimulating |"
        r"areas? such as |matters of |issues of )"
    ),
    adverbs=(
        r"here|there|also|too|as well|today|yesterday|separately|on \w+day|in turn|jointly|"
        r"likewise|at the (?:same )?ceremony|in \w+"
    ),
    of_parties=r"of",
    of_=r"of|regarding|by way of",
    persons=(
        r"ministers?(?!'s? office)|minister's|ambassadors?|directors?(?:-general)?|"
        r"director general|chair(?:man|woman|person|s|men)|presidents?(?!'s? office)|"
        r"secretar(?:y|ies)(?: of state)?|governors?(?!'s? office)|mayors?(?!'s? office)|ceos?|"
        r"rectors?|deputy|deputies|chiefs?|premiers?|commissioners?|heads?|commander|envoys?|"
        r"vice|mr|ms|mrs|dr|prof|sheikh|his|her|he|she|counterparts?|speakers?|officials?"
    ),
    not_between=(
        r"(?:flights?|routes?|links?|lines?|railways?|roads?|highways?|corridors?|cables?|"
        r"bridges?|ferr(?:y|ies)|services?|connections?|transport|traffic|communications?|"
        r"travel|borders?|stations?|pipelines?|trade|turnover|distance)"
        r"(?: over the \w+| across the \w+)? ¶"
    ),
    same_period=r"(?:for|over|covering) the same (?:period|years|term)",
    local=(
        ("kz", r"akimats?|akims?"),
        ("uz", r"k?hokimiyats?"),
        ("mn", r"aimags?|aimaks?"),
        ("vn", r"people's committees?"),
        ("pl", r"voivodeships?"),
        ("ru", r"krai"),
        ("tm", r"velayats?"),
        ("id", r"kabupaten"),
    ),
    names_of=(
        r"names? of|signatures? of|who signed that \w+ were|signed by|(?:side|part)(?:,| was|"
        r" –)(?: the \w+ was signed by)?|inked by|presented by|introducing it were|"
        r"put before .{0,40} by|signatories were|was signed by|signing were"
    ),
    aside=r"exchanged|signed",
    officers=(
        r"(?:(?:deputy |acting |vice[- ])?(?:ceo|chief executive(?: officer)?|chair(?:man|"
        r"woman|person)?(?: of the (?:management |supervisory )?board)?|directors?[- ]general|"
        r"general directors?|managing directors?|directors?|governors?|rectors?|mayors?|heads?|"
        r"vice[- ]chancellors?|presidents?)),? of(?: the)?"
    ),
    signing=SIGNING,
    planned=(
        r"(?:consent|approval|nod|permission|green light|mandate|authori[sz]ation) to (?:sign|"
        r"put|conclude)|authori[sz]ed [^,.;]{3,60} to (?:sign|put|conclude)|ready (?:for|"
        r"to) sign\w*|nods? to|will (?:also )?(?:be )?(?:sign|ink|seal|conclude|adopt|"
        r"finali[sz]e|soon|open|start|begin|hold|work|exchange)\w*|would (?:be )?(?:sign|renew|"
        r"conclude|negotiat)\w*|(?<!first )(?<!last )(?<!next )to be (?:signed|inked|concluded|"
        r"finali[sz]ed|adopted|exchanged|negotiated)|(?:is|are) to (?:sign|ink|seal|conclude|"
        r"adopt)|(?:is|are|was|were) (?:expected|due|set|scheduled|slated|planned|about|"
        r"likely) to"
        r"|(?:is|are) being (?:drafted|prepared|negotiated|finali[sz]ed|worked out|discussed|"
        r"drawn up)|still being|yet to be|not yet|plans? to (?:sign|conclude|adopt)|"
        r"planning to (?:sign|conclude)|agreed to (?:sign|finali[sz]e|conclude|negotiate|draft|"
        r"prepare|speed|work|open|start|begin|accelerate|draw|explore|expedite|intensify)|"
        r"agreed on the (?:need|importance)|(?:would|will) follow|hopes? to (?:sign|"
        r"conclude)|expressed (?:hope|readiness|interest)"
        r"|under (?:negotiation|discussion|preparation)|in the pipeline|proposed|propos(?:es|"
        r"al)|promise to|looks? forward|intends? to|ready to sign|readiness to|"
        r"should be signed|could be signed|may be signed|can be signed|work(?:ing)? (?:on|"
        r"towards?) (?:an?|the) (?:draft|new)|draft (?:of an? )?(?:agreement|memorandum|treaty|"
        r"protocol)|preparations? (?:for|of) (?:an?|the)|the possibility of|"
        r"invit\w+ .{0,40}to sign|negotiat(?:e|ing|ions?) (?:of|on|for|over) (?:an?|"
        r"the) (?:\w+ ){0,4}(?:agreement|treaty|deal|convention|pact|protocol|mou)|"
        r"early (?:conclusion|signing)|(?:conclude|sign|finali[sz]e) (?:an?|"
        r"the) .{0,60}(?:soon|next|later|by the end|in the near)|stand ready|urged|called for|"
        r"need (?:for|to)|discuss(?:ed|ing|ions?) (?:the )?(?:signing|conclusion|prospects?|"
        r"possib)"
    ),
    older=(
        r"years after|anniversary of|since \d{4}|dated (?:\w+ )?\d|in force since|"
        r"previously signed|earlier signed|signed earlier(?! in the day| today| this)|"
        r"already in force|ratif\w+|expired|ever since|last (?:year|month|week|january|"
        r"february|march|april|may|june|july|august|september|october|november|december)|"
        r"years ago|(?:remain|is|are|been) in force|existing|implementation of (?:the|previous|"
        r"earlier|existing)|breathe new life|reaffirm\w*|recalled|historic(?:al)? (?:agreement|"
        r"treaty)|first (?:co-?operation )?(?:treaty|agreement) of \d{4}|took effect|"
        r"came into force|entered into force|accords struck|"
        r"within the framework of the (?:agreement|treaty|memorandum)|under the (?:agreement|"
        r"treaty|memorandum|terms)|on the basis of the|in accordance with|pursuant to|"
        r"progress (?:in|of|on) (?:the )?(?:implementation|implementing)|(?:agreement|treaty|"
        r"memorandum|protocol|convention|accord|mou) (?:of|from) (?:\w+ )?(?:\d{1,2},? )?(?:19|"
        r"20)\d\d(?!\s*[-–])|praised|spoke (?:highly )?of|renew(?:al|ed) of"
    ),
    spoken="",
    under=r"under",
    plural_heads=(
        r"ministries|governments|departments|agencies|committees|services|authorities|offices|"
        r"universities|institutes|academies|chambers|associations|administrations|councils|"
        r"banks|museums|libraries|archives|courts|prosecutors|parliaments|police forces|bodies|"
        r"cabinets|foreign ministries|police|boards|bureaus|bureaux|inspectorates|federations|"
        r"unions|centres|centers|companies|regulators|secretariats|cities|capitals|regions|"
        r"provinces|municipalities|mayors? offices|operators|airlines|railways|foundations|"
        r"organi[sz]ations|schools|colleges|news agencies|broadcasters|funds|directorates|"
        r"commissions|exchanges|firms|enterprises|institutions|broadcasters|ombudsmen|mints"
    ),
    both=(
        r"(?:of |in |from )?(?:the |its |their )?(?:two|both|respective|three) (?:friendly |"
        r"brotherly |neighbou?ring |sister )?(?:countries|nations|states|sides|parties|"
        r"governments|republics|peoples|kingdoms|capitals|cities)(?:')?(?:s)?|the two|"
        r"both (?:governments|countries|sides|states)|(?:the |their |the two )(?:countries|"
        r"nations|states|sides)(?:')"
    ),
    counterpart=(
        r"(?:its|his|her|their|the) (?:[\w-]+ )?(?:counterparts?|equivalent|opposite number)"
    ),
    heads=(
        (
            "company",
            (
                r"company|companies|corporation|corp|ltd|limited|llc|llp|plc|jsc|cjsc|ojsc|pjsc|"
                r"inc|gmbh|holdings?|group|enterprise|concern|airlines?|airways|"
                r"bank of \w+(?= ltd)|s\.a|railways?|energy company|oil company|firm|consortium|"
                r"industries|pharma\w*|telecom|mining|motors|steel|petroleum|operator|properties|"
                r"shipyards?|refinery|brewer(?:y|ies)|d\.o\.o|airports|ventures?|pty|bhd|berhad|"
                r"sdn|shipping|llp|jsc|"
                r"(?<!development )(?<!central )(?<!national )(?<!state )"
                r"(?<!reserve )(?<!exim )bank"
            ),
        ),
        (
            "university",
            (
                r"universit(?:y|ies)|college|academy of (?:public|civil|politic|management|state|"
                r"diplom|admin|police)\w*|school|polytechnic|institute of (?:technology|management|"
                r"public|diplom)\w*|conservatory"
            ),
        ),
        (
            "city",
            (
                r"city|cities|municipality|municipal\w*|mayor|mayor's office|city hall|town|"
                r"capital|metropolitan|hokimiyat of \w+ city|akimat of \w+ city"
            ),
        ),
        (
            "region",
            (
                r"region|regions|province|provinces|oblast|krai|district|districts|governorate|"
                r"prefecture|county|akimat|hokimiyat|khokimiyat|people's committee|voivodeship|"
                r"canton|territory|regional"
            ),
        ),
        (
            "other",
            (
                r"academy of sciences?|academy|union|chamber|chambers|association|foundation|"
                r"museum|federation|confederation|society|party|club|league|trade union|"
                r"cultural cent(?:re|er)|theat(?:re|er)|institute of solidarity|red crescent|"
                r"red cross|olympic"
            ),
        ),
        (
            "agency",
            (
                r"(?:development|central|national|state|reserve|exim) bank|government|ministry|"
                r"ministries|agency|agencies|committee|service|services|authority|authorities|"
                r"department|departments|office|institute|institutes|cent(?:re|er)|council|board|"
                r"bureau|commission|directorate|inspectorate|administration|secretariat|fund|"
                r"library|archives?|prosecutor\w*|court|parliament|assembly|central bank|"
                r"national bank|state bank|treasury|police|customs|embassy|corporation|"
                r"organi[sz]ation|general department|tribunal|ombudsman|chamber of accounts|"
                r"state concern|laborator(?:y|ies)|program(?:me) office|registry|force|army|guard|"
                r"mint|statistics|broadcaster|radio|television|news agency|press|judiciary|senate"
            ),
        ),
    ),
    governments=r"governments?|cabinets?|councils? of ministers",
    government=(
        r"governments?|cabinets?(?: of ministers)?|state of|kingdom of|republic of|"
        r"council of ministers"
    ),
    rulers=(
        r"presidents?|prime ministers?|premiers?|heads? of (?:state|government|the two states|"
        r"states)|king|queen|emir|amir|sultan|chancellor|taoiseach|heads of (?:state|states)|"
        r"leaders?|statesm[ae]n|crown prince|monarch|grand duke|party general secretary|"
        r"general secretary|president-elect|his majesty|her majesty|state counsellor"
    ),
    not_rulers=(
        r"(?:office|administration|executive|academy|apparatus|bureau|department|service|"
        r"archive|library|under|ombudsman|commissioner) (?:of )?(?:the )?¶|under the ¶|(?:vice|"
        r"deputy|former|ex|late|first|vice-|ambassador of the)[- ]¶|regional ¶"
    ),
    not_ruler_of=(
        r",? (?:of|at) the (?:academy|chamber|bank|national bank|company|association|"
        r"university|union|board|council|court|federation|confederation|board|senate|assembly|"
        r"institute|supreme|constitutional|society)|,? of (?:the )?(?:two |both )?delegations?|"
        r"of (?:[^\W\d]+ ){0,2}(?:university|chamber|"
        r"academy|bank)|-elect"
    ),
    presence=(
        r"(?:in|with) the (?:presence|participation)|presence|attend\w*|watch\w*|look\w* on|"
        r"looking on|witness\w*|saw|see|sees|oversaw|presided|in the hall|before|on hand|"
        r"attendance|observ\w*|with (?:president|prime minister|the president|the two|"
        r"both)\b[^,]*(?:attending|present)|applaud\w*|stood by|as part of|"
        r"within the framework|during|visit(?: of| by)?|talks (?:between|of)|following|after|"
        r"meeting of|negotiations|eyes"
    ),
    ministers=(
        r"(?<!prime )ministers?(?! of state for presidential)|ministries|governors?|"
        r"ambassadors?|secretar(?:y|ies) of|delegations?|agencies|officials|"
        r"heads of (?:the )?(?:ministries|agencies|departments|delegations)"
    ),
    issued=r"issued|adopted|released|signed",
    heads_passive=(
        r"(?:leaders?|presidents|heads of state|prime ministers) (?:also )?(?:issued|adopted|"
        r"signed)"
    ),
    before_name=(
        r"of|the|honou?rable|h\.?\s?e\.?|his|her|excellency|mr|mrs|ms|dr|general|sheikh|and|"
        r"retired|republic|kingdom|state|counterpart|majesty|highness|royal|sir|marshal|field|"
        r"pm|ip|\([a-z]{2,3}\)|federal|democratic|people's|socialist|islamic|arab|united|"
        r"leader|nation|\."
    ),
    after_name=(
        r"president|prime|minister|and|king|premier|the|on|in|at|to|monday|tuesday|wednesday|"
        r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
        r"september|october|november|december|state|of"
    ),
    kinds=(
        (
            "virtual_summit",
            (
                r"virtual summit|video ?-?conference|virtual (?:meeting|ceremony)|online (?:summit|"
                r"meeting|ceremony)|via video ?link"
            ),
        ),
        ("state_visit", r"state visit"),
        (
            "official_visit",
            (
                r"official visit|official (?:\w+ )?(?:\w+ )?visit|on an official|"
                r"official (?:and )?(?:friendly|goodwill) visit"
            ),
        ),
        ("working_visit", r"working visit"),
        (
            "intergovernmental_commission",
            (
                r"(?:joint|intergovernmental|inter-governmental|bi-?national|mixed|"
                r"permanent) (?:\w+ ){0,4}commission|commission (?:for|"
                r"on) (?:\w+ ){0,3}co-?operation|joint (?:\w+ )?committee (?:meeting|session)"
            ),
        ),
        (
            "council_session",
            (
                r"(?:strategic|coordination|co-?operation|dialogue|partnership|interstate|supreme|"
                r"high[- ]level|business) (?:\w+ ){0,3}council|council meeting"
            ),
        ),
        (
            "forum",
            (
                r"(?:forum of (?:regions|rectors|ministers)|(?:business|investment|regional|"
                r"economic|rectors'?) forum|forum)"
            ),
        ),
        ("summit", r"summit(?!-level)"),
        ("visit", r"visit|trip|arrived in|tour"),
    ),
    total_words=(
        r"documents?|agreements?|memorand(?:a|ums?)(?: of (?:mutual )?understandings?)?|mous?|"
        r"deals?|papers?|accords?|pacts?|treaties|instruments?|protocols?|texts?|contracts?"
    ),
    adjectives=(
        r"new|bilateral|different|separate|major|important|landmark|key|co-?operation|"
        r"cooperative|signed|intergovernmental|interagency|interdepartmental|inter|"
        r"governmental|such|more|additional|further|joint|partnership|strategic|commercial|"
        r"economic|trade|investment|bilateral|historic|various|other|of|total|the|these|"
        r"understanding|and|memorandum|key|significant|fresh|international|legal|cultural|or|"
        r"official|protocols|agreements|memoranda|memorandums|mous|deals|pacts|treaties|in|all|"
        r"government|business|state"
    ),
    these=r"(?:these|those|both|all of these|the said)(?: \w+)? ¶|(?:these|those) ¶",
    in_total=r"in total|a total of|total(?:ling|ing|led|s)?|in all|altogether|overall|all told",
    by_bodies=(
        r"by the ministries and agencies|by (?:the )?(?:ministries|ministers|governments?|"
        r"agencies)"
    ),
    number_after=(
        r"(?: signed| exchanged)?(?: by [^.;,\d]{1,60}?)?(?: (?:came|comes|amounts|amounted|"
        r"totals|totalled|totaled|reached|stood|stands|is|was|to|at|number(?:s|"
        r"ed)?)){1,3} (?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?= |\.|,|$)"
    ),
    listing=(
        r"(?:more|other|further) (?:texts|documents|papers|agreements)|(?:the )?(?:following|"
        r"these) (?:\w+ ){0,3}(?:documents|agreements|texts|papers|mous)|among (?:them|these|"
        r"the|others)|includ(?:e|es|ed|ing)|namely|are as follows|list of|as follows|these are|"
        r"they are|signed are|comprise|consist"
    ),
    partial=r"among|includ\w+|in particular|notably|such as",
    besides=(
        r"in addition|besides|moreover|apart from|alongside|as well as|additionally|on top of|"
        r"furthermore|separately|also"
    ),
    qualifiers=(
        ("more_than", r"more than|over|upwards of|in excess of|exceeding"),
        ("at_least", r"at least|no fewer than|no less than|not less than|minimum of"),
        ("about", r"about|around|approximately|some|nearly|almost|roughly|close to|an estimated"),
        ("up_to", r"up to|as many as"),
    ),
    history=(
        r"since|so far|to date|have signed since|in the past|over the (?:last|past)|"
        r"in (?:recent|previous) years|previously|have been signed (?:since|to date|so far)|"
        r"existing|in force|legal (?:framework|base)|since then|already|historically"
    ),
    not_day=(
        r"(?:since|until|by|from|before|on|in) (?:\w+ ){0,2}(?:19|20)\d\d¶|born|opened on|"
        r"ratified|scheduled|due on|due|established (?:on|in)|relations (?:on|in)|dated|"
        r"signed on¶|prepared|next"
    ),
    held=(
        r"(?:was|were|is|are|been) (?:\w+ )?held|took place|takes place|hosted|opened|arrived|"
        r"received|met|kicked off|convened"
    ),
    in_month=r"in",
    coming=r"next|coming",
    elsewhere=(
        r"(?:agency|news|way to|leave for|heads? to|goes on to|proceed to|stop(?:over)? in|"
        r"ambassador (?:in|to)|embassy in|tour of|arriv\w+ (?:from|in)|capital of|such as|"
        r"including|mission in)(?: the)? ¶|¶ (?:news agency|press agency|news service|"
        r"newspaper)"
    ),
    not_kind=(
        r"(?:earlier|previous|last|next|future|forthcoming|upcoming|recent|reciprocal|return|"
        r"2\d{3}|for the|invit\w+|opens the way for the|visits of .{0,30}|first|held|"
        r"due)(?: \w+)? ¶"
    ),
    visit_to=r"to (?:the )?¶",
    talks=r"talks|negotiations|meeting|tete-a-tete|conversations?",
    meeting=r"talks|negotiations|meeting|met|hosted|consultations",
    in_place=r"(?:in|at) (?:the city of )?¶",
    title_noise=frozenset(
        [
            "cooperation",
            "co",
            "operation",
            "collaboration",
            "field",
            "area",
            "fields",
            "areas",
            "joint",
            "agreement",
            "memorandum",
            "understanding",
            "mou",
            "signed",
            "was",
            "were",
            "has",
            "been",
            "have",
            "sphere",
            "mutual",
            "states",
            "countries",
            "document",
            "protocol",
            "programme",
            "program",
            "plan",
            "republic",
            "government",
            "ministry",
            "two",
            "both",
        ]
    ),
    today=r"today|this (?:morning|afternoon|evening)|tonight",
    yesterday=r"yesterday|last night",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        r"from (?P<a>(?:19|20)\d\d) (?:to|until|through|till) (?P<b>(?:19|20)\d\d)",
        r"between (?P<a>(?:19|20)\d\d) and (?P<b>(?:19|20)\d\d)",
        r"(?P<a>(?:19|20)\d\d) (?:to|through|and) (?P<b>(?:19|20)\d\d)",
        r"(?:until|to|through|till|up to) (?:the end of )?(?P<b>(?:19|20)\d\d)",
        r"(?P<a>20\d\d)(?:, 20\d\d)*(?:,| and) (?P<b>20\d\d)(?! [A-Za-z])",
        r"(?:plan|programme|program|roadmap|schedule|calendar) for (?P<a>20\d\d)(?P<one>)"
        r"(?!\d|\s?[-–/]\s?\d| (?:to|and) \d)",
        r"for (?:the year )?(?P<a>20\d\d)(?P<one>)(?= (?:year|was|were|between)|[,;.]|$)",
    ),
    numbers=UNITS
    | tens("twenty thirty forty fifty sixty seventy eighty ninety", UNITS)
    | {"dozen": 12, "a dozen": 12},
    months=numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
        "september|sept|sep october|oct november|nov december|dec"
    ),
    weekdays=days_of_week("monday tuesday wednesday thursday friday saturday sunday"),
    noise=words(
        "a an and between by for in its kind of on own s sort that the their these this to with"
    ),
)
