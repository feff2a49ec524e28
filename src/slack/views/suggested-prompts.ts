import type { ExampleTopic } from '../../answer/example-topics.ts';
import { displayText } from '../messages/slack-text.ts';
import type { Texts } from '../texts/texts-for.ts';

/** Slack shows at most four. */
const mostPrompts = 4;
const titleSize = 75;

/**
 * Questions to begin with, drawn from the documents: who is responsible where somebody is, else what they say; the
 * last asks which documents there are. See "assistant.threads.setSuggestedPrompts" in Slack's documentation.
 */
export function suggestedPrompts(
  topics: readonly ExampleTopic[],
  texts: Texts,
): Array<{ title: string; message: string }> {
  const questions = topics
    .slice(0, mostPrompts - 1)
    .map(({ topic, isAssigned }) =>
      texts(isAssigned ? 'exampleWho' : 'exampleWhat', { topic: displayText(topic, 60) }),
    );
  return [...questions, texts('exampleDocuments')].map((message) => ({
    title: displayText(message, titleSize),
    message,
  }));
}
