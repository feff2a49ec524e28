import type { Noise, Span } from '../documents/source-document.ts';
import { joinParagraphs } from './join-paragraphs.ts';

const closers = '”’」』）)】》〉］]"\'*';
const fullStops = '。！？!?｡';

/** A sentence of more than this many characters is cut at semicolons, or else at commas. */
const maxSentenceCharacters = 400;

/**
 * Splits a stretch of a document into sentences. Line breaks that pages made do not end a sentence; the spans
 * hold the raw text, line breaks included, without white space around it. Noise (in the order of the text)
 * belongs to no sentence; one that it interrupts is two.
 */
export function splitSentences(text: string, within: Span, noise: readonly Noise[] = []): Span[] {
  return withoutNoise(within, noise)
    .flatMap((stretch) => joinParagraphs(text, stretch))
    .flatMap((paragraph) => cutParagraph(text, paragraph))
    .flatMap((sentence) => cutLong(text, sentence))
    .map((sentence) => trimSpan(text, sentence))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(text.slice(sentence.start, sentence.end)));
}

function withoutNoise(within: Span, noise: readonly Noise[]): Span[] {
  const stretches: Span[] = [];
  let start = within.start;
  for (const { span } of noise) {
    if (span.end <= start || span.start >= within.end) continue;
    if (span.start > start) stretches.push({ start, end: span.start });
    start = Math.min(span.end, within.end);
  }
  return [...stretches, { start, end: within.end }].filter(({ start: from, end }) => end > from);
}

function cutParagraph(text: string, paragraph: Span): Span[] {
  const cuts: number[] = [];
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const character = text.charAt(at);
    if (!endsSentence(text, at, character, paragraph.end)) continue;
    let end = at + 1;
    while (end < paragraph.end && (closers + fullStops).includes(text.charAt(end))) end += 1;
    cuts.push(end);
    at = end - 1;
  }
  return spansBetween(paragraph, cuts);
}

function endsSentence(text: string, at: number, character: string, end: number): boolean {
  if (fullStops.includes(character)) return !isInsideBrackets(text, at, end);
  return character === '.' && isLatinFullStop(text, at, end);
}

/** 「…。）」: a full stop inside a parenthesis that goes on does not end the sentence around it. */
function isInsideBrackets(text: string, at: number, end: number): boolean {
  let next = at + 1;
  while (next < end && closers.includes(text.charAt(next))) next += 1;
  return next < end && /[，、；,;]/u.test(text.charAt(next));
}

const abbreviation =
  /(?:^|[\s(])(?:[A-Za-z]|No|Nos|Art|Arts|Abs|Nr|Sec|Mr|Mrs|Dr|vs|cf|ff|bzw|Ziff|Bst|etc|e\.g|i\.e|z\.B|d\.h|S\.A|Inc|Ltd|Co)$/u;

function isLatinFullStop(text: string, at: number, end: number): boolean {
  const rest = text.slice(at + 1, Math.min(end, at + 4));
  if (rest !== '' && !/^["”’)\]]*\s/u.test(rest)) return false;
  if (/^\s+[\p{Ll}]/u.test(rest)) return false;
  const before = text.slice(Math.max(0, at - 6), at);
  return !abbreviation.test(before) && !/(?:^|\s)\d{1,3}$/u.test(before);
}

function cutLong(text: string, sentence: Span): Span[] {
  if (sentence.end - sentence.start <= maxSentenceCharacters) return [sentence];
  const atSemicolons = cutBehind(text, sentence, /[；;]/gu);
  return atSemicolons.flatMap((part) =>
    part.end - part.start <= maxSentenceCharacters
      ? [part]
      : gather(text, cutBehind(text, part, /[，,、\s]/gu)),
  );
}

/** Puts short pieces together again up to the greatest length; a piece without a comma is cut by length. */
function gather(text: string, pieces: readonly Span[]): Span[] {
  const gathered: Span[] = [];
  for (const piece of pieces.flatMap((piece) => cutByLength(text, piece))) {
    const last = gathered.at(-1);
    if (last !== undefined && piece.end - last.start <= maxSentenceCharacters) last.end = piece.end;
    else gathered.push({ ...piece });
  }
  return gathered;
}

function cutByLength(text: string, piece: Span): Span[] {
  const cuts: number[] = [];
  for (let at = piece.start; piece.end - at > maxSentenceCharacters; ) {
    at += maxSentenceCharacters;
    if (/[\uDC00-\uDFFF]/u.test(text.charAt(at))) at -= 1;
    cuts.push(at);
  }
  return spansBetween(piece, cuts);
}

function cutBehind(text: string, span: Span, pattern: RegExp): Span[] {
  const cuts = [...text.slice(span.start, span.end).matchAll(pattern)].map(
    (match) => span.start + match.index + match[0].length,
  );
  return spansBetween(span, cuts);
}

function spansBetween(whole: Span, cuts: readonly number[]): Span[] {
  const bounds = [whole.start, ...cuts.filter((cut) => cut > whole.start && cut < whole.end), whole.end];
  return bounds.slice(1).map((end, index) => ({ start: bounds[index] ?? whole.start, end }));
}

function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s　*]/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
