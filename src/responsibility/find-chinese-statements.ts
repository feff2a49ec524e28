import { simplifyHan } from '../documents/simplify-han.ts';
import type { Span } from '../documents/source-document.ts';
import type { Role, Statement, UnitInRole } from './assignment.ts';
import { type CompactText, compactText } from './compact-text.ts';
import { splitUnits } from './split-units.ts';
import { isUnitName, leadingUnits, mayEndInName } from './unit-names.ts';

/** Verbs of responsibility, by what they make of their subject; 会同 names who joins in. */
const verb =
  /(?<lead>牵头(?!单位|部门|人|机构)|主办(?!单位|方|人|机关)|主管(?!部门|单位|机关|人员|领导|机构|的|谁)|归口管理|(?:为|是|作为)(?:牵头|主办|主管)(?:单位|部门))|(?<joint>负责(?!人|任|制|同志|的|领导|单位|部门|地)|承担(?=[^，。；]{0,24}(?:工作|任务|职责|职能|建设))|统筹(?:推进|协调|负责|组织)|组织实施|承办(?!单位|人|方)|(?:依|按)(?:照)?(?:职责|权责|职能)?分工办理|(?:为|是)(?:责任|主责|实施)(?:单位|部门))|(?<assist>(?:配合|协助)(?!单位|部门|人))|(?<support>协办(?!单位|方|机关)|(?:参与|协同)(?!单位|部门|人)|予以支持|(?:为|是)(?:配合|协办|参与)(?:单位|部门))|(?<with>会同)/gu;

/** What stands between a subject and its verb. */
const adverbs =
  /(?:[要应须也均都仍]|应当|必须|具体|共同|主要|分别|依法|依照|积极|全面|直接|统一|联合|密切|牵头|按照?(?:各自)?的?职责(?:分工)?[，,]?|根据(?:各自)?职责(?:分工)?[，,]?|依职责|按照?分工|在(?:各自|其)的?职责范围内[，,]?|按照[^，。；]{2,16}(?:规定|要求)[，,]?)+$/u;
/** So much of a sentence before a verb may be adverbs, in characters. */
const mostAdverbs = 48;

