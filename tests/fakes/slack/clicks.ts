import type { Json } from './checks.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Ephemeral } from './ephemerals.ts';
import { channelName, withoutChannel } from './interaction-fields.ts';
import type { Interaction } from './interactions.ts';
import { actionOf } from './interactive-element.ts';
import type { MethodContext } from './method.ts';
import type { createResponseUrls } from './response-urls.ts';
import type { StoredView } from './views.ts';
import { identity, type StoredMessage } from './workspace.ts';

export type Clickable = StoredMessage | Ephemeral | StoredView;

/** Clicks on the interactive elements of messages, ephemerals and views. */
export function createClicks(options: {
  dispatcher: Dispatcher;
  context: MethodContext;
  responses: ReturnType<typeof createResponseUrls>;
  common: (user: string, triggerId: string) => Json;
}) {
  const { dispatcher, context, responses, common } = options;
  const { workspace, triggers, views } = context;

  function click(of: {
    on: Clickable;
    actionId: string;
    nth?: number;
    user?: string;
    value?: string;
  }): Interaction {
    const { on, ...choice } = of;
    const action = actionOf(on.blocks ?? [], { ...choice, at: workspace.newTs() });
    const place = 'hash' in on ? placeOfView(on, of.user) : placeOfMessage(on, of.user);
    const { user, channel } = place;
    const triggerId = triggers.issue(user);
    const payload = {
      ...common(user, triggerId),
      type: 'block_actions',
      ...place.fields,
      actions: [action],
    };
    dispatcher.send({ kind: 'interactive', payload });
    return { triggerId, responseUrl: place.responseUrl, channel, user };
  }

  function placeOfView(view: StoredView, by: string | undefined) {
    const found = views.find(view.id);
    if (found === undefined) throw new Error(`Expected an open view, got ${view.id}`);
    const user = by ?? found.user;
    const container = { type: 'view', view_id: view.id };
    return { user, channel: '', responseUrl: '', fields: { container, view: found.view } };
  }

  /** As in Slack, the payload has no `message` when only one person sees it. */
  function placeOfMessage(on: StoredMessage | Ephemeral, by: string | undefined) {
    const isEphemeral = 'via' in on;
    const { channel, ts } = on;
    const user = by ?? (isEphemeral ? on.user : identity.person);
    const responseUrl = responses.issue({
      channel,
      user,
      original: isEphemeral ? { ephemeral: on } : { ts },
    });
    const thread = isEphemeral ? on.threadTs : on.thread_ts;
    const container: Json = {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
    };
    if (thread !== undefined) container.thread_ts = thread;
    const fields = {
      container,
      channel: { id: channel, name: channelName(channel) },
      ...(!isEphemeral && { message: withoutChannel(on) }),
      state: { values: {} },
      response_url: responseUrl,
    };
    return { user, channel, responseUrl, fields };
  }

  return click;
}
