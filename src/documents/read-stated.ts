import { parse } from 'yaml';
import { z } from 'zod';
import { DocumentError } from '../errors.ts';

const isoDate = z.iso.date('a date must be written as 2018-12-26');
const text = z.union([z.string(), z.number()]).transform(String);

/** The fields that a person may state. */
export const statedSchema = z.strictObject({
  title: text.optional(),
  number: text.optional(),
  issuer: text.optional(),
  issuedOn: isoDate.optional(),
  effectiveOn: isoDate.optional(),
  region: text.optional(),
  supersedes: z.array(text).optional(),
});

/** What a person wrote of a document, in YAML beside it or in front of it; it wins over what is read from the text. */
export type StatedMetadata = z.infer<typeof statedSchema>;

/**
 * Reads a sidecar file or front matter. An empty text states nothing.
 * @throws DocumentError `metadata-invalid`, naming the file and what is wrong with it.
 */
export function readStated(yaml: string, path: string, name: string): StatedMetadata {
  if (yaml.trim() === '') return {};
  const parsed = statedSchema.safeParse(parseYaml(yaml, path, name) ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw invalid(path, name, `${field === '' ? '' : `${field}: `}${issue?.message ?? 'invalid'}`);
}

function parseYaml(yaml: string, path: string, name: string): unknown {
  try {
    // Dates stay text: YAML 1.2 knows none.
    return parse(yaml, { logLevel: 'silent', maxAliasCount: 10 });
  } catch (cause) {
    throw invalid(path, name, firstLine(cause), cause);
  }
}

function invalid(path: string, name: string, reason: string, cause?: unknown): DocumentError {
  return new DocumentError(
    'metadata-invalid',
    path,
    `The metadata of ${name} cannot be used (${reason}): write title, number, issuer, issuedOn, effectiveOn, region or supersedes as YAML.`,
    { cause },
  );
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.replace(/:$/u, '') ?? '';
}
