import type { App } from '@slack/bolt';
import { textsFor } from '../texts/texts-for.ts';
import { textsForText } from '../texts/texts-for-text.ts';
import type { ListenerDeps } from './listener-deps.ts';

/**
 * The message shortcut "Find the clause": the message is the question, only who used it sees the answer.
 * See "Message shortcuts" in Slack's documentation.
 */
export function register(app: App, { intake, languageOf }: ListenerDeps): void {
  app.shortcut({ type: 'message_action', callback_id: 'find_clause' }, async ({ shortcut, ack, respond }) => {
    const { message, channel, user, response_url: responseUrl, trigger_id: trigger } = shortcut;
    const text = message.text ?? '';
    if (text.trim() === '') {
      await ack();
      await respond({ response_type: 'ephemeral', text: textsFor(await languageOf(user.id))('noText') });
      return;
    }
    const job = { kind: 'private' as const, channel: channel.id, user: user.id, text, responseUrl };
    const taken = intake.take(`shortcut:${trigger}`, `private:${user.id}`, job);
    await ack();
    if (taken === 'busy')
      await respond({ response_type: 'ephemeral', text: textsForText(text).texts('busy') });
  });
}
