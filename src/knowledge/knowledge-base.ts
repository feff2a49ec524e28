import type { Clause } from '../clauses/clause.ts';
import type { DocumentFormat, DocumentMetadata, Span } from '../documents/source-document.ts';
import type { Assignment } from '../responsibility/assignment.ts';
import type { ParseReport } from './document-record.ts';
import type { PassageKind } from './make-passages.ts';
import type { Manifest } from './manifest.ts';
import type { Neighbour } from './vector-index.ts';

export type { Neighbour };

/** A document as the index holds it, without its text. */
export type IndexedDocument = DocumentMetadata & {
  id: string;
  /** Name below the folder it was ingested from. */
  name: string;
  /** Absolute path of the file. */
  path: string;
  sha256: string;
  format: DocumentFormat;
  clauses: number;
  sentences: number;
};

/** A clause as the index holds it. `row` numbers the clauses of all documents in their order. */
export type IndexedClause = Omit<Clause, 'children'> & { row: number };

/**
 * A stretch of a clause that has a vector; `row` is its label in the vector index. The rows of its
 * tokens (a sentence's own, those of a clause's title and headings) begin at `firstToken`; `tokens` may be 0.
 */
export type IndexedPassage = {
  row: number;
  clauseRow: number;
  kind: PassageKind;
  span: Span;
  firstToken: number;
  tokens: number;
};

/** An assignment with the row of the clause that carries it. */
export type ClauseAssignment = Assignment & { clauseRow: number };

/** BM25 of all clauses for some terms; larger is better, 0 where a clause holds none of them. */
export type TextMatches = {
  scoreOf(clauseRow: number): number;
  /** The rows of the best clauses that hold any of the terms, best first, of equal ones the earlier. */
  best(most: number): number[];
  /** The scores of all clauses added up, and their squares; and the highest. */
  sum: number;
  squares: number;
  highest: number;
};

/**
 * One generation of the index, open for reading. Rooms above depend on this interface, not on the files
 * behind it. "Not found" is null or an empty list. Whoever opens one closes it.
 */
export type KnowledgeBase = {
  manifest: Manifest;
  generation: string;
  listDocuments(): readonly IndexedDocument[];
  findDocument(id: string): IndexedDocument | null;
  /** The regions of the documents; '' stands for those of no region. */
  regions(): ReadonlySet<string>;
  /** The text of a document that the index holds. */
  textOf(documentId: string): string;
  /** What was not understood of a document, and what is no part of what it says. */
  reportOf(documentId: string): ParseReport;
  clausesOf(documentId: string): IndexedClause[];
  findClause(id: string): IndexedClause | null;
  clauseAt(row: number): IndexedClause | null;
  /** The document that a clause belongs to, from memory. */
  documentIdAt(clauseRow: number): string | null;
  /** The clauses of these kinds with this number, in the order of the documents. */
  clausesNumbered(kinds: readonly string[], number: number, branch: number): IndexedClause[];
  /** The units that a clause's own text names as responsible, in the order of the text. */
  assignmentsOf(clauseRow: number): Assignment[];
  /** All of them, in the order of the documents. */
  listAssignments(): readonly ClauseAssignment[];
  passagesOf(clauseRow: number): IndexedPassage[];
  passageAt(passageRow: number): IndexedPassage | null;
  nearestPassages(vector: Float32Array, k: number): Neighbour[];
  passageVector(passageRow: number): number[];
  /**
   * So many token rows from a place on, one behind the other, `manifest.tokenDimensions` bytes each. Those of a
   * clause's passages follow each other.
   */
  tokenRows(firstToken: number, count: number): Int8Array;
  /** In how many clauses a token of the model's vocabulary occurs. */
  clausesWithToken(token: number): number;
  /** Mean and standard deviation of the similarity of a question to all passages of a kind. */
  similarityMoments(vector: Float32Array, kind: PassageKind): { mean: number; deviation: number };
  /** Scores the clauses by the terms that they hold; a term that is given twice counts twice. */
  matchTerms(terms: readonly string[]): TextMatches;
  /** In how many clauses a term occurs. */
  clausesWithTerm(term: string): number;
  close(): void;
};
