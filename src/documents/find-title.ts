import type { MarkedHeading } from './source-document.ts';

/** What a title of a policy document ends in (《党政机关公文处理工作条例》, article 8, and common practice). */
const titleEnding =
  /(?:意见|方案|计划|规划|办法|规定|条例|细则|决定|通知|通告|公告|决议|纲要|措施|章程|法|解释|批复|函|[)）》])$/u;

const firstLabel =
  /^[（(]?[一二三四五六七八九十]{1,3}[、）)]|^第.{1,4}[编章节条]|^(?:§|Art|Section|Chapter|Part|제\s*\d)/u;
const numberLine = /号\s*[)）]?$/u;

/** A heading that the format marks is a title only near the beginning of the text. */
const mostCharactersBefore = 1_500;
const mostTitleCharacters = 80;

/**
 * Finds the title: the line at the head that reads as one; or else the first heading that the format marks,
 * the first line where it stands by itself, and at last the file's name. The latter are guesses.
 */
export function findTitle(
  text: string,
  head: readonly string[],
  fileName: string,
  headings: readonly MarkedHeading[],
): { value: string; isGuessed: boolean } {
  const read = readsAsTitle(head);
  if (read !== '') return { value: read, isGuessed: false };
  const [first] = headings;
  const marked =
    first !== undefined && first.span.start <= mostCharactersBefore
      ? text.slice(first.span.start, first.span.end).trim()
      : '';
  if (marked !== '' && !firstLabel.test(marked)) return { value: marked, isGuessed: true };
  const opening = head[0] ?? '';
  if (standsByItself(opening)) return { value: opening, isGuessed: true };
  return { value: fileName.replace(/\.[^.]+$/u, ''), isGuessed: true };
}

/** The first line that reads like a title: before the text proper, without the punctuation of a sentence. */
function readsAsTitle(head: readonly string[]): string {
  for (const line of head) {
    if (firstLabel.test(line)) break;
    if (line.length > mostTitleCharacters || /[。；;，,：:！!>]/u.test(line)) continue;
    if (titleEnding.test(line) && line.length >= 6 && !numberLine.test(line)) return line;
  }
  return '';
}

/** A short line without the mark of a sentence, with letters, that is no label; of two characters only a law (水法). */
function standsByItself(line: string): boolean {
  if (/^\p{Script=Han}法$/u.test(line)) return true;
  if (line.length < 3 || line.length > mostTitleCharacters || firstLabel.test(line)) return false;
  return /\p{L}{2}/u.test(line) && !/[。；;，,：:！!？?.>|]/u.test(line) && !/^[-•●*]/u.test(line);
}
