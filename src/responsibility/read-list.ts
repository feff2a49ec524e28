import type { ListedUnit, Role } from './assignment.ts';
import { splitUnits } from './split-units.ts';

const label = /^\s*([^：:，,；;、]{1,24}?)\s*[：:]/u;
/** A rule for all lists that stands inside one of them. */
const rule = /[，,；;]?\s*(?:排|列)[^，,；;。]*牵头[^，,；;。]*|[，,；;]?\s*(?:以)?下同/gu;

const lead = /牵头|主办|主责|第一责任|lead/iu;
const support = /配合|参与|协办|协助|支持|support/iu;

/** X牵头，Y、Z配合: the parts of a list that say in their last word what they do. */
const part =
  /(.+?)(牵头负责|牵头|(?:按职责分工)?负责|(?:积极)?(?:配合|参与|协助)(?:实施|落实)?)(?=[，,；;。]|$)/gsu;

/**
 * Reads what stands in the brackets of a list: units with their roles.
 * @param isFirstLeading the document states that the first of a list leads (排在第一位的为牵头单位).
 */
export function readList(content: string, isFirstLeading: boolean): Array<ListedUnit & { role: Role }> {
  const segments = content
    .replace(rule, '')
    .split(/[；;。]/u)
    .filter((segment) => segment.trim() !== '');
  const isLabelled = segments.some((segment) => label.test(segment));
  return isLabelled
    ? segments.flatMap((segment) => readLabelled(segment, isFirstLeading))
    : segments.flatMap((segment) => readParts(segment, isFirstLeading));
}

/** 牵头单位：…；配合单位：… */
function readLabelled(segment: string, isFirstLeading: boolean): Array<ListedUnit & { role: Role }> {
  const [whole = '', name = ''] = label.exec(segment) ?? [];
  const role = lead.test(name) ? 'lead' : support.test(name) ? 'support' : 'joint';
  return withRole(segment.slice(whole.length), role, isFirstLeading);
}

function readParts(segment: string, isFirstLeading: boolean): Array<ListedUnit & { role: Role }> {
  return [...segment.matchAll(part)].flatMap(([, list = '', verb = '']) => {
    const units = list.replace(/^[\s，,、]*(?:由)?/u, '');
    const role = lead.test(verb) ? 'lead' : support.test(verb) ? 'support' : 'joint';
    return withRole(units, role, isFirstLeading);
  });
}

function withRole(list: string, role: Role, isFirstLeading: boolean): Array<ListedUnit & { role: Role }> {
  return splitUnits(list).map((unit, index) => {
    if (role !== 'joint' || !isFirstLeading) return { ...unit, role };
    return { ...unit, role: index === 0 ? 'lead' : 'support' };
  });
}
