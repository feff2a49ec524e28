import type { Span } from '../documents/source-document.ts';

/** What a unit does in a task: it leads, it supports, or several are responsible together. */
export type Role = 'lead' | 'support' | 'joint';

/** A unit of a list: its full name, and as the list prints it (工业和信息化厅 behind 省科技厅 is 省工业和信息化厅). */
export type ListedUnit = { name: string; printed: string };

/** A unit that a clause's own text names as responsible. `evidence` is the whole list that says so. */
export type Assignment = ListedUnit & { role: Role; evidence: Span };
