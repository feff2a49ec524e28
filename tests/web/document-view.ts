import { walkClauses } from '../../src/clauses/clause.ts';
import { parseDocument } from '../../src/clauses/parse-document.ts';
import type { IndexedClause, IndexedDocument } from '../../src/knowledge/knowledge-base.ts';
import type { DocumentView } from '../../src/web/read-document-view.ts';

/** The clauses of a text as the index would hold them. */
export function clausesIn(text: string): IndexedClause[] {
  const { root } = parseDocument('d1', text, 'title');
  return [...walkClauses(root)].map(({ children: _, ...clause }, row) => ({ ...clause, row }));
}

/** A document without metadata, with any part replaced. */
export function makeDocument(changes: Partial<IndexedDocument> = {}): IndexedDocument {
  return {
    ...{ id: 'd1', name: 'a.txt', path: '/docs/a.txt', sha256: '', format: 'txt', clauses: 1, sentences: 1 },
    ...{ title: '实施方案', number: '', issuer: '', issuedOn: '', effectiveOn: '', region: '' },
    ...{ supersedes: [], guessed: [] },
    ...changes,
  };
}

/** What the page of a text shows, with any part replaced. */
export function makeView(text: string, changes: Partial<DocumentView> = {}): DocumentView {
  return {
    document: makeDocument(),
    text,
    language: 'zh',
    clauses: clausesIn(text),
    notices: [],
    quoted: null,
    ...changes,
  };
}
