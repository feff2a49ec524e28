import type { types } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import { type Texts, textsFor } from '../texts/texts-for.ts';
import { answerButtons, type ButtonOptions, entryButtons } from './answer-buttons.ts';
import { type AnswerEntry, answerEntries } from './answer-entries.ts';
import { lineSize, quoteBlock } from './quote-block.ts';
import { responsibleLine } from './responsible-line.ts';
import { paragraph, richText, type SlackMessage, sizeOf } from './slack-message.ts';
import { displayText, escapeMarkup, prefixWithin } from './slack-text.ts';

/*
 * Sizes in escaped UTF-16 units. Slack refuses a message at about 11,000 units over all blocks, a block
 * counting about 100 by itself; every part below has its own ceiling and the quotes share what is left, so
 * that no answer can exceed `messageSize`.
 */
const messageSize = 9_000;
const fallbackSize = 3_900;
const fallbackQuoteSize = 300;
const replySize = 1_000;
const responsibleSize = 800;
const maxNotices = 4;
const maxEntries = 5;

/**
 * Lays an answer out for Slack: the reply, who is responsible, the quotations with headings, citation and
 * document, each with its buttons, the notices, the buttons of the answer. Quotations stand in `rich_text_quote`
 * elements and are verbatim; a long one is a prefix, and the paragraph after it says so. With `not-found` the nearest
 * clauses are marked as no answer. The result is inside the limits of Block Kit for every possible answer. See
 * "Block Kit" and "chat.postMessage" in Slack's documentation.
 */
export function answerMessage(answer: Answer, options: ButtonOptions): SlackMessage {
  const texts = textsFor(answer.language);
  const all = answerEntries(answer);
  const entries = all.slice(0, maxEntries);
  const reply = displayText(answer.reply, replySize);
  const before = blocksBefore(answer, entries, reply, texts);
  const after = [
    ...blocksAfter(answer, all.length - entries.length, texts),
    ...answerButtons(answer, options, texts),
  ];
  const buttons = entries.map((_entry, index) => entryButtons(answer, index, options, texts));
  const spent = sizeOf([...before, ...after, ...buttons.filter((block) => block !== undefined)]);
  const quotes = quoteBlocks(entries, spent, texts).flatMap((quote, index) => {
    const own = buttons[index];
    return own === undefined ? [quote] : [quote, own];
  });
  const blocks = [...before, ...quotes, ...after];
  if (blocks.length === 0) blocks.push(richText([paragraph(texts('empty'))]));
  return { text: fallbackText(reply, entries, answer, texts), blocks };
}

function blocksBefore(
  answer: Answer,
  entries: readonly AnswerEntry[],
  reply: string,
  texts: Texts,
): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  if (reply !== '') blocks.push(richText([paragraph(reply)]));
  const responsible = displayText(responsibleLine(answer, texts), responsibleSize);
  if (responsible !== '') blocks.push(richText([paragraph(responsible, { bold: true })]));
  if (isMarkedNearest(answer, entries)) blocks.push(richText([paragraph(texts('nearest'), { bold: true })]));
  return blocks;
}

function blocksAfter(answer: Answer, notShown: number, texts: Texts): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  if (notShown > 0) blocks.push(richText([paragraph(texts('more', { count: notShown }))]));
  const notices = answer.notices.map((notice) => displayText(notice, lineSize)).filter(Boolean);
  if (notices.length > 0) {
    blocks.push(
      richText(notices.slice(0, maxNotices).map((notice) => paragraph(`⚠ ${notice}`, { italic: true }))),
    );
  }
  return blocks;
}

/** The quotations, sharing the size that the other blocks leave; what one does not need goes to the next. */
function quoteBlocks(entries: readonly AnswerEntry[], spent: number, texts: Texts): types.RichTextBlock[] {
  let left = messageSize - spent;
  return entries.map((entry, index) => {
    const share = Math.floor(left / (entries.length - index));
    const block = quoteBlock(entry, share, texts);
    left -= sizeOf([block]);
    return block;
  });
}

function isMarkedNearest(answer: Answer, entries: readonly AnswerEntry[]): boolean {
  return answer.kind === 'not-found' && entries.length > 0;
}

function fallbackText(reply: string, entries: readonly AnswerEntry[], answer: Answer, texts: Texts): string {
  const heading = isMarkedNearest(answer, entries) ? [texts('nearest')] : [];
  const quotes = entries.flatMap((entry) => {
    const citation = displayText(entry.citation, lineSize);
    // Half a code point cannot be sent in a form field; in blocks, which are JSON, it can.
    const quote = prefixWithin(entry.quote, fallbackQuoteSize).replace(/\p{Surrogate}/gu, '\uFFFD');
    return [`“${quote}”`, quote.length < entry.quote.length ? texts('cut', { citation }) : citation];
  });
  const text = [reply, ...heading, ...quotes].filter((line) => line !== '').join('\n');
  return escapeMarkup(prefixWithin(text === '' ? texts('empty') : text, fallbackSize));
}
