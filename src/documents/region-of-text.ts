import { regions } from './regions.ts';

/** A region must be named this often before it is taken for the document's own. */
const leastMentions = 2;

/** The region that a document speaks of most, by its full name; an empty string when none stands out. */
export function regionOfText(text: string): string {
  const counted = regions
    .map(({ name, short }) => ({ name, count: text.split(short).length - 1 }))
    .sort((left, right) => right.count - left.count);
  const [first, second] = counted;
  if (first === undefined || first.count < leastMentions) return '';
  return second !== undefined && first.count === second.count ? '' : first.name;
}
