import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerDocuments } from '../../src/answer/answer-documents.ts';
import { openRefusalJudge } from '../../src/answer/open-refusal-judge.ts';
import { phrasesFor } from '../../src/answer/phrases.ts';
import { evidenceNames } from '../../src/answer/read-evidence.ts';
import { loadRefusalModel } from '../../src/answer/refusal-model.ts';
import { validityNotices } from '../../src/answer/validity-notices.ts';
import { ingest } from '../../src/knowledge/ingest.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { openKnowledgeBase } from '../../src/knowledge/open-knowledge-base.ts';
import { readScope } from '../../src/retrieval/read-scope.ts';
import { createHashEmbedder } from '../knowledge/hash-embedder.ts';
import { seedsFolder } from '../seed-documents.ts';
import { writeFiles } from '../temporary-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'clausewise-rules-'));
const embedder = createHashEmbedder();
const english = phrasesFor('en');

/** Two versions of one rule; the newer one says that it replaces the older. */
const rules = {
  'old.md':
    '---\ntitle: 供暖办法\nnumber: 湘政发〔2014〕3号\nissuedOn: 2014-01-02\nregion: 湖南省\n---\n第一条 供暖四个月。\n',
  'new.md':
    '---\ntitle: 新供暖办法\nnumber: 湘政发〔2016〕9号\nissuedOn: 2016-01-02\nregion: 湖南省\nsupersedes: [供暖办法]\neffectiveOn: 2099-01-01\n---\n第一条 供暖五个月。\n',
};

let knowledge: KnowledgeBase;
beforeAll(async () => {
  writeFiles(folder, rules);
  const files = Object.keys(rules).map((name) => join(folder, name));
  const deps = { embedder, now: () => new Date(0), onProgress: () => undefined };
  await ingest(deps, [seedsFolder, ...files], join(folder, 'index'));
  const opened = await openKnowledgeBase(join(folder, 'index'));
  if (opened === null) throw new Error('There is no index.');
  knowledge = opened;
});
afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true });
});

const named = (name: string) => {
  const document = knowledge.listDocuments().find((one) => one.name.startsWith(name));
  if (document === undefined) throw new Error(`There is no ${name}.`);
  return document;
};

describe('validityNotices', () => {
  it('tells that a document is replaced, not yet in force, or of a period that is over', () => {
    const today = new Date('2026-11-25');
    expect(validityNotices(knowledge, named('old'), today, english)).toEqual([
      '《供暖办法》（湘政发〔2014〕3号） is replaced by 《新供暖办法》（湘政发〔2016〕9号）.',
    ]);
    expect(validityNotices(knowledge, named('new'), today, english)[0]).toContain('in force from 2099-01-01');
    expect(validityNotices(knowledge, named('003'), today, english)[0]).toContain('2015–2017');
    expect(validityNotices(knowledge, named('003'), new Date('2017-06-01'), english)).toEqual([]);
  });
});

describe('answerDocuments', () => {
  it.each(['有哪些文件？', 'Which documents are there?', '文件列表', 'どんな文書がありますか'])(
    '%s',
    (question) => {
      expect(answerDocuments(knowledge, question, english)?.answers).toHaveLength(7);
    },
  );

  it('lists those of the region that is named', () => {
    const found = answerDocuments(knowledge, '湖南有哪些文件？', english);
    expect(found?.answers.map(({ document }) => document.region)).toEqual(['湖南省', '湖南省', '湖南省']);
  });

  it.each(['申请补贴需要哪些材料？', '智慧旅游由谁负责？'])('%s asks for something else', (question) => {
    expect(answerDocuments(knowledge, question, english)).toBeNull();
  });
});

