import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { readRegistry } from '../../src/responsibility/read-registry.ts';

const read = (yaml: string): ReturnType<typeof readRegistry> => readRegistry(yaml, 'organizations.yaml');
const packed = readFileSync(new URL('../../registry/organizations.yaml', import.meta.url), 'utf8');

describe('readRegistry', () => {
  it('calls units by their names of today, in the province of the document', () => {
    const registry = read(packed);
    expect(registry.canonicalOf('省经信委', '湖北省')).toBe('省经信厅');
    expect(registry.canonicalOf('湖北省经济和信息化委员会', '湖北省')).toBe('省经信厅');
    expect(registry.canonicalOf('省经信委', '湖南省')).toBe('省经信委');
    expect(registry.canonicalOf('省卫计委', '湖南省')).toBe('省卫生健康委');
    expect(registry.canonicalOf('省气象局', '湖北省')).toBe('省气象局');
  });

  it('follows a chain of successors to its end', () => {
    const yaml =
      'organizations:\n  - {name: 甲, successors: [乙]}\n  - {name: 乙, successors: [丙]}\n  - {name: 丙, aliases: [丙办]}\n';
    expect(read(yaml).canonicalOf('甲', '')).toBe('丙');
    expect(read(yaml).canonicalOf('丙办', '')).toBe('丙');
  });

  it.each([
    [
      'a ring of successors',
      'organizations:\n  - {name: 甲, successors: [乙]}\n  - {name: 乙, successors: [甲]}\n',
      2,
    ],
    [
      'the same name twice',
      'organizations:\n  - {name: 甲}\n  - {name: 乙}\n  - {name: 丙, aliases: [甲]}\n',
      4,
    ],
    ['an unknown field', 'organizations:\n  - {name: 甲}\n  - {nmae: 乙}\n', 3],
    ['no YAML', 'organizations:\n  - [', 2],
    ['no list', 'units: []\n', 1],
  ])('refuses %s, with the line', (_what, yaml, line) => {
    expect(() => read(yaml)).toThrowError(ConfigurationError);
    expect(() => read(yaml)).toThrowError(
      new RegExp(`^Line ${line} of organizations\\.yaml [^\\n]+\\.$`, 'u'),
    );
  });
});
