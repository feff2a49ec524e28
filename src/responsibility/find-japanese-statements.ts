import type { Span } from '../documents/source-document.ts';
import type { Role, Statement } from './assignment.ts';

const name =
  '[\\p{Script=Han}\\p{Script=Katakana}ー・A-Za-z0-9]{1,20}?(?:省|庁|局|部|課|室|係|署|所|委員会|センター|本部|事務局|会議|長|担当者|グループ|チーム|会社|法人)';
const names = `${name}(?:(?:、|及び|並びに|および|と)${name})*`;
const patterns: ReadonlyArray<{ expression: RegExp; role: Role }> = [
  {
    expression: new RegExp(
      `(?<list>${names})(?:が|は、?)(?:、?[^。、]{0,40}を)?(?:主導|統括|主管)(?:する|し|して)`,
      'gu',
    ),
    role: 'lead',
  },
  {
    expression: new RegExp(
      `(?<list>${names})(?:が|は、?)(?:、?[^。、]{0,40}を)?(?:担当|所管|所掌|分掌)(?:する|し|して)|(?<list2>${names})(?:が|は、?)[^。、]{0,40}(?:責任を負う|について責任を)`,
      'gu',
    ),
    role: 'joint',
  },
  {
    expression: new RegExp(
      `(?<list>${names})(?:が|は、?)(?:、?[^。、]{0,40}(?:を|に))?(?:協力|支援|補佐)(?:する|し|して)`,
      'gu',
    ),
    role: 'support',
  },
];

/** Finds in a Japanese sentence who is in charge: 総務課が担当する, 情報政策課が主導し、財政課が協力する. */
export function findJapaneseStatements(text: string, sentence: Span): Statement[] {
  const own = text.slice(sentence.start, sentence.end);
  if (!/\p{Script=Hiragana}/u.test(own)) return [];
  const found: Statement[] = [];
  for (const { expression, role } of patterns) {
    for (const match of own.matchAll(expression)) {
      if (role === 'support' && found.length === 0) continue;
      const list = match.groups?.list ?? match.groups?.list2 ?? '';
      const units = list
        .split(/、|及び|並びに|および|と/u)
        .filter((one) => one !== '')
        .map((one) => ({ name: one, printed: one, role }));
      const start = sentence.start + match.index;
      found.push({ units, evidence: { start, end: start + match[0].length }, scope: sentence });
    }
  }
  return found;
}
