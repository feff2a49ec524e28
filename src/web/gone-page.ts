import { pageFrame } from './page-frame.ts';
import type { PageWords } from './page-words.ts';

/** Prints the page for a link to what is no longer there. It stands where the page of a document would. */
export function gonePage(what: 'document-gone' | 'place-gone', words: PageWords): string {
  const sentence = what === 'document-gone' ? words.documentGone : words.placeGone;
  return pageFrame({
    lang: words.language,
    title: 'Clausewise',
    body: `<main><p>${sentence}</p><p><a href="../">${words.documents}</a></p></main>`,
  });
}
