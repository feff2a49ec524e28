import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/documents/read-metadata.ts';
import { readSeed, seedNames } from '../seed-documents.ts';

/** Read off the seeds by a person: the head and the last lines of each. */
const expected = {
  '000_f62b7695849a2f81.txt': {
    title: '省人民政府关于 加快推进“互联网+”行动的实施意见',
    number: '鄂政发〔2015〕80号',
    issuer: '湖北省人民政府',
    issuedOn: '2015-12-28',
    region: '湖北省',
  },
  '001_14c60f1c7ea09ca2.txt': {
    title: '湖南省实施"互联网+"三年行动计划',
    number: '湘政办发[2015]86号',
    issuer: '湖南省人民政府办公厅',
    issuedOn: '2015-10-11',
    region: '湖南省',
  },
  '002_20fc34013f6e3b40.txt': {
    title: '湖北省人民政府关于加快推进智慧湖北建设的意见',
    number: '',
    issuer: '湖北省人民政府',
    issuedOn: '',
    region: '湖北省',
  },
  '003_156ef0500c772a0d.txt': {
    title: '加快推进智慧湖北建设行动方案（2015-2017年）',
    number: '鄂政办发〔2015〕55号',
    issuer: '',
    issuedOn: '2015-08-07',
    region: '湖北省',
  },
  // This one has neither title nor signature; its only date is that of the source line at its end.
  '004_78d5ad8da48b7051.txt': {
    title: '004_78d5ad8da48b7051',
    number: '',
    issuer: '',
    issuedOn: '2018-12-26',
    region: '湖北省',
  },
};

describe('readMetadata of the seeds', () => {
  it.each(Object.entries(expected))('%s', (name, metadata) => {
    expect(readMetadata(readSeed(name), name)).toMatchObject(metadata);
  });

  it('covers every seed', () => {
    expect(Object.keys(expected)).toEqual(seedNames);
  });
});

describe('readMetadata', () => {
  const body =
    '一、总则\n根据《国务院关于积极推进“互联网+”行动的指导意见》（国发〔2015〕40号）精神，制定本方案。\n';

  it('takes no number, title or date from a reference to another document', () => {
    const text = `${body}2015年7月1日，国务院印发了《关于大数据的通知》（国办发〔2015〕51号）。\n`;
    expect(readMetadata(text, 'plan.txt')).toMatchObject({ title: 'plan', number: '', issuedOn: '' });
  });

  it.each([
    '自2015年7月1日起施行，请遵照执行',
    '各级各部门务必在2016年12月31日以前将实施方案和工作总结报送省人民政府办公厅信息公开处',
  ])('takes no date out of the sentence %s', (sentence) => {
    expect(readMetadata(`${body}${sentence}\n`, 'a.txt').issuedOn).toBe('');
  });

  it.each([
    '鄂政发〔2015〕80号',
    '鄂政发[2015]80号',
    '鄂政发［2015］80号',
    '鄂政发【2015】80号',
    '鄂政发（2015）80号',
    '鄂政发(2015)80号',
    '鄂政发〔2015〕第80号',
    '鄂政发〔 2015 〕 80号',
  ])('reads the number %s from a line of its own, with or without parentheses', (number) => {
    expect(readMetadata(`关于加快发展的意见\n${number}\n${body}`, 'a.txt').number).toBe(number);
    expect(readMetadata(`关于加快发展的意见\r\n（${number}）\r\n${body}`, 'a.txt').number).toBe(number);
  });

  it('reads issuer and date from the signature at the end', () => {
    const metadata = readMetadata(`${body}\n某市人民政府办公室\n2020 年 3 月 5 日\n`, 'a.txt');
    expect(metadata).toMatchObject({ issuer: '某市人民政府办公室', issuedOn: '2020-03-05' });
  });

  it('takes no heading behind the first label for the title', () => {
    expect(readMetadata('一、总则\n关于加快发展的意见\n', 'laws/a.b.txt').title).toBe('laws/a.b');
  });

  it('states nothing of an empty text but its file name', () => {
    const nothing = { number: '', issuer: '', issuedOn: '', effectiveOn: '', region: '', supersedes: [] };
    expect(readMetadata('', 'a.txt')).toEqual({ title: 'a', ...nothing, guessed: ['title'] });
  });

  it('marks what was guessed, and lets what a person states win', () => {
    const text = '湖北的供暖办法\n一、甲\n湖北省各地应当供暖。\n来源：湖北省人民政府网站2018年12月26日\n';
    expect(readMetadata(text, 'a.txt').guessed).toEqual(['issuedOn', 'region']);
    const stated = { title: '供暖办法', issuedOn: '2018-12-01', region: '湖南省', supersedes: ['旧办法'] };
    expect(readMetadata(text, 'a.txt', { stated, layout: { headings: [] } })).toMatchObject({
      ...stated,
      guessed: [],
    });
  });

  it('takes the first heading for a title, or the first line where it stands by itself, as a guess', () => {
    const text = 'Heating in winter\n\nArticle 1 Scope\nAll.\n';
    expect(readMetadata(text, 'a.txt')).toMatchObject({ title: 'Heating in winter', guessed: ['title'] });
    const headings = [{ span: { start: 8, end: 17 }, level: 1 }];
    expect(readMetadata(text, 'a.txt', { stated: {}, layout: { headings } }).title).toBe('in winter');
    expect(readMetadata('We heat, in winter, all of it.\n', 'a.txt').title).toBe('a');
  });

  it.each([
    [
      '本办法自2019年1月1日起施行，《供暖暂行办法》（某政发〔2009〕3号）同时废止。',
      '2019-01-01',
      ['供暖暂行办法', '某政发〔2009〕3号'],
    ],
    ['本办法自印发之日起施行。', '2018-12-01', []],
    [
      'This Act comes into force on 3 May 2021 and supersedes the Heating Act 1999.',
      '2021-05-03',
      ['Heating Act 1999'],
    ],
    ['依照《供暖条例》执行。', '', []],
  ])('%s', (sentence, effectiveOn, supersedes) => {
    const sources = { stated: { issuedOn: '2018-12-01' }, layout: { headings: [] } };
    expect(readMetadata(`某办法\n${sentence}`, 'a.txt', sources)).toMatchObject({ effectiveOn, supersedes });
  });
});
