import { literalPattern } from '../documents/literal-pattern.ts';
import { simplifyHan } from '../documents/simplify-han.ts';
import { simplifyKanji } from '../documents/simplify-kanji.ts';
import type { Span } from '../documents/source-document.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { listUnits } from './find-duties.ts';

/** A unit and where a question names it. */
export type NamedUnit = { unit: string; span: Span };

/** `key` stands in every text that the pattern matches; white space and case left out. */
type Candidate = { unit: string; key: string; pattern: RegExp | null };

const leastCharacters = 3;

/** 省发改委 is also called 发改委, unless that is another's: 市发改委. */
const rank = /^[省市县区]/u;
const notOfAnother = '(?<![省市县区州])';

const candidatesByKnowledge = new WeakMap<KnowledgeBase, Candidate[]>();

/**
 * The unit that a question names, by any name that the documents or the registry have for it, in either Chinese
 * script or in Japan's, with or without the 省 in front, or by its name in English or Korean; null when it names none. Of names that contain
 * each other the longest counts.
 */
export function unitNamedIn(
  knowledge: KnowledgeBase,
  registry: Registry,
  question: string,
): NamedUnit | null {
  const text = simplifyKanji(question);
  const keyed = keyOf(text);
  let best: NamedUnit | null = null;
  for (const candidate of candidatesOf(knowledge, registry)) {
    if (!keyed.includes(candidate.key)) continue;
    const { unit } = candidate;
    candidate.pattern ??= patternOf(unit);
    const match = candidate.pattern.exec(text);
    if (match === null) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (best === null || span.end - span.start > best.span.end - best.span.start) best = { unit, span };
  }
  return best;
}

function candidatesOf(knowledge: KnowledgeBase, registry: Registry): Candidate[] {
  const known = candidatesByKnowledge.get(knowledge);
  if (known !== undefined) return known;
  const printed = listUnits(knowledge, registry).flatMap(({ names, canonical }) => [...names, canonical]);
  const candidates = [...new Set([...printed, ...registry.names()])]
    .filter((name) => name.length >= leastCharacters)
    .map((unit) => ({ unit, key: keyOf(essenceOf(unit)), pattern: null }));
  candidatesByKnowledge.set(knowledge, candidates);
  return candidates;
}

/** What is left of a name in every form in which it is recognised. */
function essenceOf(name: string): string {
  if (!/\p{Script=Latin}/u.test(name)) return simplifyHan(name).replace(rank, '');
  return name.split(/\s+/u).at(-1) ?? name;
}

function keyOf(text: string): string {
  return text.replace(/\s+/gu, '').toLowerCase();
}

function patternOf(name: string): RegExp {
  if (/\p{Script=Latin}/u.test(name)) return latinPattern(name);
  const simplified = simplifyHan(name);
  const whole = spaced(simplified);
  if (!rank.test(name) || name.length <= leastCharacters) return new RegExp(whole, 'u');
  return new RegExp(`${whole}|${notOfAnother}${spaced(simplified.slice(1))}`, 'u');
}

/** Department of Finance, Finance Department, department for finance. */
function latinPattern(name: string): RegExp {
  const words = name.split(/\s+/u);
  const [kind = '', , ...subject] = words;
  const isOffice = /^(?:Department|Bureau|Office|Administration|Commission|Ministry)$/iu.test(kind);
  const straight = words.map(literalPattern).join('\\s+');
  if (!isOffice || !/^(?:of|for)$/iu.test(words[1] ?? '')) return new RegExp(`\\b${straight}\\b`, 'iu');
  const about = subject.map(literalPattern).join('\\s+');
  return new RegExp(`\\b(?:${kind}\\s+(?:of|for)\\s+(?:the\\s+)?${about}|${about}\\s+${kind})\\b`, 'iu');
}

function spaced(name: string): string {
  return [...name].map(literalPattern).join('\\s*');
}
