import type { Role } from '../answer/answer.ts';

/** The sentences of the Slack surface itself; what is said about documents comes from the `Answer`. */
export type Phrases = Readonly<{
  howToAsk: string;
  tooLong: string;
  failed: (reference: string) => string;
  empty: string;
  nearest: string;
  responsible: string;
  roles: Readonly<Record<Role, string>>;
  today: (canonical: string) => string;
  /** Behind the units that a clause has from one above it. */
  inherited: string;
  cut: (citation: string) => string;
  more: (count: number) => string;
  open: string;
}>;

const chinese: Phrases = {
  howToAsk: '请在提及我之后写下问题，例如：“哪个部门牵头负责这项工作？”',
  tooLong: '问题太长了：请缩短到 2000 字以内再问一次。',
  failed: (reference) => `抱歉，这次没能回答。请稍后再试；如需帮助，请把编号 ${reference} 告诉管理员。`,
  empty: '没有可以显示的内容。',
  nearest: '以下是最接近的条款，不是答案：',
  responsible: '责任单位：',
  roles: { lead: '牵头', support: '配合', joint: '共同负责' },
  today: (canonical) => `，现为${canonical}`,
  inherited: '，沿用上级条款',
  cut: (citation) => `…（全文见 ${citation}）`,
  more: (count) => `另有 ${count} 条未显示。`,
  open: '打开原文',
};

const english: Phrases = {
  howToAsk: 'Write your question after mentioning me, for example: “Which department leads this task?”',
  tooLong: 'That question is too long: please shorten it to 2,000 characters and ask again.',
  failed: (reference) =>
    `Sorry, this question could not be answered. Please try again later; if you need help, give reference ${reference} to your administrator.`,
  empty: 'There is nothing to show.',
  nearest: 'The nearest clauses, which are not an answer:',
  responsible: 'Responsible: ',
  roles: { lead: 'lead', support: 'support', joint: 'joint' },
  today: (canonical) => `, today ${canonical}`,
  inherited: ', inherited from the clause above',
  cut: (citation) => `… (full text: ${citation})`,
  more: (count) => `${count} more not shown.`,
  open: 'Open the source',
};

/** The phrases for a BCP 47 tag: Chinese for `zh…`, English for everything else. */
export function phrasesFor(language: string): Phrases {
  return /^zh\b/i.test(language) ? chinese : english;
}

/** The phrases for a text whose language nobody has determined yet. Han without kana counts as Chinese. */
export function phrasesForText(text: string): Phrases {
  const isChinese = /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  return isChinese ? chinese : english;
}
