import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startFakeSlack } from '../tests/fakes/fake-slack.ts';
import { percentile } from './percentile.ts';
import { readQuestions } from './question-file.ts';
import { runClausewise } from './run-process.ts';
import { createSlackProcess } from './slack-process.ts';

/**
 * Prints how long people wait when many ask at once: 200 mentions in 20 channels within 5 seconds, from the event to
 * the reply being in Slack (a strict fake on the same machine, without network). Every mention must have one reply.
 * Usage: npm run burst [-- ROUNDS]
 */
const mentions = 200;
const channels = 20;
const withinMs = 5_000;
const patienceMs = 120_000;
const questionFile = 'bench/questions/seeds-development.jsonl';

const rounds = Number(process.argv[2] ?? 3);
const indexDir = await mkdtemp(join(tmpdir(), 'clausewise-burst-'));
const questions = await readQuestions(questionFile);
const slack = await startFakeSlack();
const bot = createSlackProcess(slack, indexDir);
try {
  await runClausewise(['ingest', 'seeds'], { INDEX_DIR: indexDir, LOG_LEVEL: 'error' });
  await bot.start();
  for (let round = 1; round <= rounds; round += 1) await runRound(round);
} finally {
  await bot.stop();
  await slack.stop();
  await rm(indexDir, { recursive: true, force: true });
}

async function runRound(round: number): Promise<void> {
  const askedAt = new Map<string, number>();
  const startedAt = Date.now();
  for (let n = 0; n < mentions; n += 1) {
    await delay(Math.max(0, startedAt + (n * withinMs) / mentions - Date.now()));
    const channel = `C0BURST${String(n % channels).padStart(2, '0')}`;
    const text = questions[n % questions.length]?.text ?? '';
    askedAt.set(slack.mention({ channel, text }).ts, Date.now());
  }
  const deadline = Date.now() + patienceMs;
  while (postsOf(askedAt).length < mentions && Date.now() < deadline) await delay(100);
  await delay(1_000);
  const posts = postsOf(askedAt);
  const threads = new Set(posts.map(({ thread }) => thread));
  const waits = posts.map(({ thread, at }) => at - (askedAt.get(thread) ?? Number.NaN));
  const milliseconds = (share: number): string => `${Math.round(percentile(waits, share))} ms`;
  console.log(
    `round ${round}: ${threads.size} of ${mentions} answered, ${posts.length - threads.size} twice, p50 ${milliseconds(0.5)}, p95 ${milliseconds(0.95)}, longest ${milliseconds(1)}, violations ${slack.violations.length}`,
  );
}

function postsOf(askedAt: ReadonlyMap<string, number>): Array<{ thread: string; at: number }> {
  return slack.calls
    .filter(({ method, result }) => method === 'chat.postMessage' && result?.ok === true)
    .map(({ args, at }) => ({ thread: args.thread_ts ?? '', at }))
    .filter(({ thread }) => askedAt.has(thread));
}
