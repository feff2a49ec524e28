import type { App, BlockButtonAction } from '@slack/bolt';
import { actions } from '../messages/answer-buttons.ts';
import { resolvedConsultation } from '../messages/consultation-messages.ts';
import { escapeMarkup } from '../messages/slack-text.ts';
import { textsFor } from '../texts/texts-for.ts';
import { clickedAnswer, tellClicker, tellOutcome } from './click.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** "Ask a colleague" under a question without an answer, and "Mark resolved" in the experts' channel. */
export function register(app: App, deps: ListenerDeps): void {
  const { intake, state, languageOf, expertsChannel } = deps;

  app.action<BlockButtonAction>(actions.consult, async ({ ack, body, payload, respond }) => {
    const given = clickedAnswer(state, payload.value);
    const outcome =
      given === null || expertsChannel === undefined
        ? 'gone'
        : intake.take(`consult:${given.id}`, expertsChannel, { kind: 'consult', answerId: given.id });
    await ack();
    const language = given?.answer.language;
    await tellOutcome(deps, body, respond, { outcome, known: 'asked', language });
  });

  app.action<BlockButtonAction>(actions.resolve, async ({ ack, body, payload, client, respond }) => {
    const given = clickedAnswer(state, payload.value);
    const consultation = given === null ? null : state.consultations.get(given.id);
    const user = body.user.id;
    if (given !== null && consultation !== null) {
      state.consultations.markResolved(given.id);
      intake.take(`resolved:${given.id}`, consultation.channel, {
        kind: 'resolved',
        answerId: given.id,
        user,
      });
    }
    await ack();
    const texts = textsFor(given?.answer.language ?? (await languageOf(user)));
    if (consultation === null) return tellClicker(body, respond, texts('askAgain'));
    const { message, channel } = body;
    if (message === undefined || channel === undefined) return;
    await client.chat.update({
      channel: channel.id,
      ts: message.ts,
      text: escapeMarkup(texts('resolvedBy')),
      blocks: resolvedConsultation(message.blocks ?? [], user, texts),
    });
  });
}
