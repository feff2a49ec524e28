import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const entry = join(repository, 'dist/main.js');
const runFolderPrefix = 'clausewise-end-to-end-';

/** Set but empty is the same as not set, and a `.env` of the checkout does not fill it in. */
const clearedVariables = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_MODE',
  'SLACK_API_URL',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'PORT',
  'PUBLIC_URL',
  'DOCUMENTS_DIR',
  'EMBEDDING_MODEL',
  'DATABASE_URL',
];

/** INDEX_DIR has no default here: a test must not reach the checkout's own index. */
export type ProgramEnvironment = { INDEX_DIR: string } & Record<string, string>;

export type ProgramOptions = {
  env: ProgramEnvironment;
  /** Default: an empty input, at its end. */
  stdin?: string;
  /** Default 60,000; then the process is killed and the run rejects. */
  timeoutMs?: number;
  /** Default: the checkout. */
  cwd?: string;
  /** A script for `sh` in which `"$@"` is the program with its arguments. */
  shell?: string;
};

export type ProgramRun = { exitCode: number | null; stdout: string; stderr: string; seconds: number };

/** A program that was started and goes on. `output` grows while it runs; `ended` is its exit code. */
export type RunningProgram = {
  process: ChildProcess;
  output: { stdout: string; stderr: string };
  ended: Promise<number | null>;
};

/** Runs `node dist/main.js …args` to its end. */
export async function runProgram(args: readonly string[], options: ProgramOptions): Promise<ProgramRun> {
  const started = performance.now();
  const { process: child, output, ended } = await startProgram(args, options);
  const { stdin = '', timeoutMs = 60_000 } = options;
  // A program that does not read its input may end before it is written.
  child.stdin?.on('error', () => undefined).end(stdin);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const exitCode = await ended.finally(() => clearTimeout(timer));
  if (child.signalCode === 'SIGKILL') {
    throw new Error(`Expected an end within ${timeoutMs} ms, got ${JSON.stringify({ args, ...output })}`);
  }
  return { exitCode, ...output, seconds: (performance.now() - started) / 1_000 };
}

/** Starts `node dist/main.js …args`. The caller ends it. */
export async function startProgram(
  args: readonly string[],
  { env, cwd = repository, shell }: Pick<ProgramOptions, 'env' | 'cwd' | 'shell'>,
): Promise<RunningProgram> {
  await ensureBuilt();
  const program = [process.execPath, entry, ...args];
  const [command = '', ...rest] = shell === undefined ? program : ['/bin/sh', '-c', shell, 'sh', ...program];
  const child = spawn(command, rest, { cwd, env: environmentOf(env), stdio: 'pipe' });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { process: child, output, ended };
}

/** A folder that all test files of this run of vitest share; those of runs that have ended are removed. */
export function runFolder(): string {
  const runPid = isMainThread ? process.ppid : process.pid;
  const folder = join(tmpdir(), `${runFolderPrefix}${runPid}`);
  if (existsSync(folder)) return folder;
  for (const name of readdirSync(tmpdir()).filter((candidate) => candidate.startsWith(runFolderPrefix))) {
    const isEnded = !isAlive(Number(name.slice(runFolderPrefix.length)));
    if (isEnded) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** One at a time over all test files of this run. */
export async function underLock<Result>(name: string, run: () => Promise<Result> | Result): Promise<Result> {
  const lock = join(runFolder(), `${name}.lock`);
  while (!isTaken(lock)) await delay(100);
  try {
    return await run();
  } finally {
    rmSync(lock);
  }
}

let built: Promise<void> | null = null;

/**
 * Builds `dist/` when a source is newer. Decided once a run: a source that is edited meanwhile must not remove
 * `dist/` from under the other test files.
 */
function ensureBuilt(): Promise<void> {
  built ??= underLock('build', () => {
    const decided = join(runFolder(), 'built');
    if (existsSync(decided)) return;
    const builtAt = existsSync(entry) ? statSync(entry).mtimeMs : 0;
    if (builtAt < newestIn(join(repository, 'src'))) {
      const { status, stdout } = spawnSync(process.execPath, ['build.mjs'], { cwd: repository });
      if (status !== 0) throw new Error(`Expected build.mjs to exit with 0, got ${status}: ${stdout}`);
    }
    writeFileSync(decided, '');
  });
  return built;
}

function environmentOf(env: ProgramEnvironment): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(([name]) => !/^(SLACK_|VITEST|NODE_)/u.test(name));
  const cleared = clearedVariables.map((name) => [name, '']);
  return { ...Object.fromEntries([...outer, ...cleared]), LOG_LEVEL: 'warn', ...env };
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const times = entries
    .filter((file) => file.isFile())
    .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs);
  return Math.max(0, ...times);
}

function isTaken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
