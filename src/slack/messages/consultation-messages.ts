import type { types } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import { type Texts, textsFor } from '../texts/texts-for.ts';
import { actions, button } from './answer-buttons.ts';
import { answerEntries } from './answer-entries.ts';
import { quoteBlock } from './quote-block.ts';
import { paragraph, richText, type SlackMessage } from './slack-message.ts';
import { displayText, escapeMarkup, prefixWithin } from './slack-text.ts';

const maxNearest = 3;
const nearestSize = 1_500;
const wordsSize = 2_900;

/** To the experts: who asks what, the nearest clauses, the conversation (where they can open it), "Mark resolved". */
export function consultationMessage(
  answer: Answer,
  { asker, answerId, link }: { asker: string; answerId: string; link: string | null },
): SlackMessage {
  const texts = textsFor(answer.language);
  const nearest = answerEntries(answer).slice(0, maxNearest);
  const question = displayText(answer.question, wordsSize);
  const blocks: types.KnownBlock[] = [
    richText([personSays(asker, ` ${texts('colleagueAsks')}`), quoted(question)]),
    ...(nearest.length > 0 ? [richText([paragraph(texts('nearest'), { bold: true })])] : []),
    ...nearest.map((entry) => quoteBlock(entry, nearestSize, texts)),
    richText([
      paragraph(texts('replyHere'), { italic: true }),
      ...(link === null ? [] : [linkTo(link, texts('conversation'))]),
    ]),
    { type: 'actions', elements: [button(actions.resolve, texts('resolve'), answerId)] },
  ];
  return { text: escapeMarkup(`${texts('colleagueAsks')} ${prefixWithin(question, wordsSize)}`), blocks };
}

/** The experts' message once it is resolved: without the button, with who did it. */
export function resolvedConsultation(
  blocks: readonly types.KnownBlock[],
  user: string,
  texts: Texts,
): types.KnownBlock[] {
  return [
    ...blocks.filter(({ type }) => type !== 'actions'),
    richText([
      {
        type: 'rich_text_section',
        elements: [{ type: 'text', text: `✓ ${texts('resolvedBy')}` }, person(user)],
      },
    ]),
  ];
}

/** To the asker: colleagues were asked. */
export function consultedMessage(link: string | null, texts: Texts): SlackMessage {
  const elements = [paragraph(texts('asked')), ...(link === null ? [] : [linkTo(link, texts('askedLink'))])];
  return { text: escapeMarkup(texts('asked')), blocks: [richText(elements)] };
}

/** To the asker: what an expert replied, letter by letter. `words` must not be empty. */
export function relayMessage(user: string, words: string, texts: Texts): SlackMessage {
  const shown = displayText(words, wordsSize);
  const says = ` ${texts('colleagueReplied')}`;
  return {
    text: escapeMarkup(`${says.trim()} ${shown}`),
    blocks: [richText([personSays(user, says), quoted(shown)])],
  };
}

/** To the asker: an expert marked the question resolved. */
export function resolvedMessage(user: string, texts: Texts): SlackMessage {
  const text = texts('resolvedBy');
  return {
    text: escapeMarkup(text.trim()),
    blocks: [
      richText([
        { type: 'rich_text_section', elements: [{ type: 'text', text: `✓ ${text}` }, person(user)] },
      ]),
    ],
  };
}

/** A person by id: Slack shows the name, which no text of ours can imitate. */
export function person(user: string): types.RichTextElement {
  return { type: 'user', user_id: user };
}

function personSays(user: string, text: string): types.RichTextSection {
  return { type: 'rich_text_section', elements: [person(user), { type: 'text', text }] };
}

function quoted(text: string): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: [{ type: 'text', text: text === '' ? '…' : text }] };
}

function linkTo(url: string, text: string): types.RichTextSection {
  return { type: 'rich_text_section', elements: [{ type: 'link', url, text }] };
}
