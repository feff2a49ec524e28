import type { Role } from '../responsibility/assignment.ts';
import { asksForUnits } from './asks-for-units.ts';
import { firstQuestion } from './first-question.ts';

/** What a question wants to know of responsibility; null roles mean all of them. */
export type Intent =
  | { kind: 'responsible'; topic: string; roles: readonly Role[] | null }
  | { kind: 'clauses' };

const unitHan = '(?:单位|單位|部门|部門|机构|機構|厅局|廳局|委办局|厅|廳|局)';
const whoHan = `(?:谁|誰|哪位|(?:什么|什麼|啥)${unitHan}|哪(?:几|幾)?家(?:单位|單位|部门|部門)?|哪(?:些|个|個|几个|幾個|家|一个|一個)?${unitHan})`;
const verbHan =
  '(?:负责|負責|牵头|牽頭|主管|分管|管理|管|承担|承擔|配合|参与|參與|协助|協助|落实|落實|主办|主辦|推动|推動|推进|推進|实施|實施|组织|組織|统筹|統籌|协调|協調|主抓|把关|把關|出面|挂帥|挂帅|说了算|說了算|办理|办|辦|抓|做)';

/** What follows when something else is asked of units: what they may do, what of theirs is meant. */
const notTheirDuty =
  '(?!之间|之間|的(?!责任|責任|职责|職責|任务|任務|事|活|分内)|[^，。？?]{0,3}(?:可以|能(?![源力])|有资格|有資格|符合|享受|获得|獲得|申请|申請|报名|報名|入选|入選|联网|聯網|接入|共享|互通))';

/**
 * How people ask who is responsible, in Chinese of both scripts, Japanese, Korean, English, German, French and
 * Spanish: somebody is asked for, and what they have to do with it is said. 哪些单位可以申请 asks for something else.
 */
