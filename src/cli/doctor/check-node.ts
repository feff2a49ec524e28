import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Check, checkOf } from './check-of.ts';

const packageSchema = z.object({ engines: z.object({ node: z.string() }) });

/**
 * Whether this Node.js is one that package.json asks for.
 * @param deps.version as `process.version` has it.
 */
export function checkNode({ version, packageRoot }: { version: string; packageRoot: string }): Check {
  const results = checkOf('node');
  const wanted = readWanted(join(packageRoot, 'package.json'));
  if (wanted === null)
    return results.warning(
      `Node.js ${version}; package.json does not say which is needed`,
      'install Clausewise anew',
    );
  return isAtLeast(numbersOf(version), numbersOf(wanted))
    ? results.ok(`Node.js ${version} (needed: ${wanted})`)
    : results.failed(
        `Node.js ${version}, but ${wanted} is needed`,
        `install Node.js ${wanted.replace(/^>=\s*/u, '')} or newer from nodejs.org, then "npm ci"`,
      );
}

function readWanted(path: string): string | null {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).engines.node;
  } catch {
    // Missing or unreadable: then nothing can be said of the version.
    return null;
  }
}

/** `>=20.19` and `v20.19.1` as numbers; package.json names a lowest version only. */
function numbersOf(version: string): number[] {
  return (version.match(/\d+/gu) ?? []).map(Number);
}

function isAtLeast(found: readonly number[], wanted: readonly number[]): boolean {
  for (const [place, number] of wanted.entries()) {
    const difference = (found[place] ?? 0) - number;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
