import { simplifyHan } from '../documents/simplify-han.ts';
import type { Span } from '../documents/source-document.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { listUnits } from './find-duties.ts';

/** A unit and where a question names it. */
export type NamedUnit = { unit: string; span: Span };

type Candidate = { unit: string; pattern: RegExp };

const leastCharacters = 3;

/** 省发改委 is also called 发改委, unless that is another's: 市发改委. */
const rank = /^[省市县区]/u;
const notOfAnother = '(?<![省市县区州])';

const candidatesByKnowledge = new WeakMap<KnowledgeBase, Candidate[]>();

/**
 * The unit that a question names, by any name that the documents or the registry have for it, in either Chinese
 * script, with or without the 省 in front, or by its name in English; null when it names none. Of names that contain
 * each other the longest counts.
 */
export function unitNamedIn(
  knowledge: KnowledgeBase,
  registry: Registry,
  question: string,
): NamedUnit | null {
  const text = simplifyHan(question);
  let best: NamedUnit | null = null;
  for (const { unit, pattern } of candidatesOf(knowledge, registry)) {
    const match = pattern.exec(text);
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
    .map((unit) => ({ unit, pattern: patternOf(unit) }));
  candidatesByKnowledge.set(knowledge, candidates);
  return candidates;
}

function patternOf(name: string): RegExp {
  if (!/\p{Script=Han}/u.test(name)) return latinPattern(name);
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
  const straight = words.map(escaped).join('\\s+');
  if (!isOffice || !/^(?:of|for)$/iu.test(words[1] ?? '')) return new RegExp(`\\b${straight}\\b`, 'iu');
  const about = subject.map(escaped).join('\\s+');
  return new RegExp(`\\b(?:${kind}\\s+(?:of|for)\\s+(?:the\\s+)?${about}|${about}\\s+${kind})\\b`, 'iu');
}

function spaced(name: string): string {
  return [...name].map(escaped).join('\\s*');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
