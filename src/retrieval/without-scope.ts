import { latinNumber } from '../clauses/document-numbers.ts';
import { type Region, regions } from '../documents/regions.ts';
import { titleWords } from './title-words.ts';

/** What stands between the words of a title, and nothing else. */
const between =
  /^(?:[\s\-–—~～“”"'«»‘’「」『』„:：,、・·+]|['’]s|の|に関する|についての|에 ?관한|을|를|\d{4}[年년]?|(?<!\p{L})(?:the|of|on|for|to|and|regarding|concerning|der|die|das|des|den|dem|zum|zur|für|von|über|und|de|du|la|le|les|el|los|para|sur|pour|et|y|del)(?!\p{L}))*$/iu;

/** What leads to a name, or hangs on it, and says nothing without it. */
const before =
  /(?:(?<!\p{L})(?:according to|under|within|across|throughout|in|of|by|for|from|laut|gemäß|nach|im|von|für|selon|dans|au|du|de|según|en|del)\s+)?(?:(?<!\p{L})(?:the|der|die|das|dem|la|le|el)\s+)?(?:(?<!\p{L})(?:province (?:of|de|du)|provincia de|provinz)\s+)?$/iu;
const after =
  /^(?:['’]s?(?!\p{L}))?(?:\s+(?:province|provincia|provinz)(?:['’]s?)?(?!\p{L}))?(?:省|성)?(?:によると|において|では|から|の|は|が|で|을|를|에서는|에서|에는|에 따르면|의|은|는|이|가)?[,、]?/iu;

/** `words` counts what was joined. */
type Stretch = { start: number; end: number; isKind: boolean; words: number };

/**
 * A question in another language than the documents without what only tells which of them is meant: provinces that
 * documents are of, and the title of a document that it names. No clause says in which province it holds, so that these
 * words would only be met by chance. The whole question where nothing else is left.
 * @param provinces full names, of those that documents are of.
 * @param namesDocument a document is named by its title.
 */
export function withoutScope(
  question: string,
  provinces: ReadonlySet<string>,
  namesDocument: boolean,
): string {
  const named = regions.filter(({ name }) => provinces.has(name));
  const places = named.flatMap((region) => found(question, patternOf(region), false));
  const words = namesDocument
    ? titleWords.flatMap(({ pattern, kind }) => found(question, pattern, kind === true))
    : [];
  const numbers = namesDocument
    ? found(question, latinNumber, true).map((one) => ({ ...one, words: 2 }))
    : [];
  const titles = joined([...places, ...words, ...numbers], (gap) => between.test(gap), question);
  // A kind alone is no title: "which measures".
  const cuts = joined(
    [...places, ...titles.filter(({ isKind, words: count }) => isKind && count > 1)],
    () => false,
    question,
  );
  const rest = cuts.reduceRight((text, stretch) => cutOut(text, stretch), question);
  const left = rest.replace(/\s+/gu, ' ').replace(/^[\s,、]+/u, '');
  return /\p{L}{2}/u.test(left) ? left : question;
}

function patternOf({ short, latin, hangul }: Region): RegExp {
  return new RegExp(`(?<!\\p{L})${latin}(?!\\p{L})|${short}|${hangul}`, 'iu');
}

function found(question: string, pattern: RegExp, isKind: boolean): Stretch[] {
  const matches = question.matchAll(new RegExp(pattern, 'giu'));
  return [...matches].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    isKind,
    words: 1,
  }));
}

/** Joins stretches that overlap, or have nothing of their own between them. */
function joined(
  stretches: readonly Stretch[],
  isNothing: (gap: string) => boolean,
  question: string,
): Stretch[] {
  const runs: Stretch[] = [];
  for (const one of stretches.toSorted((left, right) => left.start - right.start)) {
    const last = runs.at(-1);
    if (last !== undefined && (one.start < last.end || isNothing(question.slice(last.end, one.start)))) {
      last.end = Math.max(last.end, one.end);
      last.isKind ||= one.isKind;
      last.words += 1;
    } else runs.push({ ...one });
  }
  return runs;
}

function cutOut(text: string, { start, end }: Stretch): string {
  const lead = before.exec(text.slice(0, start))?.[0].length ?? 0;
  const tail = after.exec(text.slice(end))?.[0].length ?? 0;
  return `${text.slice(0, start - lead)} ${text.slice(end + tail)}`;
}
