import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { verifyModel } from '../../embedding/model-files.ts';
import { withDeadline } from '../../slack/with-deadline.ts';
import { checkDisk } from './check-disk.ts';
import { checkDocuments } from './check-documents.ts';
import { checkEvents } from './check-events.ts';
import { checkIndex } from './check-index.ts';
import { checkManifest } from './check-manifest.ts';
import { checkModel } from './check-model.ts';
import { checkNode } from './check-node.ts';
import { type Check, checkOf } from './check-of.ts';
import { checkRegistry } from './check-registry.ts';
import { checkState } from './check-state.ts';

/** Slack's calls run first and have 5 s: together all ends within 20 s. */
const checkDeadlineMs = 12_000;

export type CheckSettings = Pick<
  Config,
  'documentsDir' | 'embeddingModel' | 'packageRoot' | 'port' | 'publicUrl' | 'registryFile' | 'slack'
>;

type Run = () => Check | Check[] | Promise<Check | Check[]>;

/** All checks, in the order in which they are shown. Never rejects; no result holds a secret. */
export async function runChecks(config: CheckSettings, indexDir: string): Promise<Check[]> {
  const { embeddingModel: folder, packageRoot, slack, publicUrl } = config;
  const stateFile = join(indexDir, 'state.db');
  // By itself: what loads an index blocks the thread, and Slack would seem to be late.
  const ofSlack = hasSlack(slack) ? [await guard('slack', () => askSlack(config))] : [[noSlack()]];
  const identity = verifyModel(folder);
  const model = identity.catch(() => null);
  const local: Array<[name: string, run: Run]> = [
    ['node', () => checkNode({ version: process.version, packageRoot })],
    ['model', () => checkModel({ folder, identity })],
    ['index', () => checkIndex({ indexDir, model })],
    ['registry', () => checkRegistry(config)],
    ['documents', () => checkDocuments(config)],
    ['disk', () => checkDisk({ indexDir })],
    ['state', () => checkState({ stateFile })],
    [
      'manifest',
      () =>
        checkManifest({
          manifestFile: join(packageRoot, 'slack-manifest.json'),
          mode: slack.mode,
          publicUrl,
        }),
    ],
  ];
  const ofMachine = await Promise.all(local.map(([name, run]) => guard(name, run)));
  const ofEvents = hasSlack(slack) ? await guard('events', () => checkEvents({ stateFile })) : [];
  return [...ofMachine, ...ofSlack, ofEvents].flat().map((check) => withoutSecrets(check, slack));
}

/** A check that is late or has a defect is a finding like any other. */
async function guard(name: string, run: Run): Promise<Check[]> {
  try {
    return [await withDeadline(Promise.resolve().then(run), checkDeadlineMs, 'an end of this check')].flat();
  } catch (error) {
    return [
      checkOf(name).failedWith(error, 'run "clausewise doctor" again; when it stays so, please report it'),
    ];
  }
}

function hasSlack({ botToken, appToken, signingSecret }: Config['slack']): boolean {
  return (botToken ?? appToken ?? signingSecret) !== undefined;
}

function noSlack(): Check {
  return checkOf('slack').warning(
    'Slack is not set up',
    'to use Clausewise in Slack copy .env.example to .env and fill in the SLACK_ lines',
  );
}

/** Loading Slack's client takes longer than the other checks together. */
async function askSlack({ slack, publicUrl, port }: CheckSettings): Promise<Check[]> {
  const { checkSlack } = await import('../../slack/check-slack.ts');
  return checkSlack({ slack, publicUrl, port });
}

/** Messages come from other programs too, and may repeat what they were given. */
function withoutSecrets(check: Check, slack: Config['slack']): Check {
  const secrets = [slack.botToken, slack.appToken, slack.signingSecret].filter(
    (secret) => secret !== undefined,
  );
  const clean = (text: string): string =>
    secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, '…'), text);
  return { ...check, detail: clean(check.detail), remedy: clean(check.remedy) };
}
