import { describe, expect, it } from 'vitest';
import { yearsNamedIn } from '../../src/documents/named-years.ts';

describe('yearsNamedIn', () => {
  it.each<[string, number[]]>([
    ['到2018年，全省网民达到3000万', [2018]],
    ['行动方案（2015-2017年）', [2015, 2016, 2017]],
    ['2015年至2017年', [2015, 2017, 2016]],
    ['“十三五”期间', [2016, 2017, 2018, 2019, 2020]],
    ['十四五规划', [2021, 2022, 2023, 2024, 2025]],
    ['the 14th Five-Year Plan', [2021, 2022, 2023, 2024, 2025]],
    ['What targets did Hunan set for 2022?', [2022]],
    ['鄂政发〔2015〕80号', [2015]],
    ['《中国制造2025》', []],
    ['规模突破2000亿元，建设2000个基站', []],
    ['12015', []],
    ['第十五条', []],
  ])('%s', (text, years) => {
    expect([...yearsNamedIn(text)].sort()).toEqual(years.toSorted());
  });
});
