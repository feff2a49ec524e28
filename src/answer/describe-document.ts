import { relative } from 'node:path';
import type { IndexedDocument } from '../knowledge/knowledge-base.ts';
import type { AnswerDocument } from './answer.ts';

/** What an answer says of a document. */
export function describeDocument(document: IndexedDocument): AnswerDocument {
  const { id, title, number, issuer, issuedOn, region } = document;
  return { id, path: shownPath(document.path), title, number, issuer, issuedOn, region };
}

/** A path below the working folder is shown from there, any other one whole: both can be opened as shown. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') || below === '' ? path : below;
}
