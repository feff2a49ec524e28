import type { Role, UnitInRole } from './assignment.ts';
import { splitUnits } from './split-units.ts';

/** Splits a list of units that have one role; where the document says that the first leads, it does. */
export function readUnits(list: string, role: Role, isFirstLeading: boolean): UnitInRole[] {
  return splitUnits(list).map((unit, index) => {
    if (role !== 'joint' || !isFirstLeading) return { ...unit, role };
    return { ...unit, role: index === 0 ? 'lead' : 'support' };
  });
}
