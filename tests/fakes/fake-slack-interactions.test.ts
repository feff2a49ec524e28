import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { socketApp } from './fake-app.ts';
import { actions, button, channel, fake, feedback, input, json, modal, plain } from './fake-fixtures.ts';

describe('interactions', () => {
  it('click the nth button of a message', async () => {
    const { slack, call } = await fake({ events: [] });
    const app = await socketApp(slack);
    const blocks = [
      actions(button({ value: '1' }), button({ action_id: 'other' })),
      { type: 'section', text: plain('s'), accessory: button({ value: '2' }) },
      { type: 'context_actions', elements: [feedback] },
    ];
    await call('chat.postMessage', { channel, text: 'x', blocks });
    const message = await slack.waitForReply({ channel });
    const { triggerId, responseUrl } = slack.click({ on: message, actionId: 'go', nth: 1, user: 'U1' });
    slack.click({ on: message, actionId: 'feedback', value: 'bad' });
    expect(() => slack.click({ on: message, actionId: 'go', nth: 2 })).toThrow('go');
    expect(() => slack.click({ on: message, actionId: 'none' })).toThrow('none');
    expect(() => slack.click({ on: message, actionId: 'feedback', value: 'none' })).toThrow('none');
    await vi.waitFor(() => expect(slack.acks).toHaveLength(2));
    const [first, second] = app.envelopes.map(({ payload }) => payload);
    expect(first).toMatchObject({
      type: 'block_actions',
      user: { id: 'U1' },
      api_app_id: 'A0FAKE',
      container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: false },
      trigger_id: triggerId,
      team: { id: 'T0FAKE' },
      channel: { id: channel },
      message: { ts: message.ts, text: 'x' },
      response_url: responseUrl,
      state: { values: {} },
      actions: [
        { type: 'button', action_id: 'go', value: '2', text: plain('Go'), block_id: expect.any(String) },
      ],
    });
    expect(second?.actions).toMatchObject([{ type: 'feedback_buttons', value: 'bad', text: plain('No') }]);
    expect(slack.violations).toEqual([]);
  });

  it('open, update and submit views', async () => {
    const { slack, call } = await fake();
    await socketApp(slack, ({ payload }) =>
      payload.type === 'view_submission' ? { response_action: 'errors', errors: { q: 'why' } } : undefined,
    );
    const { triggerId, user } = slack.command({ text: '' });
    const form = modal({ submit: plain('OK'), blocks: [input], private_metadata: 'm' });
    const opened = await call('views.open', { trigger_id: triggerId, view: form });
    expect(opened).toMatchObject({ ok: true });
    const view = await slack.waitForView({ user, matching: ({ private_metadata: m }) => m === 'm' });
    const values = { q: { a: { type: 'plain_text_input', value: 'v' } } };
    expect(await slack.submit({ view, values })).toMatchObject({ response_action: 'errors' });
    expect(() => slack.submit({ view, values: { nowhere: {} } })).toThrow('nowhere');
    expect(slack.views(user)).toHaveLength(1);
    expect(await call('views.update', { view_id: view.id, hash: 'stale', view: form })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await call('views.update', { view_id: view.id, hash: view.hash, view: modal() })).toMatchObject({
      ok: true,
    });
    expect(slack.violations).toEqual([]);
  });

  it('click in ephemerals, which come without a message, and in a Home', async () => {
    const { slack, call } = await fake();
    const app = await socketApp(slack);
    const blocks = [actions(button())];
    await call('chat.postEphemeral', { channel, user: 'U1', text: 'x', blocks });
    await call('views.publish', { user_id: 'U1', view: { type: 'home', blocks } });
    slack.click({ on: await slack.waitForEphemeral(), actionId: 'go' });
    slack.click({ on: await slack.waitForHome({ user: 'U1' }), actionId: 'go' });
    await vi.waitFor(() => expect(slack.acks).toHaveLength(2));
    const [ephemeral, home] = app.envelopes.map(({ payload }) => payload);
    expect(ephemeral).toMatchObject({ user: { id: 'U1' }, container: { is_ephemeral: true } });
    expect(ephemeral).not.toHaveProperty('message');
    expect(home).toMatchObject({
      container: { type: 'view' },
      view: { type: 'home', hash: expect.any(String) },
    });
    expect(home).not.toHaveProperty('response_url');
  });

  it('follow the answer to a form: update, push, clear, close, and nothing wrong', async () => {
    const { slack, call } = await fake();
    let answer: unknown;
    await socketApp(slack, ({ type }) => (type === 'interactive' ? answer : undefined));
    const form = (m: string) => modal({ submit: plain('OK'), blocks: [input], private_metadata: m });
    const { triggerId, user } = slack.command({ text: '' });
    await call('views.open', { trigger_id: triggerId, view: form('a') });
    const shown = () => slack.views(user).map(({ private_metadata: m }) => m);
    const submit = async (body: unknown) => {
      answer = body;
      await slack.submit({ view: await slack.waitForView(), values: {} });
      return shown();
    };
    expect(await submit({ response_action: 'update', view: form('b') })).toEqual(['b']);
    expect(await submit({ response_action: 'push', view: form('c') })).toEqual(['b', 'c']);
    expect(await submit(undefined)).toEqual(['b']);
    expect(await submit({ response_action: 'errors', errors: { q: 'why' } })).toEqual(['b']);
    expect(slack.violations).toEqual([]);
    expect(await submit({ response_action: 'errors', errors: { z: 'why' } })).toEqual(['b']);
    expect(await submit({ response_action: 'update', view: { type: 'modal' } })).toEqual(['b']);
    expect(await submit({ response_action: 'vanish' })).toEqual(['b']);
    expect(slack.violations).toHaveLength(3);
    expect(await submit({ response_action: 'clear' })).toEqual([]);
  });

  it('refuses triggers that are old, used or made up, and a fourth view', async () => {
    const { slack, call } = await fake({ triggerLifetimeMs: 200 });
    await socketApp(slack);
    const open = (method: string, id: string, view = modal()) => call(method, { trigger_id: id, view });
    const { triggerId } = slack.command({ text: '' });
    expect(await open('views.push', triggerId)).toMatchObject({ error: 'not_found' });
    expect(await open('views.open', triggerId)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open('views.open', 'made.up')).toMatchObject({ error: 'invalid_trigger_id' });
    await open('views.open', slack.command({ text: '' }).triggerId);
    for (const error of [undefined, undefined, 'push_limit_reached'])
      expect((await open('views.push', slack.command({ text: '' }).triggerId)).error).toBe(error);
    const late = slack.command({ text: '' }).triggerId;
    await delay(250);
    expect(await open('views.open', late)).toMatchObject({ error: 'expired_trigger_id' });
    expect(slack.violations).toHaveLength(5);
  });

  it('answer at a response_url: in place, in the channel, five times and not wrongly', async () => {
    const { slack } = await fake({ events: [] });
    await socketApp(slack);
    const { responseUrl: url, user } = slack.command({ text: '' });
    expect((await fetch(url, json({ text: 'a' }))).status).toBe(200);
    await fetch(url, json({ text: 'b', replace_original: true }));
    expect(slack.ephemerals).toMatchObject([{ user, text: 'b', replaced: true, via: 'response_url' }]);
    await fetch(url, json({ text: 'c', response_type: 'in_channel' }));
    expect(slack.replies(channel)).toMatchObject([{ text: 'c' }]);
    await fetch(url, json({ delete_original: true }));
    expect(slack.ephemerals[0]?.deleted).toBe(true);
    expect(slack.violations).toEqual([]);
    expect((await fetch(url, json({ text: 'd', blocks: [{ type: 'video' }] }))).status).toBe(400);
    const used = await fetch(url, json({ text: 'e' }));
    expect(await used.json()).toEqual({ ok: false, error: 'used_url' });
    const { responseUrl: other } = slack.command({ text: '' });
    expect((await fetch(other, json('not json'))).status).toBe(400);
    expect((await fetch(other, json({ text: 'x', colour: 1 }))).status).toBe(400);
    expect(slack.violations).toHaveLength(4);
  });
});
