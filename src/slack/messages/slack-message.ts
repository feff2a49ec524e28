import type { types } from '@slack/bolt';
import { displayText, escapedLength, escapeMarkup } from './slack-text.ts';

/** What a block counts besides its text when Slack measures a message. */
export const blockSize = 100;

/** What one `chat.postMessage` shows: Block Kit blocks, and the escaped `text` for notifications. */
export type SlackMessage = { text: string; blocks: types.KnownBlock[] };

/**
 * One rich text block. Its text elements are shown letter by letter: Slack looks for no mentions, links,
 * emoji or formatting in them. See "Rich text block" in Slack's documentation.
 */
export function richText(elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

/** One paragraph for a rich text block. `text` must not be empty. */
export function paragraph(text: string, style?: { bold?: boolean; italic?: boolean }): types.RichTextSection {
  return { type: 'rich_text_section', elements: [{ type: 'text', text, ...(style && { style }) }] };
}

/** A message of one sentence of our own. */
export function sentenceMessage(sentence: string): SlackMessage {
  const text = displayText(sentence, 2_900);
  return { text: escapeMarkup(text), blocks: [richText([paragraph(text)])] };
}

/** The size of blocks as Slack counts it: escaped text, and some for each block. */
export function sizeOf(blocks: types.KnownBlock[]): number {
  return blocks.reduce(
    (sum, block) => sum + blockSize + textsOf(block).reduce((n, text) => n + escapedLength(text), 0),
    0,
  );
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' || key === 'url' ? [inner] : []) : textsOf(inner),
  );
}
