import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quotation } from '../../src/answer/answer.ts';
import { quoteBest } from '../../src/answer/quote-best.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { createTokenKernel } from '../../src/retrieval/kernel/create-token-kernel.ts';
import { searchClauses } from '../../src/retrieval/search-clauses.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { writeFiles } from '../temporary-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewise-quotes-'));
const embedder = createHashEmbedder();
const nearestTokens = createTokenKernel();

const header = (title: string, issuedOn: string): string =>
  `---\ntitle: ${title}\nissuedOn: ${issuedOn}\n---\n`;
const documents = {
  'education.md': `${header('家庭教育条例', '2019-01-01')}第一条 为了促进家庭教育，制定本条例。

第二条 监护人有下列情形之一的，由所在单位予以批评教育：
（一）不履行监护职责，经劝说仍然不改的；
（二）对未成年人实施家庭暴力，伤害其身心的；
（三）放任未成年人沉迷网络游戏，影响其学业的。

情形严重的，依法追究责任。

第三条 指导机构的任务是：培训专职人员。
`,
  'old.md': `${header('宽带意见', '2015-03-01')}第一条 到期末，全省固定宽带用户达到1300万户，光纤入户率显著提高。\n\n第二条 加强组织领导，落实工作责任。\n`,
  'new.md': `${header('宽带方案', '2018-03-01')}第一条 到期末，全省固定宽带用户达到1500万户，光纤入户率显著提高。\n\n第二条 鼓励社会资本参与建设。\n`,
  'plan.txt': '襄阳市智能网联汽车发展行动计划\n\n第一条 建设测试道路，开放应用场景。\n',
  'copy.md': `${header('宽带转发', '2016-03-01')}第一条 到期末，全省固定宽带用户达到1300万户，光纤入户率显著提高。\n`,
};

let knowledge: KnowledgeBase;
beforeAll(async () => {
  writeFiles(folder, documents);
  const deps = { embedder, now: () => new Date(0), onProgress: () => undefined };
  const files = Object.keys(documents).map((name) => join(folder, name));
  await ingest(deps, files, join(folder, 'index'));
  const opened = await openKnowledgeBase(join(folder, 'index'));
  if (opened === null) throw new Error('There is no index.');
  knowledge = opened;
});
afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true });
});

async function ask(question: string): Promise<Quotation[]> {
  return quoteBest(knowledge, await searchClauses({ knowledge, embedder, nearestTokens }, question));
}

describe('an enumeration', () => {
  it('is quoted with its items where its head line answers, without the paragraph behind them', async () => {
    const [first] = await ask('监护人有哪些情形之一的，由所在单位予以批评教育');
    expect(first?.quote).toMatch(/^监护人有下列情形之一的.*批评教育：.*（一）.*（三）.*学业的。$/su);
    expect(first?.clause.label).toBe('第二条');
  });

  it('shows the head line above an item', async () => {
    const [first] = await ask('放任未成年人沉迷网络游戏');
    expect(first?.quote).toBe('放任未成年人沉迷网络游戏，影响其学业的。');
    expect(first?.clause.path).toEqual(['第二条 监护人有下列情形之一的，由所在单位予以批评教育：', '（三）']);
  });
});

describe('what several documents say of one thing', () => {
  it('stands newest first where only the figure differs, the copy left out', async () => {
    const quotations = await ask('全省固定宽带用户达到多少万户');
    expect(quotations.slice(0, 2).map(({ quote }) => quote.match(/\d+万户/u)?.[0])).toEqual([
      '1500万户',
      '1300万户',
    ]);
    expect(quotations.filter(({ quote }) => quote.includes('1300万户'))).toHaveLength(1);
  });
});

it('never quotes a mere title', async () => {
  const [first] = await ask('襄阳市智能网联汽车发展行动计划');
  expect(first?.quote).toBe('建设测试道路，开放应用场景。');
});
