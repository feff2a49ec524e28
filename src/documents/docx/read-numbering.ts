import { formatNumber } from './format-number.ts';
import { childOf, elementsOf, parseXml, wordValue, type XmlElement } from './parse-xml.ts';

type Level = {
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

type List = { abstractId: string; levels: Map<number, Level>; startOverrides: Map<number, number> };

/** Numbers the paragraphs of a document in their order. */
export type Numbering = {
  /** The label of the next paragraph of a list, with what stands behind it; '' where it has none. */
  next(id: string, level: number): string;
  /** The level on which a list numbers a style. */
  levelOfStyle(id: string, style: string): number | null;
};

/** Reads word/numbering.xml (ECMA-376, 17.9). */
export function readNumbering(xml: string | undefined): Numbering {
  const root = xml === undefined ? null : parseXml(xml);
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
      const override = started.has(`${id}/${level}`) ? undefined : list.startOverrides.get(level);
      started.add(`${id}/${level}`);
      const before = numbers[level];
      numbers[level] = override ?? (before === undefined ? definition.start : before + 1);
      restartInner(numbers, level, list);
      return labelOf(definition, list, numbers);
    },
  };
}

/** Inner levels begin anew, but for those that say they do not. */
function restartInner(numbers: number[], level: number, { levels }: List): void {
  for (let inner = level + 1; inner < 9; inner += 1) {
    const restart = levels.get(inner)?.restart ?? null;
    if (restart === 0 || (restart !== null && level >= restart)) continue;
    delete numbers[inner];
  }
}

function labelOf(
  { format, text, isLegal, suffix }: Level,
  { levels }: List,
  numbers: readonly number[],
): string {
  if (format === 'bullet') return '• ';
  const label = text.replace(/%([1-9])/gu, (_, digit: string) => {
    const place = Number(digit) - 1;
    const definition = levels.get(place);
    const number = numbers[place] ?? definition?.start ?? 1;
    return formatNumber(number, isLegal ? 'decimal' : (definition?.format ?? 'decimal'));
  });
  if (label === '' || suffix === 'nothing') return label;
  return label + (/[\p{Script=Han}）)、]$/u.test(label) ? '　' : ' ');
}

function readLists(root: XmlElement): Map<string, List> {
  const abstract = new Map<string, XmlElement>();
  const lists = new Map<string, List>();
  for (const element of elementsOf(root)) {
    if (element.name === 'w:abstractNum') {
      abstract.set(element.attributes['w:abstractNumId'] ?? '', element);
    }
  }
  for (const element of elementsOf(root)) {
    if (element.name !== 'w:num') continue;
    const abstractId = definingId(wordValue(element, 'w:abstractNumId') ?? '', abstract);
    const definition = abstract.get(abstractId);
    const levels = definition === undefined ? new Map<number, Level>() : readLevels(definition);
    const list: List = { abstractId, levels, startOverrides: new Map() };
    for (const override of elementsOf(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const place = Number(override.attributes['w:ilvl'] ?? 0);
      const start = wordValue(override, 'w:startOverride');
      const level = childOf(override, 'w:lvl');
      if (start !== null) list.startOverrides.set(place, Number(start));
      if (level !== null) list.levels.set(place, readLevel(level));
    }
    lists.set(element.attributes['w:numId'] ?? '', list);
  }
  return lists;
}

/** A definition may only name a list style; its levels are those of the definition that the style is linked to. */
function definingId(id: string, abstract: ReadonlyMap<string, XmlElement>): string {
  const style = wordValue(abstract.get(id), 'w:numStyleLink');
  if (style === null) return id;
  const linked = [...abstract].find(([, element]) => wordValue(element, 'w:styleLink') === style);
  return linked?.[0] ?? id;
}

function readLevels(abstract: XmlElement): Map<number, Level> {
  const levels = elementsOf(abstract).filter(({ name }) => name === 'w:lvl');
  return new Map(levels.map((level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)]));
}

function readLevel(level: XmlElement): Level {
  const restart = wordValue(level, 'w:lvlRestart');
  const legal = childOf(level, 'w:isLgl');
  return {
    start: Number(wordValue(level, 'w:start') ?? 1),
    format: wordValue(level, 'w:numFmt') ?? 'decimal',
    text: wordValue(level, 'w:lvlText') ?? '',
    isLegal: legal !== null && legal.attributes['w:val'] !== '0',
    suffix: wordValue(level, 'w:suff') ?? 'tab',
    restart: restart === null ? null : Number(restart),
    style: wordValue(level, 'w:pStyle'),
  };
}
