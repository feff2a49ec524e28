import type { GuessedField } from '../documents/source-document.ts';
import { documentText, quotationId } from './document-text.ts';
import { escapeHtml } from './escape-html.ts';
import { outlineList } from './outline-list.ts';
import { pageFrame } from './page-frame.ts';
import type { PageWords } from './page-words.ts';
import type { DocumentView, QuotedPlace } from './read-document-view.ts';

/**
 * Prints the page of one document: what is known of it, its outline, and in `article` its text and nothing else.
 * Links are relative: the page is one step below the list of documents.
 */
export function documentPage(view: DocumentView, words: PageWords): string {
  const { document, text, language, clauses, notices, quoted } = view;
  const outline = outlineList(text, clauses);
  const lang = `lang="${escapeHtml(language)}"`;
  const body = [
    `<nav><a href="../">${words.documents}</a></nav>`,
    '<header>',
    quoted === null ? '' : quotedLine(quoted, words),
    `<h1 ${lang}><bdi>${escapeHtml(document.title)}</bdi></h1>`,
    metadataList(view, words),
    ...notices.map((notice) => `<p class="notice"><bdi>${escapeHtml(notice)}</bdi></p>`),
    '</header>',
    outline === ''
      ? ''
      : `<details><summary>${words.contents}</summary><div ${lang}>${outline}</div></details>`,
    `<main><article ${lang} dir="auto">${documentText(text, clauses, quoted?.span ?? null)}</article></main>`,
  ];
  return pageFrame({
    lang: words.language,
    title: document.title,
    body: body.filter((part) => part !== '').join('\n'),
  });
}

/** The address of the marked words, as the answer that links here cites it. */
function quotedLine({ span, citation }: QuotedPlace, words: PageWords): string {
  const address = `<a href="#${quotationId}"><bdi>${escapeHtml(citation)}</bdi></a>`;
  return `<p class="quoted">${words.quoted} ${address} <small>${span.start}–${span.end}</small></p>`;
}

/** What is not known is left out. */
function metadataList({ document }: DocumentView, words: PageWords): string {
  const rows: ReadonlyArray<[name: string, value: string, field?: GuessedField]> = [
    [words.number, document.number],
    [words.issuer, document.issuer],
    [words.issuedOn, document.issuedOn, 'issuedOn'],
    [words.effectiveOn, document.effectiveOn],
    [words.file, document.name],
  ];
  const printed = rows
    .filter(([, value]) => value !== '')
    .map(([name, value, field]) => {
      const isGuessed = field !== undefined && document.guessed.includes(field);
      const note = isGuessed ? ` <small>${words.inferred}</small>` : '';
      return `<dt>${name}</dt><dd><bdi>${escapeHtml(value)}</bdi>${note}</dd>`;
    });
  return `<dl>${printed.join('')}</dl>`;
}
