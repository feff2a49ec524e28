/**
 * The kinds of steps in an address. `paragraph` is 款, 項, 항 or Abs.; `item` 项, 号 or 호; `subitem` 目. `arabic`
 * is a number with or without brackets, `decimal` the further part of one like 2.1.
 */
export type StepKind =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'box'
  | 'han-enumeration'
  | 'han-parenthesis'
  | 'arabic'
  | 'decimal'
  | 'circled'
  | 'ordinal'
  | 'letter'
  | 'roman';

/** One step of an address; `branch` is 2 for 第十七条之二, 0 where there is none. */
export type AddressStep = { kind: StepKind; number: number; branch: number };

/** The script in which an address is printed. */
export type AddressStyle = 'han' | 'latin' | 'hangul';

/**
 * What people call a clause: 《title》（number）一、（二）3. `title` and `number` name the document and may be empty;
 * `steps` lead from the outside in and may leave out the outer ones.
 */
export type Address = { title: string; number: string; style: AddressStyle; steps: AddressStep[] };

/** The label families whose clauses a step may mean. A paragraph without a label is none of them. */
export const familiesOfStep: Readonly<Record<StepKind, readonly string[]>> = {
  annex: ['annex'],
  part: ['part'],
  chapter: ['chapter'],
  section: ['section'],
  article: ['article'],
  paragraph: ['paragraph', 'japanese-paragraph', 'circled', 'arabic-parenthesis'],
  item: ['han-parenthesis', 'han-space', 'arabic-dot', 'arabic-enumeration', 'arabic-parenthesis', 'bullet'],
  subitem: ['arabic-dot', 'iroha', 'korean-letter', 'arabic-parenthesis'],
  box: ['box'],
  'han-enumeration': ['han-enumeration', 'han-space'],
  'han-parenthesis': ['han-parenthesis'],
  arabic: [
    'arabic-dot',
    'arabic-enumeration',
    'arabic-parenthesis',
    'arabic-half-parenthesis',
    'arabic-bare',
    'ordinal-degree',
    'japanese-paragraph',
  ],
  decimal: ['decimal-2', 'decimal-3', 'decimal-4'],
  circled: ['circled'],
  ordinal: ['ordinal'],
  letter: ['letter-parenthesis', 'letter-half-parenthesis', 'capital-parenthesis'],
  roman: ['roman-parenthesis', 'roman-dot'],
};
