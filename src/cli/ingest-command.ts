import { shownPath } from '../answer/describe-document.ts';
import { openRefusalJudge } from '../answer/open-refusal-judge.ts';
import { createEmbedder } from '../embedding/create-embedder.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { type IngestReport, ingest } from '../knowledge/ingest.ts';
import { openKnowledgeBase } from '../knowledge/open-knowledge-base.ts';
import type { IngestedDocument } from '../knowledge/report-ingest.ts';
import type { CommandContext } from './command-context.ts';
import { showProgress } from './show-progress.ts';

export type IngestOptions = { index: string; json: boolean; strict: boolean };

/**
 * `clausewise ingest DIR…`: brings the index up to date and reports a line a document.
 * @returns the exit code: 1 when every document failed, or with `--strict` when any did.
 */
export async function runIngest(
  context: CommandContext,
  folders: readonly string[],
  options: IngestOptions,
): Promise<number> {
  const started = performance.now();
  const embedder = createEmbedder(context.config.embeddingModel);
  const { onProgress, finish } = showProgress(context.stderr);
  try {
    const deps = { embedder, now: context.now, onProgress, limits: context.config.readingLimits };
    const report = await ingest(deps, folders, options.index);
    await drawRefusalLines(context, embedder, options.index);
    const seconds = (performance.now() - started) / 1000;
    print(context, report, seconds, options.json);
    return exitCode(report.documents, options.strict);
  } finally {
    finish();
    await embedder.close();
  }
}

/** Here, so that the first question does not wait for it; what was drawn for this index is not drawn again. */
async function drawRefusalLines(
  { config }: CommandContext,
  embedder: Embedder,
  indexDir: string,
): Promise<void> {
  const knowledge = await openKnowledgeBase(indexDir);
  if (knowledge === null) return;
  try {
    await openRefusalJudge({ embedder }, indexDir, config.refusalDir)(knowledge);
  } finally {
    knowledge.close();
  }
}

function print(
  { stdout, stderr }: CommandContext,
  report: IngestReport,
  seconds: number,
  isJson: boolean,
): void {
  const failed = report.documents.filter(({ state }) => state === 'failed');
  for (const sentence of [...failed.map(({ error }) => error), ...report.warnings])
    stderr.write(`${sentence}\n`);
  if (isJson) {
    // Scripts know four states and five fields; `show --json` has the parse report.
    const documents = report.documents
      .filter(({ state }) => state !== 'removed')
      .map(({ path, state, error, clauses, sentences }) => ({
        path: shownPath(path),
        state,
        error,
        clauses,
        sentences,
      }));
    stdout.write(`${JSON.stringify({ documents, seconds: rounded(seconds) })}\n`);
    return;
  }
  for (const document of report.documents) stdout.write(`${describe(document)}\n`);
  stdout.write(
    `${counted(report.documents.length - failed.length, 'document')}, ${report.embedded} passages embedded in ${rounded(report.embedSeconds)} s, ${rounded(seconds)} s in all\n`,
  );
}

/** What was not understood is told only where there is some. */
function describe({ path, state, clauses, sentences, ...report }: IngestedDocument): string {
  const counts = [
    `${clauses} clauses`,
    `${sentences} sentences`,
    report.noise === 0 ? '' : `${report.noise} marked as noise`,
    report.gaps === 0 ? '' : counted(report.gaps, 'gap'),
    report.notTaken === 0 ? '' : counted(report.notTaken, 'label look-alike'),
  ];
  const shown = state === 'failed' ? '' : `  ${counts.filter((count) => count !== '').join(', ')}`;
  return `${state.padEnd(9)}  ${shownPath(path)}${shown}`;
}

function exitCode(documents: readonly IngestedDocument[], isStrict: boolean): number {
  const failed = documents.filter(({ state }) => state === 'failed').length;
  const read = documents.filter(({ state }) => state !== 'failed' && state !== 'removed').length;
  return failed > 0 && (isStrict || read === 0) ? 1 : 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
