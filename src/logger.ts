import pino, { type DestinationStream, type Logger } from 'pino';

/** Tokens and secrets of Slack never reach a log, whatever object carries them. */
const secretPaths = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  '*.token',
  '*.botToken',
  '*.appToken',
  '*.signingSecret',
  '*.headers.authorization',
];

/**
 * Creates the program's logger: JSON lines on stderr, so that stdout carries data only.
 * `destination` replaces stderr, for tests.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: secretPaths },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}
