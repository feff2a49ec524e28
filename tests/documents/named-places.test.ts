import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countriesNamedIn } from '../../src/documents/countries.ts';
import { regionsNamedIn } from '../../src/documents/regions.ts';
import { simplifyHan } from '../../src/documents/simplify-han.ts';

describe('regionsNamedIn', () => {
  it.each<[string, string[]]>([
    ['湖北的目标', ['湖北省']],
    ['What did Hunan decide?', ['湖南省']],
    ['深圳市的办法', ['广东省']],
    ['the plan of Hangzhou', ['浙江省']],
    ['陝西省の計画', ['陕西省']],
    ['江西安全生产', ['江西省']],
    ['湖北京山', ['湖北省']],
    ['全国的规定', []],
  ])('%s', (text, regions) => {
    expect(regionsNamedIn(text)).toEqual(regions);
  });
});

describe('countriesNamedIn', () => {
  it.each<[string, string[]]>([
    ["Singapore's Smart Nation", ['新加坡']],
    ['日本政府の構想', ['日本']],
    ['Wer ist in Deutschland zuständig?', ['德国']],
    ['tax in the US?', ['美国']],
    ['Help us', []],
    ['智慧湖北', []],
  ])('%s', (text, countries) => {
    expect(countriesNamedIn(text)).toEqual(countries);
  });
});

describe('simplifyHan', () => {
  it('writes traditional characters as simplified ones', () => {
    expect(simplifyHan('請問省經信委負責哪些任務？O2O')).toBe('请问省经信委负责哪些任务？O2O');
  });

  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('網際網路', '颱風', '𠮷', ''),
        (text, han) => {
          expect(simplifyHan(text + han)).toHaveLength(text.length + han.length);
        },
      ),
    );
  });
});
