import { listUnits } from '../answer/find-duties.ts';
import type { CommandContext } from './command-context.ts';
import { openIndex } from './open-index.ts';
import { openRegistry } from './open-registry.ts';

export type UnitsOptions = { index: string; json: boolean; unknown: boolean };

/**
 * `clausewise units`: all units that the documents name as responsible, with how often they lead and support.
 * With `--unknown` those that the registry of organizations does not have. @returns the exit code.
 */
export async function runUnits({ config, stdout }: CommandContext, options: UnitsOptions): Promise<number> {
  const registry = openRegistry(config.registryFile);
  const knowledge = await openIndex(options.index);
  try {
    const units = listUnits(knowledge, registry).filter(
      ({ names }) => !options.unknown || !names.some((name) => registry.isKnown(name)),
    );
    if (options.json) {
      const shown = units.map(({ names: _names, ...unit }) => unit);
      stdout.write(`${JSON.stringify(shown)}\n`);
      return 0;
    }
    for (const { names, canonical, lead, support } of units) {
      const today = names.includes(canonical) ? '' : `  (today ${canonical})`;
      stdout.write(`${String(lead + support).padStart(4)}  ${names.join(', ')}${today}\n`);
    }
    return 0;
  } finally {
    knowledge.close();
  }
}
