import { describe, expect, it } from 'vitest';
import {
  documentNumbersIn,
  isNumberedSo,
  latinNumber,
  withoutNumbers,
} from '../../src/clauses/document-numbers.ts';

describe('isNumberedSo', () => {
  it.each([
    ['按鄂政发〔2015〕80号，谁负责？', '鄂政发〔2015〕80号', true],
    ['湘政办发[2015]86号和国发（2015）第40号', '国发〔2015〕40号', true],
    ['鄂政发〔2015〕80号', '鄂政发〔2015〕8号', false],
    ['鄂政发〔2015〕80号', '鄂政发〔2014〕80号', false],
    ['鄂政发〔2015〕80号', '', false],
    ['2015年80号楼', '鄂政发〔2015〕80号', false],
  ])('%s names %s: %s', (text, number, isNamed) => {
    expect(isNumberedSo(documentNumbersIn(text), number)).toBe(isNamed);
  });
});

it.each([
  ['跨境电商按鄂政发[2015]80号由谁负责', '跨境电商按 由谁负责'],
  ['（鄂政发（2015）第80号）里的目标', ' 里的目标'],
  ['鄂政发〔2015〕81号的目标', '鄂政发〔2015〕81号的目标'],
])('withoutNumbers leaves the number of the document out of %s', (text, rest) => {
  expect(withoutNumbers(text, ['鄂政发〔2015〕80号', ''])).toBe(rest);
});

describe('latinNumber', () => {
  it.each([
    ['the opinions (E Zheng Fa [2015] No. 80), which', '2015', '80'],
    ['실시의견(鄂政发〔2015〕80호)에서', '2015', '80'],
    ['nach Xiang Zheng Ban Fa [2015] Nr. 86', '2015', '86'],
  ])('%s', (text, year, place) => {
    expect(latinNumber.exec(text)?.slice(1)).toEqual([year, place]);
  });

  it('is no page and no footnote', () => {
    expect(latinNumber.test('as shown there [12] and in 2015')).toBe(false);
  });
});
