import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveFollowUp } from '../../src/answer/resolve-follow-up.ts';

describe('resolveFollowUp', () => {
  it.each<[string[], string, string]>([
    [['智慧社区建设由谁负责？'], '那智慧旅游呢？', '智慧旅游由谁负责？'],
    [['智慧社区建设由谁负责？', '那智慧旅游呢？'], '智慧教育呢', '智慧教育由谁负责？'],
    [['智慧社区怎么建设？'], '由谁负责？', '智慧社区怎么建设，由谁负责？'],
    [['智慧社区怎么建设？'], '这项工作由谁负责？', '智慧社区怎么建设，这项工作由谁负责？'],
    [['2017年宽带的目标是什么？'], '那2018年呢？', '2018年宽带的目标是什么？'],
    [['智慧社区的目标是什么？'], '那智慧旅游呢？', '智慧旅游的目标是什么？'],
    [['武汉市有哪些任务？'], '宜昌市呢？', '宜昌市有哪些任务？'],
    [
      ['Who is responsible for smart tourism?'],
      'What about e-commerce?',
      'Who is responsible for e-commerce?',
    ],
    [['宽带的目标是什么？'], '那农村电商呢？', '农村电商，宽带的目标是什么？'],
  ])('%j, then %s', (history, question, expected) => {
    expect(resolveFollowUp(question, history)).toBe(expected);
  });

  it.each([
    '省财政厅负责什么？',
    '信息消费试点示范怎么开展？',
    '为什么呢？',
    'What is the target for broadband?',
    '智慧旅游由谁负责？',
  ])('%s stands by itself', (question) => {
    expect(resolveFollowUp(question, ['智慧社区建设由谁负责？'])).toBe(question);
  });

  it('puts one unit in the place of another', () => {
    const findUnit = (text: string): { start: number; end: number } | null => {
      const match = /省.{2,3}[委厅]/u.exec(text);
      return match === null ? null : { start: match.index, end: match.index + match[0].length };
    };
    expect(resolveFollowUp('那省财政厅呢？', ['省经信委负责什么？'], findUnit)).toBe('省财政厅负责什么？');
  });

  it('leaves the first question of a conversation alone, and ends for any text', () => {
    expect(resolveFollowUp('那智慧旅游呢？', [])).toBe('那智慧旅游呢？');
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (question, history) => {
        expect(typeof resolveFollowUp(question, history)).toBe('string');
      }),
    );
  });
});
