import { beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from './built-program.ts';
import { answerSchema, dutiesSchema, outlineSchema, unitsSchema } from './contract-schemas.ts';
import { decodedText, sharedIndex, sharedIndexTimeoutMs } from './shared-index.ts';

let index: string;
beforeAll(async () => {
  index = await sharedIndex();
}, sharedIndexTimeoutMs);

async function json(...args: string[]): Promise<unknown> {
  const { stdout, exitCode, stderr } = await runProgram([...args, '--json'], { env: { INDEX_DIR: index } });
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe('who is responsible', () => {
  it.each<[string, string, string[]]>([
    [
      '推进信息进村入户由谁负责？',
      'zh',
      ['省农业厅', '省发展改革委', '省科技厅', '省商务厅', '省林业厅', '省质监局', '省食品药品监督管理局'],
    ],
    [
      'Who is responsible for smart tourism in the Internet Plus opinion of Hubei?',
      'en',
      ['省旅游局', '省发展改革委', '省经信委', '省国土资源厅', '省住建厅', '省交通运输厅'],
    ],
  ])('%s', async (question, language, units) => {
    const answer = answerSchema.parse(await json('ask', question));
    expect(answer).toMatchObject({ kind: 'responsible', language });
    expect(answer.responsible.map(({ name }) => name)).toEqual(units);
    for (const { name, evidence, evidenceSpan, inheritedFrom } of answer.responsible) {
      const text = decodedText(answer.answers[0]?.document.path ?? '');
      expect(text.slice(evidenceSpan.start, evidenceSpan.end)).toBe(evidence);
      expect(evidence).toContain(name);
      expect(inheritedFrom).not.toBeNull();
    }
  });

  it('shows both documents that name different units, the newest first, each unit at its clause', async () => {
    const answer = answerSchema.parse(await json('ask', '智慧旅游由谁负责？'));
    expect(answer.answers.map(({ document }) => document.issuedOn)).toEqual(['2015-12-28', '2015-08-07']);
    const clauses = answer.answers.map(({ clause }) => clause.id);
    expect(new Set(answer.responsible.map(({ clause }) => clause))).toEqual(new Set(clauses));
  });

  it.each<[string, RegExp]>([
    ['省气象局是否参与智慧水利建设？', /^是/u],
    ['省教育厅要参与智慧水利建设吗？', /^否/u],
  ])('%s', async (question, reply) => {
    const answer = answerSchema.parse(await json('ask', question));
    expect(answer).toMatchObject({ kind: 'responsible' });
    expect(answer.reply).toMatch(reply);
    expect(answer.responsible.map(({ name }) => name)).toContain('省水利厅');
  });

  it('is shown in the outline, by itself and inherited', async () => {
    const { outline } = outlineSchema.parse(await json('show', '003_156ef0500c772a0d.txt'));
    const city = outline.flatMap(({ children }) => children).find(({ label }) => label === '（二十三）');
    expect(city?.responsible.map(({ name }) => name)).toContain('省住建厅');
    expect(city?.responsible[0]?.inheritedFrom).toBeNull();
    expect(city?.children[0]?.responsible[0]?.inheritedFrom).toBe(city?.id);
  });

  it('lists units, and the duties of one by its new name', async () => {
    const units = unitsSchema.parse(await json('units'));
    expect(units.find(({ canonical }) => canonical === '省经信厅')?.lead).toBeGreaterThan(20);
    const duties = dutiesSchema.parse(await json('duties', '省经信厅'));
    expect(duties.names).toEqual(expect.arrayContaining(['省经信委', '省经信厅']));
    for (const { quote, span, document, unit } of duties.duties) {
      expect(decodedText(document.path).slice(span.start, span.end)).toBe(quote);
      expect(['省经信委', '省经信厅']).toContain(unit);
    }
    expect(dutiesSchema.parse(await json('duties', '某某厅')).duties).toEqual([]);
  });

  it('answers a question for duties with the same list', async () => {
    const answer = answerSchema.parse(await json('ask', '省测绘局负责哪些工作？'));
    const { duties } = dutiesSchema.parse(await json('duties', '省测绘局'));
    expect(answer).toMatchObject({ kind: 'duties', duties });
    expect(duties).toHaveLength(8);
  });

  it('prints a table for a spreadsheet', async () => {
    const { stdout, exitCode } = await runProgram(['duties', '省测绘局', '--csv'], {
      env: { INDEX_DIR: index },
    });
    expect(exitCode).toBe(0);
    expect(stdout.trim().split('\r\n')).toHaveLength(9);
  });
});
