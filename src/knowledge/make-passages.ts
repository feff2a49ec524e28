import type { Clause } from '../clauses/clause.ts';
import { foldText } from '../clauses/fold-text.ts';
import { splitSentences } from '../clauses/split-sentences.ts';
import type { Span } from '../documents/source-document.ts';

/** The kinds of passages; each has a spread of similarities of its own. */
export const passageKinds = ['sentence', 'clause'] as const;
export type PassageKind = (typeof passageKinds)[number];

/** What is embedded: `span` is the stretch of the document, `modelText` what the model reads. */
export type Passage = { kind: PassageKind; span: Span; modelText: string };

/** Shorter texts say nothing on their own and would come first for any question in another language. */
const leastCharacters = 15;

/**
 * Longest passage in characters. No token of the model is shorter than a character, so with its headings such a
 * passage stays inside the window of 512 tokens.
 */
const mostCharacters = 400;

/** Headings in front of a sentence, and title and headings in front of a clause, are cut to these lengths. */
const mostHeadingCharacters = 40;
const mostContextCharacters = 80;

/** A list in brackets, as （责任单位：…） is, says nothing of what a clause is about. */
const parenthesis = /^[（(【[][^（(]*(?:[（(][^）)]*[）)][^（(]*)*[）)】\]]$/u;

/**
 * Makes the passages of one clause from its own text: each sentence with the nearest headings in front, and
 * the clause in stretches of whole sentences with title and headings in front. What stands in front is read by
 * the model only. @param headings from the document's title to the clause's own heading.
 */
export function makePassages(text: string, clause: Clause, headings: readonly string[]): Passage[] {
  const sentences = splitSentences(text, { start: clause.bodyStart, end: clause.ownSpan.end });
  const [title = '', ...path] = headings.map(foldText);
  const near = path
    .filter((heading) => heading !== '')
    .slice(-2)
    .join(' ');
  const context = `${title} ${near}`.trim().slice(0, mostContextCharacters);
  const make = (kind: Passage['kind'], front: string, span: Span): Passage => ({
    kind,
    span,
    modelText: `${front} ${foldText(text.slice(span.start, span.end))}`.trim(),
  });
  if (sentences.length === 0) return clause.children.length > 0 ? [] : headingPassage(clause, context);
  return [
    ...sentences
      .filter((span) => isWorthEmbedding(foldText(text.slice(span.start, span.end))))
      .map((span) => make('sentence', near.slice(0, mostHeadingCharacters), span)),
    ...gatherStretches(sentences).map((span) => make('clause', context, span)),
  ];
}

function isWorthEmbedding(sentence: string): boolean {
  return sentence.length >= leastCharacters && !parenthesis.test(sentence);
}

/** A clause whose heading is all it has is found by its heading; one with clauses beneath, through those. */
function headingPassage(clause: Clause, context: string): Passage[] {
  return clause.heading === '' ? [] : [{ kind: 'clause', span: clause.ownSpan, modelText: context }];
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
