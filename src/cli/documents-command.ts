import { describeDocument } from '../answer/describe-document.ts';
import { phrasesFor } from '../answer/phrases.ts';
import { validityNotices } from '../answer/validity-notices.ts';
import type { CommandContext } from './command-context.ts';
import { openIndex } from './open-index.ts';

/** `clausewise documents`: what is indexed. @returns the exit code. */
export async function runDocuments(
  { stdout, now }: CommandContext,
  options: { index: string; json: boolean },
): Promise<number> {
  const knowledge = await openIndex(options.index);
  try {
    const documents = knowledge.listDocuments().map((document) => ({
      ...describeDocument(document),
      format: document.format,
      clauses: document.clauses,
      sentences: document.sentences,
      notices: [
        ...document.guessed.map((field) => `${field} was guessed`),
        ...validityNotices(knowledge, document, now(), phrasesFor('en')),
      ],
    }));
    if (options.json) {
      stdout.write(`${JSON.stringify(documents)}\n`);
      return 0;
    }
    for (const { title, number, issuer, issuedOn, clauses, sentences, path, notices } of documents) {
      const counts = [`${clauses} clauses`, `${sentences} sentences`];
      const facts = [number, issuer, issuedOn, ...counts, path, ...notices];
      stdout.write(`${title}\n  ${facts.filter((fact) => fact !== '').join(' · ')}\n`);
    }
    return 0;
  } finally {
    knowledge.close();
  }
}
