import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/documents/decode-text.ts';
import { DocumentError } from '../../src/errors.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('drops a byte order mark', () => {
    expect(decodeText(bytesOf('\uFEFF第一条'), 'a.txt')).toBe('第一条');
  });

  it('leaves a byte order mark that does not stand at the start', () => {
    expect(decodeText(bytesOf('第\uFEFF一条'), 'a.txt')).toBe('第\uFEFF一条');
  });

  it.each(['一\r\n二\r\n', '一\n二', '一\r二', '一\t二\f三', '\u001b[1m一'])('keeps %j as it is', (text) => {
    expect(decodeText(bytesOf(text), 'a.txt')).toBe(text);
  });

  it('keeps characters beyond the basic plane and private-use characters', () => {
    expect(decodeText(bytesOf('𠮷😀1\uE010'), 'a.txt')).toBe('𠮷😀1\uE010');
  });

  it.each([
    ['bytes of no encoding', Uint8Array.of(0xb5, 0xff, 0xd2, 0xff, 0xcc, 0xff)],
    ['a NUL', bytesOf('第一条\u0000')],
    ['the head of a ZIP file', bytesOf('PK\u0003\u0004')],
    ['another control character', bytesOf('a\u001fb')],
  ])('refuses %s with a sentence that names the file and the remedy', (_kind, bytes) => {
    const decode = (): string => decodeText(bytes, 'laws/annex.txt');
    expect(decode).toThrowError(DocumentError);
    expect(decode).toThrowError(
      expect.objectContaining({
        code: 'document-not-text',
        path: 'laws/annex.txt',
        message: expect.stringMatching(/^laws\/annex\.txt is no text file .*save it as UTF-8/u),
      }),
    );
  });
});
