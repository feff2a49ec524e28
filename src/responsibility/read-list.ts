import type { UnitInRole } from './assignment.ts';
import { readUnits } from './read-units.ts';
import { roleOf } from './role-of.ts';

const label =
  /^\s*([^：:，,；;、]{1,24}?)\s*[：:]|^\s*([^：:，,；;、]{0,6}(?:单位|部门|單位|部門))[为為](?=\p{Script=Han}{2})/u;
/** A label behind a comma begins a list of its own: 牵头单位：甲局，配合单位：乙局. */
const nextLabel =
  /[，,](?=\s*(?:责任|牵头|主办|配合|参与|协办|責任|牽頭|主辦|參與|協辦)(?:单位|部门|單位|部門)\s*[：:])/gu;
/** A rule for all lists that stands inside one of them. */
const rule =
  /[，,；;]?[^，,；;。：:]{0,12}(?:排|列)[^，,；;。]*(?:牵头|牽頭)[^，,；;。]*|[，,；;]?\s*(?:以)?下同/gu;

/** X牵头，Y、Z配合: the parts of a list that say in their last word what they do. */
const part =
  /(.+?)((?:牵头|牽頭)(?:负责|負責)?|主办|主辦|(?:按照?(?:各自)?[职職][责責](?:分工)?|共同|分别|分別)?(?:负责|負責|承办|承辦)|(?:依|按)照?(?:[职職][責责]|[权權][責责])?分工(?:办理|辦理)|协办|協辦|(?:积极|積極|共同)?(?:配合|参与|參與|协助|協助)(?:实施|實施|落实|落實)?)(?=[，,；;。、]|会同|會同|$)/gsu;
const together = /^(.+?)(?:会同|會同)(.+)$/su;
const latinLed =
  /^\s*(?:jointly\s+)?(?:led|coordinated|headed)\s+by\s+(.+?)(?:[,;]?\s*(?:and\s+)?(?:supported by|with (?:the )?support (?:of|from))\s+(.+))?$/isu;

/**
 * Reads what stands in the brackets of a list: units with their roles.
 * @param isFirstLeading the document states that the first of a list leads (排在第一位的为牵头单位).
 */
export function readList(content: string, isFirstLeading: boolean): UnitInRole[] {
  const [, led, supporting] = latinLed.exec(content) ?? [];
  if (led !== undefined)
    return [...readUnits(led, 'lead', false), ...readUnits(supporting ?? '', 'support', false)];
  const segments = content
    .replace(rule, '')
    .replace(nextLabel, '；')
    .split(/[；;。]/u)
    .filter((segment) => segment.trim() !== '');
  const isLabelled = segments.some((segment) => label.test(segment));
  return isLabelled
    ? segments.flatMap((segment) => readLabelled(segment, isFirstLeading))
    : segments.flatMap((segment) => readParts(segment, isFirstLeading));
}

/** 牵头单位：…；配合单位：… */
function readLabelled(segment: string, isFirstLeading: boolean): UnitInRole[] {
  const [whole = '', name = '', other = ''] = label.exec(segment) ?? [];
  return readUnits(segment.slice(whole.length), roleOf(`${name}${other}`), isFirstLeading);
}

function readParts(segment: string, isFirstLeading: boolean): UnitInRole[] {
  return [...segment.matchAll(part)].flatMap(([, list = '', verb = '']) => {
    const units = list.replace(/^[\s，,、]*(?:由|其中)?/u, '');
    if (/^(?:会同|會同)/u.test(units)) return readUnits(units.slice(2), 'support', false);
    const [, first, others] = together.exec(units) ?? [];
    if (first !== undefined && others !== undefined)
      return [...readUnits(first, 'lead', false), ...readUnits(others, 'support', false)];
    return readUnits(units, roleOf(verb), isFirstLeading);
  });
}
