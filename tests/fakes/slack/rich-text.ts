import { anything, type Check, flag, list, number, object, oneOf, text, word } from './checks.ts';

const style = object({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag });

/** `broadcast` and `usergroup` are left out: what this product writes never calls a whole channel. */
const inline = list(
  100,
  oneOf({
    text: object({ type: anything, text: text(3_000), style }, ['text']),
    link: object({ type: anything, url: text(3_000), text: text(3_000), unsafe: flag, style }, ['url']),
    user: object({ type: anything, user_id: text(255), style }, ['user_id']),
    channel: object({ type: anything, channel_id: text(255), style }, ['channel_id']),
    emoji: object({ type: anything, name: text(255), unicode: text(255), style }, ['name']),
  }),
);
const section = object({ type: anything, elements: inline }, ['elements']);

/** One element of a `rich_text` block. */
export const richTextElement: Check = oneOf({
  rich_text_section: section,
  rich_text_quote: object({ type: anything, elements: inline, border: anything }, ['elements']),
  rich_text_list: object(
    {
      type: anything,
      style: word('bullet', 'ordered'),
      indent: number(0, 8),
      offset: number(0, 10_000),
      border: number(0, 1),
      elements: list(100, oneOf({ rich_text_section: section })),
    },
    ['style', 'elements'],
  ),
});
