import { isMap, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';

const text = z.union([z.string(), z.number()]).transform(String);
const organizationSchema = z.strictObject({
  name: text,
  aliases: z.array(text).default([]),
  regions: z.array(text).default([]),
  from: text.optional(),
  until: text.optional(),
  successors: z.array(text).default([]),
  source: text.optional(),
});
type Organization = z.infer<typeof organizationSchema>;

/** What units are called today. */
export type Registry = {
  /** The name of today of a unit as it is printed in a document of a region; the name itself where it is unknown. */
  canonicalOf(name: string, region: string): string;
  /**
   * Whether two names are of one unit: by an alias, or because one is what the other became. Two units that were merged
   * into a third are not one.
   */
  areOne(left: string, right: string, region: string): boolean;
  isKnown(name: string): boolean;
  /** All names that it has. */
  names(): string[];
};

/** More units on a chain of successors are a ring. */
const mostSuccessors = 20;

/**
 * Reads the registry of organizations. Names are compared without white space.
 * @param path for messages. @throws ConfigurationError `registry-invalid`, naming the line: no YAML, a field that is
 * unknown, the same name for two units of a region, or successors in a ring.
 */
export function readRegistry(yaml: string, path: string): Registry {
  const entries = parseEntries(yaml, path);
  const byName = new Map<string, Array<{ organization: Organization; line: number }>>();
  for (const entry of entries) {
    for (const name of [entry.organization.name, ...entry.organization.aliases].map(bare)) {
      const others = byName.get(name) ?? [];
      const twin = others.find(({ organization }) => overlap(organization, entry.organization));
      if (twin !== undefined)
        throw invalid(path, entry.line, `the name ${name} stands in line ${twin.line} already`);
      byName.set(name, [...others, entry]);
    }
  }
  const find = (name: string, region: string): Organization | undefined =>
    byName
      .get(withoutRegion(bare(name), region))
      ?.find(
        ({ organization: { regions } }) => regions.length === 0 || region === '' || regions.includes(region),
      )?.organization;
  const today = (organization: Organization, region: string, depth = 0): string | null => {
    const [successor] = organization.successors;
    if (successor === undefined) return organization.name;
    if (depth > mostSuccessors) return null;
    const next = find(successor, region);
    return next === undefined ? successor : today(next, region, depth + 1);
  };
  const lineage = (name: string, region: string): string[] => {
    const names: string[] = [];
    for (let next: string | undefined = name; next !== undefined && names.length <= mostSuccessors; ) {
      const found = find(next, region);
      names.push(found?.name ?? next);
      next = found?.successors[0];
    }
    return names;
  };
  for (const { organization, line } of entries) {
    if (today(organization, organization.regions[0] ?? '') === null)
      throw invalid(path, line, `${organization.name} succeeds itself`);
  }
  return {
    canonicalOf: (name, region) => {
      const found = find(name, region);
      return found === undefined ? name : (today(found, region) ?? name);
    },
    areOne: (left, right, region) => {
      const [ofLeft, ofRight] = [lineage(left, region), lineage(right, region)];
      return ofLeft.includes(ofRight[0] ?? right) || ofRight.includes(ofLeft[0] ?? left);
    },
    isKnown: (name) => byName.has(bare(name)),
    names: () => [...byName.keys()],
  };
}

function parseEntries(yaml: string, path: string): Array<{ organization: Organization; line: number }> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) throw invalid(path, error.linePos?.[0].line ?? 1, 'it is no YAML');
  const root = document.contents;
  const list = isMap(root)
    ? root.items.find((pair: Pair) => String(pair.key) === 'organizations')?.value
    : null;
  if (!isSeq(list)) throw invalid(path, 1, 'it has no list of organizations');
  return list.items.map((item) => {
    const range = typeof item === 'object' && item !== null && 'range' in item ? item.range : null;
    const line = Array.isArray(range) ? lines.linePos(Number(range[0])).line : 1;
    const parsed = organizationSchema.safeParse(isMap(item) ? item.toJSON() : null);
    if (!parsed.success) throw invalid(path, line, parsed.error.issues[0]?.message ?? 'an entry is invalid');
    return { organization: parsed.data, line };
  });
}

function overlap(left: Organization, right: Organization): boolean {
  if (left.regions.length === 0 || right.regions.length === 0) return true;
  return left.regions.some((region) => right.regions.includes(region));
}

/** 湖北省经信委 in a document of 湖北省 is 省经信委. */
function withoutRegion(name: string, region: string): string {
  return region !== '' && name.startsWith(region) ? name.slice(region.length - 1) : name;
}

/** Chinese names without white space, others with one blank between words. */
function bare(name: string): string {
  return name.trim().replace(/\s+/gu, /\p{Script=Han}/u.test(name) ? '' : ' ');
}

function invalid(path: string, line: number, reason: string): ConfigurationError {
  return new ConfigurationError(
    'registry-invalid',
    `Line ${line} of ${path} cannot be used (${reason}): correct the registry of organizations.`,
  );
}
