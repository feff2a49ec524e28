import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { silent, socketApp } from './fake-app.ts';
import { fake, http, parsed } from './fake-fixtures.ts';

describe('over HTTP', () => {
  it('signs events, and sends them again with the reason until one is acknowledged', async () => {
    const { slack } = await fake({ transport: 'http' });
    const statuses = [500, 0, 200];
    const app = await http(slack, () => ({ status: statuses.shift() ?? 200 }));
    const { eventId } = slack.mention({ text: 'q', copy: false });
    await vi.waitFor(() => expect(slack.acks).toHaveLength(1));
    expect(slack.acks[0]).toMatchObject({ eventId, envelopeId: '' });
    const retries = app.received.map(({ headers }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
    ]);
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
    ]);
    for (const { headers, body } of app.received) {
      const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      const hash = createHmac('sha256', slack.signingSecret).update(base).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${hash}`);
      expect(parsed(body)).toMatchObject({ type: 'event_callback', event: { type: 'app_mention' } });
    }
  });

  it('takes a refused connection for no acknowledgement, and gives up after the last retry', async () => {
    const { slack } = await fake({ transport: 'http' });
    slack.useHttp('http://127.0.0.1:9/slack/events');
    slack.mention({ text: 'q', copy: false });
    await delay(200);
    const app = await http(slack, () => ({ status: 200 }));
    await delay(100);
    expect(app.received).toEqual([]);
    expect(slack.acks).toEqual([]);
  });

  it('sends commands and interactions as forms, once, and shows what a command is answered with', async () => {
    const { slack } = await fake({ transport: 'http' });
    const app = await http(slack, ({ body }) =>
      body.startsWith('payload=') ? { status: 0 } : { status: 200, body: 'Wait…' },
    );
    const { ts } = slack.say({ text: 'x', channel: 'C0OTHER' });
    await vi.waitFor(() => expect(slack.acks).toHaveLength(1));
    const { triggerId, responseUrl } = slack.command({ text: 'who & what', user: 'U1' });
    expect(await slack.waitForEphemeral({ user: 'U1' })).toMatchObject({ text: 'Wait…', via: 'ack' });
    const [, command] = app.received;
    expect(command?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(command?.body))).toMatchObject({
      command: '/clausewise',
      text: 'who & what',
      user_id: 'U1',
      trigger_id: triggerId,
      response_url: responseUrl,
      is_enterprise_install: 'false',
    });
    slack.shortcut({ callbackId: 'find_clause', message: { channel: 'C0OTHER', ts } });
    await delay(400);
    expect(app.received).toHaveLength(3);
    const payload = parsed(new URLSearchParams(app.received[2]?.body).get('payload') ?? '');
    expect(payload).toMatchObject({ type: 'message_action', message_ts: ts, channel: { id: 'C0OTHER' } });
    expect(slack.violations).toEqual([expect.stringContaining('message_action was not acknowledged')]);
  });

  it('posts by hand: what is tampered with or old', async () => {
    const { slack } = await fake({ transport: 'http' });
    const app = await http(slack, ({ headers, body }) => {
      const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      const hash = createHmac('sha256', slack.signingSecret).update(base).digest('hex');
      return { status: headers['x-slack-signature'] === `v0=${hash}` ? 200 : 401, body: 'b' };
    });
    expect(await slack.post({ a: 1 })).toMatchObject({ status: 200, body: 'b' });
    expect(await slack.post('{}', { tamper: true })).toMatchObject({ status: 401 });
    await slack.post('{}', { timestampOffsetSeconds: -600 });
    expect(Number(app.received[2]?.headers['x-slack-request-timestamp'])).toBeLessThan(
      Date.now() / 1_000 - 590,
    );
  });
});

describe('over Socket Mode', () => {
  it('sends an event to one connection in turn, and again when nobody acknowledges it', async () => {
    const { slack } = await fake();
    const answers = [silent, undefined];
    const one = await socketApp(slack, () => answers.shift());
    const two = await socketApp(slack);
    slack.mention({ text: 'q', copy: false });
    await vi.waitFor(() => expect(slack.acks).toHaveLength(1));
    expect([...one.envelopes, ...two.envelopes].map((envelope) => envelope.retry_attempt)).toEqual([0, 1]);
    for (let n = 0; n < 4; n += 1) slack.mention({ text: 'q', copy: false });
    await vi.waitFor(() => expect(slack.acks).toHaveLength(5));
    expect(Math.abs(one.envelopes.length - two.envelopes.length)).toBeLessThanOrEqual(2);
    expect(slack.violations).toEqual([]);
  });

  it('keeps events for a connection to come, but no commands', async () => {
    const { slack } = await fake();
    slack.mention({ text: 'q', copy: false });
    slack.command({ text: 'q' });
    const app = await socketApp(slack);
    await vi.waitFor(() => expect(app.envelopes).toHaveLength(1));
    expect(slack.violations).toEqual([expect.stringContaining('no connection was open')]);
  });

  it('delivers what the app subscribes to, from where the bot is', async () => {
    const { slack } = await fake({ events: ['app_mention', 'message.groups'] });
    const app = await socketApp(slack);
    slack.mention({ text: 'q' });
    slack.say({ text: 'nobody hears this' });
    slack.say({ text: 'heard', channel: 'G0PRIVATE' });
    slack.openHome();
    slack.removeBot('G0PRIVATE');
    slack.say({ text: 'no longer', channel: 'G0PRIVATE' });
    await vi.waitFor(() => expect(app.envelopes).toHaveLength(2));
    await delay(50);
    const types = app.envelopes.map(({ payload }) => Object(payload.event));
    expect(types).toMatchObject([{ type: 'app_mention' }, { type: 'message', channel_type: 'group' }]);
  });

  it('delivers the copy of a mention under another event id', async () => {
    const { slack } = await fake();
    const app = await socketApp(slack);
    const { ts } = slack.mention({ text: 'q' });
    await vi.waitFor(() => expect(app.envelopes).toHaveLength(2));
    const [mention, copy] = app.envelopes.map(({ payload }) => payload);
    expect(copy).toMatchObject({ event: { type: 'message', channel_type: 'channel', ts } });
    expect(copy?.event_id).not.toBe(mention?.event_id);
  });
});
