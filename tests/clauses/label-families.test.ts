import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline-of.ts';

describe('labels as they are printed in other places', () => {
  it('English: parts, articles, (1), (a), (i); references stay text', () => {
    const text = [
      'PART I',
      'General provisions',
      'Article 1',
      'Scope',
      '(1) This Regulation applies to heating networks.',
      '(2) It does not apply where',
      '(a) the network serves one building;',
      '(b) the network is older than',
      '(i) fifty years, or',
      '(ii) the building it serves.',
      'Article 2 of the Charter remains applicable.',
      'Article 2',
      'Definitions',
      'For the purposes of Article 1(2)',
      '(a), a network is a pipe.',
      'PART II',
      'Article 3 Penalties',
      'Fines are set by the council.',
    ].join('\n');
    expect(outlineOf(text)).toEqual([
      ...['PART I', '.Article 1', '..(1)', '..(2)', '...(a)', '...(b)', '....(i)', '....(ii)'],
      ...['.Article 2', 'PART II', '.Article 3'],
    ]);
  });

  it('English: sections with decimal numbers', () => {
    const text =
      '1. Purpose\nText.\n2. Scope\n2.1 People\nAll staff.\n2.2 Places\n2.2.1 Offices\n2.2.2 Homes\n3. Review\n';
    expect(outlineOf(text)).toEqual(['1.', '2.', '.2.1', '.2.2', '..2.2.1', '..2.2.2', '3.']);
    // The only one of its kind is believed because it repeats the number that it stands in.
    expect(outlineOf('1. A\n1.1 B\n2. C\n2.1 D\n2.1.1 E\n3. F\n4.1 million\n')).toEqual([
      ...['1.', '.1.1', '2.', '.2.1', '..2.1.1', '3.'],
    ]);
  });

  it('German: §, paragraphs in brackets, numbers and letters', () => {
    const text = [
      'Abschnitt 1 Allgemeines',
      '§ 1 Zweck',
      '(1) Dieses Gesetz regelt die Fernwärme.',
      '(2) Es gilt für',
      '1. Netze,',
      '2. Anlagen',
      'a) mit Brenner,',
      'b) ohne Brenner.',
      '§ 2 Absatz 1 bleibt unberührt.',
      '§ 2 Begriffe',
      'Netz ist ein Rohr.',
      '§ 2a Ausnahmen',
      'Keine.',
    ].join('\n');
    expect(outlineOf(text)).toEqual(
      [...['Abschnitt 1', '.§ 1', '..(1)', '..(2)', '...1.', '...2.', '....a)', '....b)', '.§ 2']].concat([
        '.§ 2a',
      ]),
    );
  });

  it('French and Spanish: titles, chapters, articles with their codes', () => {
    const french =
      'TITRE Ier\nDispositions générales\nChapitre I Objet\nArticle 1er\nLe réseau est public.\nArticle 2\nIl est entretenu.\nChapitre II Sanctions\nArticle L. 121-3 Amendes\nLe maire fixe les amendes.\nArticle L. 121-4 Recours\nTexte.';
    expect(outlineOf(french)).toEqual([
      ...['TITRE Ier', '.Chapitre I', '..Article 1er', '..Article 2', '.Chapitre II'],
      ...['..Article L. 121-3', '..Article L. 121-4'],
    ]);
    const spanish =
      'TÍTULO I\nCAPÍTULO I\nArtículo 1. Objeto.\nTexto.\nArtículo 2. Ámbito.\na) Uno.\nb) Dos.\n';
    expect(outlineOf(spanish)).toEqual([
      ...['TÍTULO I', '.CAPÍTULO I', '..Artículo 1', '..Artículo 2', '...a)', '...b)'],
    ]);
  });

  it('Japanese: 章, 条, 項 from the second on, 号 and イロハ', () => {
    const text = [
      '第一章　総則',
      '（目的）',
      '第一条　この法律は、熱供給について定める。',
      '２　前項の規定は、次に掲げる場合には適用しない。',
      '一　非常の場合',
      'イ　地震',
      'ロ　洪水',
      '二　その他の場合',
      '３　政令で定める。',
      '第二条　この法律において「熱」とは、温水をいう。',
      '第二条の二　前条に定めるもののほか、命令で定める。',
      '第三条　市町村は、計画を定める。',
    ].join('\n');
    expect(outlineOf(text)).toEqual([
      ...['第一章', '.第一条', '..２', '...一', '....イ', '....ロ', '...二', '..３'],
      ...['.第二条', '.第二条の二', '.第三条'],
    ]);
  });

  it('Korean: 장, 조 with branches, ① and 가.', () => {
    const text = [
      '제1장 총칙',
      '제1조(목적) 이 법은 열공급에 관한 사항을 정한다.',
      '① 시장은 계획을 세운다.',
      '② 계획에는 다음이 들어간다.',
      '1. 관로',
      '2. 시설',
      '가. 보일러',
      '나. 펌프',
      '제2조(정의) 제1조의 열은 온수를 말한다.',
      '제2조의2(특례) 특례를 둔다.',
    ].join('\n');
    expect(outlineOf(text)).toEqual([
      ...['제1장', '.제1조', '..①', '..②', '...1.', '...2.', '....가.', '....나.', '.제2조', '.제2조의2'],
    ]);
  });

  it('Chinese: branches of articles, decimals, annexes, numbers without a mark', () => {
    const text = [
      '第一条　甲。',
      '第一条之一　乙。',
      '第二条　丙。',
      '附件1',
      '1.1 范围',
      '甲。',
      '1.2 依据',
      '1.2.1 法律',
      '1.2.2 规章',
      '附件2',
      '1总体要求',
      '2主要任务',
    ].join('\n');
    expect(outlineOf(text)).toEqual([
      ...[
        '第一条',
        '第一条之一',
        '第二条',
        '附件1',
        '.1.1',
        '.1.2',
        '..1.2.1',
        '..1.2.2',
        '附件2',
        '.1',
        '.2',
      ],
    ]);
  });

  it('takes no reference and no amount for a label', () => {
    for (const line of [
      '第二条所称单位，是指法人。',
      '第二条、第三条不适用。',
      '第二条第一款的单位应当备案。',
    ])
      expect(outlineOf(`第一条　甲。\n${line}\n第二条　乙。`)).toEqual(['第一条', '第二条']);
    for (const line of ['3.5亿元投资', '1.5%的增长', '2.0版本发布', '1.2万人就业'])
      expect(outlineOf(`一、甲\n${line}\n二、乙`)).toEqual(['一、', '二、']);
  });

  it('believes the label that is set off where a broken line begins with the same reference', () => {
    const text =
      '第一条　单位应当依照\n第二条规定的程序办理，并按照\n第二条备案。\n第二条　程序如下。\n第三条　完。';
    expect(outlineOf(text)).toEqual(['第一条', '第二条', '第三条']);
  });

  it('goes on from a far number, and begins in the middle of a law that is an excerpt', () => {
    const laws = (from: number, to: number): string =>
      Array.from({ length: to - from + 1 }, (_, index) => `第${from + index}条　甲。`).join('\n');
    expect(outlineOf(`${laws(1, 3)}\n${laws(90, 92)}`)).toHaveLength(6);
    expect(outlineOf(laws(57, 60))).toEqual(['第57条', '第58条', '第59条', '第60条']);
  });
});
