import type { App } from '@slack/bolt';
import { z } from 'zod';
import { type Texts, textsFor } from '../texts/texts-for.ts';
import { textsForText } from '../texts/texts-for-text.ts';
import type { ListenerDeps } from './listener-deps.ts';

const followUps = z.enum(['thread', 'mention', 'off']);
const confirmations = { thread: 'channelThread', mention: 'channelMention', off: 'channelNow' } as const;

/**
 * `/clausewise QUESTION` answers to its asker alone; `/clausewise channel thread|mention|off` says what is answered in
 * the channel. See "Enabling interactivity with slash commands" in Slack's documentation.
 */
export function register(app: App, { intake, state, languageOf }: ListenerDeps): void {
  app.command('/clausewise', async ({ command, ack }) => {
    const {
      text = '',
      channel_id: channel,
      user_id: user,
      response_url: responseUrl,
      trigger_id: trigger,
    } = command;
    const setting = /^\s*channel(?:\s+(?<choice>\S+))?\s*$/iu.exec(text);
    if (setting !== null) {
      const texts = textsFor(await languageOf(user));
      await ack({ response_type: 'ephemeral', text: choose(setting.groups?.choice, texts) });
      return;
    }
    const job = {
      kind: 'private' as const,
      channel,
      user,
      responseUrl,
      text: /^\s*help\s*$/iu.test(text) ? '' : text,
    };
    const taken = intake.take(`command:${trigger}`, `private:${user}`, job);
    await (taken === 'busy' ? ack({ text: textsForText(text).texts('busy') }) : ack());

    function choose(choice: string | undefined, texts: Texts): string {
      const chosen = followUps.safeParse(choice?.toLowerCase());
      if (!chosen.success) return texts('channelHow');
      state.channels.setFollowUps(channel, chosen.data, user);
      return texts(confirmations[chosen.data]);
    }
  });
}
