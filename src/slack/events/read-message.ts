import { z } from 'zod';
import { isFromPerson } from './is-from-person.ts';

/** A message of a person that may concern the bot. `ts` values are Slack's. */
export type PersonMessage = {
  eventId: string;
  place: 'direct' | 'channel';
  /** The bot is mentioned in it. */
  isMention: boolean;
  /** Somebody else is spoken to first. */
  isForSomebodyElse: boolean;
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  text: string;
};

const nullable = z.string().nullish();
const envelope = z.object({
  type: z.literal('event_callback'),
  event_id: nullable,
  event: z.object({ type: z.string() }),
});
const message = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: z.string().min(1),
  ts: z.string().min(1),
  user: nullable,
  text: nullable,
  thread_ts: nullable,
  channel_type: nullable,
  subtype: nullable,
  bot_id: nullable,
  hidden: z.boolean().nullish(),
});

/** The type of the event in a body of Slack, or null when it is none. */
export function eventType(body: unknown): string | null {
  const read = envelope.safeParse(body);
  return read.success ? read.data.event.type : null;
}

/** Reads the message in a body of Slack; null for every other event, and for what no person wrote. */
export function readMessage(body: unknown, botUserId: string): PersonMessage | null {
  const outer = z.object({ event_id: nullable, event: message }).safeParse(body);
  if (!outer.success) return null;
  const { event, event_id: eventId } = outer.data;
  const author = {
    subtype: event.subtype ?? undefined,
    user: event.user ?? undefined,
    ...(event.bot_id != null && { bot_id: event.bot_id }),
    ...(event.hidden != null && { hidden: event.hidden }),
  };
  if (!isFromPerson(author) || author.user === undefined || author.user === botUserId) return null;
  const text = event.text ?? '';
  return {
    eventId: eventId ?? '',
    place: event.channel_type === 'im' || event.channel.startsWith('D') ? 'direct' : 'channel',
    isMention: event.type === 'app_mention' || text.includes(`<@${botUserId}>`),
    isForSomebodyElse: /^\s*<@/u.test(text) && !text.includes(`<@${botUserId}>`),
    channel: event.channel,
    ts: event.ts,
    threadTs: event.thread_ts ?? null,
    user: author.user,
    text,
  };
}
