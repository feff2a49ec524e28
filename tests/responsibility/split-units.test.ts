import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUnits } from '../../src/responsibility/split-units.ts';

const namesOf = (list: string): string[] => splitUnits(list).map(({ name }) => name);

describe('splitUnits', () => {
  it.each<[string, string[]]>([
    ['省经信委、省发展改革委、省科技厅等', ['省经信委', '省发展改革委', '省科技厅']],
    ['省科技厅、工业和信息化厅', ['省科技厅', '省工业和信息化厅']],
    ['武汉市、襄阳市人民政府', ['武汉市人民政府', '襄阳市人民政府']],
    ['省经信厅，各市、州、县人民政府', ['省经信厅', '各市、州、县人民政府']],
    ['各市、县〔区〕人民政府', ['各市、县〔区〕人民政府']],
    ['国家统计局湖北调查总队', ['国家统计局湖北调查总队']],
    ['省委宣传部（省文明办）、省文化和旅游厅', ['省委宣传部（省文明办）', '省文化和旅游厅']],
    ['省住房和城乡建设厅和省财政厅', ['省住房和城乡建设厅', '省财政厅']],
    ['省人力资源和社会保障厅会同省教育厅', ['省人力资源和社会保障厅', '省教育厅']],
    [
      '省政府金融办、人行武汉分行、湖北银监局、武汉海关',
      ['省政府金融办', '人行武汉分行', '湖北银监局', '武汉海关'],
    ],
    ['省通信管理局、基础电信运营企业、广电企业', ['省通信管理局', '基础电信运营企业', '广电企业']],
    ['省经\n信委、省交通\r\n运输厅', ['省经信委', '省交通运输厅']],
    ['', []],
  ])('%j', (list, names) => {
    expect(namesOf(list)).toEqual(names);
  });

  it('splits 500 units, and leaves what is no name whole', () => {
    expect(namesOf(Array.from({ length: 500 }, (_, index) => `省${index}局`).join('、'))).toHaveLength(500);
    expect(namesOf('甲'.repeat(200))).toEqual(['甲'.repeat(200)]);
  });

  it('prints each unit as the list does, whatever the list', () => {
    const piece = fc.constantFrom(
      '省',
      '科技厅',
      '、',
      '和',
      '各市',
      '县人民政府',
      '（',
      '）',
      '等',
      '，',
      '\n',
      '武汉市',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const list = pieces.join('').replace(/\s+/gu, '');
        for (const { printed, name } of splitUnits(pieces.join(''))) {
          for (const part of printed.split('、')) expect(list).toContain(part);
          expect(name).toContain(printed);
        }
      }),
    );
  });
});
