import type { App, BlockFeedbackButtonsAction } from '@slack/bolt';
import { z } from 'zod';
import { actions, parseEntryValue } from '../messages/answer-buttons.ts';
import { textsFor } from '../texts/texts-for.ts';
import { feedbackBlocks, feedbackCallback, feedbackView } from '../views/feedback-view.ts';
import type { ListenerDeps } from './listener-deps.ts';

const submitted = z.object({
  [feedbackBlocks.reason]: z.object({
    [feedbackBlocks.reason]: z.object({ selected_option: z.object({ value: z.string() }).nullish() }),
  }),
  [feedbackBlocks.comment]: z.object({ [feedbackBlocks.comment]: z.object({ value: z.string().nullish() }) }),
});

/** The thumbs under an answer; a thumb down asks for the reason. See "Feedback buttons element" in Slack's documentation. */
export function register(app: App, { state, logger }: ListenerDeps): void {
  app.action<BlockFeedbackButtonsAction>(actions.feedback, async ({ ack, body, payload, client }) => {
    const ref = parseEntryValue(payload.value);
    const given = ref === null ? null : state.answers.get(ref.answerId);
    if (ref !== null) {
      const value = ref.entry === 1 ? 'good' : 'bad';
      state.feedback.put({ answerId: ref.answerId, user: body.user.id, value, reason: '', comment: '' });
    }
    await ack();
    if (ref === null || ref.entry === 1) return;
    const view = feedbackView(ref.answerId, textsFor(given?.answer.language ?? 'en'));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

  app.view(feedbackCallback, async ({ ack, body, view }) => {
    const read = submitted.safeParse(view.state.values);
    if (read.success) {
      const reason = read.data.reason.reason.selected_option?.value ?? '';
      const comment = read.data.comment.comment.value ?? '';
      state.feedback.put({
        answerId: view.private_metadata,
        user: body.user.id,
        value: 'bad',
        reason,
        comment,
      });
    } else logger.warn({ err: read.error }, 'a feedback form could not be read');
    await ack();
  });
}
