import type { ListedUnit } from './assignment.ts';

/** What an office's name ends in. */
const officeEnd =
  /(?:人民政府|政府|委员会|办公厅|办公室|管理局|分局|总局|总队|厅|局|委|办|部|署|院|社|会|行|公司|中心|海关|企业|大学|法院|检察院|集团|单位|部门)(?:[（(〔][^（()）〕]*[）)〕])?$/u;
const governmentEnd = /(?:人民政府|政府)$/u;

/** Prefixes that are handed on to the abbreviated names behind: 省科技厅、工业和信息化厅. */
const inheritable = /^(?:省|市|区|县|自治区)/u;

/** A name that begins so is whole. */
const wholeBeginning =
  /^(?:[省市县区州各全有国中人地]|自治|武汉|湖北|湖南|[\p{Script=Han}]{2,3}(?:省|市|区|县|州))/u;
const department = /(?:厅|局|委|办|委员会|办公厅|办公室|管理局)$/u;
const ending = /(?:等(?:有关|相关)?(?:单位|部门|地方|市州)?|等)$/u;
const mostCharacters = 40;

/**
 * Splits a list of units without breaking names: 各市、州、县人民政府 is one, 武汉市、襄阳市人民政府 are two, 省文化和旅游厅 is
 * one. Line breaks inside a name are left out of it. A piece that is no name stays whole.
 */
export function splitUnits(list: string): ListedUnit[] {
  const pieces = splitAtMarks(withoutBreaks(list))
    .map((piece) => piece.trim().replace(ending, ''))
    .filter((piece) => piece !== '');
  const joined = joinAll(pieces).flatMap(splitAtConjunctions);
  const units: ListedUnit[] = [];
  let prefix = '';
  for (const [index, printed] of joined.entries()) {
    const name = completed(printed, prefix, joined.slice(index + 1));
    prefix = inheritable.exec(name)?.[0] ?? prefix;
    units.push({ name, printed });
  }
  return units;
}

/** Line breaks and blanks inside and between Chinese names; Latin words keep one blank. */
function withoutBreaks(list: string): string {
  return list
    .replace(/(?<=[\p{Script=Han}、，；（）〔〕])\s+|\s+(?=[\p{Script=Han}、，；（）〔〕])/gu, '')
    .replace(/\s+/gu, ' ');
}

/** At 、，；, but not inside brackets. */
function splitAtMarks(list: string): string[] {
  const pieces: string[] = [''];
  let depth = 0;
  for (const character of list) {
    if (/[（(〔[]/u.test(character)) depth += 1;
    if (/[）)〕\]]/u.test(character)) depth = Math.max(depth - 1, 0);
    if (depth === 0 && /[、，,；;]/u.test(character)) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

/** 各市 州 县人民政府: what begins with 各 goes on to the government or office that ends it. */
function joinAll(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? '';
    const end = pieces.findIndex((one, at) => at > index && officeEnd.test(one));
    const isOpen = /^(?:各|有关|相关)/u.test(piece) && !officeEnd.test(piece);
    const between = end < 0 ? [] : pieces.slice(index, end + 1);
    if (isOpen && end >= 0 && between.slice(1, -1).every((one) => one.length <= 5)) {
      joined.push(between.join('、'));
      index = end;
    } else joined.push(piece);
  }
  return joined;
}

/** At 和, 及, 会同 where both sides are names of offices: 省文化和旅游厅 is one. */
function splitAtConjunctions(piece: string): string[] {
  const match = /^(.+?)(?:以及|会同|和|及|与)(.+)$/u;
  for (let from = 0; from < piece.length; from += 1) {
    const [, left = '', right = ''] = match.exec(piece.slice(from)) ?? [];
    if (left === '') break;
    const whole = piece.slice(0, from) + left;
    if (officeEnd.test(whole) && officeEnd.test(right) && wholeBeginning.test(right)) {
      return [whole, ...splitAtConjunctions(right)];
    }
    from += left.length - 1;
  }
  return [piece];
}

/** What an abbreviated name leaves to its neighbours: 武汉市 before 襄阳市人民政府, 工业和信息化厅 behind 省科技厅. */
function completed(printed: string, prefix: string, following: readonly string[]): string {
  if (/[市州县区]$/u.test(printed) && !printed.startsWith('各')) {
    const next = following.find((one) => !/[市州县区]$/u.test(one));
    const end = next === undefined ? null : governmentEnd.exec(next);
    if (end !== null && /[市州县区]/u.test(next ?? '')) return `${printed}${end[0]}`;
  }
  const isAbbreviated = department.test(printed) && !wholeBeginning.test(printed);
  return isAbbreviated && printed.length <= mostCharacters ? `${prefix}${printed}` : printed;
}
