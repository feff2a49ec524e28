import type { types } from '@slack/bolt';
import type { Texts } from '../texts/texts-for.ts';
import { modal } from './view-parts.ts';

export const feedbackCallback = 'feedback_reason';
export const feedbackBlocks = { reason: 'reason', comment: 'comment' } as const;

const reasons = {
  wrong: 'reasonWrong',
  missing: 'reasonMissing',
  outdated: 'reasonOutdated',
  other: 'reasonOther',
} as const;

/** Asks why an answer did not help; neither field must be filled in. */
export function feedbackView(answerId: string, texts: Texts): types.ModalView {
  const blocks: types.KnownBlock[] = [
    {
      type: 'input',
      optional: true,
      block_id: feedbackBlocks.reason,
      label: { type: 'plain_text', text: texts('feedbackReason') },
      element: {
        type: 'radio_buttons',
        action_id: feedbackBlocks.reason,
        options: Object.entries(reasons).map(([value, key]) => ({
          text: { type: 'plain_text', text: texts(key) },
          value,
        })),
      },
    },
    {
      type: 'input',
      optional: true,
      block_id: feedbackBlocks.comment,
      label: { type: 'plain_text', text: texts('feedbackComment') },
      element: {
        type: 'plain_text_input',
        action_id: feedbackBlocks.comment,
        multiline: true,
        max_length: 2_000,
      },
    },
  ];
  return modal(texts('feedbackTitle'), blocks, texts, {
    callback_id: feedbackCallback,
    private_metadata: answerId,
    submit: { type: 'plain_text', text: texts('send') },
  });
}
