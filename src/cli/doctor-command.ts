import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Check } from './doctor/check-of.ts';
import { runChecks } from './doctor/run-checks.ts';

export type DoctorOptions = { index: string; json: boolean };

const marks: Record<Check['state'], string> = { ok: '✓', warning: '!', failed: '✗' };

/**
 * `clausewise doctor`: says what works, what does not and what to do about it.
 * @returns the exit code: 1 when a check failed, else 0.
 */
export async function runDoctor(
  { config, stdout }: { config: Config; stdout: Writable },
  options: DoctorOptions,
): Promise<number> {
  const checks = await runChecks(config, options.index);
  stdout.write(options.json ? `${JSON.stringify(checks, null, 2)}\n` : draw(checks));
  return checks.some(({ state }) => state === 'failed') ? 1 : 0;
}

/** A line a check, and the remedy below it where there is one. */
function draw(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ check }) => check.length));
  return checks
    .map(({ check, state, detail, remedy }) => {
      const line = `${marks[state]} ${check.padEnd(width)}  ${detail}\n`;
      return remedy === '' ? line : `${line}${' '.repeat(width + 4)}→ ${remedy}\n`;
    })
    .join('');
}
