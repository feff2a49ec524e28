import { overlaps } from '../documents/overlaps.ts';
import type { Span } from '../documents/source-document.ts';
import type { Statement } from './assignment.ts';
import { readUnits } from './read-units.ts';
import { roleOf } from './role-of.ts';

/**
 * A label that says who is responsible, at the beginning of a line or behind another list: 牵头单位：…, 责任部门为…,
 * Responsible: …, 担当部署：…. What follows up to the end of the sentence or line is the list; a line that ends with
 * an enumeration comma goes on.
 */
const labelled =
  /(?<=^|[\n\r；;。，,）)、.]|[\s|])[*＊\-•]*\s*(?<label>(?:主要|第一)?(?:责任|牵头|主办|主责|负责|承办|实施|配合|参与|协办|协助|协同|支持|主管|归口(?:管理)?|責任|牽頭|主辦|主責|負責|承辦|實施|參與|協辦|協助)(?:责任|責任)?(?:单位|部门|处室|科室|机构|机关|主体|單位|部門|處室|機構|機關|主體)|(?:responsible|lead|leading|supporting|support|owner|accountable|coordinat(?:or|ing))(?:\s+(?:unit|department|division|authority|body|party|office|agency|team)(?:s|\(s\))?)?|responsibility|(?:主)?担当(?:部署|部門|部局|部|課|室|者)?|(?:所管|主管|実施|推進)(?:課|部署|部門|部局|主体|部|室)?|(?:協力|関係|連携|支援|関連)(?:部署|課|部門|部局|機関|先|部|室)|(?:담당|주관|협조|지원)\s*부서|zuständig(?:e stelle)?|responsables?)[*＊]*\s*(?:[：:]|(?:为|為)(?=\p{Script=Han}{2}))[*＊]*[ \t　]*(?<list>(?:[、，]\s*[\n\r]+\s*|(?<=\p{Script=Han})(?<![厅廳局委办辦部署院所社会會行司心关關业業学學团團位门門构構组組府处處室科课課])\r?\n(?=\p{Script=Han})|[^。；;\n\r|])+)/giu;

/** Finds lists that stand behind a label and in no brackets. @param without what is read otherwise. */
export function findLabelledLists(
  text: string,
  within: Span,
  without: readonly Span[],
  isFirstLeading: boolean,
): Statement[] {
  const own = text.slice(within.start, within.end);
  return [...own.matchAll(labelled)].flatMap((match) => {
    const { label = '', list = '' } = match.groups ?? {};
    const start = within.start + match.index + match[0].indexOf(label);
    const evidence = { start, end: within.start + match.index + match[0].trimEnd().length };
    if (without.some((span) => overlaps(span, evidence))) return [];
    const units = readUnits(list.replace(/[*＊]+/gu, '').trim(), roleOf(label), isFirstLeading);
    return units.length === 0 ? [] : [{ units, evidence, scope: null }];
  });
}
