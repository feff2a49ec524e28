import type { IndexedDocument } from '../knowledge/knowledge-base.ts';
import { escapeHtml } from './escape-html.ts';
import { pageFrame } from './page-frame.ts';
import type { PageWords } from './page-words.ts';

/** Prints the list of all documents, each a link to its page. */
export function documentsPage(documents: readonly IndexedDocument[], words: PageWords): string {
  const list =
    documents.length === 0
      ? `<p>${words.noDocuments}</p>`
      : `<ul class="documents">${documents.map(listItem).join('')}</ul>`;
  return pageFrame({
    lang: words.language,
    title: `${words.documents} · Clausewise`,
    body: `<main><h1>${words.documents}</h1>${list}</main>`,
  });
}

function listItem({ id, title, number, issuer, issuedOn }: IndexedDocument): string {
  const link = `<a href="documents/${escapeHtml(encodeURIComponent(id))}"><bdi>${escapeHtml(title)}</bdi></a>`;
  const known = [number, issuer, issuedOn].filter((value) => value !== '');
  const line = known.map((value) => `<bdi>${escapeHtml(value)}</bdi>`).join(' · ');
  return `<li>${link}${line === '' ? '' : `<small>${line}</small>`}</li>`;
}
