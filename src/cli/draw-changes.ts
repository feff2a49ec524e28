import { addressOf, citeClause } from '../answer/cite-clause.ts';
import type { ClausePlace, LoggedChange, LoggedIngest } from '../knowledge/change-log.ts';
import { contentOf } from '../knowledge/clause-content.ts';
import type { IndexedClause } from '../knowledge/knowledge-base.ts';
import { type DifferenceStyle, drawDifference, onOneLine } from './draw-difference.ts';

/** So much of a text that was added or removed is shown, in characters. */
const mostShown = 120;

/** Writes changes for a person at a terminal: ingest by ingest, document by document, a line a clause. */
export function drawChanges(ingests: readonly LoggedIngest[], style: DifferenceStyle): string {
  const blocks = ingests.flatMap(({ at, documents }) => [
    `Ingest of ${localTime(at)}`,
    ...documents.map(({ document, changes }) =>
      [citeClause(document, []), ...changes.flatMap((change) => drawChange(change, style))].join('\n'),
    ),
  ]);
  return `${blocks.join('\n\n')}\n`;
}

/** From the outermost clause to the one that changed; empty for the document itself. */
export function pathOf({ clause, parents }: ClausePlace): IndexedClause[] {
  return clause.level === 0 ? [] : [...parents, clause];
}

function drawChange(change: LoggedChange, style: DifferenceStyle): string[] {
  const { before, after, formerPlace, place } = change;
  const whence = formerPlace === null ? '' : `${nameOf(formerPlace)} → `;
  const line = `  ${change.change.padEnd(7)}  ${whence}${nameOf(place, change.change)}`;
  if (before === null || after === null) {
    const text = shorten(bodyOf(place, before ?? after ?? ''));
    return [text === '' ? line : `${line}  ${text}`];
  }
  const former = formerPlace ?? place;
  if (formerPlace !== null && contentOf(read(former, before)) === contentOf(read(place, after)))
    return [line];
  // A label that is printed in another way is a difference.
  const isLabelled = startsWithLabel(former, before) && startsWithLabel(place, after);
  const [one, other] = isLabelled ? [bodyOf(former, before), bodyOf(place, after)] : [before, after];
  return [line, `    ${drawDifference(one, other, style)}`];
}

/** The clause's address; the document itself is there as a whole, or for the text before its first label. */
function nameOf(place: ClausePlace, change: LoggedChange['change'] = 'changed'): string {
  if (place.clause.level === 0) return change === 'changed' ? '(preamble)' : '(the whole document)';
  return addressOf(pathOf(place)) || place.clause.heading;
}

/** A text on one line without its label, which stands in the address. */
function bodyOf(place: ClausePlace, text: string): string {
  const shown = onOneLine(text);
  return startsWithLabel(place, text) ? shown.slice(onOneLine(place.clause.label).length).trimStart() : shown;
}

function startsWithLabel({ clause }: ClausePlace, text: string): boolean {
  return onOneLine(text).startsWith(onOneLine(clause.label));
}

function read({ clause }: ClausePlace, text: string): { label: string; text: string } {
  return { label: clause.label, text };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= mostShown ? text : `${characters.slice(0, mostShown).join('')}…`;
}

/** Year to minute, at the place where the program runs. */
function localTime(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [String(at.getFullYear()), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
