import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { FakeSlack } from '../tests/fakes/fake-slack.ts';

const readyLine = /^clausewise ready .*port=(?<port>\d+)$/mu;
const readyWithinMs = 120_000;

/** `clausewise start` on a fake Slack, which can be killed and started again. */
export type SlackProcess = {
  start(): Promise<void>;
  /** SIGKILL: nothing is finished. */
  kill(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  /** Resident memory in MiB. */
  residentMib(): number;
  /** What it has logged since its last start. */
  log(): string;
};

/** @param heapMib the most that JavaScript's heap may take; without it V8 collects garbage late, and memory rises and falls. */
export function createSlackProcess(slack: FakeSlack, indexDir: string, heapMib?: number): SlackProcess {
  const heapOptions = heapMib === undefined ? [] : [`--max-old-space-size=${heapMib}`];
  let child: ChildProcess | undefined;
  let ended: Promise<number | null> = Promise.resolve(null);
  let log = '';

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    child?.kill(signal);
    return ended;
  }

  return {
    start: async () => {
      log = '';
      const started = spawn(process.execPath, [...heapOptions, 'dist/main.js', 'start'], {
        env: {
          ...process.env,
          INDEX_DIR: indexDir,
          PORT: '0',
          SLACK_MODE: 'socket',
          SLACK_API_URL: slack.apiUrl,
          SLACK_BOT_TOKEN: slack.botToken,
          SLACK_APP_TOKEN: slack.appToken,
          LOG_LEVEL: 'warn',
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
      ended = new Promise((resolve) => started.on('close', resolve));
      child = started;
      const deadline = Date.now() + readyWithinMs;
      while (!readyLine.test(log)) {
        if (started.exitCode !== null || Date.now() > deadline) throw new Error(`Not ready: ${log}`);
        await delay(20);
      }
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    residentMib: () => {
      const status = readFileSync(`/proc/${child?.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]) / 1_024;
    },
    log: () => log,
  };
}
