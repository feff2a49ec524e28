import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { WholeClause } from '../../answer/create-clause-reader.ts';
import { actions, button } from '../messages/answer-buttons.ts';
import { paragraph, richText } from '../messages/slack-message.ts';
import { displayText } from '../messages/slack-text.ts';
import type { Texts } from '../texts/texts-for.ts';
import { modal, verbatimBlocks } from './view-parts.ts';

/** UTF-16 units of a clause on one page; a modal of Slack's takes more, a reader does not. */
const pageSize = 6_000;
const lineSize = 300;

const page = z.object({ clauseId: z.string(), page: z.number().int().min(0), language: z.string() });

/** Which page of which clause a modal shows, in its `private_metadata`. */
export type ClausePage = z.infer<typeof page>;

/** @returns null for a view that shows no clause. */
export function readClausePage(metadata: string): ClausePage | null {
  try {
    return page.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

/** One clause in full, in its place: the headings above it, its words with all that stands below it, page by page. */
export function clauseView(clause: WholeClause, shown: ClausePage, texts: Texts): types.ModalView {
  const pages = pagesOf(clause.quote);
  const index = Math.min(shown.page, pages.length - 1);
  const above = clause.clause.path.map((name, depth) =>
    paragraph(`${'    '.repeat(depth)}${displayText(name, lineSize) || '—'}`, { bold: true }),
  );
  const blocks: types.KnownBlock[] = [
    ...(above.length > 0 ? [richText(above.slice(0, 20))] : []),
    ...verbatimBlocks(pages[index] ?? ''),
    richText([paragraph(displayText(clause.citation, lineSize) || '—', { italic: true })]),
    ...pageButtons(index, pages.length, texts),
  ];
  return modal(texts('clauseTitle'), blocks, texts, {
    private_metadata: JSON.stringify({ ...shown, page: index }),
  });
}

function pageButtons(index: number, count: number, texts: Texts): types.KnownBlock[] {
  if (count < 2) return [];
  const buttons = [
    ...(index > 0 ? [button(actions.previousPage, texts('back'), String(index - 1))] : []),
    ...(index < count - 1 ? [button(actions.nextPage, texts('next'), String(index + 1))] : []),
  ];
  const place = texts('page', { page: index + 1, pages: count });
  return [
    { type: 'context', elements: [{ type: 'plain_text', text: place }] },
    { type: 'actions', elements: buttons },
  ];
}

/** Pages end with a line or a sentence where there is one near the end; together they are the text. */
export function pagesOf(text: string): string[] {
  const pages: string[] = [];
  let start = 0;
  while (text.length - start > pageSize) {
    const end = start + pageEnd(text.slice(start, start + pageSize));
    pages.push(text.slice(start, end));
    start = end;
  }
  return [...pages, text.slice(start)];
}

function pageEnd(piece: string): number {
  const best = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('。'), piece.lastIndexOf('. ')) + 1;
  if (best > pageSize / 2) return best;
  const isHalf = /[\uD800-\uDBFF]$/.test(piece);
  return isHalf ? piece.length - 1 : piece.length;
}
