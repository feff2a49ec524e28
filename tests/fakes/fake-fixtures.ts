import { afterEach } from 'vitest';
import { apiClient, httpApp, type Received } from './fake-app.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './fake-slack.ts';

const allScopes = [
  'chat:write',
  'im:write',
  'im:history',
  'groups:history',
  'channels:history',
  'channels:read',
  'users:read',
  'assistant:write',
  'reactions:write',
];
const allEvents = ['app_mention', 'app_home_opened', 'message.channels', 'message.groups', 'message.im'];
export const channel = 'C0GENERAL';
let cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
  cleanups = [];
});

/** A fake with all scopes and events, short times and one channel; it ends with the test. */
export async function fake(options: FakeSlackOptions = {}) {
  const slack = await startFakeSlack({
    scopes: allScopes,
    events: allEvents,
    ackTimeoutMs: 150,
    retryDelaysMs: [0, 50],
    ...options,
  });
  cleanups.push(slack.stop);
  slack.addChannel(channel);
  return { slack, call: apiClient(slack) };
}

/** An app over HTTP that ends with the test. */
export async function http(
  slack: FakeSlack,
  answer: (request: Received) => { status: number; body?: string },
) {
  const app = await httpApp(slack, answer);
  cleanups.push(app.stop);
  return app;
}

export const plain = (text: string) => ({ type: 'plain_text', text });
export const button = (more: object = {}) => ({
  type: 'button',
  text: plain('Go'),
  action_id: 'go',
  ...more,
});
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const feedback = {
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: { text: plain('Yes'), value: 'good' },
  negative_button: { text: plain('No'), value: 'bad' },
};
export const input = {
  type: 'input',
  block_id: 'q',
  label: plain('Q'),
  element: { type: 'plain_text_input', action_id: 'a' },
};
export const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('T'),
  blocks: [{ type: 'divider' }],
  ...more,
});
export const json = (value: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});
export const parsed = (text: string): Record<string, unknown> => JSON.parse(text);
