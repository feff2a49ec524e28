import { appMethods } from './app-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import type { Method } from './method.ts';
import { viewMethods } from './view-methods.ts';

/** The methods that the fake knows. See each method's page in Slack's documentation. */
export const methods: Record<string, Method> = {
  ...appMethods,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
};
