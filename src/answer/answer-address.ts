import { foldWidth } from '../clauses/fold-width.ts';
import { findAddress } from '../clauses/parse-address.ts';
import type { Span } from '../documents/source-document.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Quotation } from './answer.ts';
import { documentsNamedIn } from './documents-named-in.ts';
import { quoteClause } from './quote-clause.ts';
import { type AddressedClause, resolveAddress } from './resolve-address.ts';

/** No more clauses than a person reads. */
const mostQuoted = 3;

/** A clause is quoted with all beneath it up to this length, and beyond by its own text. */
const mostCharacters = 1_500;

/** What people say around an address; what is left over is a question of its own. */
const filler =
  /(?:请问?|查(?:看|找|询)?(?:一下)?|看看|告诉我|给我|是|的|什么|内容|规定|怎么|如何|写|说|讲|了|全文|原文|条文|吗|呢|show|me|please|what|does|do|say|says|is|in|the|text|of|read|was|steht|que|dit|qué|dice|was|ist)/giu;
const mostLeftOver = 4;

/** Behind 二、 no text may follow in an address, but these words do in a question. */
const askedBehind =
  /(?:是|说|說|讲|講|写|寫|规定|規定)(?:了|的|着)?些?(?:什么|什麼|啥|哪些)?(?:内容|內容)?[\s?？。!！]*$/u;

/**
 * The clauses that a question asks for by their address; `others` counts those of the same address that are left
 * out. Where the document has no such clause, `isFound` is false and the clauses are those that it would stand in.
 */
export type AddressAnswer = { isFound: boolean; quotations: Quotation[]; others: number };

/**
 * Answers a question that names a clause: 民法典第一千零三十四条, 鄂政发〔2015〕80号 一、（二）3, Article 4(2)(b). Null
 * when it names none, when it names no document and none has that address, or when it asks more than for the
 * clause and there is not just the one.
 */
export function answerAddress(knowledge: KnowledgeBase, question: string): AddressAnswer | null {
  const found =
    findAddress(withoutTitles(knowledge, question)) ??
    findAddress(question) ??
    findAddress(question.replace(askedBehind, ''));
  if (found === null) return null;
  const named = documentsNamedIn(
    knowledge,
    `${question.slice(0, found.start)}\n${question.slice(found.end)}`,
  );
  const asksMore = leftOver(question, found, named.names).length > mostLeftOver;
  if (named.isElsewhere) return asksMore ? null : { isFound: false, quotations: [], others: 0 };
  const { steps } = found.address;
  const documents = named.ids.size === 0 ? null : named.ids;
  const clauses = resolveAddress(knowledge, steps, documents);
  if (asksMore && clauses.length !== 1) return null;
  if (clauses.length === 0 && named.ids.size === 0) return null;
  if (clauses.length === 0) {
    const around = resolveAddress(knowledge, steps.slice(0, -1), documents);
    return {
      isFound: false,
      quotations: around.slice(0, mostQuoted).map((one) => quote(knowledge, one)),
      others: 0,
    };
  }
  return {
    isFound: true,
    quotations: clauses.slice(0, mostQuoted).map((addressed) => quote(knowledge, addressed)),
    others: Math.max(clauses.length - mostQuoted, 0),
  };
}

/** The （四） at the end of a title is no step of an address: titles are blanked out, everything keeps its place. */
function withoutTitles(knowledge: KnowledgeBase, question: string): string {
  const folded = foldWidth(question);
  const { ids, names } = documentsNamedIn(knowledge, question);
  if (ids.size === 0 || folded.length !== question.length) return question;
  return names.reduce((rest, name) => {
    const at = folded.indexOf(name);
    return at < 0 ? rest : rest.slice(0, at) + ' '.repeat(name.length) + rest.slice(at + name.length);
  }, question);
}

function quote(knowledge: KnowledgeBase, { clause, span }: AddressedClause): Quotation {
  const isLong = span.end - span.start > mostCharacters;
  const whole = isLong ? { start: span.start, end: Math.min(span.end, clause.ownSpan.end) } : span;
  return quoteClause(knowledge, clause, trimmed(knowledge.textOf(clause.documentId), whole), 1);
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  return {
    start: start + (raw.length - raw.trimStart().length),
    end: end - (raw.length - raw.trimEnd().length),
  };
}

/** The letters of a question without its address, the names of documents and what people say around them. */
function leftOver(question: string, { start, end }: Span, names: readonly string[]): string {
  const around = foldWidth(question.slice(0, start) + question.slice(end));
  const unnamed = names.reduce((rest, name) => rest.replaceAll(name, ' '), around);
  return unnamed.replace(filler, ' ').replace(/[^\p{L}\p{N}]/gu, '');
}
