import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ClausewiseError } from '../errors.ts';
import { type AskOptions, runAsk } from './ask-command.ts';
import type { ChangesOptions } from './changes-command.ts';
import { runChat } from './chat-command.ts';
import type { CommandContext } from './command-context.ts';
import type { DoctorOptions } from './doctor-command.ts';
import { runDocuments } from './documents-command.ts';
import { type DutiesOptions, runDuties } from './duties-command.ts';
import type { EvalOptions } from './eval-command.ts';
import { type IngestOptions, runIngest } from './ingest-command.ts';
import { parseSince } from './parse-since.ts';
import type { ReportOptions } from './print-report.ts';
import { runShow, type ShowOptions } from './show-command.ts';
import { runUnits, type UnitsOptions } from './units-command.ts';

const exitFailed = 1;
const exitUsage = 2;

/**
 * Runs one command line. Data goes to `context.stdout`, everything else to `context.stderr`.
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage.
 */
export async function runCli(context: CommandContext, args: readonly string[]): Promise<number> {
  let code = 0;
  const program = describeCommands(context, (done) => {
    code = done;
  });
  try {
    requireKnownCommand(program, args);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage;
    if (error instanceof ClausewiseError) {
      context.stderr.write(`clausewise: ${error.message}\n`);
      context.logger.debug({ err: error }, error.code);
      return exitFailed;
    }
    context.logger.error({ err: error }, 'unexpected error');
    context.stderr.write(
      'clausewise: something unexpected went wrong; the line of the log before this one says what. Please report it.\n',
    );
    return exitFailed;
  }
}

/** `clausewise no-such-command --help` is wrong usage too, not a wish for help. */
function requireKnownCommand(program: Command, args: readonly string[]): void {
  const [name] = args;
  const isOption = name === undefined || name.startsWith('-') || name === 'help';
  if (isOption || program.commands.some((command) => command.name() === name)) return;
  program.error(`error: unknown command '${name}'`, { exitCode: exitUsage });
}

