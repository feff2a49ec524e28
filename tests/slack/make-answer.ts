import type { Answer, Quotation } from '../../src/answer/answer.ts';

/** One quotation of the provincial "Internet Plus" document, with any part replaced. */
export function makeQuotation(changes: Partial<Quotation> = {}): Quotation {
  return {
    quote: '（一）互联网+制造。由省经信委牵头，省发改委、省科技厅配合。',
    document: {
      id: 'd1',
      path: 'seeds/a.txt',
      title: '省人民政府关于加快推进“互联网+”行动的实施意见',
      number: '鄂政发〔2015〕80号',
      issuer: '湖北省人民政府',
      issuedOn: '2015-12-24',
      region: '湖北',
    },
    clause: {
      id: 'c1',
      label: '（一）',
      heading: '互联网+制造',
      path: ['二、重点任务', '（一）互联网+制造'],
    },
    span: { start: 0, end: 30 },
    citation: '《省人民政府关于加快推进“互联网+”行动的实施意见》（鄂政发〔2015〕80号）二、（一）',
    score: 0.9,
    url: null,
    ...changes,
  };
}

/** An answer with one quotation, with any part replaced. */
export function makeAnswer(changes: Partial<Answer> = {}): Answer {
  return {
    id: 'q1',
    question: '谁牵头互联网+制造？',
    language: 'zh',
    kind: 'clauses',
    answers: [makeQuotation()],
    responsible: [],
    duties: [],
    nearest: [],
    confidence: 0.9,
    notices: [],
    reply: '找到一条相关条款。',
    timings: { interpretMs: 0, embedMs: 0, searchMs: 0, answerMs: 0, totalMs: 0 },
    ...changes,
  };
}
