import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DocumentFile } from './find-documents.ts';

/** The YAML in a file beside a document: policy.txt.yaml or policy.yaml for policy.txt; '' where there is none. */
export async function readSidecar({ path }: Pick<DocumentFile, 'path'>): Promise<string> {
  const stem = path.slice(0, path.length - extname(path).length);
  for (const candidate of [`${path}.yaml`, `${path}.yml`, `${stem}.yaml`, `${stem}.yml`]) {
    const yaml = await readFile(candidate, 'utf8').catch(() => null);
    if (yaml !== null) return yaml;
  }
  return '';
}
