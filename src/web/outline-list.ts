import { describeClause } from '../answer/quote-clause.ts';
import type { IndexedClause } from '../knowledge/knowledge-base.ts';
import { escapeHtml } from './escape-html.ts';

/** Of a clause without a heading, so much of its first line is shown. */
const mostCharacters = 30;

/**
 * Prints links to the clauses of the two outermost levels as nested lists; an empty string when there are none.
 * @param clauses of one document, in the order of the text.
 */
export function outlineList(text: string, clauses: readonly IndexedClause[]): string {
  const html: string[] = [];
  let depth = 0;
  for (const clause of clauses.filter(({ level }) => level === 1 || level === 2)) {
    html.push(clause.level > depth ? '<ol>'.repeat(clause.level - depth) : '</li>');
    if (clause.level < depth) html.push('</ol></li>');
    depth = clause.level;
    html.push(
      `<li><a href="#${escapeHtml(encodeURIComponent(clause.id))}"><bdi>${nameOf(text, clause)}</bdi></a>`,
    );
  }
  if (depth > 0) html.push('</li></ol>'.repeat(depth));
  return html.join('');
}

function nameOf(text: string, clause: IndexedClause): string {
  const [name = ''] = describeClause(clause, [clause]).path;
  return escapeHtml(clause.heading === '' ? `${name} ${firstWords(text, clause)}`.trim() : name);
}

function firstWords(text: string, { bodyStart, ownSpan }: IndexedClause): string {
  const [line = ''] = text
    .slice(bodyStart, Math.min(ownSpan.end, bodyStart + 1_000))
    .trim()
    .split('\n');
  const characters = [...line];
  const shown = characters.slice(0, mostCharacters).join('');
  return characters.length > mostCharacters ? `${shown}…` : shown;
}
