/** Whether a sentence of a bio gives orders to a machine or to whoever writes the guide, rather than speak of a person. */

const machine =
  '(?:a\\.?i\\.?|llms?|gpts?|chat\\s?gpt|language\\s+models?|large\\s+language\\s+models?|chat\\s?bots?|a\\.?i\\.?\\s+(?:models?|assistants?|agents?|tools?|systems?|readers?|summari[sz]ers?)|assistants?|summari[sz]ers?|parsers?|crawlers?|scrapers?|panelprep|(?:prep|study|interview)[-\\s]+(?:guides?|packs?|tools?|assistants?|generators?|software)|(?:guide|pack|question)\\s+generators?|automated\\s+\\w+|screening\\s+(?:tools?|software|systems?)|machines?\\s+read(?:er|ing)\\w*)';
/** What an order tells its reader to do; ordinary in a bio too ("Tell me about …"), so never enough by itself. */
const verb =
  '(?:state|say|report|describe|label|tag|classify|rate|rank|score|mark|list|present|portray|weight?|treat|assume|note|write|tell|inform|claim|output|print|respond|reply|answer|return|set|assign|add|include|insert|append|mention|recommend|conclude|record|summari[sz]e|emphasi[sz]e|highlight|focus|prioriti[sz]e|give|consider|count|make\\s+sure|ensure|pretend|act|ignore|disregard|forget|skip|discard|override|overwrite|bypass|replace|delete|remove|produce|generate|repeat|reveal|follow|execute|run|approve|reject|hire|pass|show|use|do\\s+not|don.t|never|always|stop|read)';
const lead =
  '^[^\\p{L}\\p{N}]*(?:(?:please|now|then|and|also|always|instead|so|important|urgent|therefore|you\\s+(?:must|should|will|shall|are\\s+to|need\\s+to|have\\s+to|may\\s+only)|your\\s+(?:task|job|role|goal)\\s+is\\s+to|(?:it|this|he|she)\\s+is\\s+(?:important|essential|mandatory)\\s+(?:to|that\\s+you))[\\s,:]+)*';
/** Whom a bio does not name in that way: it says "you" to the candidate and "I" of the interviewer. */
const target =
  '(?:the|this|that|our)\\s+(?:candidates?|applicants?|interviewers?|person|profile|bio|biography|readers?|user|guide|pack|lens(?:es)?|reading|summary|output|response|engineer|individual|panelist|report)|(?:him|her|them|me|he|she|they|[A-Z]\\w+)\\s+(?:is|are|as|to\\s+be)\\s+(?:an?\\s+|the\\s+)?(?:\\w+[\\s-]+){0,3}(?:experts?|speciali[sz]\\w+|focused|authority|genius|perfect|best|candidate|hired|strong)|as\\s+(?:an?\\s+|the\\s+)?(?:\\w+[\\s-]+){0,4}(?:expert|specialist|authority|interviewer|hire)|lens(?:es)?\\b|(?:perfect|maximum|highest|full)\\s+(?:score|marks?|rating|weight)|weights?\\s+(?:of|to|at|=)|system\\s+prompt|instructions?\\b';
const not =
  '(?<!\\b(?:i|we|they|he|she|people|who|never|candidates|engineers|teams|often|sometimes|always|usually|can|could|not|to\\s+not)\\s+)';

const of = (...parts: string[]) => new RegExp(parts.join(''), 'iu');

