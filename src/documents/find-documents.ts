import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../errors.ts';
import { formatsByExtension } from './formats.ts';

/** File name endings that the readers of this room understand. */
const readableExtensions = Object.keys(formatsByExtension);

/** A file to read: its place on disk, the folder (or single file) that was asked for, and its name below it. */
export type DocumentFile = { path: string; root: string; name: string };

/**
 * Lists the documents below each folder (a single file is its own folder's only document), sorted by name, so
 * that two runs see the same order. Hidden files and folders are passed over.
 * @throws ConfigurationError `folder-not-found` or `folder-empty`, naming the folder.
 */
export async function findDocuments(folders: readonly string[]): Promise<DocumentFile[]> {
  const found = new Map<string, DocumentFile>();
  for (const folder of folders) {
    const files = await listFolder(resolve(folder), folder);
    for (const file of files) found.set(file.path, file);
  }
  return [...found.values()];
}

async function listFolder(path: string, asGiven: string): Promise<DocumentFile[]> {
  const entry = await stat(path).catch((cause: unknown) => {
    throw new ConfigurationError(
      'folder-not-found',
      `There is no folder ${asGiven}: name one that holds documents (${readableExtensions.join(', ')}).`,
      { cause },
    );
  });
  if (entry.isFile()) {
    return [{ path, root: path, name: basename(path) }];
  }
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names
    .filter((name) => name.isFile() && readableExtensions.includes(extname(name.name).toLowerCase()))
    .map((name) => join(name.parentPath, name.name))
    .map((file) => ({ path: file, root: path, name: relative(path, file).split(sep).join('/') }))
    .filter((file) => !file.name.split('/').some((part) => part.startsWith('.')))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  if (files.length === 0) {
    throw new ConfigurationError(
      'folder-empty',
      `The folder ${asGiven} holds no document that can be read (${readableExtensions.join(', ')}): put one there or name another folder.`,
    );
  }
  return files;
}
