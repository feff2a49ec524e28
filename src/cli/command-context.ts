import type { Writable } from 'node:stream';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';

/** What every command is given. Data goes to `stdout`, progress and messages to `stderr`. */
export type CommandContext = {
  config: Config;
  logger: Logger;
  stdin: NodeJS.ReadStream;
  stdout: Writable;
  stderr: NodeJS.WriteStream;
  now: () => Date;
};
