import type { App, BlockButtonAction } from '@slack/bolt';
import { actions } from '../messages/answer-buttons.ts';
import { textsFor } from '../texts/texts-for.ts';
import { channelOf, clickedAnswer, tellClicker } from './click.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** "Share to channel": what only its asker saw is posted once to the channel in which it was asked. */
export function register(app: App, { intake, state, languageOf }: ListenerDeps): void {
  app.action<BlockButtonAction>(actions.share, async ({ ack, body, payload, respond }) => {
    const given = clickedAnswer(state, payload.value);
    const channel = channelOf(body) || (given?.channel ?? '');
    const taken =
      given === null
        ? 'gone'
        : intake.take(`share:${given.id}:${channel}`, channel, {
            kind: 'share',
            answerId: given.id,
            channel,
            user: body.user.id,
          });
    await ack();
    const texts = textsFor(given?.answer.language ?? (await languageOf(body.user.id)));
    if (taken === 'gone') await tellClicker(body, respond, texts('askAgain'));
    if (taken === 'known') await tellClicker(body, respond, texts('shared'));
    if (taken === 'busy') await tellClicker(body, respond, texts('busy'));
  });
}
