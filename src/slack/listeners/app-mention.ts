import type { App } from '@slack/bolt';
import type { QuestionHandler } from '../create-question-handler.ts';
import { isFromPerson } from '../is-from-person.ts';

/**
 * Answers whoever mentions the bot in a channel, in the thread of the mention. Bolt has acknowledged the
 * event before this runs. See "app_mention event" in Slack's documentation.
 */
export function register(app: App, questions: QuestionHandler): void {
  app.event('app_mention', async ({ event, body, context, client }) => {
    if (!isFromPerson(event)) return;
    await questions.handle({
      eventId: body.event_id ?? '',
      channel: event.channel,
      ts: event.ts,
      threadTs: event.thread_ts ?? event.ts,
      text: event.text ?? '',
      botUserId: context.botUserId ?? '',
      client,
    });
  });
}
