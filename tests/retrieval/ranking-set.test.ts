import { beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../end-to-end/built-program.ts';
import { sharedIndex, sharedIndexTimeoutMs } from '../end-to-end/shared-index.ts';

/**
 * Questions on the seeds with the real model, each with the reason for what must come first. `first` is the end
 * of the citation of the first clause, `quoted` stands in its quotation.
 */
const set = [
  {
    question: '智慧社区要建多少个示范小区？',
    first: '专栏7',
    quoted: '200个示范小区',
    reason: 'the box that gives the number, not the clauses that praise smart communities',
  },
  {
    question: '湖南的互联网金融要怎么监管？',
    first: '（湘政办发[2015]86号）二、（三）3',
    quoted: '互联网金融监管',
    reason: 'Hubei says nearly the same; the question names Hunan',
  },
  {
    question: '湖北对互联网金融的监管有什么要求？',
    first: '（鄂政发〔2015〕80号）二、（三）1',
    quoted: '加强互联网金融的监管与服务',
    reason: 'the same question of the other province',
  },
  {
    question: '被骗子打电话骗钱，政府准备怎么治理？',
    first: '三、（三）1',
    quoted: '严厉打击电信网络诈骗',
    reason: 'no word in common: only meaning can find it',
  },
  {
    question: 'When will 5G be in trial commercial use in Hubei?',
    first: '三、（二）1',
    quoted: '2019年底试点商用',
    reason: 'another language; 5G is the only shared term',
  },
  {
    question: '領導小組辦公室設在哪個部門？',
    first: '三、(一)',
    quoted: '领导小组办公室设在省经信委',
    reason: 'traditional characters ask a document in simplified ones',
  },
  {
    question: 'Who is responsible for developing green manufacturing in the Smart Hubei action plan?',
    first: '二、（六）',
    quoted: '节能技术',
    reason:
      'who is asked for a task: its heading counts, 发展绿色制造, not the sentences of a neighbour on manufacturing',
  },
  {
    question:
      'Welche Stelle führt bei der Umsetzung der „Internet Plus“-Aktion in der Provinz Hubei die Federführung?',
    first: '四、（一）',
    quoted: '联席会议制度',
    reason: 'who leads is said in one clause only',
  },
] as const;

let index: string;

beforeAll(async () => {
  index = await sharedIndex();
}, sharedIndexTimeoutMs);

describe('the first clause', () => {
  it.each(set)('$question ($reason)', async ({ question, first, quoted }) => {
    const { stdout, exitCode } = await runProgram(['ask', question, '--json'], { env: { INDEX_DIR: index } });
    expect(exitCode).toBe(0);
    const { answers } = JSON.parse(stdout);
    expect(answers[0].citation).toSatisfy((citation: string) => citation.endsWith(first), `ends in ${first}`);
    expect(answers[0].quote).toContain(quoted);
  });

  it('is refused when the question is about a region of which there is no document', async () => {
    const { stdout } = await runProgram(['ask', '广东省的数字政府怎么建设？', '--json'], {
      env: { INDEX_DIR: index },
    });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ kind: 'not-found', answers: [], confidence: 0 });
    expect(answer.nearest.length).toBeGreaterThan(0);
  });
});