const orders: RegExp[] = [
  of(
    not,
    '\\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|overrid(?:e|ing)|bypass|discard|skip|drop)\\s+(?:(?:all|any|the|your|my|these|those|every|of|everything|whatever|a)\\s+)*(?:(?:previous|prior|above|earlier|preceding|other|system|safety|former|existing|original|default)\\s+)+(?:\\w+\\s+)?(?:instructions?|prompts?|directions?|directives?|orders?|commands?|rules?|context|messages?|guidelines?|bios?|text|content|profile|paragraphs?|lines?)\\b',
  ),
  of(
    not,
    '\\b(?:ignore|disregard|forget|discard|skip)\\s+(?:everything|anything|all|what(?:ever)?|the\\s+(?:bio|profile|text|rest|content|paragraphs?|lines?|following|candidate|other\\s+\\w+))\\s*(?:of\\s+)?(?:that\\s+|which\\s+)?(?:(?:is|was|were|has\\s+been|you\\s+(?:were|have\\s+been|read|know|have)|i|it)\\s+)?(?:\\w+\\s+){0,2}(?:above|before|below|so\\s+far|you|that|preceding|previously|said|written|told|bio|profile|rest)\\b',
  ),
  of(
    not,
    '\\b(?:ignore|disregard|forget|override|bypass)\\s+(?:all\\s+)?(?:your|the|its|these)\\s+(?:\\w+\\s+)?(?:instructions?|prompts?|rules?|guidelines?|safeguards?|bio)\\b',
  ),
  of(
    '\\b(?:ignoriere?|vergiss|vergessen\\s+sie|ignorieren\\s+sie)\\s+(?:bitte\\s+)?(?:alle\\s+|die\\s+|alles\\s+)?(?:vorherigen?|bisherigen?|obigen?|vorigen?|anweisungen|davor|zuvor)|\\b(?:ignorez|oubliez|ignore|oublie)\\s+(?:toutes\\s+|tout\\s+)?(?:les\\s+|ce\\s+qui\\s+)?(?:instructions|consignes|pr[ée]c[èe]de)|\\b(?:ignora|olvida|ignore|olvide|ignorar)\\s+(?:todas\\s+|todo\\s+)?(?:las\\s+|lo\\s+)?(?:instrucciones|anterior)|\\b(?:ignora|dimentica)\\s+(?:tutte\\s+)?(?:le\\s+)?istruzioni|\\b(?:ignore|esque[çc]a)\\s+(?:todas\\s+)?(?:as\\s+)?instru[çc][õo]es|\\bnegeer\\s+(?:alle\\s+)?(?:vorige|eerdere)|игнорируй|забудь\\s+(?:все|предыдущие)|忽略|無視して|以前の指示|이전\\s*지시|무시하',
  ),
  of(
    '\\bfrom\\s+now\\s+on,?\\s+(?:you|describe|treat|act|respond|answer|assume|say)\\b|\\b(?:do\\s+not|don.t|stop)\\s+follow(?:ing)?\\s+(?:\\w+\\s+){0,3}instructions\\b|^\\W*pretend\\s+(?:to\\s+be|that|you)\\b|\\bpretend\\s+(?:that\\s+)?(?:you|this|the)\\b',
  ),
  of(
    '\\byou\\s+(?:must|should|will|shall|are\\s+to|have\\s+to)\\s+(?:(?:now|only|always|never|not)\\s+)*(?:output|respond|reply|rate|score|rank|treat|act|print|weigh|behave|state|describe|label|classify|report\\s+that|say\\s+that|tell\\s+the|mark|recommend\\s+(?:this|the|me|him|her)|follow\\s+(?:these|this|my|the)|obey)\\b',
  ),
  of(
    '\\b(?:when|while|if|before|after|whenever|in|during)\\s+(?:you\\s+(?:are\\s+)?|(?:the\\s+|an?\\s+)?',
    machine,
    '\\s+(?:is\\s+)?)?(?:summari[sz]|read|process|pars|analy[sz]|evaluat|scor|generat|prepar|compil|build|creat|writ)\\w*\\s+(?:this|the)\\s+(?:text|profile|bio|page|document|file|guide|pack|prep|study|summary|cheat|plan|interview)\\b(?=.*\\b(?:you|please|must|should|',
    verb,
    ')\\b)',
  ),
  of(
    '<\\/?(?:system|instructions?|prompt|assistant|user|human|im_start|im_end|inst)>|<\\|[\\w ]+\\|>|\\[\\/?(?:inst|system|instructions?|admin|prompt|ai)\\b[^\\]]{0,40}\\]|«\\s*sys|<<\\s*\\/?sys',
  ),
  of(
    '\\byou\\s+are\\s+(?:now\\s+|no\\s+longer\\s+|actually\\s+|hereby\\s+)?(?:an?\\s+|the\\s+)?(?:(?:helpful|expert|unbiased|obedient|honest|new|prep|study|interview|friendly|unrestricted)\\s+)*(?:ai\\b|a\\.i\\.|artificial\\s+intelligence|(?:large\\s+)?language\\s+model|llms?\\b|chat\\s?bot|assistant\\b|gpt|bot\\b|agent\\b|summari[sz]er|reviewer\\s+that|dan\\b|in\\s+(?:developer|debug|admin|god)\\s+mode)',
  ),
  of(
    '\\b(?:as|being)\\s+an?\\s+(?:ai|(?:large\\s+)?language\\s+model|ai\\s+(?:language\\s+)?(?:model|assistant)|llm|assistant|summari[sz]er)\\b\\s*,\\s*(?:you|your|please|i\\s+(?:must|will))',
  ),
  of('\\bas\\s+an?\\s+(?:large\\s+)?language\\s+model\\b\\s*,'),
  of(
    '\\b(?:if|since|because|in\\s+case)\\s+(?:you\\s+are|you.re|this\\s+is\\s+(?:being\\s+)?(?:read|processed|parsed|summari[sz]ed|seen)\\s+by|the\\s+reader\\s+is)\\s+(?:an?\\s+|the\\s+|any\\s+)?',
    machine,
    '\\b',
  ),
  of(
    '\\b(?:attention|note|notice|message|memo|instructions?|reminder|hint|warning|request)\\s*,?:?\\s*(?:to|for)?\\s*(?:an?\\s+|the\\s+|any\\s+|all\\s+|whichever\\s+|every\\s+)?',
    machine,
    '\\b',
  ),
  of(
    '^\\W*(?:dear|hey|hello|hi|yo|ok|okay|psst)[\\s,:]+(?:an?\\s+|the\\s+|any\\s+|all\\s+|mr\\.?\\s+)?',
    machine,
    '\\b',
  ),
  of(
    '^\\W*(?:(?:for|to)\\s+)?(?:an?\\s+|the\\s+|any\\s+|all\\s+|every\\s+)?',
    machine,
    '(?:\\s+\\w+){0,5}\\s*[:,;—–-]+\\s*(?:please\\s+|you\\s+\\w+\\s+|kindly\\s+)?',
    verb,
    '\\b',
  ),
  of(
    '\\b',
    machine,
    '\\s+(?:(?:that|which|who)\\s+(?:is\\s+|are\\s+)?|is\\s+|are\\s+)?(?:read|process|pars|summari[sz]|see|index|evaluat|analy[sz])\\w*\\s+(?:this(?:\\s+(?:bio|page|profile|text|document|file|message|line|note|section|biography)\\b|\\s*[,.:;!]|\\s*$)|these\\s+lines|me\\b)',
  ),
  of('[;,.]\\s+', machine, '\\s*[,:]\\s*(?:please\\s+)?', verb, '\\b'),
  of(
    '\\b(?:any|every|all|whatever|whichever)\\s+(?:\\w+\\s+)?(?:tool|system|software|program|machine|script|model|bot)s?\\s+(?:that\\s+|which\\s+)?(?:is\\s+|are\\s+)?(?:read|process|pars|summari[sz]|ingest|us)\\w*\\s+this\\b',
  ),
  of(
    '(?:^|\\n|\\W)#{2,}\\s*(?:system|instructions?)\\s*:|^\\W*(?:begin|end)\\s+(?:of\\s+)?(?:the\\s+)?(?:bio|profile|prompt|instructions?|system|context|input|user\\s+input)\\b\\W*$',
  ),
  of(
    '^[^\\p{L}\\p{N}]*(?:system|assistant|instructions?|(?:system|developer|admin|hidden|secret|new|updated|special|important|additional|final)\\s+(?:message|prompt|note|override|instructions?|notice|task|rules?|directive)|override|prompt)\\W{0,3}\\s*[:=\\]>]',
  ),
  of(
    '\\b(?:your|reveal|print|show|output|repeat|override|new|begin|end\\s+of|leak|expose)\\s+(?:the\\s+|your\\s+)?(?:system|hidden|initial)\\s+(?:prompt|instructions?)\\b|\\bsystem\\s+prompt\\s*:',
  ),
  of(
    not,
    '\\b(?:recommend|hire|pass|approve|reject|rate|rank|score|praise|favou?r|shortlist|fail)\\s+(?:this|the|that)\\s+(?:candidate|applicant|interviewer|person|profile|bio)\\b',
  ),
  of(
    not,
    '\\b(?:output|print|respond|reply|answer)\\s+(?:only\\s+)?(?:with|as)\\s+(?:only\\s+)?(?:the\\s+)?(?:following|json|word|phrase|"|“)',
  ),
  of(lead, verb, '\\b(?:\\s+[^\\s.!?]+){0,12}?\\s+(?:', target, ')'),
  of(
    '\\b(?:candidate|interviewer|applicant|person|profile|bio)\\s+(?:must|should|shall|is\\s+to|has\\s+to|will)\\s+(?:now\\s+|always\\s+|only\\s+)?be\\s+(?:told|marked|passed|hired|rated|scored|ranked|described|treated|labell?ed|tagged|classified|presented|listed|weighted|approved|given|reported|summari[sz]ed|considered)\\b',
  ),
  of(
    '^\\W*(?:tell|inform|warn|advise|convince|instruct)\\s+(?:the\\s+)?(?:candidates?|readers?|users?|applicants?)\\b',
  ),
  of(
    '\\b(?:lens(?:es)?|weights?|override|top_lens|role_override|trust_level|is_admin)["\']?\\s*[:=]\\s*[\\["\'{\\w]',
  ),
  of(
    '\\b(?:end|stop)\\s+of\\s+(?:bio|profile|document|instructions?|prompt|user\\s+input|context)\\b|\\bnew\\s+(?:task|instructions?|rules?)\\s*[:.]|\\bjailbreak\\s+mode|\\bdeveloper\\s+mode\\s+(?:on|enabled)',
  ),
];

/** After an order, a sentence that begins so goes on giving it. */
const onward = of(
  lead,
  '(?:',
  verb,
  '|you\\b|the\\s+(?:candidate|interviewer|correct|real|true|only|answer|output|guide|summary|following)|this\\s+(?:interviewer|person|candidate|is)|your\\b|set\\b|weights?\\b|lens)',
);

export function isOrder(text: string): boolean {
  const flat = text.replace(/\s+/g, ' ').replace(/[’‘]/g, "'").slice(0, 600);
  return orders.some((order) => order.test(flat));
}

export function goesOn(text: string): boolean {
  return onward.test(text.replace(/\s+/g, ' ').slice(0, 200));
}
