import type { SlackMessage } from '../messages/slack-message.ts';
import type { Place } from './post-once.ts';

/**
 * What a job comes to: a message in a conversation, or to one person by the address that came with a command. `user`
 * is whom it concerns, `language` what is spoken to them. `onPosted` writes down what follows from the message being
 * there, with its `ts`.
 */
export type Delivery = { user: string; language: string; message: SlackMessage } & (
  | { to: 'conversation'; place: Place; onPosted?: (ts: string) => void }
  | { to: 'person'; channel: string; responseUrl: string }
);
