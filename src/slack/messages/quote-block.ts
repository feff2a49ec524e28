import type { types } from '@slack/bolt';
import type { Texts } from '../texts/texts-for.ts';
import type { AnswerEntry } from './answer-entries.ts';
import { blockSize, paragraph, richText } from './slack-message.ts';
import { displayText, escapedLength, prefixWithin } from './slack-text.ts';

/** Longest quotation, and longest line around it, in escaped UTF-16 units. */
const quoteSize = 2_900;
const linkSize = 300;
export const lineSize = 200;
const nameSize = 100;

/**
 * One quotation as one block: headings, the quote, its citation, its document. The quote is verbatim; when
 * `share` (escaped units, the block included) is too small for it, it is a prefix and the line after it says
 * so. A share of 1,150 always leaves room for some of the quote.
 */
export function quoteBlock(entry: AnswerEntry, share: number, texts: Texts): types.RichTextBlock {
  const path = pathLine(entry.path);
  const citation = displayText(entry.citation, lineSize);
  const document = displayText(documentLine(entry), lineSize);
  const marker = texts('cut', { citation });
  const link = isWebAddress(entry.url) ? entry.url : '';
  const around =
    blockSize +
    [path, marker, document, texts('open'), ' · ', link].reduce((sum, text) => sum + escapedLength(text), 0);
  const quote = prefixWithin(entry.quote, Math.min(quoteSize, share - around));

  const elements: types.RichTextBlockElement[] = [];
  if (path !== '') elements.push(paragraph(path, { bold: true }));
  if (quote !== '') elements.push({ type: 'rich_text_quote', elements: [{ type: 'text', text: quote }] });
  const source = quote === entry.quote ? citation : marker;
  if (source !== '') elements.push(paragraph(source, { italic: true }));
  const last: types.RichTextElement[] = document === '' ? [] : [{ type: 'text', text: document }];
  if (link !== '') {
    if (document !== '') last.push({ type: 'text', text: ' · ' });
    last.push({ type: 'link', url: link, text: texts('open') });
  }
  if (last.length > 0) elements.push({ type: 'rich_text_section', elements: last });
  return richText(elements);
}

/** The headings above a clause on one line; the outermost give way, because the citation has them too. */
function pathLine(path: readonly string[]): string {
  const names = path.map((name) => displayText(name, nameSize));
  const lines = names.map((_name, first) => [...(first > 0 ? ['…'] : []), ...names.slice(first)].join(' › '));
  return lines.find((line) => escapedLength(line) <= lineSize) ?? displayText(lines.at(-1) ?? '', lineSize);
}

/** What the citation does not say already. */
function documentLine({ document, citation }: AnswerEntry): string {
  const { title, number, issuer, issuedOn } = document;
  const named = [title, number].filter((part) => !citation.includes(part));
  return [...named, issuer, issuedOn].filter((part) => part.trim() !== '').join(' · ');
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\/\S+$/.test(url) && escapedLength(url) <= linkSize;
}
