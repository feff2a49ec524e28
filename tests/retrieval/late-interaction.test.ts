import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenVectors } from '../../src/embedding/embedder.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { createTokenKernel } from '../../src/retrieval/kernel/create-token-kernel.ts';
import { createLateInteraction, tokenWeights } from '../../src/retrieval/late-interaction.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewise-late-'));
const embedder = createHashEmbedder();
const nearestTokens = createTokenKernel();
let knowledge: KnowledgeBase;

beforeAll(async () => {
  const text = [
    '一、公园',
    '公园每日六时开放，二十二时关闭，节假日不变。公园内禁止燃放烟花爆竹和露天烧烤。',
    '二、渡口',
    '渡口在大风大雾天气一律停止摆渡，由乡镇发布通告。',
  ].join('\n');
  writeFileSync(join(folder, 'rules.txt'), text);
  const index = join(folder, 'index');
  await ingest({ embedder, now: () => new Date(), onProgress: () => undefined }, [folder], index);
  const opened = await openKnowledgeBase(index);
  if (opened === null) throw new Error('Expected an index, got none.');
  knowledge = opened;
});

afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true });
});

const tokensOf = async (text: string): Promise<TokenVectors | null> =>
  (await embedder.embedQuestion(text)).tokens;

/** The definition, without anything left out for speed: every token against every token. */
function naiveSimilarity(question: TokenVectors, rows: Int8Array): number {
  const { ids, dimensions } = question;
  const all = knowledge.manifest.clauses + knowledge.manifest.documents;
  const weights = Array.from(ids, (id) => Math.log(1 + all / (0.5 + knowledge.clausesWithToken(id))));
  const heaviest = Math.max(...weights);
  let sum = 0;
  let total = 0;
  for (const [token, weight] of weights.entries()) {
    if (weight < 0.3 * heaviest) continue;
    const products: number[] = [0];
    for (let at = 0; at < rows.length; at += dimensions) {
      let product = 0;
      for (let place = 0; place < dimensions; place += 1) {
        product += Number(question.rows[token * dimensions + place]) * Number(rows[at + place]);
      }
      products.push(product / 254 ** 2);
    }
    sum += weight * Math.max(...products);
    total += weight;
  }
  return sum / total;
}

describe('createLateInteraction', () => {
  it('equals the definition for each sentence', async () => {
    const question = await tokensOf('公园什么时候关门？');
    if (question === null) throw new Error('Expected tokens.');
    const score = createLateInteraction(knowledge, question, nearestTokens);
    const clause = knowledge.clausesOf(knowledge.listDocuments()[0]?.id ?? '')[1];
    const sentences = knowledge.passagesOf(clause?.row ?? -1).filter(({ kind }) => kind === 'sentence');
    expect(sentences).toHaveLength(2);
    const scored = score?.(clause?.row ?? -1);
    for (const sentence of sentences) {
      const naive = naiveSimilarity(question, knowledge.tokenRows(sentence.firstToken, sentence.tokens));
      expect(scored?.bySentence.get(sentence.row)).toBeCloseTo(naive, 5);
    }
    expect(scored?.sentence).toBe(Math.max(...(scored?.bySentence.values() ?? [])));
  });

  it('lets every sentence and the headings of a clause answer together', async () => {
    const score = createLateInteraction(knowledge, await tokensOf('公园开放 禁止烧烤'), nearestTokens);
    const found = score?.(1);
    expect(found?.clause).toBeGreaterThan(found?.sentence ?? 1);
  });

  it('puts the clause first that has the words of the question', async () => {
    const score = createLateInteraction(knowledge, await tokensOf('大雾天气摆渡'), nearestTokens);
    expect(score?.(2)?.clause).toBeGreaterThan(score?.(1)?.clause ?? 1);
  });

  it('is null for a clause without sentences, a question without tokens, and tokens of another length', async () => {
    expect(createLateInteraction(knowledge, await tokensOf('公园'), nearestTokens)?.(99)).toBeNull();
    expect(createLateInteraction(knowledge, null, nearestTokens)).toBeNull();
    const foreign = { ids: new Int32Array(1), rows: new Int8Array(4), dimensions: 4 };
    expect(createLateInteraction(knowledge, foreign, nearestTokens)).toBeNull();
    expect(
      createLateInteraction(knowledge, { ...foreign, ids: new Int32Array(0), dimensions: 8 }, nearestTokens),
    ).toBeNull();
  });
});

describe('tokenWeights', () => {
  const weigh = (...surprisals: number[]): number[] =>
    tokenWeights(knowledge, {
      ids: surprisals.map((_, id) => id),
      surprisals: Float32Array.from(surprisals),
    });

  it('weighs the tokens of a question in another language by how rare they are in any text', () => {
    // the, broadband, coverage
    expect(weigh(7.25, 13, 11)).toEqual([0, 4, 2]);
  });

  it('leaves out what is far less rare than the rarest', () => {
    expect(weigh(10, 13)).toEqual([0, 4]);
  });

  it('weighs by the documents where all tokens are frequent', () => {
    expect(weigh(3, 8).every((weight) => weight > 0)).toBe(true);
  });
});
