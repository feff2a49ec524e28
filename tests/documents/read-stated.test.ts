import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStated } from '../../src/documents/read-stated.ts';
import { DocumentError } from '../../src/errors.ts';

const read = (yaml: string): object => readStated(yaml, '/docs/a.txt.yaml', 'a.txt');

describe('readStated', () => {
  it('reads what a person wrote; nothing states nothing', () => {
    expect(
      read('title: 供暖办法\nnumber: 某政发〔2018〕3号\nissuedOn: 2018-12-26\nsupersedes: [旧办法]\n'),
    ).toEqual({
      title: '供暖办法',
      number: '某政发〔2018〕3号',
      issuedOn: '2018-12-26',
      supersedes: ['旧办法'],
    });
    expect(read(' \n')).toEqual({});
    expect(read('# only a comment\n')).toEqual({});
  });

  it.each([
    ['issuedOn: 26.12.2018', /issuedOn.*2018-12-26/u],
    ['tilte: 供暖办法', /tilte/u],
    ['title: [', /write title, number/u],
    ['- a\n- b', /write title, number/u],
  ])('refuses %s in one sentence that names the file', (yaml, reason) => {
    expect(() => read(yaml)).toThrowError(DocumentError);
    expect(() => read(yaml)).toThrowError(/^The metadata of a\.txt cannot be used \([^\n]+\): [^\n]+\.$/u);
    expect(() => read(yaml)).toThrowError(reason);
  });

  it('throws nothing but DocumentError, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (yaml) => {
        try {
          read(yaml);
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
        }
      }),
    );
  });
});
