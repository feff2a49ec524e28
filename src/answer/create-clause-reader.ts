import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Registry } from '../responsibility/read-registry.ts';
import { createTokenKernel } from '../retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../retrieval/search-clauses.ts';
import type { AnswerDocument, LinkOf, Question, Quotation, Responsible } from './answer.ts';
import { describeDocument } from './describe-document.ts';
import { type ExampleTopic, exampleTopics } from './example-topics.ts';
import { findResponsible } from './find-responsible.ts';
import { quotationsOf } from './quote-best.ts';
import { quoteClause } from './quote-clause.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';
import { unitNamedIn } from './unit-named-in.ts';
import { withoutRepetition } from './without-repetition.ts';

/** A clause in full: its citation and path, and `quote`, which is its whole text with all clauses below it. */
export type WholeClause = Quotation;

/** What a person may want to see beyond an answer, always from the generation of the index that is then in use. */
export type ClauseReader = {
  generation(): Promise<string>;
  documents(): Promise<AnswerDocument[]>;
  /** Null when the documents no longer have the clause. */
  readClause(clauseId: string): Promise<WholeClause | null>;
  /** Null when the documents no longer have the clause; empty when it names no one. */
  responsibleFor(clauseId: string): Promise<Responsible[] | null>;
  /** The best `limit` clauses for a question, best first, without near duplicates and those of `except`. */
  furtherClauses(question: Question, except: ReadonlySet<string>, limit: number): Promise<Quotation[]>;
  /** Things that the documents speak of, for questions to begin with. */
  exampleTopics(limit: number): Promise<ExampleTopic[]>;
};

/** Creates the reader; the caller closes what it is given. */
export function createClauseReader(deps: {
  source: KnowledgeSource;
  embedder: Embedder;
  registry: Registry;
  linkOf: LinkOf;
}): ClauseReader {
  const nearestTokens = createTokenKernel();

  async function reading<Result>(
    read: (knowledge: KnowledgeBase) => Promise<Result> | Result,
  ): Promise<Result> {
    const { knowledge, release } = await deps.source.lease();
    try {
      return await read(knowledge);
    } finally {
      release();
    }
  }

  return {
    generation: () => reading(({ generation }) => generation),
    documents: () => reading((knowledge) => knowledge.listDocuments().map(describeDocument)),
    readClause: (clauseId) =>
      reading((knowledge) => {
        const clause = knowledge.findClause(clauseId);
        return clause === null ? null : quoteClause(knowledge, clause, clause.span, 0);
      }),
    responsibleFor: (clauseId) =>
      reading((knowledge) => {
        const clause = knowledge.findClause(clauseId);
        return clause === null ? null : findResponsible(knowledge, deps.registry, clause);
      }),
    furtherClauses: ({ text, history }, except, limit) =>
      reading(async (knowledge) => {
        const unitSpan = (part: string) => unitNamedIn(knowledge, deps.registry, part)?.span ?? null;
        const question = resolveFollowUp(text, history ?? [], unitSpan);
        const search = await searchClauses({ knowledge, embedder: deps.embedder, nearestTokens }, question);
        const quotations = [...quotationsOf(knowledge, search)].filter(
          ({ clause }) => !except.has(clause.id),
        );
        const best = withoutRepetition(quotations).slice(0, limit);
        return best.map((one) => ({ ...one, url: deps.linkOf(one) }));
      }),
    exampleTopics: (limit) => reading((knowledge) => exampleTopics(knowledge, limit)),
  };
}