describe('readScope', () => {
  it.each<[string, string | null]>([
    ['广东省的目标是什么？', '广东省'],
    ['深圳有哪些规定？', '广东省'],
    ['湖北的目标是什么？', null],
    ["What is Singapore's target?", '新加坡'],
    ['湖北2035年的目标是什么？', '2035'],
    ['湖北“十五五”期间的目标是什么？', '2026–2030'],
    ['湖北2016年的目标是什么？', null],
    ['建设2000个基站要多久？', null],
  ])('%s', (question, elsewhere) => {
    expect(readScope(knowledge, question)?.elsewhere ?? null).toBe(elsewhere);
  });

  it('prefers the document that is named by words of its title', () => {
    const scope = readScope(knowledge, '智慧湖北行动方案里的宽带目标');
    const rowOf = (name: string): number => knowledge.clausesOf(named(name).id)[1]?.row ?? -1;
    expect(scope?.lossOf(rowOf('003'))).toBe(0);
    expect(scope?.lossOf(rowOf('002'))).toBeGreaterThan(0);
    expect(readScope(knowledge, '建宽带有什么办法')).toBeNull();
  });

  it.each([
    ['湖北省の情報消費の実施方案では、実証はどこで進められますか。', '004'],
    ['후베이성 정보소비 실시방안은 어느 도시를 추진합니까?', '004'],
    ['Wer ist laut dem Umsetzungsplan zum Informationskonsum zuständig?', '004'],
    ['Was sagt die Stellungnahme zum Smarten Hubei?', '002'],
  ])('%s names %s', (question, name) => {
    expect([...(readScope(knowledge, question)?.documents ?? [])]).toEqual([named(name).id]);
  });

  it('keeps what another province decided far behind, and tells which provinces and numbers are named', () => {
    const rowOf = (name: string): number => knowledge.clausesOf(named(name).id)[1]?.row ?? -1;
    const scope = readScope(knowledge, 'Which cities in Hunan get pilot zones?');
    expect(scope?.lossOf(rowOf('003'))).toBeGreaterThanOrEqual(5);
    expect(scope?.lossOf(rowOf('001'))).toBe(0);
    expect([...(scope?.provinces ?? [])]).toEqual(['湖南省']);
    const numbered = readScope(knowledge, '按湘政办发〔2015〕86号，谁负责？');
    expect(numbered).toMatchObject({
      documents: new Set([named('001').id]),
      numbers: ['湘政办发[2015]86号'],
    });
    expect(numbered?.lossOf(rowOf('003'))).toBeGreaterThan(0);
  });

  it('knows a document without a title by what its opening says that it is', () => {
    const scope = readScope(knowledge, "under Hubei's information consumption plan");
    const rowOf = (name: string): number => knowledge.clausesOf(named(name).id)[1]?.row ?? -1;
    expect(scope?.lossOf(rowOf('004'))).toBe(0);
    expect(scope?.lossOf(rowOf('003'))).toBeGreaterThan(0);
  });

  it.each([
    '按智慧湖北建设意见，到2017年要达到多少？',
    '스마트 후베이 건설 의견에서 2017년까지 목표는 얼마입니까?',
  ])('looks among documents of the kind that is named, though another title has the year: %s', (question) => {
    const scope = readScope(knowledge, question);
    const rowOf = (name: string): number => knowledge.clausesOf(named(name).id)[1]?.row ?? -1;
    expect(scope?.lossOf(rowOf('002'))).toBe(0);
    expect(scope?.lossOf(rowOf('003'))).toBeGreaterThan(0);
  });
});

describe('openRefusalJudge', () => {
  const weights = { bias: 0, weights: Object.fromEntries(evidenceNames.map((name) => [name, 1])) };
  const write = (revision: string): void => {
    writeFileSync(join(folder, 'hash.json'), JSON.stringify({ revision, same: weights, foreign: weights }));
    writeFileSync(join(folder, 'far-questions-zh.txt'), '长颈鹿有几块骨头？\n贝多芬写了几部交响曲？\n');
    writeFileSync(join(folder, 'far-questions-en.txt'), 'How many symphonies did Beethoven write?\n');
  };

  it('draws the lines of an index once and keeps them beside it', async () => {
    write('hash-1');
    const index = join(folder, 'index');
    const judge = await openRefusalJudge({ embedder }, index, folder)(knowledge);
    expect(judge?.lines.same?.line).toBeTypeOf('number');
    const kept = readFileSync(join(index, 'refusal.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ generation: knowledge.generation, lines: judge?.lines });
    const again = await openRefusalJudge({ embedder }, index, folder)(knowledge);
    expect(again?.lines).toEqual(judge?.lines);
    writeFileSync(join(index, 'refusal.json'), '{');
    expect((await openRefusalJudge({ embedder }, index, folder)(knowledge))?.lines).toEqual(judge?.lines);
  });

  it('has nothing to judge by where the weights are another model’s, or there are none', async () => {
    write('another');
    expect(await openRefusalJudge({ embedder }, join(folder, 'index'), folder)(knowledge)).toBeNull();
    expect(loadRefusalModel(join(folder, 'none.json'), 'hash-1')).toBeNull();
    writeFileSync(join(folder, 'damaged.json'), '{');
    expect(loadRefusalModel(join(folder, 'damaged.json'), 'hash-1')).toBeNull();
  });
});
