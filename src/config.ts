import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigurationError } from './errors.ts';

/** The folder of this package: `seeds/`, `models/` and `index/` stand in it. */
const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** An empty line in `.env` means the same as no line. */
const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

/** A limit in the unit of its name; an empty line leaves the default. */
const limit = z.coerce
  .number('it must be a number above 0')
  .positive('it must be a number above 0')
  .optional();
const mebibyte = 1024 * 1024;

const portRange = 'it must be a whole number from 0 to 65535';

const schema = z.object({
  INDEX_DIR: optionalText,
  DOCUMENTS_DIR: optionalText,
  EMBEDDING_MODEL: optionalText,
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'it must be fatal, error, warn, info, debug, trace or silent',
    )
    .optional(),
  PORT: z.coerce.number(portRange).int(portRange).min(0, portRange).max(65_535, portRange).optional(),
  MAX_FILE_MIB: limit,
  MAX_PAGES: limit,
  MAX_UNPACKED_MIB: limit,
  MAX_READING_SECONDS: limit,
  SLACK_BOT_TOKEN: optionalText,
  SLACK_APP_TOKEN: optionalText,
  SLACK_SIGNING_SECRET: optionalText,
  SLACK_MODE: z.enum(['socket', 'http'], 'it must be socket or http').optional(),
  SLACK_API_URL: optionalText.pipe(z.url().optional()),
  SLACK_FOLLOW_UPS: z.enum(['thread', 'mention', 'off'], 'it must be thread, mention or off').optional(),
  SLACK_EXPERTS_CHANNEL: optionalText.pipe(
    z
      .string()
      .regex(/^[CG][A-Z0-9]{2,}$/u, 'it must be the id of a channel, as C0123456789')
      .optional(),
  ),
  SLACK_HISTORY_DAYS: limit,
  SLACK_ANSWER_WITHIN_MINUTES: limit,
  SLACK_QUEUE_LIMIT: limit,
  PUBLIC_URL: optionalText.pipe(z.url('it must be an address, as https://clausewise.example.org').optional()),
});

/** Frozen settings of one process; see `.env.example` for what each variable means. */
export type Config = Readonly<{
  packageRoot: string;
  version: string;
  indexDir: string;
  documentsDir: string;
  embeddingModel: string;
  /** File of the registry of organizations. */
  registryFile: string;
  refusalDir: string;
  logLevel: string;
  port: number | undefined;
  /** Limits for one file, where they are set. */
  readingLimits: Readonly<{
    maxFileBytes?: number;
    maxPages?: number;
    maxUnpackedBytes?: number;
    maxSeconds?: number;
  }>;
  /** Where the pages of the documents are reached from outside, without a slash at its end. */
  publicUrl: string | undefined;
  slack: SlackConfig;
}>;

/** The settings of the Slack bot. */
export type SlackConfig = Readonly<{
  mode: 'socket' | 'http';
  botToken: string | undefined;
  /** For Socket Mode. */
  appToken: string | undefined;
  /** For HTTP. */
  signingSecret: string | undefined;
  apiUrl: string | undefined;
  /** How channels are followed that have no setting of their own. */
  followUps: FollowUps;
  /** Channel of the people who answer what the documents do not. */
  expertsChannel: string | undefined;
  /** How long questions, answers and conversations are kept. */
  historyDays: number;
  /** A question found at the start is answered when it is younger than this; else its asker is told. */
  answerWithinMinutes: number;
  /** So many questions may wait; the next is declined politely. */
  queueLimit: number;
}>;

/** `thread`: also what follows in a thread with an answer; `mention`: only mentions; `off`: nothing. */
export type FollowUps = 'thread' | 'mention' | 'off';

/**
 * Reads the settings from environment variables. Paths come back absolute.
 * @throws ConfigurationError `configuration-invalid`, naming the variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'the environment');
    throw new ConfigurationError(
      'configuration-invalid',
      `${name} has a value that cannot be used (${issue?.message ?? 'invalid'}): correct it in .env or in the environment.`,
    );
  }
  const value = parsed.data;
  return Object.freeze({
    packageRoot,
    version: readVersion(),
    indexDir: resolve(value.INDEX_DIR ?? resolve(packageRoot, 'index')),
    documentsDir: resolve(value.DOCUMENTS_DIR ?? resolve(packageRoot, 'seeds')),
    embeddingModel: resolve(value.EMBEDDING_MODEL ?? resolve(packageRoot, 'models/multilingual-e5-small')),
    registryFile: resolve(packageRoot, 'registry/organizations.yaml'),
    refusalDir: resolve(packageRoot, 'models/refusal'),
    logLevel: value.LOG_LEVEL ?? 'info',
    port: value.PORT,
    readingLimits: readLimits(value),
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/u, ''),
    slack: Object.freeze({
      mode: value.SLACK_MODE ?? 'socket',
      botToken: value.SLACK_BOT_TOKEN,
      appToken: value.SLACK_APP_TOKEN,
      signingSecret: value.SLACK_SIGNING_SECRET,
      apiUrl: value.SLACK_API_URL,
      followUps: value.SLACK_FOLLOW_UPS ?? 'thread',
      expertsChannel: value.SLACK_EXPERTS_CHANNEL,
      historyDays: value.SLACK_HISTORY_DAYS ?? 30,
      answerWithinMinutes: value.SLACK_ANSWER_WITHIN_MINUTES ?? 10,
      queueLimit: value.SLACK_QUEUE_LIMIT ?? 1_000,
    }),
  });
}

/** Only what is set; the readers know the defaults. */
function readLimits(value: z.infer<typeof schema>): Config['readingLimits'] {
  const bytes = (mebibytes: number | undefined): number | undefined =>
    mebibytes === undefined ? undefined : Math.round(mebibytes * mebibyte);
  const limits = {
    maxFileBytes: bytes(value.MAX_FILE_MIB),
    maxPages: value.MAX_PAGES,
    maxUnpackedBytes: bytes(value.MAX_UNPACKED_MIB),
    maxSeconds: value.MAX_READING_SECONDS,
  };
  return Object.freeze(Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)));
}

/** Loads `.env` of the working folder, or else of the package, into `process.env`; set variables win. */
export function loadEnvironmentFile(): void {
  const file = [resolve('.env'), resolve(packageRoot, '.env')].find((path) => existsSync(path));
  if (file !== undefined) process.loadEnvFile(file);
}

function readVersion(): string {
  const text = readFileSync(resolve(packageRoot, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** The nearest folder above that has a package.json, wherever the program was compiled to. */
function findPackageRoot(folder: string): string {
  const parent = dirname(folder);
  return existsSync(resolve(folder, 'package.json')) || parent === folder ? folder : findPackageRoot(parent);
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
}
