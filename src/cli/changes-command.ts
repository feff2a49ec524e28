import { WriteStream } from 'node:tty';
import { describeDocument } from '../answer/describe-document.ts';
import { describeClause } from '../answer/quote-clause.ts';
import type { LoggedIngest } from '../knowledge/change-log.ts';
import { readChanges } from '../knowledge/read-changes.ts';
import type { CommandContext } from './command-context.ts';
import { drawChanges, pathOf } from './draw-changes.ts';
import { coloured, plain } from './draw-difference.ts';
import { openIndex } from './open-index.ts';

export type ChangesOptions = { index: string; json: boolean; since?: Date };

/**
 * `clausewise changes`: what the ingests from a moment on changed, clause by clause; without one, the last that
 * changed something. @returns the exit code.
 */
export async function runChanges({ stdout }: CommandContext, options: ChangesOptions): Promise<number> {
  // There is no log without an index, and the sentence about that is the same for all commands.
  (await openIndex(options.index)).close();
  const ingests = readChanges(options.index, options.since ?? null);
  if (options.json) {
    stdout.write(`${JSON.stringify(ingests.flatMap(describeIngest))}\n`);
    return 0;
  }
  // Asks the stream, which knows the terminal and NO_COLOR.
  const hasColours = stdout instanceof WriteStream && stdout.hasColors();
  stdout.write(
    ingests.length === 0 ? nothing(options.since) : drawChanges(ingests, hasColours ? coloured : plain),
  );
  return 0;
}

function nothing(since: Date | undefined): string {
  return since === undefined
    ? 'No ingest has changed a clause since changes are recorded.\n'
    : `No ingest has changed a clause since ${since.toISOString()}.\n`;
}

function describeIngest({ documents }: LoggedIngest): object[] {
  return documents.flatMap(({ document, changes }) =>
    changes.map(({ change, place, before, after }) => ({
      document: describeDocument(document),
      change,
      clause: describeClause(place.clause, pathOf(place)),
      before,
      after,
    })),
  );
}
