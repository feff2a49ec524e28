import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { KnowledgeSource } from '../knowledge/follow-knowledge-base.ts';
import { createSlackBot } from '../slack/create-slack-bot.ts';
import { checkTokens } from '../slack/slack-tokens.ts';
import { openSlackState } from '../slack/state/open-slack-state.ts';
import { createWebHandler } from '../web/create-web-handler.ts';
import { serveWeb, type WebServer } from '../web/serve-web.ts';
import type { CommandContext } from './command-context.ts';
import { type OpenAnswerer, openAnswerer } from './open-answerer.ts';
import { acquireStartLock } from './start-lock.ts';

const defaultPort = 3_000;
/** For the last lines of the log. */
const exitAfterMs = 300;

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
    // What still waits for Slack is in the database and must not keep the process.
    setTimeout(() => process.exit(), exitAfterMs).unref();
  }
}

async function serve(
  context: CommandContext,
  indexDir: string,
  { answer, reader, source, manifest }: OpenAnswerer,
  stopSignal: Promise<NodeJS.Signals>,
): Promise<void> {
  const { config, logger } = context;
  const { mode } = config.slack;
  const release = await acquireStartLock(indexDir);
  const state = openSlackState(join(indexDir, 'state.db'));
  const bot = createSlackBot({ answer, reader, state, logger, slack: config.slack });
  let server: WebServer | null = null;
  try {
    const handler = createWebHandler({
      source,
      servesPages: config.publicUrl !== undefined,
      health: () => healthOf(source, mode),
      ...(mode === 'http' && { slackEvents: bot.handle }),
      logger,
    });
    server = await openServer(context, handler);
    await bot.start();
    const { documents, clauses } = manifest;
    context.stderr.write(
      `clausewise ready mode=${mode} documents=${documents} clauses=${clauses - documents} port=${server?.port ?? 'none'}\n`,
    );
    logger.info({ signal: await stopSignal }, 'stopping');
  } finally {
    await bot.stop();
    await server?.close();
    state.close();
    release();
  }
}

/** A port that was asked for, or that Slack posts to, must be had; the default one may be another program's. */
async function openServer(
  { config, logger }: CommandContext,
  handler: RequestListener,
): Promise<WebServer | null> {
  const { port, slack } = config;
  if (port !== undefined || slack.mode === 'http') return serveWeb(port ?? defaultPort, handler);
  return serveWeb(defaultPort, handler).catch((error: unknown) => {
    logger.warn({ err: error }, `port ${defaultPort} is taken: /healthz is off, set PORT to have it`);
    return null;
  });
}

async function healthOf(
  source: KnowledgeSource,
  mode: string,
): Promise<{ mode: string; documents: number; clauses: number }> {
  const { knowledge, release } = await source.lease();
  const { documents, clauses } = knowledge.manifest;
  release();
  return { mode, documents, clauses: clauses - documents };
}

function waitForSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}
