import { createClicks } from './clicks.ts';
import type { Dispatcher } from './dispatcher.ts';
import { channelName, interactionFields, withoutChannel } from './interaction-fields.ts';
import type { MethodContext } from './method.ts';
import type { createResponseUrls } from './response-urls.ts';
import { createSubmissions } from './submissions.ts';
import { identity } from './workspace.ts';

/** What a test needs to know of an interaction. `responseUrl` is empty for views, which have none. */
export type Interaction = { triggerId: string; responseUrl: string; channel: string; user: string };

/** What people do with the app beside writing: commands, shortcuts, buttons and forms. */
export function createInteractions(options: {
  dispatcher: Dispatcher;
  context: MethodContext;
  responses: ReturnType<typeof createResponseUrls>;
}) {
  const { dispatcher, context, responses } = options;
  const { workspace, people, triggers } = context;

  const newAddress = (user: string, channel: string) => ({
    triggerId: triggers.issue(user),
    responseUrl: responses.issue({ channel, user, original: undefined }),
    channel,
    user,
  });

  const common = (user: string, triggerId: string) =>
    interactionFields(people.find(user).name, user, triggerId);

  function command(of: { text: string; user?: string; channel?: string; command?: string }): Interaction {
    const { text, user = identity.person, channel = identity.channel, command = '/clausewise' } = of;
    workspace.addChannel(channel);
    const made = newAddress(user, channel);
    const payload = {
      token: identity.token,
      team_id: identity.team,
      team_domain: identity.domain,
      channel_id: channel,
      channel_name: channelName(channel),
      user_id: user,
      user_name: people.find(user).name,
      command,
      text,
      api_app_id: identity.app,
      is_enterprise_install: 'false',
      response_url: made.responseUrl,
      trigger_id: made.triggerId,
    };
    dispatcher.send({ kind: 'slash_commands', payload }, (body) => responses.showAck(made.responseUrl, body));
    return made;
  }

  function shortcut(of: {
    callbackId: string;
    message: { channel: string; ts: string };
    user?: string;
  }): Interaction {
    const { callbackId, message: place, user = identity.person } = of;
    const message = workspace.find(place.channel, place.ts);
    if (message === undefined) throw new Error(`Expected a message, got ${JSON.stringify(place)}`);
    const made = newAddress(user, place.channel);
    const payload = {
      ...common(user, made.triggerId),
      type: 'message_action',
      callback_id: callbackId,
      action_ts: workspace.newTs(),
      response_url: made.responseUrl,
      message_ts: message.ts,
      channel: { id: place.channel, name: channelName(place.channel) },
      message: withoutChannel(message),
    };
    dispatcher.send({ kind: 'interactive', payload });
    return made;
  }

  return {
    command,
    shortcut,
    click: createClicks({ dispatcher, context, responses, common }),
    submit: createSubmissions({ dispatcher, context, common }),
  };
}
