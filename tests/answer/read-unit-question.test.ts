import { describe, expect, it } from 'vitest';
import { readUnitQuestion } from '../../src/answer/read-unit-question.ts';

/** Reads a question whose unit stands between brackets: [省财政厅]负责什么？ */
function read(marked: string): ReturnType<typeof readUnitQuestion> {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const question = marked.replace(/[[\]]/gu, '');
  return readUnitQuestion(question, { unit: question.slice(start, end), span: { start, end } });
}

describe('readUnitQuestion', () => {
  it.each([
    ['[省司法厅]参加社会综合治安管理吗？一起负责的还有哪几家单位？', '社会综合治安管理'],
    ['电子商务一项，[武汉海关]是不是责任单位之一？请列出全部负责单位。', '电子商务一项'],
    [
      'Does [Audit Department] take part in fostering big data, and which other units are responsible?',
      'big data',
    ],
  ])('%s asks first whether it takes part', (question, topic) => {
    expect(read(question)).toMatchObject({ kind: 'takes-part', topic: expect.stringContaining(topic) });
  });

  it.each([
    '[省财政厅]负责什么？',
    '[省财政厅]的职责有哪些',
    '[省财政厅]的任务',
    '哪些工作由[省财政厅]承担？',
    '列出[省财政厅]的全部任务',
    '请归纳[省国资委]参与的各项工作。',
    '[省环保厅]はどのような業務を受け持つことになっていますか。',
    '[省教育厅]이 책임 기관으로 들어가 있는 과제를 전부 알려 주세요.',
    '[省水利厅]在这些文件里都分到了什么活儿？',
    '[省財政廳]要負責哪些事？',
    'What is [Department of Finance] responsible for?',
    'List the duties of [Department of Finance].',
    '[省财政厅]の担当業務は何ですか',
    '[省财政厅]은 무엇을 담당합니까?',
    'Wofür ist [省财政厅] zuständig?',
    'De quoi [省财政厅] est-il responsable ?',
    '¿De qué es responsable [省财政厅]?',
  ])('%s asks for its duties', (question) => {
    expect(read(question)).toMatchObject({ kind: 'duties', roles: null });
  });

  it('hears that only what it leads is asked for', () => {
    expect(read('[省财政厅]牵头哪些任务？')).toMatchObject({ kind: 'duties', roles: ['lead'] });
  });

  it.each<[string, string]>([
    ['[省财政厅]是否参与智慧旅游？', '智慧旅游'],
    ['智慧旅游，[省财政厅]也要配合吗？', '智慧旅游'],
    ['[省财政厅]是智慧旅游的责任单位吗', '智慧旅游'],
    ['Does [Department of Finance] take part in smart tourism?', 'smart tourism'],
    ['Is [Department of Finance] responsible for smart tourism?', 'smart tourism'],
    ['[省财政厅]はスマート観光に関与していますか？', 'スマート観光'],
  ])('%s asks whether it takes part', (question, topic) => {
    expect(read(question)).toMatchObject({ kind: 'takes-part', topic });
  });

  it.each([
    '除了[省财政厅]，智慧旅游还有哪些单位负责？',
    '[省财政厅]什么时候成立？',
    '[省财政厅]在哪里？',
    'Who supports [Department of Finance] in this?',
    '向[省财政厅]申请补贴需要什么材料？',
  ])('%s asks for something else', (question) => {
    expect(read(question)).toBeNull();
  });
});
