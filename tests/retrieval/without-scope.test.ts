import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutScope } from '../../src/retrieval/without-scope.ts';

const hubei = new Set(['湖北省']);

describe('withoutScope', () => {
  it.each([
    ['How will Hubei make medicines traceable?', 'How will make medicines traceable?'],
    ["What is Hubei's target for e-commerce?", 'What is target for e-commerce?'],
    ['Wie sollen in Hubei Bergwerke überwacht werden?', 'Wie sollen Bergwerke überwacht werden?'],
    ['Wie will die Provinz Hubei Daten sichern?', 'Wie will Daten sichern?'],
    ['Le Hubei encourage-t-il les essais ?', 'encourage-t-il les essais ?'],
    ['¿Promueve Hubei líneas de producción?', '¿Promueve líneas de producción?'],
    ['湖北省は橋をどう管理しますか？', '橋をどう管理しますか？'],
    ['후베이성은 격차를 어떻게 줄이나요?', '격차를 어떻게 줄이나요?'],
  ])('leaves the province out: %s', (question, searched) => {
    expect(withoutScope(question, hubei, false)).toBe(searched);
  });

  it.each([
    [
      'Who is responsible for patents under the Hubei information consumption plan?',
      'Who is responsible for patents ?',
    ],
    ['Does the Smart Hubei opinion foresee an exchange?', 'Does foresee an exchange?'],
    ['스마트 후베이 건설 의견에서 2017년까지 목표는 얼마입니까?', '2017년까지 목표는 얼마입니까?'],
  ])('leaves the title of a named document out: %s', (question, searched) => {
    expect(withoutScope(question, hubei, true)).toBe(searched);
  });

  it.each([
    ['What does Hunan plan to build?', 'another province'],
    ['Which measures protect data?', 'a kind of document alone is no title'],
    ['Hubei?', 'nothing else would be left'],
  ])('leaves %s as it is (%s)', (question) => {
    expect(withoutScope(question, hubei, true)).toBe(question);
  });

  it.each(['の', '2015-2017 ', "'s ", ' of the', 'E Zheng Fa [2015] ', 'Hubei ', 'plan '])(
    'is quick with a question that repeats %j',
    (part) => {
      const started = performance.now();
      withoutScope(`Hubei ${part.repeat(2_000 / part.length)} x plan`, hubei, true);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );

  it('takes words out and adds none', () => {
    const words = fc.constantFrom(
      'Hubei',
      'plan',
      'the',
      'of',
      'smart',
      '湖北',
      '의견',
      'data',
      '?',
      'in',
      "'s",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.boolean(), (parts, isNamed) => {
        const question = parts.join(' ');
        const left = withoutScope(question, hubei, isNamed).split(' ').filter(Boolean);
        const rest = question.split(' ').filter(Boolean);
        for (const word of left) expect(rest.some((one) => one.includes(word))).toBe(true);
        expect(left.length).toBeLessThanOrEqual(rest.length);
      }),
    );
  });
});
