import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/documents/decode-text.ts';
import { detectEncoding } from '../../src/documents/detect-encoding.ts';
import { readSeed, seedNames } from '../seed-documents.ts';

const sentences = {
  gb18030: [
    '第一条　为了规范供暖管理，制定本办法。',
    '各市、州人民政府应当加强组织领导。',
    '供热单位应当公示收费标准。',
    '本办法自2019年1月1日起施行。',
  ],
  big5: [
    '第一條　為規範供暖管理，制定本辦法。',
    '各直轄市、縣（市）政府應加強組織領導。',
    '供熱單位應公告收費標準。',
    '本辦法自發布日施行。',
  ],
  shift_jis: [
    '第一条　この法律は、熱供給について定める。',
    '市町村長は、計画を定めるものとする。',
    '料金は毎月の末日までに支払わなければならない。',
    'この法律は、公布の日から施行する。',
  ],
  'euc-kr': [
    '제1조(목적) 이 법은 열공급에 관한 사항을 정함을 목적으로 한다.',
    '시장은 매년 계획을 수립하여야 한다.',
    '난방 요금은 매월 말일까지 납부한다.',
    '이 법은 공포한 날부터 시행한다.',
  ],
} as const;
const encodings = ['gb18030', 'big5', 'shift_jis', 'euc-kr'] as const;

describe('detectEncoding', () => {
  it.each(encodings)('knows %s by a single sentence', (encoding) => {
    for (const sentence of sentences[encoding]) {
      expect(detectEncoding(iconv.encode(sentence, encoding)), sentence).toBe(encoding);
    }
  });

  it.each(encodings)('knows %s by any mixture of sentences, ASCII and line ends', (encoding) => {
    const piece = fc.constantFrom<string>(...sentences[encoding], '\r\n', ' ', 'O2O', '2015');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
        const text = pieces.join('') + sentences[encoding][0];
        expect(decodeText(iconv.encode(text, encoding), 'a.txt')).toBe(text);
      }),
    );
  });

  it.each(seedNames)('reads %s in GB18030 and in UTF-16 of both orders, with and without a mark', (name) => {
    const text = readSeed(name).replace(/^\uFEFF/u, '');
    for (const [encoding, addBOM] of [
      ['gb18030', false],
      ['utf-16le', true],
      ['utf-16le', false],
      ['utf-16be', true],
      ['utf-16be', false],
    ] as const) {
      expect(decodeText(iconv.encode(text, encoding, { addBOM }), name) === text, encoding).toBe(true);
    }
  });

  it('ends with a text or with null, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([...encodings, null]).toContain(detectEncoding(bytes));
      }),
    );
  });
});
