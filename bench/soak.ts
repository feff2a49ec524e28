import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Delivery, type FakeSlack, startFakeSlack } from '../tests/fakes/fake-slack.ts';
import { percentile } from './percentile.ts';
import { readQuestions } from './question-file.ts';
import { runClausewise } from './run-process.ts';
import { createSlackProcess, type SlackProcess } from './slack-process.ts';

/**
 * Asks thousands of questions while everything goes wrong: calls of the Web API refused for rate, failing before and
 * after they took effect, responses lost, connections dropped and announced to end, deliveries repeated, and the
 * process killed ten times. Then counts what stands in each thread: one answer, or the sentence that one may be lost.
 * The kills come in the first half; in the second the process's memory is watched.
 * Usage: npm run soak [-- EVENTS [KILLS [HEAP_MIB]]]
 */
const events = Number(process.argv[2] ?? 5_000);
const kills = Number(process.argv[3] ?? 10);
const heapMib = process.argv[4] === undefined ? undefined : Number(process.argv[4]);
const channels = 60;
/** So many questions may be open; more would only measure the queue. */
const mostOpen = 150;
const patienceMs = 15 * 60_000;
const sampleEvery = 100;

const reportSentence = /途中丢失|lost on the way|没能回答|could not be answered/u;

const indexDir = await mkdtemp(join(tmpdir(), 'clausewise-soak-'));
const questions = await readQuestions('bench/questions/seeds-development.jsonl');
const slack = await startFakeSlack({ retryDelaysMs: [0, 3_000, 10_000] });
const bot = createSlackProcess(slack, indexDir, heapMib);
try {
  await runClausewise(['ingest', 'seeds'], { INDEX_DIR: indexDir, LOG_LEVEL: 'error' });
  await bot.start();
  injectFaults(slack);
  const startedAt = Date.now();
  const { asked, memory } = await askAll(slack, bot);
  await settle(asked, 0);
  slack.clearFaults();
  report(asked, memory, (Date.now() - startedAt) / 1_000);
} finally {
  await bot.stop();
  await slack.stop();
  await rm(indexDir, { recursive: true, force: true });
}

function injectFaults({ failAlways }: FakeSlack): void {
  failAlways('chat.postMessage', { status: 429, retryAfter: 1 }, 0.02, 1);
  failAlways('chat.postMessage', { status: 500, posts: true }, 0.02, 2);
  failAlways('chat.postMessage', { status: 500, posts: false }, 0.02, 3);
  failAlways('chat.postMessage', { lost: true }, 0.02, 4);
  failAlways('chat.postMessage', { lost: true, posts: false }, 0.01, 5);
  failAlways('chat.postMessage', { delayMs: 400 }, 0.05, 6);
  failAlways('conversations.replies', { status: 500 }, 0.1, 7);
  failAlways('conversations.replies', { status: 429, retryAfter: 1 }, 0.05, 8);
  failAlways('apps.connections.open', { status: 500 }, 0.2, 9);
  failAlways('assistant.threads.setStatus', { error: 'internal_error' }, 0.2, 10);
}

async function askAll(
  { mention, redeliver, dropConnections, disconnect }: FakeSlack,
  { kill, start, residentMib }: SlackProcess,
): Promise<{ asked: Delivery[]; memory: number[] }> {
  const asked: Delivery[] = [];
  const memory: number[] = [];
  for (let n = 1; n <= events; n += 1) {
    const text = questions[n % questions.length]?.text ?? '';
    const delivery = mention({ channel: `C0SOAK${String(n % channels).padStart(3, '0')}`, text });
    asked.push(delivery);
    if (n % 13 === 0) redeliver(delivery);
    if (n % 29 === 0) redeliver(delivery, { event_id: `EvAgain${n}` });
    if (n % 211 === 0) dropConnections();
    if (n % 173 === 0) disconnect('refresh_requested');
    if (n % Math.floor(events / 2 / kills) === 0 && n <= events / 2) {
      await kill();
      await start();
    }
    if (n > events / 2 && n % sampleEvery === 0) memory.push(residentMib());
    await delay(5);
    await settle(asked, mostOpen);
  }
  return { asked, memory };
}

/** Waits until at most so many questions have nothing in their thread. */
async function settle(asked: readonly Delivery[], open: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  const recent = open === 0 ? asked : asked.slice(-4 * mostOpen);
  while (countOpen(recent) > open && Date.now() < deadline) await delay(100);
  if (open === 0) await delay(5_000);
}

function countOpen(asked: readonly Delivery[]): number {
  const answered = new Set<string>();
  for (const channel of new Set(asked.map((delivery) => delivery.channel)))
    for (const { thread_ts: thread } of slack.replies(channel))
      if (thread !== undefined) answered.add(thread);
  return asked.filter(({ ts }) => !answered.has(ts)).length;
}

function report(asked: readonly Delivery[], memory: readonly number[], seconds: number): void {
  const counts = { once: 0, reported: 0, twice: 0, missing: 0 };
  for (const { channel, ts } of asked) {
    const replies = slack.replies(channel, ts);
    const answers = replies.filter(({ text }) => !reportSentence.test(text)).length;
    if (answers > 1) counts.twice += 1;
    else if (answers === 1 && replies.length === 1) counts.once += 1;
    else if (replies.length > 0) counts.reported += 1;
    else counts.missing += 1;
  }
  const third = Math.max(1, Math.floor(memory.length / 3));
  const mib = (values: readonly number[]): string => `${percentile(values, 0.5).toFixed(0)} MiB`;
  console.log(`${asked.length} questions, ${kills} kills, ${seconds.toFixed(0)} s`);
  console.log(
    `answered once ${counts.once}, reported as failed ${counts.reported}, twice ${counts.twice}, without a word ${counts.missing}`,
  );
  console.log(
    `resident memory, medians of the thirds of the second half: ${mib(memory.slice(0, third))}, ${mib(memory.slice(third, 2 * third))}, ${mib(memory.slice(2 * third))}`,
  );
  console.log(`  ${memory.map((value) => value.toFixed(0)).join(' ')}`);
  console.log(`violations of Slack's rules: ${slack.violations.length}`);
  for (const violation of slack.violations.slice(0, 5)) console.log(`  ${violation}`);
  if (counts.twice + counts.missing + slack.violations.length > 0) process.exitCode = 1;
}
