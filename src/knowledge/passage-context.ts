import { foldText } from '../clauses/fold-text.ts';

/** Title and headings in front of a clause are cut to this length. */
const mostCharacters = 80;

/** What the model reads in front of a clause: the document's title and the two nearest headings. @param headings from the title on. */
export function passageContext(headings: readonly string[]): string {
  const [title = '', ...path] = headings.map(foldText);
  const near = path.filter((heading) => heading !== '').slice(-2);
  return [title, ...near].join(' ').trim().slice(0, mostCharacters);
}
