import type { Span } from '../documents/source-document.ts';
import { readIntent } from './read-intent.ts';

/** 那智慧旅游呢？ What about smart tourism? では観光は？ What a follow-up asks about is its first group. */
const followUps: readonly RegExp[] = [
  /^(?:那么?|然后|還有|还有|另外|以及|再)?[，,\s]*(.{1,40}?)(?:方面)?(?:呢|怎么样|怎麼樣|又如何)[?？。!！]*$/u,
  /^(?:and\s+)?(?:what|how)\s+about\s+(.{1,80}?)[?.!]*$/iu,
  /^and\s+(?:for\s+|in\s+|what\s+of\s+)?(.{1,60}?)[?.!]*$/iu,
  /^(?:では|じゃあ|それでは|それなら)[、,\s]*(.{1,40}?)(?:は|については|の場合は|の方は)?(?:どうですか|どう(?:でしょうか)?)?[?？。]*$/u,
  /^(.{1,30}?)(?:は|については|の場合は)[?？]$/u,
  /^(?:그럼|그러면|그렇다면)[,\s]*(.{1,40}?)(?:은요|는요|은|는|의 경우는|의 경우)?(?:\s*어떤가요|\s*어떻습니까)?[?？.]*$/u,
  /^(.{1,30}?)(?:은요|는요)[?？.]*$/u,
  /^(?:und\s+(?:was\s+ist\s+mit|wie\s+ist\s+es\s+mit|bei|für|in)?|was\s+ist\s+mit|wie\s+steht\s+es\s+(?:mit|um))\s*(.{1,60}?)[?.!]*$/iu,
  /^(?:et\s+(?:pour|concernant|à propos de|en)?|qu['’]en\s+est-il\s+(?:de|du|des)|quid\s+(?:de|du|des))\s*(.{1,60}?)\s*[?.!]*$/iu,
  /^¿?\s*(?:y\s+(?:para|en|qué hay de|sobre)?|qué\s+(?:hay|pasa)\s+(?:de|con))\s*(.{1,60}?)[?.!]*$/iu,
];

/** Where a text names a unit. */
type FindUnit = (text: string) => Span | null;

/** What stands for the topic of the question before. */
const pronoun =
  /^(?:这个|這個|这项|這項|这些|這些|它们?|他们|其|该项?|該項?|此事|这件事|这项工作|上述|那个|那項|it|this|that|these|those|them|this task|これ|それ|その|この件|이것|그것|그|이|das|dies|dafür|es|cela|ça|ceci|eso|esto|ello)?[的の]?(?:工作|任务|任務|事项|事項)?$/iu;

/** Names of years; 2018 in a follow-up stands for the year of the question before. */
const year = /(?:19|20)\d{2}/u;

/**
 * Makes a question that stands by itself of one that goes on from the questions before it: 那智慧旅游呢？ behind
 * 智慧社区建设由谁负责？ is 智慧旅游由谁负责？, and 由谁负责？ asks about what was asked before. A question that stands by
 * itself is returned as it is. @param history earlier questions of the conversation, the oldest first. @param findUnit
 * where a text names a unit: behind 省经信委负责什么？ 那省财政厅呢？ asks about that one.
 */
export function resolveFollowUp(
  question: string,
  history: readonly string[],
  findUnit: FindUnit = () => null,
): string {
  const before = history.at(-1);
  if (before === undefined) return question;
  const text = question.trim();
  const intent = readIntent(text);
  if (intent.kind === 'responsible' && isPronoun(intent.topic, text)) {
    const earlier = topicOf(resolveFollowUp(before, history.slice(0, -1), findUnit));
    return `${earlier}，${text}`;
  }
  const about = aboutOf(text);
  return about === null
    ? question
    : substitute(resolveFollowUp(before, history.slice(0, -1), findUnit), about, findUnit);
}

/** `readIntent` gives the whole question as its topic when nothing else is left of it. */
function isPronoun(topic: string, question: string): boolean {
  return topic === question || pronoun.test(topic.trim());
}

function aboutOf(question: string): string | null {
  if (readIntent(question).kind === 'responsible') return null;
  for (const pattern of followUps) {
    const about = pattern.exec(question)?.[1]?.trim();
    if (about !== undefined && about !== '' && !asksItself.test(about)) return about;
  }
  return null;
}

/** What asks something by itself is no follow-up. */
const asksItself =
  /什么|什麼|怎么|怎麼|如何|哪|谁|誰|多少|几|幾|为何|\b(?:what|how|who|when|where|which|why)\b|何|どの|いつ|どこ|무엇|어떤|언제|누구|\b(?:wer|was|wie|wann|wo|qui|quel|quand|quién|qué|cuándo)\b/iu;

function topicOf(question: string): string {
  const intent = readIntent(question);
  return intent.kind === 'responsible' ? intent.topic : question.replace(/[?？。!！]+$/u, '');
}

/** Puts what the follow-up asks about in the place of what the question before asked about. */
function substitute(question: string, about: string, findUnit: FindUnit): string {
  const unit = findUnit(about) === null ? null : findUnit(question);
  if (unit !== null) return question.slice(0, unit.start) + about + question.slice(unit.end);
  const intent = readIntent(question);
  if (intent.kind === 'responsible' && question.includes(intent.topic) && intent.topic !== question)
    return question.replace(intent.topic, about);
  if (year.test(about) && year.test(question)) return question.replace(year, year.exec(about)?.[0] ?? about);
  const place = placeOf(question, about);
  if (place !== null) return question.slice(0, place.start) + about + question.slice(place.end);
  return `${about}，${question}`;
}

/** Where a stretch stands that begins or ends as `about` does and is as long: 智慧社区 for 智慧旅游, 宜昌市 for 武汉市. */
function placeOf(question: string, about: string): { start: number; end: number } | null {
  const [alike, size] = [2, about.length];
  if (!/^\p{Script=Han}+$/u.test(about) || size < 3) return null;
  const head = question.indexOf(about.slice(0, alike));
  if (head >= 0) return { start: head, end: head + size };
  const tail = question.indexOf(about.slice(-1), size - 1);
  const isWord = tail >= 0 && /[市省县区厅局委]/u.test(about.slice(-1));
  return isWord ? { start: tail - size + 1, end: tail + 1 } : null;
}
