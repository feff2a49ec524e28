import { inspect } from 'node:util';
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Lets Bolt and its clients write to the program's log. Their debug lines carry whole messages of people, so
 * they appear only at the level `trace`. The level is the one of `logger`; Bolt cannot change it.
 */
export function createBoltLogger(logger: Logger): BoltLogger {
  const log = logger.child({ component: 'bolt' });
  return {
    debug: (...parts: unknown[]) => {
      if (log.isLevelEnabled('trace')) log.trace(...entry(parts));
    },
    info: (...parts: unknown[]) => log.debug(...entry(parts)),
    warn: (...parts: unknown[]) => log.warn(...entry(parts)),
    error: (...parts: unknown[]) => log.error(...entry(parts)),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
  };
}

/** Variadic arguments as one pino entry: the first error under `err`, everything else in the message. */
function entry(parts: unknown[]): [{ err?: Error }, string] {
  const error = parts.find((part) => part instanceof Error);
  const words = parts.filter((part) => part !== error || parts.length === 1);
  const message = words
    .map((part) => (typeof part === 'string' ? part : inspect(part, { depth: 3 })))
    .join(' ');
  return error === undefined ? [{}, message] : [{ err: error }, error === words[0] ? error.message : message];
}
