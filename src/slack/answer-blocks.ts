import type { types } from '@slack/bolt';
import type { Answer, AnswerDocument, Responsible } from '../answer/answer.ts';
import { type Phrases, phrasesFor } from './phrases.ts';
import { type Entry, lineSize, quoteBlock } from './quote-block.ts';
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
 * document, the notices. Quotations stand in `rich_text_quote` elements and are verbatim; a long one is a
 * prefix, and the paragraph after it says so. With `not-found` the nearest clauses are marked as no answer.
 * The result is inside the limits of Block Kit for every possible answer. See "Block Kit" and
 * "chat.postMessage" in Slack's documentation.
 */
export function answerBlocks(answer: Answer): SlackMessage {
  const phrases = phrasesFor(answer.language);
  const all = entriesOf(answer);
  const entries = all.slice(0, maxEntries);
  const reply = displayText(answer.reply, replySize);

  const before: types.KnownBlock[] = [];
  if (reply !== '') before.push(richText([paragraph(reply)]));
  const responsible = displayText(responsibleLine(answer, phrases), responsibleSize);
  if (responsible !== '') before.push(richText([paragraph(responsible, { bold: true })]));
  if (answer.kind === 'not-found' && entries.length > 0) {
    before.push(richText([paragraph(phrases.nearest, { bold: true })]));
  }

  const after: types.KnownBlock[] = [];
  if (all.length > entries.length)
    after.push(richText([paragraph(phrases.more(all.length - entries.length))]));
  const notices = answer.notices.map((notice) => displayText(notice, lineSize)).filter(Boolean);
  if (notices.length > 0) {
    after.push(
      richText(notices.slice(0, maxNotices).map((notice) => paragraph(`⚠ ${notice}`, { italic: true }))),
    );
  }

  const blocks = [...before, ...quoteBlocks(entries, sizeOf([...before, ...after]), phrases), ...after];
  if (blocks.length === 0) blocks.push(richText([paragraph(phrases.empty)]));
  return { text: fallbackText(reply, entries, answer, phrases), blocks };
}

/** The quotations, sharing the size that the other blocks leave; what one does not need goes to the next. */
function quoteBlocks(entries: Entry[], spent: number, phrases: Phrases): types.KnownBlock[] {
  let left = messageSize - spent;
  return entries.map((entry, index) => {
    const share = Math.floor(left / (entries.length - index));
    const block = quoteBlock(entry, share, phrases);
    left -= sizeOf([block]);
    return block;
  });
}

/** What is quoted: nearest clauses for `not-found`, duties for `duties`, else the answers; empty quotes fall out. */
function entriesOf(answer: Answer): Entry[] {
  const quotations = answer.kind === 'not-found' ? answer.nearest : answer.answers;
  const duties = answer.kind === 'duties' && quotations.length === 0 ? answer.duties : [];
  const entries: Entry[] = [
    ...quotations.map((quotation) => ({ ...quotation, path: quotation.clause.path })),
    ...duties.map(({ quote, clause, document }) => ({
      quote,
      path: clause.path,
      citation: `${documentName(document)}${clause.label}`,
      document,
      url: null,
    })),
  ];
  return entries.filter((entry) => entry.quote.trim() !== '');
}

/** Where several clauses name units, each document's stand behind its name. */
function responsibleLine({ responsible, answers }: Answer, phrases: Phrases): string {
  if (responsible.length === 0) return '';
  if (answers.length < 2) return phrases.responsible + unitsLine(responsible, phrases);
  return answers
    .map(({ clause, document }) => {
      const own = responsible.filter((unit) => unit.clause === clause.id);
      return `${documentName(document)}: ${unitsLine(own, phrases)}`;
    })
    .join(' / ');
}

function unitsLine(responsible: readonly Responsible[], phrases: Phrases): string {
  const units = responsible.map(({ name, canonical, role, inheritedFrom }) => {
    const today = canonical === '' || canonical === name ? '' : phrases.today(canonical);
    const inherited = inheritedFrom === null ? '' : phrases.inherited;
    return `${name} (${phrases.roles[role]}${today}${inherited})`;
  });
  return units.join('; ');
}

function documentName({ title, number }: AnswerDocument): string {
  return number === '' ? `《${title}》` : `《${title}》（${number}）`;
}

function fallbackText(reply: string, entries: Entry[], answer: Answer, phrases: Phrases): string {
  const heading = answer.kind === 'not-found' && entries.length > 0 ? [phrases.nearest] : [];
  const quotes = entries.flatMap((entry) => {
    const citation = displayText(entry.citation, lineSize);
    // Half a code point cannot be sent in a form field; in blocks, which are JSON, it can.
    const quote = prefixWithin(entry.quote, fallbackQuoteSize).replace(/\p{Surrogate}/gu, '\uFFFD');
    return [`“${quote}”`, quote.length < entry.quote.length ? phrases.cut(citation) : citation];
  });
  const text = [reply, ...heading, ...quotes].filter((line) => line !== '').join('\n');
  return escapeMarkup(prefixWithin(text === '' ? phrases.empty : text, fallbackSize));
}
