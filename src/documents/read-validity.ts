const sentence = /[^。！？\n]+[。！？]?/gu;
const inForceFrom =
  /自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起\s*(?:正式)?(?:施行|实施|执行|生效)/u;
const inForceAtOnce = /自(?:公布|发布|印发)之日起\s*(?:施行|实施|执行|生效)/u;
const englishInForce =
  /(?:enters? into force|comes? into (?:force|operation)|takes effect) on (\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/u;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What says that other documents end with this one. */
const replaces = /同时废止|予以废止|即行废止|停止执行|不再执行|supersedes|repealed|replaces/iu;
const named =
  /《([^《》]{2,80})》|([\p{Script=Han}]{1,12}[〔［[【（(]\s*\d{4}\s*[〕］\]】）)]\s*(?:第\s*)?\d+\s*号)/gu;
const englishNamed = /(?:supersedes|replaces|repeals)\s+(?:the\s+)?([A-Z][^.;,\n]{3,80})/gu;

/**
 * Reads when a document comes into force and which others it replaces (自…起施行, 同时废止). `supersedes` holds
 * titles and numbers as printed. @param issuedOn ISO 8601, for 自公布之日起施行; may be empty.
 */
export function readValidity(text: string, issuedOn: string): { effectiveOn: string; supersedes: string[] } {
  return { effectiveOn: findEffective(text, issuedOn), supersedes: findSuperseded(text) };
}

function findEffective(text: string, issuedOn: string): string {
  const [, year, month, day] = inForceFrom.exec(text) ?? [];
  if (year !== undefined) return isoDate(year, month, day);
  const [, englishDay, name = '', englishYear] = englishInForce.exec(text) ?? [];
  if (englishYear !== undefined) return isoDate(englishYear, String(months.indexOf(name) + 1), englishDay);
  return inForceAtOnce.test(text) ? issuedOn : '';
}

function findSuperseded(text: string): string[] {
  if (!replaces.test(text)) return [];
  const found = [...text.matchAll(sentence)].flatMap(([part]) => {
    if (!replaces.test(part)) return [];
    const chinese = [...part.matchAll(named)].map(([, title, number]) => title ?? number ?? '');
    return [...chinese, ...[...part.matchAll(englishNamed)].map(([, title = '']) => title.trim())];
  });
  return [...new Set(found)];
}

function isoDate(year: string, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
