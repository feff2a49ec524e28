import type { App, BlockButtonAction } from '@slack/bolt';
import { actions } from '../messages/answer-buttons.ts';
import { channelOf, clickedAnswer, tellOutcome } from './click.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** "Share to channel": what only its asker saw is posted once to the channel in which it was asked. */
export function register(app: App, deps: ListenerDeps): void {
  const { intake, state } = deps;
  app.action<BlockButtonAction>(actions.share, async ({ ack, body, payload, respond }) => {
    const given = clickedAnswer(state, payload.value);
    const channel = channelOf(body) || (given?.channel ?? '');
    const outcome =
      given === null
        ? 'gone'
        : intake.take(`share:${given.id}:${channel}`, channel, {
            kind: 'share',
            answerId: given.id,
            channel,
            user: body.user.id,
          });
    await ack();
    const language = given?.answer.language;
    await tellOutcome(deps, body, respond, { outcome, known: 'shared', language });
  });
}
