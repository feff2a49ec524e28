import { spawn } from 'node:child_process';

/** What a finished process took and said. */
export type ProcessRun = { seconds: number; exitCode: number; stdout: string; stderr: string };

/** Runs the built program as a process of its own and waits for its end. */
export function runClausewise(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ProcessRun> {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/main.js', ...args], {
    env: { ...process.env, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ seconds: (performance.now() - started) / 1000, exitCode: code ?? 1, stdout, stderr });
    });
  });
}
