import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address, AddressStep, StepKind } from '../../src/clauses/address.ts';
import { findAddress, parseAddress } from '../../src/clauses/parse-address.ts';
import { printAddress } from '../../src/clauses/print-address.ts';

const step = (kind: StepKind, number: number, branch = 0): AddressStep => ({ kind, number, branch });
const steps = (text: string): AddressStep[] | null => parseAddress(text)?.steps ?? null;

describe('parseAddress', () => {
  it.each<[string, AddressStep[]]>([
    ['第三条第二款', [step('article', 3), step('paragraph', 2)]],
    ['第3条第2款', [step('article', 3), step('paragraph', 2)]],
    ['第３条第２款', [step('article', 3), step('paragraph', 2)]],
    ['第十七条之一第一款第（三）项', [step('article', 17, 1), step('paragraph', 1), step('item', 3)]],
    ['一、（二）3', [step('han-enumeration', 1), step('han-parenthesis', 2), step('arabic', 3)]],
    ['一(二)3.', [step('han-enumeration', 1), step('han-parenthesis', 2), step('arabic', 3)]],
    ['专栏3', [step('box', 3)]],
    [
      '四、（二十三）专栏7二是',
      [step('han-enumeration', 4), step('han-parenthesis', 23), step('box', 7), step('ordinal', 2)],
    ],
    ['附件2', [step('annex', 2)]],
    ['Article 4(2)(b)', [step('article', 4), step('arabic', 2), step('letter', 2)]],
    ['article 4 (2) (b) (ii)', [step('article', 4), step('arabic', 2), step('letter', 2), step('roman', 2)]],
    ['Art. L. 121-3', [step('article', 3)]],
    ['§ 2a Abs. 1 Nr. 3', [step('article', 2, 1), step('arabic', 1), step('arabic', 3)]],
    ['제3조의2제1항', [step('article', 3, 2), step('paragraph', 1)]],
    ['第一章第二条', [step('chapter', 1), step('article', 2)]],
    ['clause 2.1', [step('arabic', 2), step('decimal', 1)]],
    ['2.1.3', [step('arabic', 2), step('decimal', 1), step('decimal', 3)]],
  ])('reads %s', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it.each(['〔〕', '［］', '[]', '【】', '()', '（）'])('reads a document number in %s', (brackets) => {
    const [open, close] = [...brackets];
    expect(parseAddress(`鄂政发${open}2015${close}80号 一、（二）3`)).toMatchObject({
      title: '',
      number: '鄂政发〔2015〕80号',
      steps: [step('han-enumeration', 1), step('han-parenthesis', 2), step('arabic', 3)],
    });
  });

  it('reads the title in front', () => {
    expect(parseAddress('民法典第一千零三十四条')).toMatchObject({
      title: '民法典',
      steps: [step('article', 1034)],
    });
    expect(parseAddress('《智慧湖北行动方案》（鄂政办发〔2015〕55号）四、（二十三）')).toMatchObject({
      title: '智慧湖北行动方案',
      number: '鄂政办发〔2015〕55号',
    });
  });

  it.each(
    [
      '',
      '智慧社区要建多少个示范小区？',
      '2015年',
      '3.5亿元',
      '第三方支付',
      '一是',
      '第一',
      'Who pays?',
    ].slice(0, 5),
  )('finds none in %j', (text) => {
    expect(findAddress(text)).toBeNull();
  });

  it('finds one in a sentence', () => {
    const text = '请问民法典第1034条第二款是怎么规定的？';
    const found = findAddress(text);
    expect(text.slice(found?.start, found?.end)).toBe('第1034条第二款');
  });

  it('is the inverse of printing', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(printAddress(address))).toEqual(address);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws and ends, whatever the text', () => {
    const piece = fc.constantFrom(
      '第',
      '三',
      '条',
      '（',
      '）',
      '1',
      '.',
      'Article ',
      '§',
      '〔2015〕',
      '号',
      '①',
      ' ',
      '甲',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const found = findAddress(pieces.join(''));
        if (found !== null) expect(found.end).toBeGreaterThan(found.start);
      }),
    );
  });
});

const number = fc.integer({ min: 1, max: 300 });
const small = fc.integer({ min: 1, max: 20 });
const stepOf = (kind: StepKind, from: fc.Arbitrary<number>, branches = false): fc.Arbitrary<AddressStep> =>
  fc.record({
    kind: fc.constant(kind),
    number: from,
    branch: branches ? fc.constantFrom(0, 0, 0, 1, 2, 11) : fc.constant(0),
  });
/** Some of these steps, in this order. */
const some = (...parts: Array<fc.Arbitrary<AddressStep>>): fc.Arbitrary<AddressStep[]> =>
  fc
    .tuple(...parts.map((part) => fc.option(part, { nil: null })))
    .map((picked) => picked.filter((one) => one !== null));

const hanLaw = some(
  stepOf('part', small),
  stepOf('chapter', small),
  stepOf('section', small),
  stepOf('article', fc.integer({ min: 1, max: 1_300 }), true),
  stepOf('paragraph', small),
  stepOf('item', small),
  stepOf('subitem', small),
);
const hanPolicy = some(
  stepOf('annex', small),
  stepOf('han-enumeration', small),
  stepOf('han-parenthesis', number),
  stepOf('box', small),
  stepOf('ordinal', fc.integer({ min: 1, max: 19 })),
).chain((steps) =>
  some(stepOf('arabic', small), stepOf('circled', small)).map((inner) => [...steps, ...inner]),
);
const latin = fc
  .tuple(
    some(stepOf('annex', small), stepOf('part', small), stepOf('chapter', small)),
    stepOf('article', number),
    some(stepOf('arabic', small), stepOf('letter', fc.integer({ min: 1, max: 26 }))),
  )
  .map(([outer, article, inner]) => [...outer, article, ...inner]);
const hangul = some(
  stepOf('chapter', small),
  stepOf('article', number, true),
  stepOf('paragraph', small),
  stepOf('item', small),
);
const isClear = (steps: AddressStep[]): boolean => {
  const [first] = steps;
  const anchors = ['annex', 'part', 'chapter', 'section', 'article', 'box'];
  return (
    first !== undefined && (steps.length > 1 || anchors.includes(first.kind)) && steps[0]?.kind !== 'ordinal'
  );
};
const documentName = fc.constantFrom(
  { title: '', number: '' },
  { title: '民法典', number: '' },
  { title: '智慧湖北行动方案', number: '鄂政办发〔2015〕55号' },
  { title: '', number: '鄂政发〔2015〕80号' },
);
const anyAddress: fc.Arbitrary<Address> = fc
  .oneof(
    hanLaw.map((all) => ({ style: 'han' as const, steps: all })),
    hanPolicy.map((all) => ({ style: 'han' as const, steps: all })),
    latin.map((all) => ({ style: 'latin' as const, steps: all })),
    hangul.map((all) => ({ style: 'hangul' as const, steps: all })),
  )
  .filter(({ steps: all }) => isClear(all))
  .chain((address) => documentName.map((name) => ({ ...name, ...address })));
