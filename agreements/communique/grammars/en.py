"""English, also as news agencies write it whose first language it isn't."""

from .grammar import Grammar

UNDERSTANDING = (
    r"of (?:the )?(?:mutual )?(?:understandings?|understanding and (?:mutual )?(?:co-?operation|collaboration)"
    r"|mutual understanding and co-?operation)"
)
AND_COOPERATION = r"(?: (?:and|on|for|of) (?:mutual )?(?:co-?operation|collaboration)(?= (?:between|in|on)))?"

TYPES = (
    (
        "memorandum_of_understanding",
        rf"memorandum {UNDERSTANDING}|mou|m\.o\.u\.|framework of understanding|understanding memorandum",
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
    ("letter_of_intent", r"letter of intent(?:ions?)?|loi|statement of intent", r"letters of intent(?:ions?)?|lois"),
    ("letter_of_cooperation", r"letter of (?:co-?operation|collaboration)", r"letters of co-?operation"),
    (
        "exchange_of_notes",
        r"exchange of (?:diplomatic |verbal )?notes|exchange notes|notes? of exchange|exchanged notes",
        "",
    ),
    ("exchange_of_letters", r"exchange of letters|exchange letters|letters? of exchange", ""),
    ("protocol_of_intent", r"protocol of intent(?:ions?)?", r"protocols of intent(?:ions?)?"),
    ("declaration_of_intent", r"(?:joint )?declaration of intent(?:ions?)?", r"(?:joint )?declarations of intent(?:ions?)?"),
    ("joint_declaration", r"joint (?:political |presidential |ministerial )?declaration", r"joint declarations"),
    (
        "joint_statement",
        r"joint (?:ministerial |vision |political |final |leaders' )?statement|joint vision(?: statement| document)?",
        r"joint statements",
    ),
    ("communique", r"(?:joint |final )?communique", r"(?:joint |final )?communiques"),
    ("twinning_agreement", r"(?:twinning|twin[- ]cit(?:y|ies)|sister[- ]cit(?:y|ies)) agreement", r"(?:twinning|sister[- ]city) agreements"),
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
        r"action[- ]plan|plan of (?:joint |common )?actions?|joint action plan|plan for (?:joint )?action",
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
        r"plan(?: of (?:practical|joint|mutual|common|priority) (?:measures|activities|events|co-?operation))?",
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
    ("other", r"(?:annex|addendum|amendments?)(?= to)|terms of reference|letter of (?:support|agreement)|schedule of visits", ""),
)

PASSIVE = (
    r"signed|inked|sealed|adopted|exchanged|concluded|issued|approved|initialled|initialed|executed|finali[sz]ed"
    r"|presented|handed(?: over)?|laid|drawn up|struck|endorsed|released|announced|formali[sz]ed|clinched"
    r"|reached|agreed(?: up)?on|settled|entered into|put pen to|put before|completed|published|unveiled"
    r"|put in writing|put on paper|arrived at|worked out|cemented|closed|set down|secured|established|accepted"
)
ACTIVE = (
    r"signed|inked|sealed|adopted|exchanged|concluded|issued|approved|initialled|initialed|executed"
    r"|finali[sz]ed|clinched|endorsed|struck|entered into|reached|formali[sz]ed|sign|ink|seal|exchange|adopt|signs|inks|seals"
    r"|put pen to paper (?:yesterday |today |\w+day )?on|put (?:his|her|their) (?:names?|signatures?) (?:to|under|on)"
    r"|put signatures? (?:to|under|on)|have signed|has signed|handed over|swapped|agreed on|settled on|cemented"
    r"|affixed (?:their |his )?signatures? (?:to|on)|came to|drew up|set (?:the )?seal (?:to|on)|sign off on|signed off on"
)
SIGNING = (
    r"signing|sign|signed|signs|done at|signature|signatures|inked|ink|inks|sealed|seal|seals|exchange|exchanged|exchanging|initial\w*"
    r"|concluded|adopt|adopted|adoption|issued|endorsed|approved|executed|handed|handover|changed hands|pen to paper"
    r"|presented|struck|finali[sz]ed|clinch\w*|reached|settled|completed|laid before|drawn up|entered into"
    r"|formali[sz]ed|crowned|conclusion|agreed|produced|cemented|unveiled|accepted|put before|came away with|swapped|released"
)

EN = Grammar(
    code="en",
    types=TYPES,
    weak=frozenset({"plan", "programme", "minutes", "certificate", "arrangement", "contract", "convention"}),
    papers=r"documents?|papers?|texts?|instruments?|deals?(?! with)(?! in )",
    plural_papers=r"documents|papers|texts|instruments|deals",
    not_types=r"minutes (?:later|before|after|earlier)|program(?:me)?s? (?:of|for) the visit|protocol (?:office|department|service)|memorandum on association|convention (?:centre|center|hall)|contract (?:workers?|farming)|plans? to|agreements? (?:was|were|is|has been) (?:also |likewise )?reached|agreement that",
    not_after=r"draft ¶|(?:office|department|chief|head|biro|service|directorate) (?:of|for) (?:state )?¶|(?<!signatures )(?<!signature )(?<!names )(?<!name )under (?:an?|the|its|this)(?: \w+){0,2} ¶|(?:reached|reach|full|general|in) ¶(?=agreement)|pen to ¶",
    again=r"the (?:first|second|third|fourth|fifth|sixth|seventh|last|other)(?=,? (?:on|for|in|between|concern\w*|cover\w*|relat\w*|was signed|is (?:on|for|about)|was (?:on|for|between))\b)|(?:those|ones)(?: (?:signed|inked|sealed))?(?= between)|another(?: one| two)?|one more|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|last|other|final) (?:one|text|document|deal|of (?:them|these))|one(?= (?:on|for|in|that|concerning|regarding|covering))|others?(?= (?:on|for|between|was|were|concern))|the same(?= (?:on|for|between))",
    determiners=r"an|a|the|another|one|its|their|this|that|these|those|first|second|third|fourth|fifth|new|single|separate|landmark|historic|bilateral|following|said|several|some|various|such|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|important|major|key|similar|additional|further|other|more|relevant|corresponding|necessary|special|mutual|also|any|each",
    definite=r"the|this|that|these|those|its|their|said",
    stop_left=(
        r"of|on|for|in|to|at|by|from|with|under|between|among|into|and|or|as|that|which|who|is|are|was|were|be|been|has|have|had|also|too"
        r"|sign(?:ed|s)?|ink(?:ed|s)?|seal(?:ed|s)?|adopt(?:ed|s)?|exchanged|exchanging|concluded|issued?|issues|approve[ds]?|initialled|executed|including|include|includes|included|namely"
        r"|both|all|signing|adopting|following|after|implementing|amending|regarding|concerning|about|through|within|without|during|per|via|over|not|no|will|would|should|may|said|they|he|she|it"
        r"|countries|sides|nations|states|parties|presidents|leaders|ministers|there|than|covering|his|her|our|your|like|plus|put|reached|struck|presented|welcomed|called|entitled|titled|clinched|sees|saw|see|got|get|gets|how|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|besides|finally|separately|meanwhile|moreover|furthermore|additionally|another|respectively|bringing|produced|brought|contained|contains|make|made|makes|cover|covers|covering|finalized|finalised|unveiled|whose|where|when|while|but|so|yet|up|out|off|down|endorsed"
    ),
    between=r"between|among|amongst",
    conjunction=r"and|&|as well as|and also|along with|together with",
    with_=r"with",
    by=r"by",
    subject=(
        r"on|for|in|to|concerning|regarding|about|aimed|aiming|covering|relating|related|pertaining|toward|towards|dealing|under|at|within|over|against|through|during|from|by|as|that|which|who|where|so|while|was|were|is|are|has|have|will|with respect|signed|inked|sealed|exchanged|setting|providing|establishing|following|amid|envisaging|whereby|designed|intended|meant|governing|allowing|creating|recording|requiring|helping|since|dated"
    ),
    was_signed=(
        rf"is(?= between)|(?:(?:was|were|has|have|had|is|are|being|got|gets) )?(?:(?:also|too|then|likewise|both|duly|jointly|now|in turn|\w+ly) )?(?:been )?(?:(?:also|too|then|likewise|duly|jointly|\w+ly) )?(?:{PASSIVE})|(?:was|were|has|have|is|are) (?:also )?(?:among|one of)|changed hands|(?:also )?carr(?:y|ies|ied) the (?:signatures?|names?)|bears? the (?:signatures?|names?)|(?:came|comes) (?:next|too|out)|(?:was|were) (?:also )?(?:put|set|drawn|made|taken|given)"
    ),
    signed=ACTIVE,
    stop_right=(
        r"on behalf|on the (?:sidelines|occasion|margins?|fringes)|also|on \d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|on (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|following (?:talks|negotiations|\w+ talks)|held (?:in|at|on)|and (?:also |then |later )?(?:witness\w*|attend\w*|oversaw|watch\w*|discuss\w*|exchang(?:ed|es)|signed|held|agreed|expressed|stressed|not(?:ed|es)|reaffirm\w*|welcom\w*|called|praised|said|visited|thanked|announced|launched|opened)|at (?:the|an?|his|her|their|this)|as well|with an?|"
        r"(?:which|who|whom|where|when|while|whose|whereas|whilst|whereby|that (?:provides?|aims?|will|would|sets?|is|are|was|were|covers?))"
        r"|(?:with|in) the (?:presence|attendance|participation)|in the presence|under which|within the framework of (?:the|his|her|their|its) (?:\w+ )?(?:state |official |working )?visit|as part of (?:the|his|her|their|its) (?:\w+ )?(?:state |official |working )?visit"
        r"|during (?:the|his|her|their|a|its)|(?:at|after|before|upon|following) (?:the|a|their|his|her) (?:\w+ )?(?:ceremony|talks|meeting|negotiations|end|close|summit|visit|session|conclusion)"
        r"|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: in| at| here)?|(?:today|yesterday|earlier|here|there)\b|so that|because|since|after (?:the|an?|their|his|her|talks|which)|although|but|according to|said|says|reports?|was attended|aims? (?:to|at)|aimed at|aiming|seeks? to|hopes? to|will\b|would\b|is (?:meant|designed|intended|expected|aimed|to)|are (?:meant|designed|intended|expected|aimed|to)|(?:is|are) (?:among|also|one)|(?:also )?(?:provides?|provided|envisages?|sets? out|covers?|deals? with|concerns?|lays? down|bears?|carr(?:y|ies)|commits?|establishes|reaffirms|opens|paves|spells|calls|stipulates|outlines) |includ(?:es?|ing) |respectively|among others?|to help|thus|thereby|(?:he|she|they) (?:said|added|noted)|meant to|intended to|designed to|all (?:of them )?(?:signed|inked)|both (?:signed|inked)|to be|exchanged|(?:is|are|was|were|has|have|had|will|would|can|could|may|might|shall|should|must)|by|in addition to|apart from|besides|bringing"
    ),
    stop_item=r"(?:which|that provides?|under which|whereby|aimed at helping)|to help|(?:was|were|has been|have been|is|are) (?:also )?(?:signed|inked|exchanged|sealed|to|meant|expected)|signed (?:by|on)|exchanged (?:by|between)|inked by",
    siblings=r"(?:and|,) (?:also )?(?:signed|an?|the)|as well as|signing of|while|whilst|whereas|(?:are|is|were|was|be|includes?|included|including|namely|being|comprises?|comprised|comprising|contains?|contained|containing|like|such as)(?=[\W\d]*$)",
    fields_list=r"(?:for|in|covering) the (?:following )?(?:fields?|areas?|spheres?|sectors?)(?: of|:)",
    topic_words=r"(?:subjects?|topics?|themes?|areas?|fields?|sectors?)(?: covered by)?(?: of)?",
    copulas=r"are|were|include|included",
    city_head=r"(?:the )?cit(?:y|ies) of",
    ordinals=r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final",
    conjunctives=r"as|that|when|while|where",
    clauses=r"while|whereas|whilst|and",
    ratified=r"ratif(?:y|ied|ies|ication)(?! instruments)",
    in_presence=r"signing ceremony|in the presence of|looked on|exchanged",
    same_kind=r"of the same (?:kind|sort|type)",
    city_heads=r"(?:the )?(?:(?:administrations|municipalities|mayors'? offices|city halls|councils) of )?(?:their (?:respective )?|the )?(?:cities|towns|capitals|municipalities)(?: of)?",
    clause_verbs=r"signed|inked|sealed|exchanged|adopted|concluded|held|said|was|were|has|have|is|are|had|will|agreed|noted|added",
    new_clause=r"then|while|but|so|yet|after|before|where|and (?:then|also)",
    tail=r"between|among|likewise|jointly|respectively|both|also|too|as well|a|an|the|with|was|were|is|in|on|of|for|by|then",
    aux_verbs=True,
    lower_heads=False,
    other_story=r"related|see also|read also|read more|also read|more on this|see\s*\||photo(?: by| credit)",
    copula=r"(?:was|were|is|are|came|comes|stood|stands|be) ?¶",
    in_year=r"(?:in|of|since|from|on|dated|,|\d)[^.;]{0,22}¶",
    nesters=r"(?:to (?:carry out|implement|amend|extend|supplement|renew)|implementing|amending|(?<!the )implementation of|within|under|(?<!signing )(?<!signature )(?<!conclusion )(?<!exchange )(?<!handover )of|to|on|in|for|extending|through|regarding|concerning|following|from) (?:(?:the|an?|this|their|its|existing) )?(?:(?!are |is |was |were |include |including |and |or |as )\w+ ){0,2}¶",
    infinitive=r"to",
    topics=rf"on(?! the (?:sidelines|occasion|margins?|fringes|same|spot|second|first|last)| behalf| (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)| \d|(?: january| february| march| april| may| june| july| august| september| october| november| december))|for|covering|about|concerning|regarding|relating to|in(?= (?:the )?(?:following )?(?:\w+ )?(?:fields?|areas?|spheres?|sectors?|domains?))|in(?= [^,;.]{0,80}(?:sectors?|fields|areas))|dealing with",
    dated=r"(?:signed|concluded|inked|initialled|initialed|reached) (?:(?:in|at|on|by) [^,;.]{0,40}?)?(?:in|on) (?:\w+ )?(?:\d{1,2},? )?(?:19|20)\d\d|dated|signed on (?:\d{1,2} \w+|\w+ \d{1,2})|signed (?:earlier(?! in the day| today| this)|previously|last)|of (?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d",
    intro=r"at the same time|on .+|during .+|after .+|following .+|as part .+|within .+|in .+|at .+|also|meanwhile|besides|moreover|separately|earlier|then|for (?:its|their|his) part|with .+|when .+|under .+|before .+|as .+",
    adverbs_first=r"also|meanwhile|besides|separately|then|moreover|furthermore|additionally|finally|likewise|similarly|here|the visit also saw|both",
    relates=r"(?:which |that )?(?:are|is|were|have been)?\s?(?:relat(?:e|es|ing|ed) to|cover(?:s|ed|ing)?(?: areas such as| the areas? of| the fields? of)?|concern(?:s|ed)?|deal(?:s|t|ing)? with|span(?:ned|ning)?|touch(?:es|ed|ing)? (?:on|upon)|rang(?:e|ing) (?:from|over)|in the following (?:areas|fields))(?: co-?operation in| the (?:fields?|areas?|spheres?) of| areas such as| fields such as)?|subjects of",
    field_words=r"\s*(?:co-?operation (?:in|on) (?:the )?(?:(?:fields?|areas?|spheres?|sectors?) of )?|collaboration (?:in|on) |(?:the )?(?:following )?(?:various |different )?(?:fields?|areas?|spheres?|sectors?|domains?)(?: of|:| such as| including) ?|stimulating |areas? such as |matters of |issues of )",
    adverbs=r"here|there|also|too|as well|today|yesterday|separately|on \w+day|in turn|jointly|likewise|at the (?:same )?ceremony|in \w+",
    of_parties=r"of",
    of_=r"of|regarding|by way of",
    persons=r"ministers?(?!'s? office)|minister's|ambassadors?|directors?(?:-general)?|director general|chair(?:man|woman|person|s|men)|presidents?(?!'s? office)|secretar(?:y|ies)(?: of state)?|governors?(?!'s? office)|mayors?(?!'s? office)|ceos?|rectors?|deputy|deputies|chiefs?|premiers?|commissioners?|heads?|commander|envoys?|vice|mr|ms|mrs|dr|prof|sheikh|his|her|he|she|counterparts?|speakers?|officials?",
    not_between=r"(?:flights?|routes?|links?|lines?|railways?|roads?|highways?|corridors?|cables?|bridges?|ferr(?:y|ies)|services?|connections?|transport|traffic|communications?|travel|borders?|stations?|pipelines?|trade|turnover|distance) ¶",
    same_period=r"(?:for|over|covering) the same (?:period|years|term)",
    local=(("kz", r"akimats?|akims?"), ("uz", r"k?hokimiyats?"), ("mn", r"aimags?|aimaks?"), ("vn", r"people's committees?"), ("pl", r"voivodeships?"), ("ru", r"krai"), ("tm", r"velayats?"), ("id", r"kabupaten")),
    names_of=r"names? of|signatures? of|who signed that \w+ were|signed by|(?:side|part)(?:,| was| –)(?: the \w+ was signed by)?|inked by|presented by|introducing it were|put before .{0,40} by|signatories were|was signed by|signing were",
    aside=r"exchanged|signed",
    officers=r"(?:(?:deputy |acting |vice[- ])?(?:ceo|chief executive(?: officer)?|chair(?:man|woman|person)?(?: of the (?:management |supervisory )?board)?|directors?[- ]general|general directors?|managing directors?|directors?|governors?|rectors?|mayors?|heads?|vice[- ]chancellors?|presidents?)),? of(?: the)?",
    signing=SIGNING,
    planned=(
        r"(?:consent|approval|nod|permission|green light|mandate|authori[sz]ation) to (?:sign|put|conclude)|authori[sz]ed [^,.;]{3,60} to (?:sign|put|conclude)|ready (?:for|to) sign\w*|nods? to|will (?:also )?(?:be )?(?:sign|ink|seal|conclude|adopt|finali[sz]e|soon|open|start|begin|hold|work|exchange)\w*|would (?:be )?(?:sign|renew|conclude|negotiat)\w*|(?<!first )(?<!last )(?<!next )to be (?:signed|inked|concluded|finali[sz]ed|adopted|exchanged|negotiated)|(?:is|are) to (?:sign|ink|seal|conclude|adopt)|(?:is|are|was|were) (?:expected|due|set|scheduled|slated|planned|about|likely) to"
        r"|(?:is|are) being (?:drafted|prepared|negotiated|finali[sz]ed|worked out|discussed|drawn up)|still being|yet to be|not yet|plans? to (?:sign|conclude|adopt)|planning to (?:sign|conclude)|agreed to (?:sign|finali[sz]e|conclude|negotiate|draft|prepare|speed|work|open|start|begin|accelerate|draw|explore|expedite|intensify)|agreed on the (?:need|importance)|hopes? to (?:sign|conclude)|expressed (?:hope|readiness|interest)"
        r"|under (?:negotiation|discussion|preparation)|in the pipeline|proposed|propos(?:es|al)|promise to|looks? forward|intends? to|ready to sign|readiness to|should be signed|could be signed|may be signed|can be signed|work(?:ing)? (?:on|towards?) (?:an?|the) (?:draft|new)|draft (?:of an? )?(?:agreement|memorandum|treaty|protocol)|preparations? (?:for|of) (?:an?|the)|the possibility of|invit\w+ .{0,40}to sign|negotiat(?:e|ing|ions?) (?:of|on|for|over) (?:an?|the) (?:\w+ ){0,4}(?:agreement|treaty|deal|convention|pact|protocol|mou)|early (?:conclusion|signing)|(?:conclude|sign|finali[sz]e) (?:an?|the) .{0,60}(?:soon|next|later|by the end|in the near)|stand ready|urged|called for|need (?:for|to)|discuss(?:ed|ing|ions?) (?:the )?(?:signing|conclusion|prospects?|possib)"
    ),
    older=(
        r"years after|anniversary of|since \d{4}|dated (?:\w+ )?\d|in force since|previously signed|earlier signed|signed earlier(?! in the day| today| this)|already in force|ratif\w+|expired|ever since|last (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)|years ago|(?:remain|is|are|been) in force|existing|implementation of (?:the|previous|earlier|existing)|breathe new life|reaffirm\w*|recalled|historic(?:al)? (?:agreement|treaty)|first (?:co-?operation )?(?:treaty|agreement) of \d{4}|took effect|came into force|entered into force|accords struck|within the framework of the (?:agreement|treaty|memorandum)|under the (?:agreement|treaty|memorandum|terms)|on the basis of the|in accordance with|pursuant to|progress (?:in|of|on) (?:the )?(?:implementation|implementing)|(?:agreement|treaty|memorandum|protocol|convention|accord|mou) (?:of|from) (?:\w+ )?(?:\d{1,2},? )?(?:19|20)\d\d(?!\s*[-–])|praised|spoke (?:highly )?of|renew(?:al|ed) of"
    ),
    spoken="",
    under=r"under",
    plural_heads=r"ministries|governments|departments|agencies|committees|services|authorities|offices|universities|institutes|academies|chambers|associations|administrations|councils|banks|museums|libraries|archives|courts|prosecutors|parliaments|police forces|bodies|cabinets|foreign ministries|police|boards|bureaus|bureaux|inspectorates|federations|unions|centres|centers|companies|regulators|secretariats|cities|capitals|regions|provinces|municipalities|mayors? offices|operators|airlines|railways|foundations|organi[sz]ations|schools|colleges|news agencies|broadcasters|funds|directorates|commissions|exchanges|firms|enterprises|institutions|broadcasters|ombudsmen|mints",
    both=r"(?:of |in |from )?(?:the |its |their )?(?:two|both|respective|three) (?:friendly |brotherly |neighbou?ring |sister )?(?:countries|nations|states|sides|parties|governments|republics|peoples|kingdoms|capitals|cities)(?:')?(?:s)?|the two|both (?:governments|countries|sides|states)|(?:the |their |the two )(?:countries|nations|states|sides)(?:')",
    counterpart=r"(?:its|his|her|their|the) (?:[\w-]+ )?(?:counterparts?|equivalent|opposite number)",
    heads=(
        ("company", r"company|companies|corporation|corp|ltd|limited|llc|llp|plc|jsc|cjsc|ojsc|pjsc|inc|gmbh|holdings?|group|enterprise|concern|airlines?|airways|bank of \w+(?= ltd)|s\.a|railways?|energy company|oil company|firm|consortium|industries|pharma\w*|telecom|mining|motors|steel|petroleum|operator|properties|shipyards?|refinery|brewer(?:y|ies)|d\.o\.o|airports|ventures?|pty|bhd|berhad|sdn|shipping|llp|jsc|(?<!development )(?<!central )(?<!national )(?<!state )(?<!reserve )(?<!exim )bank"),
        ("university", r"universit(?:y|ies)|college|academy of (?:public|civil|politic|management|state|diplom|admin|police)\w*|school|polytechnic|institute of (?:technology|management|public|diplom)\w*|conservatory"),
        ("city", r"city|cities|municipality|municipal\w*|mayor|mayor's office|city hall|town|capital|metropolitan|hokimiyat of \w+ city|akimat of \w+ city"),
        ("region", r"region|regions|province|provinces|oblast|krai|district|districts|governorate|prefecture|county|akimat|hokimiyat|khokimiyat|people's committee|voivodeship|canton|territory|regional"),
        ("other", r"academy of sciences?|academy|union|chamber|chambers|association|foundation|museum|federation|confederation|society|party|club|league|trade union|cultural cent(?:re|er)|theat(?:re|er)|institute of solidarity|red crescent|red cross|olympic"),
        ("agency", r"(?:development|central|national|state|reserve|exim) bank|government|ministry|ministries|agency|agencies|committee|service|services|authority|authorities|department|departments|office|institute|institutes|cent(?:re|er)|council|board|bureau|commission|directorate|inspectorate|administration|secretariat|fund|library|archives?|prosecutor\w*|court|parliament|assembly|central bank|national bank|state bank|treasury|police|customs|embassy|corporation|organi[sz]ation|general department|tribunal|ombudsman|chamber of accounts|state concern|laborator(?:y|ies)|program(?:me) office|registry|force|army|guard|mint|statistics|broadcaster|radio|television|news agency|press|judiciary|senate"),
    ),
    governments=r"governments?|cabinets?|councils? of ministers",
    government=r"governments?|cabinets?(?: of ministers)?|state of|kingdom of|republic of|council of ministers",
    rulers=r"presidents?|prime ministers?|premiers?|heads? of (?:state|government|the two states|states)|king|queen|emir|amir|sultan|chancellor|taoiseach|heads of (?:state|states)|leaders?|statesm[ae]n|crown prince|monarch|grand duke|party general secretary|general secretary|president-elect|his majesty|her majesty|state counsellor",
    not_rulers=r"(?:office|administration|executive|academy|apparatus|bureau|department|service|archive|library|under|ombudsman|commissioner) (?:of )?(?:the )?¶|under the ¶|(?:vice|deputy|former|ex|late|first|vice-|ambassador of the)[- ]¶|regional ¶",
    not_ruler_of=r",? (?:of|at) the (?:academy|chamber|bank|national bank|company|association|university|union|board|council|court|federation|confederation|board|senate|assembly|institute|supreme|constitutional|society)|of (?:[^\W\d]+ ){0,2}(?:university|chamber|academy|bank)|-elect",
    presence=r"(?:in|with) the (?:presence|participation)|presence|attend\w*|watch\w*|look\w* on|looking on|witness\w*|saw|see|sees|oversaw|presided|in the hall|before|on hand|attendance|observ\w*|with (?:president|prime minister|the president|the two|both)\b[^,]*(?:attending|present)|applaud\w*|stood by|as part of|within the framework|during|visit(?: of| by)?|talks (?:between|of)|following|after|meeting of|negotiations|eyes",
    ministers=r"(?<!prime )ministers?(?! of state for presidential)|ministries|governors?|ambassadors?|secretar(?:y|ies) of|delegations?|agencies|officials|heads of (?:the )?(?:ministries|agencies|departments|delegations)",
    issued=r"issued|adopted|released|signed",
    heads_passive=r"(?:leaders?|presidents|heads of state|prime ministers) (?:also )?(?:issued|adopted|signed)",
    before_name=r"of|the|honou?rable|h\.?\s?e\.?|his|her|excellency|mr|mrs|ms|dr|general|sheikh|and|retired|republic|kingdom|state|counterpart|majesty|highness|royal|sir|marshal|field|pm|ip|\([a-z]{2,3}\)|federal|democratic|people's|socialist|islamic|arab|united|leader|nation|\.",
    after_name=r"president|prime|minister|and|king|premier|the|on|in|at|to|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|state|of",
    kinds=(
        ("virtual_summit", r"virtual summit|video ?-?conference|virtual (?:meeting|ceremony)|online (?:summit|meeting|ceremony)|via video ?link"),
        ("state_visit", r"state visit"),
        ("official_visit", r"official visit|official (?:\w+ )?(?:\w+ )?visit|on an official|official (?:and )?(?:friendly|goodwill) visit"),
        ("working_visit", r"working visit"),
        ("intergovernmental_commission", r"(?:joint|intergovernmental|inter-governmental|bi-?national|mixed|permanent) (?:\w+ ){0,4}commission|commission (?:for|on) (?:\w+ ){0,3}co-?operation|joint (?:\w+ )?committee (?:meeting|session)"),
        ("council_session", r"(?:strategic|coordination|co-?operation|dialogue|partnership|interstate|supreme|high[- ]level|business) (?:\w+ ){0,3}council|council meeting"),
        ("forum", r"(?:forum of (?:regions|rectors|ministers)|(?:business|investment|regional|economic|rectors'?) forum|forum)"),
        ("summit", r"summit(?!-level)"),
        ("visit", r"visit|trip|arrived in|tour"),
    ),
    total_words=r"documents?|agreements?|memorand(?:a|ums?)(?: of (?:mutual )?understandings?)?|mous?|deals?|papers?|accords?|pacts?|treaties|instruments?|protocols?|texts?|contracts?",
    adjectives=r"new|bilateral|different|separate|major|important|landmark|key|co-?operation|cooperative|signed|intergovernmental|interagency|interdepartmental|inter|governmental|such|more|additional|further|joint|partnership|strategic|commercial|economic|trade|investment|bilateral|historic|various|other|of|total|the|these|understanding|and|memorandum|key|significant|fresh|international|legal|cultural|or|official|protocols|agreements|memoranda|memorandums|mous|deals|pacts|treaties|in|all|government|business|state",
    these=r"(?:these|those|both|all of these|the said)(?: \w+)? ¶|(?:these|those) ¶",
    in_total=r"in total|a total of|total(?:ling|ing|led|s)?|in all|altogether|overall|all told",
    by_bodies=r"by the ministries and agencies|by (?:the )?(?:ministries|ministers|governments?|agencies)",
    number_after=r"(?: signed| exchanged)?(?: by [^.;,\d]{1,60}?)?(?: (?:came|comes|amounts|amounted|totals|totalled|totaled|reached|stood|stands|is|was|to|at|number(?:s|ed)?)){1,3} (?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?= |\.|,|$)",
    listing=r"(?:more|other|further) (?:texts|documents|papers|agreements)|(?:the )?(?:following|these) (?:\w+ ){0,3}(?:documents|agreements|texts|papers|mous)|among (?:them|these|the|others)|includ(?:e|es|ed|ing)|namely|are as follows|list of|as follows|these are|they are|signed are|comprise|consist",
    partial=r"among|includ\w+|in particular|notably|such as",
    besides=r"in addition|besides|moreover|apart from|alongside|as well as|additionally|on top of|furthermore|separately|also",
    qualifiers=(
        ("more_than", r"more than|over|upwards of|in excess of|exceeding"),
        ("at_least", r"at least|no fewer than|no less than|not less than|minimum of"),
        ("about", r"about|around|approximately|some|nearly|almost|roughly|close to|an estimated"),
        ("up_to", r"up to|as many as"),
    ),
    history=r"since|so far|to date|have signed since|in the past|over the (?:last|past)|in recent years|previously|have been signed (?:since|to date|so far)|existing|in force|legal (?:framework|base)|since then|already|historically",
    not_day=r"(?:since|until|by|from|before|on|in) (?:\w+ ){0,2}(?:19|20)\d\d¶|born|opened on|ratified|scheduled|due on|due|established (?:on|in)|relations (?:on|in)|dated|signed on¶|prepared|next",
    held=r"(?:was|were|is|are|been) (?:\w+ )?held|took place|takes place|hosted|opened|arrived|received|met|kicked off|convened",
    in_month=r"in",
    coming=r"next|coming",
    elsewhere=r"(?:agency|news|way to|leave for|heads? to|goes on to|proceed to|stop(?:over)? in|ambassador (?:in|to)|embassy in|tour of|arriv\w+ (?:from|in)|capital of|such as|including|mission in)(?: the)? ¶|¶ (?:news agency|press agency|news service|newspaper)",
    not_kind=r"(?:earlier|previous|last|next|future|forthcoming|upcoming|recent|reciprocal|return|2\d{3}|for the|invit\w+|opens the way for the|visits of .{0,30}|first|held|due)(?: \w+)? ¶",
    visit_to=r"to (?:the )?¶",
    talks=r"talks|negotiations|meeting|tete-a-tete|conversations?",
    meeting=r"talks|negotiations|meeting|met|hosted|consultations",
    in_place=r"(?:in|at) (?:the city of )?¶",
    title_noise=frozenset("cooperation co operation collaboration field area fields areas joint agreement memorandum understanding mou signed was were has been have sphere mutual states countries document protocol programme program plan republic government ministry two both".split()),
    today=r"today|this (?:morning|afternoon|evening)|tonight",
    yesterday=r"yesterday|last night",
    period=(
        r"(?P<a>(?:19|20)\d\d)\s?[-–/]\s?(?P<b>(?:19|20)?\d\d)(?!\d|[-–]\d)",
        r"from (?P<a>(?:19|20)\d\d) (?:to|until|through|till) (?P<b>(?:19|20)\d\d)",
        r"between (?P<a>(?:19|20)\d\d) and (?P<b>(?:19|20)\d\d)",
        r"(?P<a>(?:19|20)\d\d) (?:to|through|and) (?P<b>(?:19|20)\d\d)",
        r"(?:until|to|through|till|up to) (?:the end of )?(?P<b>(?:19|20)\d\d)",
        r"for (?:the year )?(?P<a>20\d\d)(?P<one>)(?= (?:year|was|were|between)|[,;.]|$)",
    ),
    numbers={
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "dozen": 12, "a dozen": 12,
    },
    months={m: i + 1 for i, names in enumerate(
        ("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
         "september|sept|sep", "october|oct", "november|nov", "december|dec")) for m in names.split("|")},
    weekdays={w: i for i, w in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))},
    noise=frozenset({"this", "that", "these", "kind", "sort", "its", "own", "their", "the", "of", "and", "on", "in", "for", "to", "a", "an", "between", "with", "by", "s"}),
)
