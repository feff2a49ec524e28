import type { Span } from '../documents/source-document.ts';
import type { Role } from '../responsibility/assignment.ts';

export type { Role };

/** What an answer says of a document. Dates are ISO 8601; what is not known is an empty string. */
export type AnswerDocument = {
  id: string;
  path: string;
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  region: string;
};

/** Where a quotation stands in the outline. `path` lists the headings from the outermost to the clause. */
export type AnswerClause = { id: string; label: string; heading: string; path: string[] };

/** One quotation. `quote` equals the document's text sliced at `span`, to the letter. */
export type Quotation = {
  quote: string;
  document: AnswerDocument;
  clause: AnswerClause;
  span: Span;
  citation: string;
  score: number;
  url: string | null;
};

/** Where something stands: what a link needs. */
export type Place = Pick<Quotation, 'document' | 'clause' | 'span' | 'quote'>;

/** Makes the link under which a person can open a place, or null where pages are not served. */
export type LinkOf = (place: Place) => string | null;

/** A unit that a clause names as responsible, with the words that prove it. */
export type Responsible = {
  name: string;
  canonical: string;
  role: Role;
  inheritedFrom: string | null;
  clause: string;
  evidence: string;
  evidenceSpan: Span & { documentId: string };
};

/** One duty of one unit. */
export type Duty = {
  unit: string;
  role: Role;
  clause: AnswerClause;
  document: AnswerDocument;
  quote: string;
  span: Span;
};

export type AnswerKind = 'clauses' | 'responsible' | 'duties' | 'documents' | 'not-found';

/** Wall-clock milliseconds of the steps of one question. */
export type Timings = {
  interpretMs: number;
  embedMs: number;
  searchMs: number;
  answerMs: number;
  totalMs: number;
};

/** The one object that the terminal, Slack and scripts receive. */
export type Answer = {
  id: string;
  question: string;
  /** BCP 47 tag of the question's language. */
  language: string;
  kind: AnswerKind;
  answers: Quotation[];
  responsible: Responsible[];
  duties: Duty[];
  /** With `not-found`: the nearest clauses, which are not an answer. */
  nearest: Quotation[];
  /** 0 to 1. */
  confidence: number;
  notices: string[];
  /** The one sentence that is said to the person, in the question's language. */
  reply: string;
  timings: Timings;
};

/** A question as it arrives. `history` holds earlier questions of the same conversation, oldest first. */
export type Question = { id: string; text: string; history?: readonly string[] };

/** Answers one question; what the edges (terminal, Slack) are given. */
export type AnswerQuestion = (question: Question) => Promise<Answer>;

/** A question that the documents do not answer; small talk, which is not found either, has nothing near it. */
export function isUnanswered({ kind, nearest }: Answer): boolean {
  return kind === 'not-found' && nearest.length > 0;
}
