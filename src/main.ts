#!/usr/bin/env node
import { runCli } from './cli/run-cli.ts';
import { loadEnvironmentFile, readConfig } from './config.ts';
import { ClausewiseError } from './errors.ts';
import { createLogger } from './logger.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  // `clausewise ask … | head` closes our stdout: nobody reads on, so nothing is left to do.
  process.stdout.on('error', (error) => {
    process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1);
  });
  try {
    loadEnvironmentFile();
    const config = readConfig(process.env);
    const logger = createLogger(config.logLevel);
    // The Slack client has promises that nobody holds; one of them must not end the process.
    process.on('unhandledRejection', (reason) => logger.error({ err: reason }, 'unhandled rejection'));
    const { stdin, stdout, stderr } = process;
    return await runCli(
      { config, logger, stdin, stdout, stderr, now: () => new Date() },
      process.argv.slice(2),
    );
  } catch (error) {
    if (!(error instanceof ClausewiseError)) throw error;
    process.stderr.write(`clausewise: ${error.message}\n`);
    return 1;
  }
}
