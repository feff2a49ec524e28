import { describe, expect, it } from 'vitest';
import { channel, fake } from './fake-fixtures.ts';

describe('the workspace', () => {
  it('knows people and their direct messages', async () => {
    const { slack, call } = await fake();
    slack.setLocale('U1', 'de-DE');
    slack.setPerson('U1', { displayName: '<!here>' });
    const info = await call('users.info', { user: 'U1', include_locale: 'true' });
    expect(info).toMatchObject({ user: { locale: 'de-DE', profile: { display_name: '<!here>' } } });
    expect(await call('chat.postMessage', { channel: 'U1', text: 'x' })).toMatchObject({ channel: 'D1' });
    expect(await call('conversations.open', { users: 'U1' })).toMatchObject({ channel: { id: 'D1' } });
    expect(slack.replies('D1')).toHaveLength(1);
  });

  it('goes wrong as it is told, and the same way for the same seed', async () => {
    const { slack, call } = await fake();
    const send = () => call('chat.postMessage', { channel, text: 'x' });
    slack.failNext('chat.postMessage', { status: 500, posts: true });
    slack.failNext('chat.postMessage', { status: 500 });
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 7 });
    expect((await send()).status).toBe(500);
    expect((await send()).status).toBe(500);
    expect((await send()).headers.get('retry-after')).toBe('7');
    slack.failNext('chat.postMessage', { lost: true });
    await expect(send()).rejects.toThrow();
    expect(slack.replies(channel)).toHaveLength(2);
    const draw = async () => {
      slack.failAlways('chat.postMessage', { error: 'any_error' }, 0.5, 7);
      const results = [];
      for (let n = 0; n < 12; n += 1) results.push((await send()).ok);
      slack.clearFaults();
      return results;
    };
    const first = await draw();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await draw()).toEqual(first);
    expect(await send()).toMatchObject({ ok: true });
  });

  it('limits the rate of each channel', async () => {
    const { call } = await fake({ rateLimited: { burst: 2, perSecond: 0.5 } });
    const send = () => call('chat.postMessage', { channel, text: 'x' });
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    const third = await send();
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '2']);
  });
});
