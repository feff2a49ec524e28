import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** The rooms of `src/`, each of which may use those before it; the edges may use one another. */
const rooms = [
  'errors.ts',
  'documents',
  'clauses',
  'responsibility',
  'embedding',
  'knowledge',
  'retrieval',
  'answer',
  'evaluation',
];
const edges = ['slack', 'web', 'cli'];
const settings = ['config.ts', 'logger.ts'];
const order = [...rooms, 'edge', 'main.ts'];

type Import = { file: string; from: string; isType: boolean };

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .toSorted();
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(source, file), 'utf8')));

/** `import … from`, `export … from`, `import '…'` and `import('…')`. */
function importsOf(file: string, text: string): Import[] {
  const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gmu;
  return [...text.matchAll(statement)].map(([, type, from, dynamic]) => ({
    file,
    from: from ?? dynamic ?? '',
    isType: type !== undefined,
  }));
}

/** The room of a file: its first folder, or its own name where it stands at the top. */
function roomOf(file: string): string {
  const [first = ''] = file.split('/');
  return edges.includes(first) ? 'edge' : first;
}

/** The room that an import leads to, or null for a package. */
function targetOf({ file, from }: Import): string | null {
  if (!from.startsWith('.')) return null;
  return roomOf(relative(source, join(source, dirname(file), from)).replaceAll('\\', '/'));
}

const show = ({ file, from }: Import): string => `${file} imports ${from}`;
const filesThatImport = (name: string, wanted: (found: Import) => boolean = () => true): string[] => [
  ...new Set(imports.filter((found) => found.from === name && wanted(found)).map(({ file }) => file)),
];

describe('the architecture', () => {
  it('has no room that this test does not know', () => {
    const known = new Set([...order, ...settings]);
    expect([...new Set(files.map(roomOf))].filter((room) => !known.has(room))).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('imports one way', () => {
    const backwards = imports.filter((found) => {
      const target = targetOf(found);
      const room = roomOf(found.file);
      if (target === null || target === room || settings.includes(target) || settings.includes(room))
        return false;
      return order.indexOf(target) > order.indexOf(room);
    });
    expect(backwards.map(show)).toEqual([]);
  });

  it('gives settings and the logger to edges only', () => {
    const inner = imports.filter((found) => {
      const target = targetOf(found);
      return target !== null && settings.includes(target) && rooms.includes(roomOf(found.file));
    });
    expect(inner.map(show)).toEqual([]);
  });

  it('lets settings and the logger know nothing but errors', () => {
    const outer = imports.filter((found) => {
      const target = targetOf(found);
      return settings.includes(found.file) && target !== null && target !== 'errors.ts';
    });
    expect(outer.map(show)).toEqual([]);
  });

  it('reads and writes no files in the pure rooms', () => {
    const pure = imports.filter(({ file }) => ['clauses', 'retrieval'].includes(roomOf(file)));
    expect(pure.filter(({ from }) => /^node:(?:fs|net|http|child)/u.test(from)).map(show)).toEqual([]);
  });

  it('has one file for each of the native libraries', () => {
    expect(filesThatImport('hnswlib-node')).toEqual(['knowledge/vector-index.ts']);
    expect(filesThatImport('better-sqlite3', ({ isType }) => !isType)).toEqual([
      'knowledge/open-database.ts',
    ]);
    expect(filesThatImport('@xenova/transformers')).toEqual(['embedding/load-model.ts']);
  });

  it('knows Slack in one room', () => {
    const slack = imports.filter(({ from }) => from.startsWith('@slack/'));
    expect(slack.length).toBeGreaterThan(0);
    expect(slack.filter(({ file }) => !file.startsWith('slack/')).map(show)).toEqual([]);
  });

  it('names files in kebab-case after what they do', () => {
    const names = files.map((file) => basename(file).replace(/(?:\.(?:as|wasm|d))?\.ts$/u, ''));
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name))).toEqual([]);
    expect(
      names.filter((name) =>
        /^(?:utils?|helpers?|manager|index|common|misc)$|-(?:utils?|helpers?|manager)$/u.test(name),
      ),
    ).toEqual([]);
  });

  it('imports its own files with their ending', () => {
    const relativeImports = imports.filter(({ from }) => from.startsWith('.'));
    expect(relativeImports.filter(({ from }) => !from.endsWith('.ts')).map(show)).toEqual([]);
  });
});
