import { linesOf } from '../documents/lines-of.ts';
import type { Span } from '../documents/source-document.ts';
import type { Role, Statement } from './assignment.ts';
import { readUnits } from './read-units.ts';
import { roleOf } from './role-of.ts';

type Cell = { text: string; span: Span };
type Column = { index: number; role: Role };

/** The head of a column of units. */
const unitsHead =
  /^(?:主要|第一)?(?:责任|牵头|主办|主责|负责|承办|实施|配合|参与|协办|协助|主管|協辦|責任|牽頭|主辦|負責|參與)(?:责任|責任)?(?:单位|部门|处室|科室|机关|机构|主体|單位|部門|處室|機關|機構|主體)?$|^(?:responsible|lead|supporting|support)(?:ing)?(?: (?:unit|department|division|authority|body|party|office|agency|team|owner)s?)?$|^(?:owner|leads?|support|accountable|responsible)$|^(?:担当|所管|主管|主担当|協力|関係|連携|支援|実施)(?:部署|課|部門|部局|機関|主体|部|室)?$|^(?:담당|주관|협조)\s*부서$/iu;
const rule = /^[\s|:\-—─━]+$/u;
const nothing = /^[\s\-—–/／无無なし]*$/u;

/**
 * Finds the rows of a table of tasks (任务分工表) and the units in them: a line whose cells hold the head of a column of
 * units makes the lines with as many cells after it rows. Each row is its own scope.
 */
export function findTableStatements(text: string, within: Span, isFirstLeading: boolean): Statement[] {
  const found: Statement[] = [];
  let columns: Column[] = [];
  let width = 0;
  for (const line of linesOf(text.slice(within.start, within.end))) {
    const row = { start: within.start + line.start, end: within.start + line.end };
    const raw = text.slice(row.start, row.end);
    const cells = cellsOf(raw, row.start);
    if (cells.length < 2) {
      if (raw.trim() !== '') columns = [];
      continue;
    }
    if (rule.test(raw)) continue;
    const heads = columnsOf(cells);
    if (heads.length > 0) {
      columns = heads;
      width = cells.length;
    } else if (cells.length === width) {
      for (const { index, role } of columns) {
        const cell = cells[index];
        if (cell === undefined || nothing.test(cell.text)) continue;
        const units = readUnits(cell.text.replace(/<br\s*\/?>/giu, '、'), role, isFirstLeading);
        if (units.length > 0) found.push({ units, evidence: cell.span, scope: row });
      }
    }
  }
  return found;
}

function columnsOf(cells: readonly Cell[]): Column[] {
  return cells.flatMap(({ text }, index) => {
    const head = text.replace(/[\s*＊]+/gu, (space) => (/[*＊]/u.test(space) ? '' : ' ')).trim();
    return unitsHead.test(head) || unitsHead.test(head.replace(/ /gu, ''))
      ? [{ index, role: roleOf(head) }]
      : [];
  });
}

/** The cells of a line, between bars or tabs; bars at the edges are none. */
function cellsOf(line: string, start: number): Cell[] {
  const separator = line.includes('|') ? '|' : '\t';
  if (!line.includes(separator)) return [];
  const cells: Cell[] = [];
  let at = 0;
  for (const piece of line.split(separator)) {
    const text = piece.trim();
    const from = start + at + (piece.length - piece.trimStart().length);
    cells.push({ text, span: { start: from, end: from + text.length } });
    at += piece.length + 1;
  }
  if (separator === '|' && /^\s*\|/u.test(line)) cells.shift();
  if (separator === '|' && /\|\s*$/u.test(line)) cells.pop();
  return cells;
}