/** What stands before a subject. */
const before =
  /^(?:[(（](?=\p{Script=Han}{2})|[(（][一二三四五六七八九十\d]{1,3}[)）]|[并由且]|同时|其中|具体|原则上|继续|另|以|经|各项工作|[“"])+/u;
const by = /^.*(?<!自|经|缘|来|(?<![管办处治受审代])理)由/su;

const boundary = /[，,；;：:。！？!?]/u;
/** A comma between this and a verb does not end a subject: 各部门按照职责分工，负责…. */
const clinging = /(?:职责(?:分工)?|分工|范围内|规定|要求)$/u;

/** 办公室设在省经信委: the unit that houses an office does its work, whether or not the sentence says so. */
const housed =
  /(?:办公室|秘书处|专班)设(?:在|于)(?<unit>[^，。；：]{2,30}?)(?:[，,](?:由其|并|具体)?(?:负责|承担)|(?=[，,。；;]|$))/dgu;

/** 成立省产业投资发展公司，承担…的建设和运营: a body is set up for a duty, which is its own. */
const founded =
  /(?:成立|组建|设立)(?:由[^，。；：]{2,20}的)?(?<unit>[^，。；：]{2,30}?)[，,](?:由其|具体|专门|统一|全面)*(?:负责|承担|承办)/dgu;

/**
 * Finds in a sentence of Chinese text (either script) who leads, supports, or is responsible: 由X牵头，Y、Z配合;
 * X会同Y负责; X、Y按职责分工负责. A subject counts only when all of it is names of units, and who supports only beside
 * somebody who leads. @param without what is read otherwise.
 */
export function findChineseStatements(text: string, sentence: Span, without: readonly Span[]): Statement[] {
  const compact = compactText(text, sentence, without);
  const found: Found[] = [];
  for (const match of compact.text.matchAll(verb)) {
    const statement = readStatement(compact, match, found.at(-1)?.end ?? 0, found.length > 0);
    if (statement !== null) found.push(statement);
  }
  found.push(...findAround(compact, housed), ...findAround(compact, founded));
  return found.map(({ units, start, end }) => ({
    units,
    evidence: compact.spanOf(start, end),
    scope: sentence,
  }));
}

type Found = { units: UnitInRole[]; start: number; end: number };

/** @param from where the statement before ends. @param isLed somebody leads or is responsible already. */
function readStatement(
  compact: CompactText,
  match: RegExpMatchArray,
  from: number,
  isLed: boolean,
): Found | null {
  const at = match.index ?? 0;
  const end = at + match[0].length;
  const { support, assist, joint, with: together } = match.groups ?? {};
  const role: Role = (support ?? assist) !== undefined ? 'support' : joint === undefined ? 'lead' : 'joint';
  const helped = assist === undefined ? null : readObject(compact, end, 'lead');
  const start = Math.max(from, boundaryBefore(compact.text, at));
  const isAlone = role === 'support' && !isLed && helped === null;
  const subject = isAlone ? null : readSubject(compact, start, at, role);
  const others = together === undefined ? null : readObject(compact, end, 'support');
  const object = subject === null ? (isLed ? others : null) : (others ?? helped);
  if (subject === null && object === null) return null;
  const units = [...(subject?.units ?? []), ...(object?.units ?? [])];
  return { units, start: subject?.start ?? at, end: object?.end ?? end };
}

function boundaryBefore(text: string, index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) {
    if (!boundary.test(text.charAt(at))) continue;
    const isClinging = /[，,]/u.test(text.charAt(at)) && clinging.test(text.slice(Math.max(0, at - 6), at));
    if (!isClinging) return at + 1;
  }
  return 0;
}

/** The units before a verb, when nothing but names stands there; a list may begin behind an earlier comma. */
function readSubject(compact: CompactText, start: number, end: number, role: Role): Found | null {
  const raw = compact.text.slice(start, end);
  const tail = raw.slice(-mostAdverbs);
  const kept = raw.slice(0, raw.length - tail.length + tail.replace(adverbs, '').length);
  if (!mayEndInName(kept)) return null;
  const lead = (by.exec(kept)?.[0].length ?? 0) + (before.exec(kept.replace(by, ''))?.[0].length ?? 0);
  const from = start + lead + (/^、/u.test(kept.slice(lead)) ? 1 : 0);
  const units = readNames(compact, from, start + kept.length, role);
  if (units === null) return null;
  const isListed = lead === 0 && compact.text.charAt(start - 1) === '，';
  const earlier = isListed
    ? readSubject(compact, boundaryBefore(compact.text, start - 1), start - 1, role)
    : null;
  if (earlier === null || compact.text.slice(earlier.start, start).search(verb) >= 0)
    return { units, start: from, end };
  return { units: [...earlier.units, ...units], start: earlier.start, end };
}

function readObject(compact: CompactText, start: number, role: Role): Found | null {
  const list = leadingUnits.exec(compact.text.slice(start))?.[0] ?? '';
  const units = list === '' ? null : readNames(compact, start, start + list.length, role);
  return units === null ? null : { units, start, end: start + list.length };
}

/** Null when any of the pieces is no name. The names are as the text prints them. */
function readNames(compact: CompactText, start: number, end: number, role: Role): UnitInRole[] | null {
  const units = splitUnits(compact.printed(start, end));
  const areNames = units.every(({ printed }) => isUnitName(simplifyHan(printed)));
  return units.length > 0 && areNames ? units.map((unit) => ({ ...unit, role })) : null;
}

/** The units that a pattern finds between words that say what their part is. @param pattern with a group `unit`. */
function findAround(compact: CompactText, pattern: RegExp): Found[] {
  return [...compact.text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.unit ?? [0, 0];
    const units = readNames(compact, start, end, 'joint');
    return units === null ? [] : [{ units, start, end: match.index + match[0].length }];
  });
}
