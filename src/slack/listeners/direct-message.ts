import type { App } from '@slack/bolt';
import type { QuestionHandler } from '../create-question-handler.ts';
import { isFromPerson } from '../is-from-person.ts';

/**
 * Answers direct messages where they were written: in their thread, or else in the open conversation. The
 * copies of channel messages, which share the event type, are not for this listener.
 * See "message.im event" in Slack's documentation.
 */
export function register(app: App, questions: QuestionHandler): void {
  app.message(async ({ message, body, context, client }) => {
    if (message.channel_type !== 'im' || !isFromPerson(message) || !('text' in message)) return;
    await questions.handle({
      eventId: body.event_id ?? '',
      channel: message.channel,
      ts: message.ts,
      threadTs: 'thread_ts' in message ? message.thread_ts : undefined,
      text: message.text ?? '',
      botUserId: context.botUserId ?? '',
      client,
    });
  });
}
