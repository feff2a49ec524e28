import { anything, type Check, flag, object, oneOf, text, word } from './checks.ts';

/** A `plain_text` object, which must say that it is one. */
export const plainText = (max: number): Check =>
  object({ type: word('plain_text'), text: text(max), emoji: flag }, ['type', 'text']);

/** A `plain_text` or `mrkdwn` object. */
export const anyText = (max: number): Check =>
  oneOf({
    plain_text: plainText(max),
    mrkdwn: object({ type: anything, text: text(max), verbatim: flag }, ['text']),
  });

/** The question that Slack asks before an action is taken. */
export const confirmation: Check = object(
  {
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: word('primary', 'danger'),
  },
  ['title', 'text', 'confirm', 'deny'],
);

/** One option of a select menu or a group of radio buttons. */
export const option: Check = object({ text: plainText(75), value: text(150), description: plainText(75) }, [
  'text',
  'value',
]);
