import type { types } from '@slack/bolt';
import { paragraph, richText } from '../messages/slack-message.ts';
import { displayText } from '../messages/slack-text.ts';
import type { Texts } from '../texts/texts-for.ts';

/** Slack takes so many characters in one text element. */
const elementSize = 3_000;
const titleSize = 24;

/** A modal with one button that closes it. See "Views" in Slack's documentation. */
export function modal(
  title: string,
  blocks: types.KnownBlock[],
  texts: Texts,
  more: object = {},
): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: displayText(title, titleSize) },
    close: { type: 'plain_text', text: texts('close') },
    blocks,
    ...more,
  };
}

/** A modal that says one sentence. */
export function sentenceModal(title: string, sentence: string, texts: Texts): types.ModalView {
  return modal(title, [richText([paragraph(sentence)])], texts);
}

/** Verbatim text as quotation blocks, cut between whole characters where one element cannot hold it. */
export function verbatimBlocks(text: string): types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > elementSize) {
      blocks.push(quotation(piece));
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? blocks : [...blocks, quotation(piece)];
}

function quotation(text: string): types.RichTextBlock {
  return richText([{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }]);
}
