import type { Span } from '../documents/source-document.ts';
import type { IndexedDocument, KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** What was not understood of a document, as `show` prints it; `text` is the stretch itself. */
export type ShownReport = {
  noise: Array<{ span: Span; text: string; reason: string }>;
  gaps: Array<{ span: Span; label: string; after: string }>;
  notTaken: Array<{ span: Span; text: string }>;
  responsibility: Array<{ span: Span; text: string; reason: string }>;
};

/** A line that looks like a label is shown with so much of what follows, in characters. */
const mostShown = 40;

/** Reads the parse report of a document from the index. */
export function describeReport(knowledge: KnowledgeBase, { id }: IndexedDocument): ShownReport {
  const text = knowledge.textOf(id);
  const { noise, gaps, notTaken, responsibility } = knowledge.reportOf(id);
  return {
    noise: noise.map(({ span, reason }) => ({ span, text: text.slice(span.start, span.end), reason })),
    gaps,
    notTaken: notTaken.map((span) => ({ span, text: lineFrom(text, span) })),
    responsibility: responsibility.map(({ span, reason }) => ({
      span,
      text: text.slice(span.start, span.end),
      reason,
    })),
  };
}

/** The report in lines, below the outline; nothing where all was understood. */
export function drawReport({ noise, gaps, notTaken, responsibility }: ShownReport): string[] {
  return [
    ...section('Not quoted:', noise, ({ text, reason }) => `${firstLine(text)} (${reason})`),
    ...section('Gaps in the numbering:', gaps, ({ label, after }) => `${label} follows ${after}`),
    ...section('Looks like a label, taken for text:', notTaken, ({ text }) => text),
    ...section('Who is responsible:', responsibility, ({ text, reason }) => `${firstLine(text)} (${reason})`),
  ];
}

function section<Entry>(title: string, entries: readonly Entry[], draw: (entry: Entry) => string): string[] {
  return entries.length === 0 ? [] : ['', title, ...entries.map((entry) => `  ${draw(entry)}`)];
}

function firstLine(text: string): string {
  return text.trim().split(/[\n\r]/u)[0] ?? '';
}

function lineFrom(text: string, { start, end }: Span): string {
  return firstLine(text.slice(start, Math.max(end, start + mostShown)));
}
