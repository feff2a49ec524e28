import type { Json } from './checks.ts';
import type { Dispatcher } from './dispatcher.ts';
import { channelKind, type MethodContext } from './method.ts';
import { identity, imOf, type StoredMessage } from './workspace.ts';

/** One event on its way: what `redeliver` needs, and what a test looks for in `acks` and threads. */
export type Delivery = { channel: string; ts: string; eventId: string; payload: Json };
export type NewMessage = { channel?: string; text: string; user?: string; threadTs?: string };

/**
 * What people write and open, as events. Only those that the app subscribes to, from where the bot is a member,
 * are delivered; the others get an event id all the same.
 */
export function createPersonEvents(options: {
  dispatcher: Dispatcher;
  events: ReadonlySet<string>;
  context: () => MethodContext;
}) {
  const { dispatcher, events } = options;
  let serial = 0;

  /** Any inner event. `isSent` false: it only gets its id. */
  function deliver(event: Json, isSent = true): { eventId: string; payload: Json } {
    serial += 1;
    const eventId = `Ev${String(serial).padStart(8, '0')}`;
    const is_enterprise_install = false;
    const payload = {
      token: identity.token,
      team_id: identity.team,
      context_team_id: identity.team,
      api_app_id: identity.app,
      event,
      type: 'event_callback',
      event_id: eventId,
      event_time: Math.floor(Date.now() / 1_000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: identity.team,
          user_id: identity.botUser,
          is_bot: true,
          is_enterprise_install,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${eventId}`,
    };
    if (isSent) dispatcher.send({ kind: 'events_api', payload });
    return { eventId, payload };
  }

  /** The `message` event of a message, whoever wrote it. */
  function messageEvent(message: StoredMessage): Delivery {
    const kind = channelKind(message.channel);
    const channelType = { im: 'im', groups: 'group', channels: 'channel' }[kind];
    const isSent = events.has(`message.${kind}`) && options.context().workspace.isMember(message.channel);
    const event = { ...message, team: identity.team, event_ts: message.ts, channel_type: channelType };
    return { channel: message.channel, ts: message.ts, ...deliver(event, isSent) };
  }

  function write(message: NewMessage, channel: string, text = message.text): StoredMessage {
    const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
    return options
      .context()
      .workspace.add({ channel, text, user: message.user ?? identity.person, ...thread });
  }

  return {
    messageEvent,
    event: (event: Json) => {
      if (typeof event.channel === 'string') options.context().workspace.addChannel(event.channel);
      return deliver(event);
    },
    redeliver: ({ payload }: Delivery, changes: { event_id?: string; event?: Json } = {}): void => {
      const event = { ...Object(payload.event), ...changes.event };
      const changed = { ...payload, ...(changes.event_id && { event_id: changes.event_id }), event };
      dispatcher.send({ kind: 'events_api', payload: changed });
    },
    say: (message: NewMessage): Delivery => messageEvent(write(message, message.channel ?? identity.channel)),
    directMessage: (message: NewMessage): Delivery =>
      messageEvent(write(message, message.channel ?? imOf(message.user ?? identity.person))),
    mention: (message: NewMessage & { copy?: boolean }): Delivery => {
      const at = `<@${identity.botUser}>`;
      const text = message.text.includes(at) ? message.text : `${at} ${message.text}`;
      const stored = write(message, message.channel ?? identity.channel, text);
      const { channel, ts } = stored;
      const isSent = events.has('app_mention') && options.context().workspace.isMember(channel);
      const event = { ...stored, type: 'app_mention', team: identity.team, event_ts: ts };
      const delivery = { channel, ts, ...deliver(event, isSent) };
      if (message.copy !== false) messageEvent(stored);
      return delivery;
    },
    openHome: (of: { user?: string; tab?: 'home' | 'messages'; channel?: string } = {}): Delivery => {
      const { workspace, views } = options.context();
      const user = of.user ?? identity.person;
      const channel = of.channel ?? imOf(user);
      workspace.addChannel(channel);
      const ts = workspace.newTs();
      const tab = of.tab ?? 'home';
      const view = tab === 'home' ? views.home(user) : undefined;
      const event = { type: 'app_home_opened', user, channel, tab, event_ts: ts, ...(view && { view }) };
      return { channel, ts, ...deliver(event, events.has('app_home_opened')) };
    },
  };
}
