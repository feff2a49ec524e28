import { elementKinds } from './block-elements.ts';
import { anything, type Check, flag, isRecord, list, object, oneOf, stringsOf, text } from './checks.ts';
import { richTextElement } from './rich-text.ts';
import { anyText, plainText } from './text-objects.ts';

export { stringsOf } from './checks.ts';

/** Where blocks are shown; each takes other kinds of blocks, and more or fewer of them. */
export type Surface = 'message' | 'modal' | 'home';

/** Slack refuses messages a little above this, escaped text and 100 a block counted. */
const maxMessageSize = 10_000;
const maxBlocks: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

/**
 * What Slack would refuse in blocks, as lines for `response_metadata.messages`; empty when all is well.
 * Stricter than Slack where its documentation is silent: unknown fields and kinds are refused.
 */
export function blockKitProblems(blocks: unknown, surface: Surface = 'message'): string[] {
  const each = Array.isArray(blocks) ? blocks : [];
  return [
    ...list(maxBlocks[surface], oneOf(kinds[surface]))(blocks, '/blocks'),
    ...repeated(stringsOf(each, ['block_id'])).map((id) => `[ERROR] block_id must be unique: ${id} /blocks`),
    ...each.flatMap((one, index) =>
      repeated(stringsOf(one, ['action_id'])).map(
        (id) => `[ERROR] action_id must be unique in its block: ${id} /blocks/${index}`,
      ),
    ),
  ];
}

/** The size by which `msg_blocks_too_long` is decided. */
export function messageSize(blocks: unknown[]): number {
  const escaped = (one: string) =>
    one.length + 4 * (one.match(/&/g)?.length ?? 0) + 3 * (one.match(/[<>]/g)?.length ?? 0);
  return stringsOf(blocks, ['text', 'url']).reduce((sum, one) => sum + escaped(one), 100 * blocks.length);
}

export function isTooLong(blocks: unknown[]): boolean {
  return messageSize(blocks) > maxMessageSize;
}

const repeated = (ids: string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

const common = { type: anything, block_id: text(255) };

const saysSomething: Check = (value, at) =>
  isRecord(value) && value.text === undefined && value.fields === undefined
    ? [`[ERROR] a section needs text or fields ${at}`]
    : [];
const sectionFields = object({
  ...common,
  text: anyText(3_000),
  fields: list(10, anyText(2_000)),
  accessory: oneOf(elementKinds.accessory),
  expand: flag,
});

const everywhere: Record<string, Check> = {
  divider: object(common),
  header: object({ ...common, text: plainText(150) }, ['text']),
  section: (value, at) => [...sectionFields(value, at), ...saysSomething(value, at)],
  context: object({ ...common, elements: list(10, anyText(3_000)) }, ['elements']),
  rich_text: object({ ...common, elements: list(100, richTextElement) }, ['elements']),
  actions: object({ ...common, elements: list(25, oneOf(elementKinds.actions)) }, ['elements']),
  input: object(
    {
      ...common,
      label: plainText(2_000),
      element: oneOf(elementKinds.input),
      hint: plainText(2_000),
      optional: flag,
      dispatch_action: flag,
    },
    ['label', 'element'],
  ),
};
const contextActions = object({ ...common, elements: list(5, oneOf(elementKinds.contextActions)) }, [
  'elements',
]);
const kinds: Record<Surface, Record<string, Check>> = {
  message: { ...everywhere, context_actions: contextActions },
  modal: everywhere,
  home: everywhere,
};
