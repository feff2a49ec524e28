import { describe, expect, it } from 'vitest';
import { regionOfText } from '../../src/documents/region-of-text.ts';
import { readSeed } from '../seed-documents.ts';

describe('regionOfText', () => {
  it.each([
    ['the short name counts', '湖北经济。智慧湖北。', '湖北省'],
    [
      'the long name of an autonomous region is given',
      '广西发展。广西壮族自治区人民政府。',
      '广西壮族自治区',
    ],
    ['the most frequent wins', '湖北、湖北、湖北与湖南、湖南。', '湖北省'],
    ['one mention is not enough', '湖北。', ''],
    ['equally frequent ones do not stand out', '湖北湖南。湖北湖南。', ''],
    ['nothing is named', '第一条 为了规范管理，制定本办法。', ''],
    ['an empty text', '', ''],
  ])('%s', (_why, text, expected) => {
    expect(regionOfText(text)).toBe(expected);
  });

  it.each([
    ['000', '湖北省'],
    ['001', '湖南省'],
    ['002', '湖北省'],
    ['003', '湖北省'],
    ['004', '湖北省'],
  ])('seed %s is of %s', (prefix, expected) => {
    expect(regionOfText(readSeed(prefix))).toBe(expected);
  });
});