function describeCommands(context: CommandContext, setCode: (code: number) => void): Command {
  const program = new Command('clausewise')
    .description('Answers from policy and legal documents: verbatim clauses, cited by address.')
    .version(context.config.version, '-v, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .showHelpAfterError('(--help shows what can be used)');
  const indexed = (command: Command): Command =>
    command.option('--index <dir>', 'folder of the index', resolveFolder, context.config.indexDir);

  indexed(program.command('start'))
    .description('run the Slack bot until it is stopped')
    .action(async (options: { index: string }) => {
      // Loading Bolt takes longer than most commands do.
      const { runStart } = await import('./start-command.ts');
      setCode(await runStart(context, options));
    });
  indexed(program.command('ingest'))
    .description('read documents and bring the index up to date')
    .argument('<dir...>', 'folders (or files) with documents')
    .option('--json', 'print JSON', false)
    .option('--strict', 'exit 1 when any document fails', false)
    .action(async (folders: string[], options: IngestOptions) =>
      setCode(await runIngest(context, folders, options)),
    );
  indexed(program.command('ask'))
    .description('answer one question, or the questions of a file')
    .argument('[question]', 'the question')
    .option('--json', 'print JSON', false)
    .option('--batch <file>', 'JSON Lines with {"id", "q"}')
    .action(async (question: string | undefined, options: AskOptions) => {
      if (question === undefined && options.batch === undefined)
        throw usage('Give a question, or --batch FILE.');
      if (question !== undefined && options.batch !== undefined)
        throw usage('Give a question or --batch, not both.');
      setCode(await runAsk(context, question, options));
    });
  indexed(program.command('chat'))
    .description('ask question after question in the terminal')
    .action(async (options: { index: string }) => setCode(await runChat(context, options)));
  indexed(program.command('documents'))
    .description('list what is indexed')
    .option('--json', 'print JSON', false)
    .action(async (options: { index: string; json: boolean }) =>
      setCode(await runDocuments(context, options)),
    );
  indexed(program.command('show'))
    .description('draw the outline of a document, or print one clause in full')
    .argument('<doc>', 'id, path or file name of a document')
    .argument('[clause]', 'id or address of a clause')
    .option('--json', 'print JSON', false)
    .action(async (document: string, clause: string | undefined, options: ShowOptions) =>
      setCode(await runShow(context, document, clause, options)),
    );
  indexed(program.command('changes'))
    .description('tell what the last ingests added, changed, removed and moved, clause by clause')
    .option('--since <date>', 'from this day or moment on, as 2026-05-31 or 2026-05-31T14:00', parseSince)
    .option('--json', 'print JSON', false)
    .action(async (options: ChangesOptions) => {
      // Its library for differences takes longer to load than most of this file.
      const { runChanges } = await import('./changes-command.ts');
      setCode(await runChanges(context, options));
    });

  indexed(program.command('units'))
    .description('list the units that the documents name as responsible')
    .option('--unknown', 'only those that the registry of organizations does not have', false)
    .option('--json', 'print JSON', false)
    .action(async (options: UnitsOptions) => setCode(await runUnits(context, options)));
  indexed(program.command('duties'))
    .description('list what a unit is responsible for, by any of its names')
    .argument('<unit>', 'name of the unit, as printed, old or new')
    .option('--json', 'print JSON', false)
    .option('--csv', 'print a table for a spreadsheet', false)
    .action(async (unit: string, options: DutiesOptions) => {
      if (options.json && options.csv) throw usage('Give --json or --csv, not both.');
      setCode(await runDuties(context, unit, options));
    });
  indexed(program.command('doctor'))
    .description('check what Clausewise needs: Node, model, index, disk and Slack, each with the remedy')
    .option('--json', 'print JSON', false)
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('./doctor-command.ts');
      setCode(await runDoctor(context, options));
    });

  for (const [name, description, load] of [
    ['unanswered', 'list what people asked in Slack and the documents did not answer', loadUnanswered],
    ['feedback', 'list what people thought of the answers in Slack', loadFeedback],
  ] as const) {
    indexed(program.command(name))
      .description(description)
      .option('--json', 'print JSON', false)
      .option('--csv', 'print a table for a spreadsheet', false)
      .action(async (options: ReportOptions) => {
        if (options.json && options.csv) throw usage('Give --json or --csv, not both.');
        const run = await load();
        setCode(run(context, options));
      });
  }

  program
    .command('eval')
    .description('measure the search on a corpus and questions of your own')
    .requiredOption('--corpus <file>', 'JSON Lines with {"id","text","title"}, plain or gzip')
    .requiredOption('--queries <file>', 'JSON Lines with {"id","text","lang","gold"}')
    .option('--unanswerable <file>', 'questions that the corpus does not answer')
    .option('--index <dir>', 'folder that keeps the index for the next run', resolveFolder)
    .option('--k <number>', 'how deep rankings are measured', parseDepth, 10)
    .option('--json', 'print JSON', false)
    .action(async (options: EvalOptions) => {
      const { runEval } = await import('./eval-command.ts');
      setCode(await runEval(context, options));
    });

  function usage(message: string): CommanderError {
    context.stderr.write(`error: ${message}\n`);
    return new CommanderError(exitUsage, 'clausewise.usage', message);
  }
  return program;
}

// Both open the database of the Slack bot, which no other command needs.
const loadUnanswered = async () => (await import('./unanswered-command.ts')).runUnanswered;
const loadFeedback = async () => (await import('./feedback-command.ts')).runFeedback;

function parseDepth(value: string): number {
  const depth = Number(value);
  if (!Number.isInteger(depth) || depth < 1 || depth > 100)
    throw new InvalidArgumentError('It must be a whole number from 1 to 100.');
  return depth;
}

function resolveFolder(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must name a folder.');
  return resolve(value);
}
