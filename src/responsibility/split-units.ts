import { regions } from '../documents/regions.ts';
import type { ListedUnit } from './assignment.ts';
import { latinHead } from './unit-names.ts';

const provinces = regions.map(({ short }) => short);

/** What an office's name ends in. */
const officeEnd =
  /(?:人民政府|政府|委[员員][会會]|[办辦]公[厅廳]|[办辦]公室|管理局|分局|[总總]局|[总總][队隊]|[厅廳]|局|委|[办辦]|部|署|院|所|社|[处處]|[会會]|行|公司|中心|海[关關]|企[业業]|大[学學]|学校|學校|法院|[检檢]察院|集[团團]|[单單]位|部[门門]|机构|機構|机关|機關|小[组組]|街道|[镇鎮乡鄉])(?:[（(〔][^（()）〕]*[）)〕])?$/u;
const governmentEnd = /(?:人民政府|政府)$/u;

/** Prefixes that are handed on to the abbreviated names behind: 省科技厅、工业和信息化厅. */
const inheritable = /^(?:省|市|区|區|县|縣|州|自治区|自治區)/u;

/** A name that begins so is whole. */
const wholeBeginning = new RegExp(
  `^(?:[省市县縣区區州各全有国國中人地其相]|自治|[\\p{Script=Han}]{2,3}[省市区區县縣州]|团省委|团市委|${provinces.join('|')}|[\\p{Script=Han}]{2,3}(?:铁路局|鐵路局|海关|海關|海事局|银监局|银保监局|证监局|保监局|航务管理局))`,
  'u',
);
const department = /(?:[厅廳]|局|委|[办辦]|委员会|委員會)$/u;
const ending = /等(?:有关|有關|相关|相關)?(?:单位|單位|部门|部門|地方|市州|市县)?$/u;
/** What stands before a name in a list of English, and the full stop behind the last. */
const latinEdge = /^\s*(?:(?:and|the)\s+)+(?=[A-Z])|(?<=[a-z])\.\s*$/gu;
const mostCharacters = 40;
const leastCharacters = 3;

/**
 * Splits a list of units without breaking names: 各市、州、县人民政府 is one, 武汉市、襄阳市人民政府 are two, 省文化和旅游厅 is
 * one. Line breaks inside a name are left out of it. A piece that is no name stays whole.
 */
export function splitUnits(list: string): ListedUnit[] {
  const pieces = splitAtMarks(withoutBreaks(list))
    .map((piece) => piece.replace(latinEdge, '').trim().replace(ending, ''))
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
    const isOpen = /^(?:各|有关|相关|有關|相關)/u.test(piece) && !officeEnd.test(piece);
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
  if (/ and /u.test(piece)) return splitLatin(piece);
  const japanese = piece.split(/及び|並びに|および/u);
  if (japanese.length > 1) return japanese;
  const match = /^(.+?)(?:以及|会同|會同|或者|和|及其|及|与|與)(.+)$/u;
  for (let from = 0; from < piece.length; from += 1) {
    const [, left = '', right = ''] = match.exec(piece.slice(from)) ?? [];
    if (left === '') break;
    const whole = piece.slice(0, from) + left;
    const areNames = officeEnd.test(whole) && officeEnd.test(right) && !/[社][会會]$/u.test(whole);
    if (areNames && right.length >= leastCharacters) return [whole, ...splitAtConjunctions(right)];
    from += left.length - 1;
  }
  return [piece];
}

/** The Finance Department and the Legal Office are two, the Ministry of Trade and Industry is one, as it is printed. */
function splitLatin(piece: string): string[] {
  const [first = '', ...rest] = piece.split(/( and (?:the )?)/iu);
  const parts = [first];
  for (let index = 0; index < rest.length; index += 2) {
    const [joint = '', part = ''] = rest.slice(index, index + 2);
    const before = parts.at(-1) ?? '';
    if (latinHead.test(part) && latinHead.test(before)) parts.push(part);
    else parts[parts.length - 1] = `${before}${joint}${part}`;
  }
  return parts;
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
