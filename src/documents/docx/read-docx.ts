import { createLineWriter } from '../line-writer.ts';
import { type ReadFormat, type ReadText, startDeadline } from '../reading-limits.ts';
import { Failure, toDocumentError } from './failure.ts';
import { childOf, createParseBudget, elementsOf, parseXml, type XmlElement } from './parse-xml.ts';
import { readStory, storyOnOneLine, type Walk, writeLine } from './read-blocks.ts';
import { readNumbering } from './read-numbering.ts';
import { readStyles } from './read-styles.ts';
import { unpack } from './unpack.ts';

const parts = new Set(
  ['document', 'numbering', 'styles', 'footnotes', 'endnotes'].map((name) => `word/${name}.xml`),
);

/**
 * Reads a Word document (ECMA-376): a paragraph a line with its automatic number in front as Word prints it, headings
 * marked, rows of tables as lines with ' | ' between the cells, footnotes at the end; what was deleted or is hidden, and
 * headers and footers, are left out.
 */
export const readDocx: ReadFormat = async (bytes, source, limits) => {
  try {
    const { maxUnpackedBytes } = limits;
    const checkTime = startDeadline(source, limits);
    const unpacked = await unpack(bytes, parts, { maxUnpackedBytes, checkTime });
    return readParts(unpacked, maxUnpackedBytes, checkTime);
  } catch (cause) {
    throw toDocumentError(cause, source, limits);
  }
};

function readParts(
  unpacked: ReadonlyMap<string, string>,
  mostCharacters: number,
  checkTime: () => void,
): ReadText {
  const budget = createParseBudget(checkTime);
  const rootOf = (name: string): XmlElement | null =>
    parseXml(unpacked.get(`word/${name}.xml`) ?? '', budget);
  const body = childOf(rootOf('document'), 'w:body');
  if (body === null) throw new Failure('damaged', 'no w:body');
  const walk: Walk = {
    writer: createLineWriter(),
    styleOf: readStyles(rootOf('styles')),
    numbering: readNumbering(rootOf('numbering')),
    notes: [],
    carried: '',
    isContents: false,
    room: { characters: mostCharacters },
    checkTime,
  };
  readStory(body, walk);
  writeNotes(walk, { footnote: rootOf('footnotes'), endnote: rootOf('endnotes') });
  return walk.writer.finish();
}

/** Only notes that are referred to: the separators are not. */
function writeNotes(walk: Walk, roots: Readonly<Record<'footnote' | 'endnote', XmlElement | null>>): void {
  const written = new Map<string, XmlElement>();
  for (const [kind, root] of Object.entries(roots)) {
    for (const note of root === null ? [] : elementsOf(root)) {
      written.set(`${kind} ${note.attributes['w:id'] ?? ''}`, note);
    }
  }
  [...new Set(walk.notes)].forEach((id, index) => {
    const note = written.get(id);
    const text = note === undefined ? '' : storyOnOneLine(note, walk);
    if (text !== '') writeLine(walk, `[${index + 1}] ${text}`);
  });
}
