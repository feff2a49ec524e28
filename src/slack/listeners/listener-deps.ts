import type { Logger } from 'pino';
import type { ClauseReader } from '../../answer/create-clause-reader.ts';
import type { Intake } from '../events/create-intake.ts';
import type { SlackState } from '../state/open-slack-state.ts';

/** What the listeners work with. */
export type ListenerDeps = {
  intake: Intake;
  reader: ClauseReader;
  state: SlackState;
  expertsChannel: string | undefined;
  /** BCP 47 tag of the language that a person has Slack in. */
  languageOf: (user: string) => Promise<string>;
  logger: Logger;
};
