import type { App } from '@slack/bolt';
import { textsFor } from '../texts/texts-for.ts';
import { homeView } from '../views/home-view.ts';
import { suggestedPrompts } from '../views/suggested-prompts.ts';
import type { ListenerDeps } from './listener-deps.ts';

const exampleTopics = 3;
const recentQuestions = 5;

/**
 * The Home tab when it is opened, and the suggested questions when the conversation is.
 * See "app_home_opened event" in Slack's documentation.
 */
export function register(app: App, { reader, state, languageOf }: ListenerDeps): void {
  app.event('app_home_opened', async ({ event, client }) => {
    const { user, tab, channel } = event;
    // Slack's types promise both; an event without them can be neither shown nor answered.
    if (!user || (tab === 'messages' && !channel)) return;
    const texts = textsFor(await languageOf(user));
    const prompts = suggestedPrompts(await reader.exampleTopics(exampleTopics), texts);
    if (tab === 'messages') {
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: channel,
        // Never empty: the question for the documents is always there.
        prompts: prompts as [(typeof prompts)[number], ...typeof prompts],
      });
      return;
    }
    const documents = await reader.documents();
    const recent = state.conversations.recentQuestions(user, recentQuestions);
    const examples = prompts.map(({ message }) => message);
    await client.views.publish({ user_id: user, view: homeView({ documents, examples, recent }, texts) });
  });
}
