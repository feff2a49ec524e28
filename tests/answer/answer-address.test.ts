import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAddress } from '../../src/answer/answer-address.ts';
import { addressOf, citeClause } from '../../src/answer/cite-clause.ts';
import { pathTo } from '../../src/answer/quote-clause.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { seedsFolder } from '../seed-documents.ts';
import { writeFiles } from '../temporary-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewise-addresses-'));

/** Two laws by hand: one with paragraphs and branches, one in English. */
const laws = {
  '供暖法.txt':
    '中华人民共和国供暖法\n第一章　总则\n第一条　为了供暖，制定本法。\n第二条　供暖期不少于四个月。\n寒冷时可以延长。\n第三条　下列单位供暖：\n（一）热力公司；\n（二）街道办事处。\n上述单位应当备案。\n第三条之一　备案自收到之日起生效。\n',
  '水法.txt': '水法\n第一条　为了合理利用水资源，制定本法。\n第二条　用水应当计量。\n',
  '解释.txt':
    '关于适用供暖法若干问题的规定（二）\n第一条　热费按月交纳。\n第二条　逾期加收：\n（一）滞纳金；\n（二）利息。\n',
  'heating.txt':
    'Heating Act\nArticle 1 Scope\nThis Act covers heating.\nArticle 2 Duties\n(1) Owners pay:\n(a) the fee;\n(b) the levy.\n(2) Tenants do not pay.\n',
};

let knowledge: KnowledgeBase;
beforeAll(async () => {
  writeFiles(folder, laws);
  const index = join(folder, 'index');
  const deps = { embedder: createHashEmbedder(), now: () => new Date(0), onProgress: () => undefined };
  await ingest(deps, [seedsFolder, ...Object.keys(laws).map((name) => join(folder, name))], index);
  const opened = await openKnowledgeBase(index);
  if (opened === null) throw new Error('There is no index.');
  knowledge = opened;
});
afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true });
});

const quotesFor = (question: string): string[] | null =>
  answerAddress(knowledge, question)?.quotations.map(({ quote }) => quote) ?? null;

describe('answerAddress', () => {
  it.each([
    ['供暖法第二条', '第二条　供暖期不少于四个月。\n寒冷时可以延长。'],
    ['《供暖法》第2条第二款', '寒冷时可以延长。'],
    ['供暖法第三条第二款是什么？', '上述单位应当备案。'],
    ['中华人民共和国供暖法第三条第（二）项', '（二）街道办事处。'],
    ['关于适用供暖法若干问题的规定（二）第二条第（一）项', '（一）滞纳金；'],
    ['关于适用供暖法若干问题的规定（二）第一条', '第一条　热费按月交纳。'],
    ['供暖法第三条之一', '第三条之一　备案自收到之日起生效。'],
    ['What does Article 2(1)(b) of the Heating Act say?', '(b) the levy.'],
    ['水法第二条', '第二条　用水应当计量。'],
    ['《水法》第二条规定了什么？', '第二条　用水应当计量。'],
    ['供暖法第三条第2项', '（二）街道办事处。'],
    ['heating act article 2(2)', '(2) Tenants do not pay.'],
  ])('%s', (question, quote) => {
    expect(quotesFor(question)).toEqual([quote]);
  });

  it('finds every clause of the seeds by the citation that is printed of it', () => {
    for (const document of knowledge.listDocuments()) {
      for (const clause of knowledge.clausesOf(document.id).filter(({ level }) => level > 0)) {
        const path = pathTo(knowledge, clause);
        const citation = citeClause(document, path);
        const found = answerAddress(knowledge, citation);
        const ids = found?.quotations.map((quotation) => quotation.clause.id) ?? [];
        // An address that several clauses of a document share is printed alike.
        const twins = knowledge
          .clausesOf(document.id)
          .filter((other) => addressOf(pathTo(knowledge, other)) === addressOf(path));
        expect(
          twins.some(({ id }) => ids.includes(id)),
          `${citation}: ${ids.length}`,
        ).toBe(true);
      }
    }
  });

  it('says that a document has no such clause, and shows the one that it would stand in', () => {
    const answer = answerAddress(knowledge, '供暖法第三条第（九）项');
    expect(answer?.isFound).toBe(false);
    expect(answer?.quotations[0]?.quote).toContain('第三条　下列单位供暖');
    expect(answerAddress(knowledge, '刑法第三条')).toMatchObject({ isFound: false, quotations: [] });
  });

  it.each([
    '鄂政发〔2015〕80号二、说了什么？',
    '按鄂政发〔2015〕80号二、',
    '请看鄂政发[2015]80号二、规定了哪些内容',
  ])('reads an address behind the number of a document, with words around it: %s', (question) => {
    const quotations = answerAddress(knowledge, question)?.quotations ?? [];
    expect(quotations.map(({ citation }) => citation.slice(-12))).toEqual(['发〔2015〕80号）二']);
  });

  it('leaves questions alone that ask more than for a clause', () => {
    expect(quotesFor('智慧社区要建多少个示范小区？')).toBeNull();
    expect(quotesFor('2015年第三方支付机构有哪些任务？')).toBeNull();
  });
});
