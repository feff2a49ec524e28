import type { Clause } from '../clauses/clause.ts';
import { foldText } from '../clauses/fold-text.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import type { Noise, Span } from '../documents/source-document.ts';
import { passageContext } from './passage-context.ts';

/** The kinds of passages; each has a spread of similarities of its own. */
export const passageKinds = ['sentence', 'clause'] as const;
export type PassageKind = (typeof passageKinds)[number];

/** What is embedded: `span` is the stretch of the document, `modelText` what the model reads. */
export type Passage = {
  kind: PassageKind;
  span: Span;
  modelText: string;
  /** The tokens of so many characters from the beginning are kept: a sentence's own, a clause's headings. */
  listedCharacters: number;
};

/** Shorter texts say nothing on their own and would come first for any question in another language. */
const leastCharacters = 15;

/**
 * Longest passage in characters. No token of the model is shorter than a character, so with its headings such a
 * passage stays inside the window of 512 tokens.
 */
const mostCharacters = 400;

/** A list in brackets, as （责任单位：…） is, says nothing of what a clause is about. */
const parenthesis = /^[（(【[][^（(]*(?:[（(][^）)]*[）)][^（(]*)*[）)】\]]$/u;

/**
 * Makes the passages of one clause from its own text: each sentence as it stands, a short one together with its
 * neighbour; and the clause in stretches of whole sentences with title and headings in front, which are read by
 * the model only. @param headings from the document's title to the clause's own heading.
 */
export function makePassages(
  text: string,
  clause: Clause,
  headings: readonly string[],
  noise: readonly Noise[] = [],
): Passage[] {
  const sentences = splitSentences(text, { start: clause.bodyStart, end: clause.ownSpan.end }, noise);
  const context = passageContext(headings);
  if (sentences.length === 0) return clause.children.length > 0 ? [] : headingPassage(clause, context);
  const folded = (span: Span): string => foldText(text.slice(span.start, span.end));
  const worth = sentences.filter((span) => !parenthesis.test(folded(span)));
  return [
    ...gatherShort(worth, folded).map((span) => sentencePassage(span, folded(span), context)),
    ...gatherStretches(sentences).map((span) => stretchPassage(span, context, folded(span))),
  ];
}

/** Puts sentences that say too little on their own together with the one before, or else the one behind. */
function gatherShort(sentences: readonly Span[], folded: (span: Span) => string): Span[] {
  const gathered: Span[] = [];
  for (const sentence of sentences) {
    const last = gathered.at(-1);
    const isShort = folded(sentence).length < leastCharacters;
    const isAfterShort = last !== undefined && folded(last).length < leastCharacters;
    if (last !== undefined && (isShort || isAfterShort)) last.end = sentence.end;
    else gathered.push({ ...sentence });
  }
  return gathered;
}

/** What is short even so (an item of a list) is read with its headings, as a reader does. */
function sentencePassage(span: Span, sentence: string, context: string): Passage {
  const modelText = sentence.length < leastCharacters ? `${context} ${sentence}` : sentence;
  return { kind: 'sentence', span, modelText, listedCharacters: modelText.length };
}

function stretchPassage(span: Span, context: string, stretch: string): Passage {
  return { kind: 'clause', span, modelText: `${context} ${stretch}`, listedCharacters: context.length };
}

/** A clause whose heading is all it has is found by its heading; one with clauses beneath, through those. */
function headingPassage(clause: Clause, context: string): Passage[] {
  if (clause.heading === '') return [];
  return [{ kind: 'clause', span: clause.ownSpan, modelText: context, listedCharacters: context.length }];
}

function gatherStretches(sentences: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  for (const sentence of sentences) {
    const last = stretches.at(-1);
    if (last !== undefined && sentence.end - last.start <= mostCharacters) last.end = sentence.end;
    else stretches.push({ ...sentence });
  }
  return stretches;
}
