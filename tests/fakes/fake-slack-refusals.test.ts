import { describe, expect, it } from 'vitest';
import { socketApp } from './fake-app.ts';
import { actions, button, channel, fake, feedback, input, modal, plain } from './fake-fixtures.ts';

describe('the Web API refuses', () => {
  const post = { channel, text: 'x' };

  const long = (length: number) => 'x'.repeat(length);
  const text = (value: string) => ({ type: 'text', text: value });
  const section = (element: object) => [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] },
  ];
  const twins = [1, 2].map(() => ({ type: 'divider', block_id: 'b' }));
  const choice = { type: 'static_select', action_id: 's', options: [{ text: plain('o'), value: 'v' }] };
  const stranger = { ...choice, initial_option: { text: plain('p'), value: 'w' } };
  const contextActions = (count: number) => ({
    type: 'context_actions',
    elements: Array(count).fill(feedback),
  });

  it.each([
    ['unknown kinds', [{ type: 'video' }], 'unsupported type: video'],
    ['a long button', [actions(button({ text: plain(long(76)) }))], 'less than 76'],
    ['a button of mrkdwn', [actions(button({ text: { type: 'mrkdwn', text: 'x' } }))], 'one of plain_text'],
    ['a long value', [actions(button({ value: long(2_001) }))], 'less than 2001'],
    ['a long address', [actions(button({ url: long(3_001) }))], 'less than 3001'],
    ['a long action id', [actions(button({ action_id: long(256) }))], 'less than 256'],
    ['an odd style', [actions(button({ style: 'blue' }))], 'one of primary, danger'],
    ['equal action ids', [actions(button(), button())], 'action_id must be unique'],
    ['equal block ids', twins, 'block_id must be unique'],
    ['26 buttons', [actions(...Array(26).fill(button()))], 'no more than 25'],
    ['6 elements', [contextActions(6)], 'no more than 5'],
    ['feedback in actions', [actions(feedback)], 'unsupported type: feedback_buttons'],
    ['an option from nowhere', [actions(stranger)], 'not one of the options'],
    ['an empty section', [{ type: 'section' }], 'needs text or fields'],
    ['a broadcast', section({ type: 'broadcast', range: 'here' }), 'unsupported type: broadcast'],
    ['a long text', section(text(long(3_001))), 'less than 3001'],
    ['51 blocks', Array(51).fill({ type: 'divider' }), 'no more than 50'],
  ])('blocks with %s', async (_name, blocks, problem) => {
    const { slack, call } = await fake();
    const answer = await call('chat.postMessage', { ...post, blocks });
    expect(answer.error).toBe('invalid_blocks');
    expect(JSON.stringify(answer.response_metadata)).toContain(problem);
    expect(slack.violations).toEqual([expect.stringContaining(problem)]);
    expect(slack.replies(channel)).toEqual([]);
  });

  it.each([
    ['a title above 24', modal({ title: plain(long(25)) }), 'less than 25'],
    ['a button above 24', modal({ submit: plain(long(25)) }), 'less than 25'],
    ['metadata above 3,000', modal({ private_metadata: long(3_001) }), 'less than 3001'],
    ['a long callback id', modal({ callback_id: long(256) }), 'less than 256'],
    ['101 blocks', modal({ blocks: Array(101).fill({ type: 'divider' }) }), 'no more than 100'],
    ['input without submit', modal({ blocks: [input] }), 'needs submit'],
    ['feedback', modal({ blocks: [contextActions(1)] }), 'unsupported type: context_actions'],
    ['a Home', { type: 'home', blocks: [{ type: 'divider' }] }, 'of type modal'],
  ])('modal views with %s', async (_name, view, problem) => {
    const { slack, call } = await fake();
    expect(await call('views.open', { trigger_id: 't', view })).toMatchObject({ error: 'invalid_arguments' });
    expect(slack.violations).toEqual([expect.stringContaining(problem)]);
  });

  const prompt = { title: 't', message: 'm' };
  const promptsOf = 'assistant.threads.setSuggestedPrompts';
  it.each([
    [
      'an unknown thread',
      'chat.postEphemeral',
      { ...post, user: 'U1', thread_ts: '1.1' },
      'thread_not_found',
    ],
    ['an ephemeral for nobody', 'chat.postEphemeral', post, 'invalid_arguments'],
    ['a modal as Home', 'views.publish', { user_id: 'U1', view: modal() }, 'invalid_arguments'],
    [
      'prompts in a thread',
      promptsOf,
      { channel_id: channel, thread_ts: '1.1', prompts: [prompt] },
      'thread_ts',
    ],
    ['five prompts', promptsOf, { channel_id: channel, prompts: Array(5).fill(prompt) }, '1 to 4'],
    ['a status nowhere', 'assistant.threads.setStatus', { channel_id: channel, status: 's' }, 'thread_ts'],
    ['several people', 'conversations.open', { users: 'U1,U2' }, 'user_not_found'],
    ['links to nothing', 'chat.getPermalink', { channel, message_ts: '1.1' }, 'message_not_found'],
    ['to delete nothing', 'chat.delete', { channel, ts: '1.1' }, 'message_not_found'],
    ['an unknown channel', 'conversations.info', { channel: 'C0NONE' }, 'channel_not_found'],
    [
      'reactions to nothing',
      'reactions.add',
      { channel, timestamp: '1.1', name: 'eyes' },
      'message_not_found',
    ],
    ['link_names', 'chat.postMessage', { ...post, link_names: true }, 'unknown field: link_names'],
  ])('%s', async (_name, method, fields, problem) => {
    const { slack, call } = await fake();
    expect((await call(method, fields)).ok).toBe(false);
    expect(slack.violations).toEqual([expect.stringContaining(problem)]);
  });

  it('nothing that is well made', async () => {
    const { slack, call } = await fake();
    const option = { text: plain('o'), value: 'v' };
    const select = { type: 'static_select', action_id: 's', options: [option], initial_option: option };
    const radio = { type: 'radio_buttons', action_id: 'r', options: [option] };
    const elements = [
      { type: 'text', text: '<!here>', style: { bold: true } },
      { type: 'user', user_id: 'U1' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'emoji', name: 'eyes' },
      { type: 'link', url: 'https://x.test' },
    ];
    const section = { type: 'rich_text_section', elements };
    const blocks = [
      {
        type: 'rich_text',
        elements: [section, { type: 'rich_text_list', style: 'bullet', elements: [section] }],
      },
      { type: 'section', fields: [plain('f')], accessory: select },
      actions(button({ url: 'https://x.test', style: 'primary', value: 'v' }), radio),
      { type: 'input', label: plain('l'), element: radio, hint: plain('h'), optional: true },
      input,
    ];
    const message = {
      ...post,
      blocks: [...blocks.slice(0, 3), { type: 'context_actions', elements: [feedback] }],
    };
    expect(await call('chat.postMessage', message)).toMatchObject({ ok: true });
    expect(await call('chat.postEphemeral', { ...message, user: 'U1' })).toMatchObject({ ok: true });
    const home = { type: 'home', blocks, callback_id: 'c', external_id: 'e' };
    expect(await call('views.publish', { user_id: 'U1', view: home })).toMatchObject({ ok: true });
    await socketApp(slack);
    const view = modal({ blocks, submit: plain('OK'), close: plain('No'), notify_on_close: true });
    const { triggerId } = slack.command({ text: '' });
    expect(await call('views.open', { trigger_id: triggerId, view })).toMatchObject({ ok: true });
    const prompts = [{ title: 't', message: 'm' }];
    expect(
      await call('assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts }),
    ).toMatchObject({ ok: true });
    expect(slack.home('U1')?.callback_id).toBe('c');
    expect(slack.ephemerals).toHaveLength(1);
    expect(slack.suggestedPrompts.get(channel)).toEqual({ prompts });
    expect(slack.violations).toEqual([]);
  });

  it('other messages than its own', async () => {
    const { slack, call } = await fake();
    const { ts } = slack.say({ text: 'mine' });
    expect(await call('chat.delete', { channel, ts })).toMatchObject({ error: 'cant_delete_message' });
    expect(await call('chat.update', { channel, ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
  });

  it('markup that is parsed, in text and mrkdwn, but for the people allowed', async () => {
    const { slack, call } = await fake();
    slack.allowedMentions.add('U1');
    const section = { type: 'section', text: { type: 'mrkdwn', text: '<@U1> <http://x|y> &lt;!here&gt;' } };
    await call('chat.postMessage', { channel, text: '<!here> a < b', blocks: [section] });
    await call('chat.postMessage', { channel, text: '<@U2> <#C1>' });
    await call('chat.postMessage', {
      channel,
      text: 'x',
      blocks: [{ type: 'header', text: plain('<!here>') }],
    });
    const found = ['<!here>', '<http://x|y>', '<@U2>', '<#C1>'];
    expect(slack.violations).toEqual(found.map((one) => `markup that Slack parses: ${one}`));
  });

  it('calls without their scope, in channels it left, and after it was revoked', async () => {
    const { slack, call } = await fake({ scopes: ['chat:write', 'channels:history'] });
    const ok = await call('auth.test');
    expect(ok.headers.get('x-oauth-scopes')).toBe('chat:write,channels:history');
    expect(await call('conversations.replies', { channel: 'G1', ts: '1.1' })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:history',
      provided: 'chat:write,channels:history',
    });
    slack.removeBot(channel);
    expect(await call('chat.postMessage', post)).toMatchObject({ error: 'not_in_channel' });
    expect(await call('chat.postEphemeral', { ...post, user: 'U1' })).toMatchObject({
      error: 'not_in_channel',
    });
    slack.archive(channel);
    expect(await call('chat.postMessage', post)).toMatchObject({ error: 'is_archived' });
    slack.removeScope('chat:write');
    expect(await call('chat.postMessage', post)).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
    });
    slack.revoke();
    expect(await call('auth.test')).toMatchObject({ error: 'token_revoked' });
    expect(slack.violations).toEqual([]);
  });
});
