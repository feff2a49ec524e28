import type { Role } from '../responsibility/assignment.ts';
import { firstQuestion } from './first-question.ts';
import type { NamedUnit } from './unit-named-in.ts';

/**
 * What a question that names a unit wants to know: all its duties (null roles mean all of them), or whether it takes
 * part in something.
 */
export type UnitQuestion =
  | { kind: 'duties'; unit: string; roles: readonly Role[] | null }
  | { kind: 'takes-part'; unit: string; topic: string };

/** What a unit has to do with a task, in the languages that are read. */
const duty =
  /负责|負責|牵头|牽頭|主办|主辦|主管|分管|配合|协助|協助|参与|參與|参加|參加|有份|沾边|摊到|攤到|操心|差事|挑担子|承担|承擔|职责|職責|职能|職能|任务|任務|责任|責任|分工|工作|落实|落實|管|干|做|活儿?(?!动|力|跃|体|性|化|用)|分到|分给|摊上|的份|出力|担当|任務|責任|職責|業務|仕事|関与|関わ|加わ|参画|受け持|協力|支援|主導|담당|책임|참여|업무|과제|임무|주관|지원|맡|\b(?:responsib\w*|in charge|lead\w*|support\w*|dut(?:y|ies)|tasks?|involved|part|participat\w*|roles?|assigned|do|work)\b|zuständig|verantwort|aufgabe|beteilig|mitwirk|federführ|unterstütz|leitet|teil|responsable|chargé|tâches?|missions?|participe|implique|pilote|soutient|encargad|tareas?|funciones|participa|lidera|apoya/iu;

/** Somebody is asked for, not something. */
const asksWho =
  /谁|誰|哪(?:些|个|個|几个|幾個|家|一个)?(?:单位|單位|部门|部門|机构|機構|厅|廳|局)|除了?|どの(?:部署|部門|機関|組織)|どこ|누가|어느\s*(?:부서|기관|부처)|어떤\s*(?:부서|기관|부처)|\bwho\b|\b(?:which|what) (?:\w+ )?(?:departments?|units?|agenc(?:y|ies)|bod(?:y|ies)|authorit(?:y|ies)|organi[sz]ations?)\b|\bwer\b|welche (?:behörde|stelle|abteilung)|\bqui\b|quel(?:le)?s? (?:service|département|unité)|quién|qué (?:departamento|unidad|organismo)/iu;

const asksWhat =
  /什么|什麼|哪些|哪几|哪幾|哪一?(?:块|塊|方面|摊|攤|条|條|项|項)|啥|列一?下|多少|有何|列出|列举|查|清单|清單|归纳|歸納|汇总|匯總|整理|梳理|罗列|概括|说说|說說|逐条|各项|各項|全部|所有|何|どんな|どの|教えて|一覧|まとめ|すべて|무엇|무슨|어떤|뭐|목록|알려|전부|모두|정리|\b(?:what|which|list|show|tell|everything|all|every|summari[sz]e)\b|\b(?:wofür|welche[nr]?|was|woran|liste)\b|\b(?:quoi|quelles?|quels?|que|liste)\b|(?<!\p{L})(?:qué|cuáles?|lista)(?!\p{L})/iu;
/** A noun alone asks too: 省经信委的职责. */
const dutyNoun =
  /(?:的)?(?:职责|職責|职能|職能|任务|任務|责任|責任|分工|主要工作|负责事项|牵头事项)(?:清单|清單|有|是)?[\s?？。]*$|(?:の)?(?:担当業務|業務|職責|任務|責任範囲)(?:は)?[\s?？。]*$|(?:의)?\s*(?:담당\s*)?(?:업무|책임|임무)(?:는|은)?[\s?？。]*$|^(?:the )?(?:duties|tasks|responsibilities) of\b|\b(?:duties|tasks|responsibilities)[\s?？.]*$/iu;
const asksWhenOrWhere =
  /什么时候|什麼時候|何时|何時|いつ|언제|什么地方|\b(?:when|where|why|how)\b|\b(?:wann|warum|wie)\b|\b(?:quand|pourquoi|comment)\b|cuándo|por qué|cómo/iu;

