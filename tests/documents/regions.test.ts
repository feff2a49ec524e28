import { describe, expect, it } from 'vitest';
import { regions, regionsNamedIn } from '../../src/documents/regions.ts';

describe('regionsNamedIn', () => {
  it.each([
    ['湖北的智慧旅游由谁负责？', ['湖北省']],
    ['湖南省与湖北省有什么不同', ['湖北省', '湖南省']],
    ['How does Hunan monitor air quality?', ['湖南省']],
    ["hubei's target", ['湖北省']],
    ['후베이성의 5G', ['湖北省']],
    ['湖北省の防災', ['湖北省']],
    ['Hubeier Pläne', []],
    ['谁负责？', []],
  ])('%s', (question, expected) => {
    expect(regionsNamedIn(question)).toEqual(expected);
  });

  it('has all 31 regions, each with all its names', () => {
    expect(regions).toHaveLength(31);
    for (const region of regions) expect(Object.values(region).every((name) => name !== '')).toBe(true);
  });
});
