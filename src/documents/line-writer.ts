import type { DocumentLayout, Noise, NoiseReason } from './source-document.ts';

/** Gathers the text of a document line by line, with what the format marks. */
export type LineWriter = {
  /** Adds a line; empty lines are kept single. */
  line(content: string, mark?: { heading?: number; noise?: NoiseReason | null }): void;
  finish(): { text: string; layout: DocumentLayout };
};

/** Creates a writer whose text has no white space at the ends of lines and no run of empty lines. */
export function createLineWriter(): LineWriter {
  const lines: string[] = [];
  const headings: DocumentLayout['headings'] = [];
  const noise: Noise[] = [];
  let length = 0;
  return {
    line: (content, { heading, noise: reason = null } = {}) => {
      const trimmed = content.replace(/[^\S\n]+$/gmu, '').replace(/\n{2,}/gu, '\n');
      if (trimmed === '' && (lines.at(-1) ?? '') === '') return;
      const span = { start: length, end: length + trimmed.length };
      if (heading !== undefined && trimmed.trim() !== '') headings.push({ span, level: heading });
      if (reason !== null && trimmed.trim() !== '') noise.push({ span, reason });
      lines.push(trimmed);
      length = span.end + 1;
    },
    finish: () => ({
      text: lines.map((line) => `${line}\n`).join(''),
      layout: { pages: [], headings, noise },
    }),
  };
}
