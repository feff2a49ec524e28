import { formatNumber } from './format-number.ts';
import { elementsOf, wordValue, type XmlElement } from './parse-xml.ts';
import { type Level, type Levels, placeOf, readLevels, wholeNumber } from './read-levels.ts';

type List = { abstractId: string; levels: Levels; startOverrides: ReadonlyMap<number, number> };

/** Numbers the paragraphs of a document in their order. */
export type Numbering = {
  /** The label of the next paragraph of a list, with what stands behind it; '' where it has none. */
  next(id: string, level: number): string;
  /** The level on which a list numbers a style. */
  levelOfStyle(id: string, style: string): number | null;
};

/** Reads the root of word/numbering.xml (ECMA-376, 17.9). */
export function readNumbering(root: XmlElement | null): Numbering {
  const lists = root === null ? new Map<string, List>() : readLists(root);
  /** Lists of one abstract definition count on together. */
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    levelOfStyle: (id, style) => {
      const found = [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style);
      return found?.[0] ?? null;
    },
    next: (id, level) => {
      const list = lists.get(id);
      const definition = list?.levels.get(level);
      if (list === undefined || definition === undefined) return '';
      const numbers = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, numbers);
      const isFirst = !started.has(`${id}/${level}`);
      started.add(`${id}/${level}`);
      const before = isFirst && list.startOverrides.has(level) ? undefined : numbers[level];
      numbers[level] = before === undefined ? startOf(level, list) : before + 1;
      restartInner(numbers, level, list);
      return labelOf(definition, list, numbers);
    },
  };
}

function startOf(level: number, { levels, startOverrides }: List): number {
  return startOverrides.get(level) ?? levels.get(level)?.start ?? 1;
}

/** Inner levels begin anew, but for those that say they do not. */
function restartInner(numbers: number[], level: number, { levels }: List): void {
  for (let inner = level + 1; inner < 9; inner += 1) {
    const restart = levels.get(inner)?.restart ?? null;
    if (restart === 0 || (restart !== null && level >= restart)) continue;
    delete numbers[inner];
  }
}

function labelOf({ format, text, isLegal, suffix }: Level, list: List, numbers: readonly number[]): string {
  if (format === 'bullet') return '• ';
  const label = text.replace(/%([1-9])/gu, (_, digit: string) => {
    const place = Number(digit) - 1;
    const number = numbers[place] ?? startOf(place, list);
    return formatNumber(number, isLegal ? 'decimal' : (list.levels.get(place)?.format ?? 'decimal'));
  });
  if (label === '' || suffix === 'nothing') return label;
  return label + (suffix === 'tab' && /[\p{Script=Han}）)、]$/u.test(label) ? '　' : ' ');
}

function readLists(root: XmlElement): Map<string, List> {
  const definitions = readDefinitions(root);
  const lists = new Map<string, List>();
  for (const element of elementsOf(root)) {
    if (element.name !== 'w:num') continue;
    const { abstractId, levels } = definitions(wordValue(element, 'w:abstractNumId') ?? '');
    const overrides = elementsOf(element).filter(({ name }) => name === 'w:lvlOverride');
    const starts = overrides.flatMap((override) => {
      const start = wholeNumber(wordValue(override, 'w:startOverride'));
      return start === null ? [] : [[placeOf(override), start] as const];
    });
    const own = overrides.flatMap((override) => [...readLevels(override)]);
    lists.set(element.attributes['w:numId'] ?? '', {
      abstractId,
      levels: own.length === 0 ? levels : new Map([...levels, ...own]),
      startOverrides: new Map(starts),
    });
  }
  return lists;
}

type Definition = { abstractId: string; levels: Levels };

/** A definition may only name a list style; its levels are those of the definition that the style is linked to. */
function readDefinitions(root: XmlElement): (id: string) => Definition {
  const linkOf = new Map<string, string>();
  const byStyle = new Map<string, Definition>();
  const byId = new Map<string, Definition>();
  for (const element of elementsOf(root)) {
    if (element.name !== 'w:abstractNum') continue;
    const abstractId = element.attributes['w:abstractNumId'] ?? '';
    const definition = { abstractId, levels: readLevels(element) };
    byId.set(abstractId, definition);
    const style = wordValue(element, 'w:styleLink');
    if (style !== null && !byStyle.has(style)) byStyle.set(style, definition);
    const link = wordValue(element, 'w:numStyleLink');
    if (link !== null) linkOf.set(abstractId, link);
  }
  return (id) => {
    const none = { abstractId: id, levels: new Map() };
    return byStyle.get(linkOf.get(id) ?? '') ?? byId.get(id) ?? none;
  };
}
