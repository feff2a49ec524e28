import { overlaps } from '../documents/overlaps.ts';
import type { Span } from '../documents/source-document.ts';
import type { Role, Statement } from './assignment.ts';

const name =
  '[\\p{Script=Han}\\p{Script=Katakana}ー・A-Za-z0-9]{1,20}?(?:省|庁|局|部|課|室|係|署|所|委員会|センター|本部|事務局|会議|長|担当者|グループ|チーム|会社|法人)';
const names = `${name}(?:(?:、|及び|並びに|および|と)${name})*`;
const subject = `(?<list>${names})(?:が|は、?|において|で)`;
const object = '(?:、?[^。、]{0,40}(?:を|に|について))?';
const done = '(?:する|し|して|すること|した|し、)';

const forms: ReadonlyArray<{ form: string; role: Role }> = [
  {
    form: `${subject}(?:主体的に|全体を)?${object}(?:主導|統括|主管|総括|取りまとめ|とりまとめ)(?:${done}|る)?`,
    role: 'lead',
  },
  { form: `${subject}(?:主体|中心|主管課|主担当|事務局)(?:と|に)(?:なり|なって|なる|して)`, role: 'lead' },
  { form: `(?<list>${names})を(?:中心|主体)(?:に|として)`, role: 'lead' },
  {
    form: `${subject}(?:共同で|連携して|分担して)?${object}(?:共同で)?(?:担当|所管|所掌|分掌|担い|担う|管轄)${done}?`,
    role: 'joint',
  },
  {
    form: `(?<list>${names})(?:が|は、?)[^。、]{0,40}(?:責任を負う|責任を持つ|について責任を)`,
    role: 'joint',
  },
  { form: `${subject}${object}(?:協力|支援|補佐|補助|助言)${done}`, role: 'support' },
  { form: `(?<list>${names})の(?:協力|支援|助言|補助)を(?:得|受け)`, role: 'support' },
  { form: `(?<list>${names})と(?:連携|協力)し`, role: 'support' },
];
const patterns = forms.map(({ form, role }) => ({ expression: new RegExp(form, 'gu'), role }));

/** Finds in a Japanese sentence who is in charge: 総務課が担当する, 情報政策課が主導し、財政課が協力する. */
export function findJapaneseStatements(text: string, sentence: Span): Statement[] {
  const own = text.slice(sentence.start, sentence.end);
  if (!/\p{Script=Hiragana}/u.test(own)) return [];
  const found: Statement[] = [];
  for (const { expression, role } of patterns) {
    for (const match of own.matchAll(expression)) {
      if (role === 'support' && found.length === 0) continue;
      const start = sentence.start + match.index;
      const evidence = { start, end: start + match[0].length };
      const list = match.groups?.list ?? '';
      if (found.some((other) => overlaps(other.evidence, evidence))) continue;
      const units = list
        .split(/、|及び|並びに|および|と/u)
        .filter((one) => one !== '')
        .map((one) => ({ name: one, printed: one, role }));
      found.push({ units, evidence, scope: sentence });
    }
  }
  return found;
}
