import { readConfig, type SlackConfig } from '../../src/config.ts';
import type { FakeSlack } from '../fakes/fake-slack.ts';

/** The settings of a bot on the fake: the defaults of the program, with any part replaced. */
export function makeSlackConfig(slack: FakeSlack, changes: Partial<SlackConfig> = {}): SlackConfig {
  const { apiUrl, botToken, appToken, signingSecret } = slack;
  return { ...readConfig({}).slack, apiUrl, botToken, appToken, signingSecret, ...changes };
}
