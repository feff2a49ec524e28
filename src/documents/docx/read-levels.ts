import { childOf, elementsOf, isOn, wordValue, type XmlElement } from './parse-xml.ts';
import { chosenOf } from './unwrapped.ts';

/** How one level of a list is numbered (ECMA-376, 17.9.6, w:lvl). */
export type Level = {
  start: number;
  format: string;
  /** The label with %1 to %9 for the numbers of the levels. */
  text: string;
  /** All numbers in the label are printed in Arabic digits. */
  isLegal: boolean;
  suffix: string;
  /** The level whose advance restarts this one: any outer one by default, none for 0. */
  restart: number | null;
  /** The paragraph style that is numbered with this level. */
  style: string | null;
};

/** Levels by their place, 0 to 8. */
export type Levels = ReadonlyMap<number, Level>;

/** Word offers nine levels; a file that states others is damaged. */
const mostLevels = 9;

/** More than any label has. Without a limit one label could be repeated until the memory is full. */
const mostLabelCharacters = 255;

/** Reads the levels of a definition, or those that an override puts in their place. */
export function readLevels(parent: XmlElement): Levels {
  const levels = new Map<number, Level>();
  for (const element of elementsOf(parent)) {
    const place = placeOf(element);
    if (element.name === 'w:lvl' && place < mostLevels) levels.set(place, readLevel(element));
  }
  return levels;
}

/** The level that w:lvl or w:lvlOverride is about. */
export function placeOf(element: XmlElement): number {
  return wholeNumber(element.attributes['w:ilvl'] ?? null) ?? 0;
}

/** Null for what is no whole number of a reasonable length. */
export function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/u.test(value) ? Number(value) : null;
}

function readLevel(level: XmlElement): Level {
  return {
    start: wholeNumber(wordValue(level, 'w:start')) ?? 1,
    format: formatOf(level),
    text: (wordValue(level, 'w:lvlText') ?? '').slice(0, mostLabelCharacters),
    isLegal: isOn(level, 'w:isLgl'),
    suffix: wordValue(level, 'w:suff') ?? 'tab',
    restart: wholeNumber(wordValue(level, 'w:lvlRestart')),
    style: wordValue(level, 'w:pStyle'),
  };
}

/** A format that Word 2007 did not know is written as an alternative: its first number (001) says how it looks. */
function formatOf(level: XmlElement): string {
  const alternate = childOf(level, 'mc:AlternateContent');
  const format = childOf(level, 'w:numFmt') ?? childOf(alternate && chosenOf(alternate), 'w:numFmt');
  const { 'w:val': name = 'decimal', 'w:format': pattern = '' } = format?.attributes ?? {};
  return name === 'custom' ? (/^\s*([^\s,]{1,9}),/u.exec(pattern)?.[1] ?? 'decimal') : name;
}
