import { join } from 'node:path';
import type { Logger } from 'pino';
import type { KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import { createSlackBot } from '../slack/create-slack-bot.ts';
import { openSlackState } from '../slack/slack-state.ts';
import { checkTokens } from '../slack/slack-tokens.ts';
import { type Health, type HealthServer, serveHealth } from '../web/serve-health.ts';
import type { CommandContext } from './command-context.ts';
import { type OpenAnswerer, openAnswerer } from './open-answerer.ts';

const defaultPort = 3_000;

/**
 * `clausewise start`: the Slack bot until SIGINT or SIGTERM; then the answers under way are finished.
 * @returns the exit code.
 */
export async function runStart(context: CommandContext, options: { index: string }): Promise<number> {
  // Before the model is loaded: a missing token is said at once.
  checkTokens(context.config.slack);
  const stopSignal = waitForSignal();
  const answerer = await openAnswerer(context, options.index);
  try {
    await serve(context, options.index, answerer, stopSignal);
    return 0;
  } finally {
    await answerer.close();
  }
}

async function serve(
  context: CommandContext,
  indexDir: string,
  { answer, source, manifest }: OpenAnswerer,
  stopSignal: Promise<NodeJS.Signals>,
): Promise<void> {
  const { config, logger } = context;
  const state = openSlackState(join(indexDir, 'state.db'));
  const bot = createSlackBot({ answer, state, logger, slack: config.slack });
  let server: HealthServer | null = null;
  try {
    server = await openHealth(config.port, logger, () => healthOf(source));
    await bot.start();
    const { documents, clauses } = manifest;
    context.stderr.write(
      `clausewise ready mode=socket documents=${documents} clauses=${clauses - documents} port=${server?.port ?? 'none'}\n`,
    );
    logger.info({ signal: await stopSignal }, 'stopping');
  } finally {
    await bot.stop();
    await server?.close();
    state.close();
  }
}

/** A port that was asked for must be had; the default one may be another program's. */
async function openHealth(
  port: number | undefined,
  logger: Logger,
  health: () => Promise<Health>,
): Promise<HealthServer | null> {
  if (port !== undefined) return serveHealth(port, health);
  return serveHealth(defaultPort, health).catch((error: unknown) => {
    logger.warn({ err: error }, `port ${defaultPort} is taken: /healthz is off, set PORT to have it`);
    return null;
  });
}

async function healthOf(source: KnowledgeSource): Promise<Health> {
  const { knowledge, release } = await source.lease();
  const { documents, clauses } = knowledge.manifest;
  release();
  return { mode: 'socket', documents, clauses: clauses - documents };
}

function waitForSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}
