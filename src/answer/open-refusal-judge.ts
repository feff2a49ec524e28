import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Embedder } from '../embedding/embedder.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { createTokenKernel } from '../retrieval/kernel/create-token-kernel.ts';
import {
  calibrateRefusal,
  type FarQuestions,
  type RefusalLines,
  refusalShares,
} from './calibrate-refusal.ts';
import type { RefusalJudge } from './estimate-confidence.ts';
import { loadRefusalModel } from './refusal-model.ts';
import { backgroundSchema } from './standardise-evidence.ts';

const fileName = 'refusal.json';
const lineSchema = z.object({ background: backgroundSchema, line: z.number() }).nullable();
const fileSchema = z.object({
  generation: z.string(),
  version: z.string(),
  lines: z.object({ same: lineSchema, foreign: lineSchema }),
});

/** Gives the judge for a generation of the index. */
export type JudgeOf = (knowledge: KnowledgeBase) => Promise<RefusalJudge>;

/**
 * Opens what refuses questions: the weights of the model in `refusalDir`, and the lines of the index, which are drawn
 * once a generation and kept beside it in `refusal.json`. Where they cannot be kept they are drawn anew.
 */
export function openRefusalJudge(
  deps: { embedder: Embedder },
  indexDir: string,
  refusalDir: string,
): JudgeOf {
  const judges = new Map<string, Promise<RefusalJudge>>();
  return (knowledge) => {
    const known = judges.get(knowledge.generation);
    if (known !== undefined) return known;
    const judge = judgeOf(deps.embedder, knowledge, indexDir, refusalDir);
    judges.set(knowledge.generation, judge);
    judge.catch(() => judges.delete(knowledge.generation));
    return judge;
  };
}

async function judgeOf(
  embedder: Embedder,
  knowledge: KnowledgeBase,
  indexDir: string,
  refusalDir: string,
): Promise<RefusalJudge> {
  const { id, revision } = knowledge.manifest.model;
  const model = loadRefusalModel(join(refusalDir, `${id}.json`), revision);
  if (model === null) return null;
  const path = join(indexDir, fileName);
  const version = JSON.stringify([model.version, refusalShares]);
  const kept = await readKept(path);
  const { generation } = knowledge;
  if (kept?.generation === generation && kept.version === version) return { model, lines: kept.lines };
  const far = await readFarQuestions(refusalDir);
  const lines = await calibrateRefusal(
    { knowledge, embedder, nearestTokens: createTokenKernel(), model },
    far,
  );
  await keep(path, { generation, version, lines });
  return { model, lines };
}

async function readKept(path: string): Promise<z.infer<typeof fileSchema> | null> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A folder that cannot be written costs the next process a few seconds. */
async function keep(
  path: string,
  kept: { generation: string; version: string; lines: RefusalLines },
): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, JSON.stringify(kept));
    await rename(temporary, path);
  } catch {
    return;
  }
}

/** The far questions that stand beside the models' weights. */
export async function readFarQuestions(folder: string): Promise<FarQuestions> {
  const languages = ['zh', 'en'];
  const lists = await Promise.all(
    languages.map(async (language) => {
      const text = await readFile(join(folder, `far-questions-${language}.txt`), 'utf8').catch(() => '');
      return [language, text.split('\n').filter((line) => line.trim() !== '')] as const;
    }),
  );
  return Object.fromEntries(lists);
}
