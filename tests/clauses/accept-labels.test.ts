import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline-of.ts';

describe('which labels are believed, and how deep they stand', () => {
  it('goes on with （四） under 二、 where the numbering runs through the document', () => {
    const text = '一、甲\n（一）子。\n（二）丑。\n（三）寅。\n二、乙\n（四）卯。\n（五）辰。\n';
    expect(outlineOf(text)).toEqual(['一、', '.（一）', '.（二）', '.（三）', '二、', '.（四）', '.（五）']);
  });

  it('starts again at 1. under each （一）', () => {
    const text = '一、甲\n（一）子\n1.一\n2.二\n（二）丑\n1.三\n2.四\n二、乙\n（一）寅\n1.五\n2.六\n';
    const items = ['..1.', '..2.'];
    expect(outlineOf(text)).toEqual([
      ...['一、', '.（一）', ...items, '.（二）', ...items],
      ...['二、', '.（一）', ...items],
    ]);
  });

  it('finds a heading that is glued to the end of the paragraph before, where the sequence calls for it', () => {
    expect(outlineOf('（一）甲。做好甲。（二）乙。做好乙。\n（三）丙。做好丙。')).toEqual([
      '（一）',
      '（二）',
      '（三）',
    ]);
    expect(outlineOf('（一）甲。做好甲。（三）乙。做好乙。')).toEqual(['（一）']);
  });

  it('goes on over a gap in the articles', () => {
    expect(outlineOf('第一条 甲。\n第二条 乙。\n第四条 丁。\n第五条 戊。')).toEqual([
      '第一条',
      '第二条',
      '第四条',
      '第五条',
    ]);
  });

  it('puts articles beneath chapters and runs their numbers on', () => {
    const text = '第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 分则\n第三条 丙。\n（一）子；\n（二）丑。\n';
    expect(outlineOf(text)).toEqual([
      '第一章',
      '.第一条',
      '.第二条',
      '第二章',
      '.第三条',
      '..（一）',
      '..（二）',
    ]);
  });

  it('puts a chapter at the outermost level, whatever stands open before it', () => {
    expect(outlineOf('（一）说明。\n（二）说明。\n第一章 总则\n第一条 甲。\n第二条 乙。')).toEqual([
      '（一）',
      '（二）',
      '第一章',
      '.第一条',
      '.第二条',
    ]);
  });

  it('takes no amount, date or year at the start of a line for a label', () => {
    const text = '1.甲。\n2.乙。\n3.5亿元投资到位。\n2015年完成。\n4个项目。\n3.丙。';
    expect(outlineOf(text)).toEqual(['1.', '2.', '3.']);
  });

  it('takes no reference to an article for that article', () => {
    const text =
      '第一条 甲。\n第一条所称单位，是指乙。\n第二条 丙。\n第一条的规定适用于丁。\n第二条至第三条不适用。\n';
    expect(outlineOf(text)).toEqual(['第一条', '第二条']);
  });

  it('takes a single 1. or 一是 for text', () => {
    expect(outlineOf('一、甲\n1.5米宽。\n1.没有下文。\n乙：一是没有下文。\n二、丙')).toEqual([
      '一、',
      '二、',
    ]);
  });

  it('finds 一是 and 二是 inside a paragraph, but not 一是否', () => {
    expect(outlineOf('一、甲。重点：一是建设；二是管理。\n二、乙。')).toEqual([
      '一、',
      '.一是',
      '.二是',
      '二、',
    ]);
    expect(outlineOf('一、甲。检查：一是否建设；二是否管理。\n二、乙。')).toEqual(['一、', '二、']);
  });

  it('finds bullets beneath the label before them', () => {
    expect(outlineOf('（一）目标。如下：\n--甲。\n--乙。\n（二）原则。\n•丙。\n• 丁。')).toEqual([
      '（一）',
      '.--',
      '.--',
      '（二）',
      '.•',
      '.•',
    ]);
  });

  it('takes no negative number and no rule for a bullet', () => {
    expect(outlineOf('（一）甲。\n-5度\n-----\n（二）乙。')).toEqual(['（一）', '（二）']);
  });

  it('finds none where there is none', () => {
    expect(outlineOf('')).toEqual([]);
    expect(outlineOf('为规范管理，制定本办法。\n本办法自发布之日起施行。')).toEqual([]);
  });
});
