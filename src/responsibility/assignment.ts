import type { Span } from '../documents/source-document.ts';

/** What a unit does in a task: it leads, it supports, or several are responsible together. */
export type Role = 'lead' | 'support' | 'joint';

/** A unit of a list: its full name, and as the list prints it (工业和信息化厅 behind 省科技厅 is 省工业和信息化厅). */
export type ListedUnit = { name: string; printed: string };

/** A unit with what it does. */
export type UnitInRole = ListedUnit & { role: Role };

/**
 * A unit that a clause's own text names as responsible. `evidence` is the list or the part of a sentence that says so;
 * `scope` is what it says it of: the sentence or the row of a table, null where it is the whole clause.
 */
export type Assignment = UnitInRole & { evidence: Span; scope: Span | null };

/** One place of a text that makes units responsible. */
export type Statement = { units: UnitInRole[]; evidence: Span; scope: Span | null };
