import type { App } from '@slack/bolt';
import { z } from 'zod';
import { sendPrivate } from '../jobs/send-private.ts';
import { sentenceMessage } from '../messages/slack-message.ts';
import { newReference } from '../new-reference.ts';
import { textsFor } from '../texts/texts-for.ts';
import type { ListenerDeps } from './listener-deps.ts';

const interaction = z.object({ response_url: z.url(), user: z.object({ id: z.string() }) });

/** Whatever a listener throws: the cause in the log, one sentence with a reference to the person who set it off. */
export function register(app: App, { languageOf, logger }: ListenerDeps): void {
  app.error(async ({ error, body }: { error: Error; body: unknown }) => {
    const reference = newReference();
    const cause = 'original' in error && error.original !== undefined ? error.original : error;
    logger.error({ err: cause, reference }, 'something of Slack could not be handled');
    const clicked = interaction.safeParse(body);
    if (!clicked.success) return;
    const { response_url: responseUrl, user } = clicked.data;
    const texts = textsFor(await languageOf(user.id));
    await sendPrivate(responseUrl, sentenceMessage(texts('failed', { reference })));
  });
}
