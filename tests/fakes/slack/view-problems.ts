import { blockKitProblems } from './block-kit.ts';
import { anything, flag, isRecord, object, oneOf, text, word } from './checks.ts';
import { plainText } from './text-objects.ts';

const common = {
  blocks: anything,
  private_metadata: text(3_000, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
};
const view = oneOf({
  modal: object(
    {
      ...common,
      type: word('modal'),
      title: plainText(24),
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: flag,
      notify_on_close: flag,
    },
    ['title', 'blocks'],
  ),
  home: object({ ...common, type: word('home') }, ['blocks']),
});

/** What Slack would refuse in a view of the given kind, as lines for `response_metadata.messages`. */
export function viewProblems(value: unknown, type: 'modal' | 'home'): string[] {
  if (!isRecord(value)) return ['[ERROR] must be an object /view'];
  if (value.type !== type) return [`[ERROR] must be a view of type ${type} /view/type`];
  const blocks = Array.isArray(value.blocks) ? value.blocks : [];
  const needsSubmit = type === 'modal' && blocks.some((block) => isRecord(block) && block.type === 'input');
  return [
    ...view(value, '/view'),
    ...blockKitProblems(value.blocks, type).map((line) => line.replace(' /blocks', ' /view/blocks')),
    ...(needsSubmit && value.submit === undefined
      ? ['[ERROR] a modal with an input block needs submit /view']
      : []),
  ];
}