const yesOrNo: readonly RegExp[] = [
  /是否|是不是|有没有|有沒有|有无|有無|要不要|需不需要|用不用|有没有份|参不参|负不负|管不管|算不算|在不在|(?:吗|嗎)(?=[\s?？。！，,（(]|$)|(?:么|麼)[\s?？。！]*$/u,
  /(?:ますか|ですか|でしょうか|ませんか|のか)[\s?？。]*$/u,
  /(?:습니까|니까|나요|가요|까요|는지|ㄴ가요|인가)[\s?？.]*$/u,
  /(?:^|,)\s*(?:does|do|is|are|did|was|were|will|must|should|has|have|can)\b/iu,
  /^\s*(?:ist|sind|nimmt|nehmen|wirkt|wirken|muss|müssen|gehört|hat|trägt|arbeitet|unterstützt|leitet|beteiligt)\b/iu,
  /^\s*(?:est-ce\b|est\b|participe|la\b|le\b|l['’]|les\b)|-t-(?:il|elle)\b/iu,
  /^\s*¿?\s*(?:participa|es\b|está\b|interviene|forma|tiene|el\b|la\b)/iu,
];

/** 在这一条里有没有任务 asks whether, though it ends in a noun. */
const whether = /是否|是不是|有没有|有沒有|有无|有無|算不算|在不在/u;

const leads =
  /牵头|牽頭|主办|主辦|主導|주도|주관|\bleads?\b|\bleading\b|federführ|leitet|pilote|dirige|lidera/iu;
const supports = /配合|协助|協助|协办|協力|支援|지원|\bsupport/iu;

/** What is left out of the topic of a question whether a unit takes part in it. */
const asking =
  /有没有份|有份|是否|是不是|有没有|有沒有|有无|有無|要不要|需不需要|用不用|(?:需要|应该|應該|必须|也|还|還|要|会|會)(?=参与|參與|负责|負責|配合|牵头|牽頭|承担|承擔)|参与|參與|参加|參加|负责|負責|牵头|牽頭|配合|协助|協助|承担|承擔|的?(?:责任|責任|牵头|牽頭|配合)(?:单位|單位|部门|部門)|之一|(?:吗|嗎|么|麼|呢)(?=[\s?？。！]*$)|(?:に|は|を|の|が)?(?:参加|関与|参画|担当|協力|支援|関わ(?:って|り)?|含まれ)(?:して|て)?(?:いますか|ますか|いる|する)?(?:か|のですか|のでしょうか)?|(?:에|를|을|은|는|이|가)?\s*(?:참여|담당|책임|지원|포함)(?:합니까|하나요|하는가요|되나요|됩니까|되어 있나요|을 지나요)?|^\s*(?:does|do|is|are|did|was|will|must|should|has|have)\b|\b(?:the|hubei|hunan|provincial|take part in|taking part in|participate in|involved in|responsible for|in charge of|part of|support|supporting|lead|leading|play a role in|one of the units|responsible)\b/giu;
const edges =
  /^(?:[\s，,、的在对對于於是也?？!！。.;；:：]|[はがをにの](?=\P{Script=Hiragana}))+|[\s，,、的在是也还還?？!！。.;；:：はがをにの]+$/gu;

/**
 * Reads a question that names a unit; null when it asks for something else. Of two questions, whether a unit takes part
 * and who else does, the first is read: its answer names everybody.
 */
export function readUnitQuestion(question: string, named: NamedUnit): UnitQuestion | null {
  const first = firstQuestion(question);
  const ofFirst = first !== null && named.span.end <= first.length ? readOne(first, named) : null;
  return ofFirst?.kind === 'takes-part' ? ofFirst : readOne(question, named);
}

function readOne(question: string, { unit, span }: NamedUnit): UnitQuestion | null {
  const rest = `${question.slice(0, span.start)} ${question.slice(span.end)}`.trim();
  if (!duty.test(rest) || asksWho.test(rest) || asksWhenOrWhere.test(rest)) return null;
  const isWhether = whether.test(rest) && !asksWhat.test(rest);
  const asksForAll = !isWhether && (asksWhat.test(rest) || dutyNoun.test(rest));
  if (!asksForAll && yesOrNo.some((pattern) => pattern.test(question) || pattern.test(rest))) {
    const topic = rest.replace(asking, ' ').replace(/\s+/gu, ' ').replace(edges, '');
    return topic.length < 2 ? null : { kind: 'takes-part', unit, topic };
  }
  if (!asksForAll) return null;
  const roles = leads.test(rest) ? (['lead'] as const) : supports.test(rest) ? (['support'] as const) : null;
  return { kind: 'duties', unit, roles };
}
