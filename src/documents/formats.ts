import type { DocumentFormat } from './source-document.ts';

/** The formats by the ending of a file's name. */
export const formatsByExtension: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.csv': 'csv',
};
