import { readDocx } from '../../../src/documents/docx/read-docx.ts';
import { defaultReadingLimits, type ReadText } from '../../../src/documents/reading-limits.ts';
import { zipParts } from './zip-parts.ts';

const source = { path: '/docs/a.docx', name: 'a.docx' };
export const read = async (bytes: Uint8Array, limits = {}): Promise<ReadText> =>
  readDocx(bytes, source, { ...defaultReadingLimits, ...limits });

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
export const part = (name: string, content: string): string =>
  `<?xml version="1.0"?><w:${name} ${namespaces}>${content}</w:${name}>`;
export const docx = (body: string, parts: Record<string, string> = {}): Buffer =>
  zipParts({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [`word/${name}.xml`, part(name, content)]),
    ),
  });
export const textOf = async (body: string, parts?: Record<string, string>): Promise<string> =>
  (await read(docx(body, parts))).text;

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`;
export const numbered = (text: string, level: number, id = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
export const level = (place: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${place}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
export const list = (...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