const asks: readonly RegExp[] = [
  new RegExp(
    `(?:由|归|歸|属于|屬於|交给|交給|交由|找|问|問|联系|聯繫|靠|落在|落到)${whoHan}(?:头上|頭上|名下|手里)?(?:来|來|去|共同|一起)?${verbHan}?|${whoHan}(?:来|來|去|共同|一起|具体|具體|主要|应该?|應該?|要|得|在|都)*${verbHan}`,
    'u',
  ),
  // 安排给了哪些单位, 指定谁来推: somebody is asked for who is not asked what he may do.
  new RegExp(
    `(?:让|讓|由|给|給|要|请|請|派|叫|靠|安排(?:给|給)?|指定|指派|分配(?:给|給)?|明确|明確|涉及)(?:了|到)*${whoHan}(?:来|來|去|要|得|该|該)*(?:推|建|抓|管|办|辦|做|干|牵头|负责)?|${whoHan}(?:来|來|去|要|得|该|該)+(?:推|建|抓|管|办|辦|做|干|推进|推動|推动|建设|落实)`,
    'u',
  ),
  new RegExp(
    `(?<![向报報经經])(?:责任|責任|牵头|牽頭|主管|配合|主办|主辦|参与|負責|负责)${unitHan}(?:是|有|包括)?(?:谁|誰|哪(?:些|个|個|[几幾](?:个|個|家)|家)?|什么|什麼)?|(?:是|属于|屬於|算)?(?:谁|誰|哪(?:些|个|個|家)?${unitHan})的(?:责任|責任|职责|職責|任务|任務|事|活)|(?:涉及|提到|提及|点名|點名|写明|寫明|列出|列明)(?:到|了|的)*(?:哪(?:些|几个)|所有|全部|什么|什麼)${unitHan}|(?:有)?哪些${unitHan}(?:被|有)?(?:提到|点名|點名|写明|寫明|列出)`,
    'u',
  ),
  // 这套系统是哪几家单位来搞, 分到了哪些厅局头上: whoever asks for units asks for what they do.
  new RegExp(
    `(?:是|由|归|歸|让|讓|要求|交给|交給|分到了?|落到了?)?(?<!设在|設在|位于|位於|放在|挂靠在|掛靠在)哪(?:些|十?[几幾](?:个|個|家)?|个|個|家|一(?:个|個|家))?(?:省直|市直|政府|主管|具体|具體|相关|相關)?(?:${unitHan}|部委|机关|機關)(?:头上|頭上|名下)?${notTheirDuty}`,
    'u',
  ),
  /(?:责任|責任)(?:方|主体|主體)(?:都|主要)?(?:是|有|包括)?(?:哪些|哪几|谁|誰)/u,
  // 主管的是哪几个厅局: the verb comes first.
  new RegExp(`${verbHan}(?:的|者)?(?:是|为|為|有)${whoHan}`, 'u'),
  // Where an office is placed, there its work is done; of anything else 设在哪个部门 asks for a place.
  new RegExp(
    `(?<=(?:办公室|辦公室|办事机构|辦事機構|秘书处|秘書處)[^，。？]{0,6})(?:设在|設在|放在|挂靠在|掛靠在)${whoHan}`,
    'u',
  ),
  /(?:の)?(?:担当|責任|所管|主管|主導)(?:する)?(?:部署|部門|機関|組織|省庁|官庁|単位|者)(?:は|が|を)?(?:どこ|誰|だれ)?(?:です|が)?(?:か)?|(?:どの|どこの)(?:部署|部門|機関|組織|官庁)が[^、。]{0,4}(?:担当|責任|所管|主導|支援)[^、。]{0,8}|(?:誰|だれ|どこ)が(?:担当|責任|主導|所管)[^、。]{0,8}/u,
  /(?:을|를|の|を|に)?(?:担当|所管|主管|主導|支援|協力|整備)(?:する|している|した)?のは(?:どの|どこの|どこ|誰|だれ|何)(?:部署|部門|機関|組織|課|省庁)?(?:です)?か?|(?:どの|どこの)(?:部署|部門|機関|組織|官庁|役所|課)(?:の(?:担当|責任|所管)|が|に)[^、。]{0,10}|(?:は)?どこの(?:担当|責任|所管|仕事)(?:です|なのです|に)?か?|(?:責任|担当)(?:者|部署)?は(?:どこ|誰|だれ)(?:です|に)?か?/u,
  /(?:어느|어떤)\s*(?:기관|부서|부처|단위)(?:의)?\s*(?:책임|소관|담당|몫)[^?？]{0,6}|누구(?:의)?\s*(?:책임|소관|담당|몫)[^?？]{0,6}/u,
  /\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:departments?|agenc(?:y|ies)|authorit(?:y|ies)|bureaus?|ministr(?:y|ies)|commissions?|bodies|units|(?:government|public|responsible) (?:unit|body))\b(?!\s+(?:can|may|could|are eligible|is eligible|qualif))/iu,
  /どの(?:部署|部門|機関|省庁|官庁|役所|課|局)(?!の(?:データ|情報|システム))|(?:어느|어떤)\s*(?:기관|부서|부처|단위)(?:들)?(?:이|가|에서|의)?|(?:책임지는|담당하는|맡은|맡는|주관하는)\s*(?:기관|부서|부처|곳)(?:들)?(?:은|는|이|가)?\s*(?:어디|누구|무엇)?(?:인가요|입니까|인지)?/u,
  /(?<!\p{L})a quién(?:es)?\s+(?:les?\s+)?(?:toca|corresponde|compete|incumbe)(?:\s+(?:de|a))?/iu,
  /\bwhose (?:responsibility|job|task|duty)\b(?:\s+is(?:\s+it)?)?(?:\s+to)?|\bwho (?:has|have|bears|holds) (?:the )?responsibility(?:\s+(?:for|of))?|\bto (?:which|what) (?:departments?|units?|agenc(?:y|ies)|bod(?:y|ies)) (?:is|are)\b|\bwho (?:runs|manages|coordinates|organi[sz]es|implements|is tasked with|is assigned to)\b/iu,
  /\b(?:welche[rsn]?) (?:behörden?|stellen?|abteilung(?:en)?|ministeri(?:um|en)|ämter|amt)\b(?:\s+(?:ist|sind|leitet|leiten|trägt|tragen|muss|müssen))?|\bwem obliegt\b|(?<!\p{L})à qui (?:incombe|revient)(?:-t-il|-il)?(?:\s+(?:de|d['’]))?|\bquel(?:le)?s? (?:services?|autorités?|départements?|organismes?)\b(?:\s+(?:est|sont|dirige|pilote))?|\ba quién (?:corresponde|compete)\b|(?<!\p{L})qué (?:departamentos?|organismos?|autoridad(?:es)?|unidad(?:es)?)\b(?:\s+(?:es|son|dirige|lidera))?/iu,
  /(?:누가|(?:어느|어떤)\s*(?:부서|기관|부처)(?:들)?(?:가|이|에서)?)\s*(?:담당|책임|주관|주도|맡|관할|지원)[^?？]{0,8}|(?:담당|책임|주관|소관)\s*(?:부서|기관|부처|단위)(?:는|은|가|이)?\s*(?:어디|누구|무엇)?[^?？]{0,6}/u,
  /\bwho(?:['’]s| is| are| will be| should be)?\s+(?:the\s+)?(?:mainly\s+|jointly\s+)?(?:responsible|in charge|accountable|leads?|leading|heads?|supports?|handles?|oversees|takes care)(?:\s+(?:for|of|in))?|\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:departments?|units?|agenc(?:y|ies)|authorit(?:y|ies)|bod(?:y|ies)|bureaus?|offices?|organi[sz]ations?)\s+(?:(?:is|are|must|should|will)\s+)?(?:jointly\s+)?(?:responsible|in charge|accountable|leads?|leading|supports?|handles?|oversees?|involved|named)(?:\s+(?:for|of|in|with))?|\bresponsible (?:units?|departments?|authorit(?:y|ies))\b(?:\s+(?:for|of))?/iu,
  // Which unit has to set up …: who is told to do something; not who may, or who is connected to it.
  /\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:departments?|units?|agenc(?:y|ies)|authorit(?:y|ies)|bod(?:y|ies)|bureaus?|offices?|organi[sz]ations?)\s+(?:(?:has|have|needs?|is|are|was|were)\s+to|must|shall|should|will|(?:is|are|was|were)\s+(?:tasked|charged|entrusted|assigned|told|asked|supposed)(?:\s+(?:with|to))?)\b/iu,
  /\bwho(?:['’]s| is| are| will)?\s+(?:takes?|taking|has|have)\s+(?:the\s+lead|charge|the\s+reins)(?:\s+(?:in|on|of|for|with))?|\bwho\s+(?:spearheads|drives|directs|steers)\b|\bwho\s+(?:(?:has|have|needs?|is|are)\s+(?:supposed\s+)?to|must|shall|should)\s+(?!pay|register|apply|submit|report|file|be\b|have\b)|\bunder\s+whose\s+(?:lead|leadership|direction)\b/iu,
  /\bqui\s+(?:mène|conduit|prend en charge|est à la tête|est en charge|a la charge)(?:\s+(?:de|du|des))?|quién(?:es)?\s+(?:está|están)\s+a\s+cargo(?:\s+(?:de|del))?|quién(?:es)?\s+encabezan?\b|\bwer\s+hat\s+die\s+(?:federführung|leitung|verantwortung)(?:\s+(?:bei|für|von))?/iu,
  // Who has to do something, as who is told to in English above.
  /\bwer\s+(?:muss|müssen|soll|sollen|sorgt)(?:\s+(?:dafür\s+sorgen,?\s*dass|sich\s+kümmern))?(?!\s+(?:zahlen|bezahlen))|\bqui\s+(?:doit|doivent)(?!\s+payer)|(?<!\p{L})quién(?:es)?\s+(?:deben?|tienen?\s+que)(?!\s+pagar)/iu,
  /\bwer\s+(?:leitet|trägt|verantwortet|übernimmt|kümmert sich um)\b|\b(?:zuständig|verantwortlich|federführend)(?:\s+für)?\b/iu,
  /\bqui\s+(?:est|sont)\s+(?:le |la |les )?(?:responsables?|chargée?s?|compétente?s?)(?:\s+(?:de|du|des|pour))?|\bqui\s+(?:dirige|pilote|s['’]occupe)|(?:responsables?|chargée?s?|compétente?s?)\s+(?:de|du|des|pour)\b/iu,
  /quién(?:es)?\s+(?:es|son)\s+(?:el |la |los |las )?(?:responsables?|encargad[oa]s?)(?:\s+(?:de|del))?|quién(?:es)?\s+(?:dirige|lidera|se encarga)|(?:responsables?|encargad[oa]s?)\s+(?:de|del)\b/iu,
];

/** What is left of asking when the verb stood elsewhere. */
const leftovers =
  /\b(?:wer|welche[rs]?\s+\p{L}+)\s+(?:ist|sind)\s+(?:für\s+)?|\bquel(?:le)?s?\s+\p{L}+\s+(?:est|sont)\b|¿?\bqué\s+\p{L}+\s+(?:es|son)\b|(?:麻烦|麻煩|劳驾|打扰|想|想要)?(?:请问|請問|问一?下|問一?下|咨询一?下|帮(?:我|忙)(?:查|看|找)一?下|我?想(?:知道|了解)(?:一下)?)[，,：:]?/giu;

const leads = /牵头|牽頭|主办|主導|주도|주관|\blead|spearhead|federführ|pilote|dirige|lidera|encabeza/iu;
const supports = /配合|参与|參與|协助|支援|지원|\bsupport/iu;

/** Particles and marks that are left at the edges when the asking is taken out. */
const edges = /^[\s，,、的の?？!！。.;；:：]+|[\s，,、的の由是?？!！。.;；:：]+$/gu;

/**
 * Reads from a question whether it asks who is responsible, in which role, and for what. Of two questions the first is
 * read where it asks for that.
 */
export function readIntent(question: string): Intent {
  const first = firstQuestion(question);
  const ofFirst = first === null ? null : readOne(first);
  return ofFirst?.kind === 'responsible' ? ofFirst : readOne(question);
}

function readOne(question: string): Intent {
  const matched = asks.filter((pattern) => pattern.test(question));
  if (matched.length === 0 && !asksForUnits(question)) return { kind: 'clauses' };
  const topic = matched
    .reduce((rest, pattern) => rest.replace(pattern, ' '), question)
    .replace(leftovers, ' ')
    .replace(edges, '');
  const roles = leads.test(question)
    ? (['lead'] as const)
    : supports.test(question)
      ? (['support'] as const)
      : null;
  return { kind: 'responsible', topic: topic === '' ? question : topic, roles };
}
