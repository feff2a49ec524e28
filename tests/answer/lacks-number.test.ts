import { describe, expect, it } from 'vitest';
import { lacksNumber } from '../../src/answer/lacks-number.ts';

describe('lacksNumber', () => {
  it.each<[string, string, boolean]>([
    ['公积金最多能贷多少钱？', '鼓励金融机构为中小企业提供贷款。', true],
    ['要建多少个示范小区？', '建设200个示范小区。', false],
    ['要建几个基地？', '建设三个基地。', false],
    ['How many bases are planned?', '加快4G网络建设，到2018年实现全覆盖。', true],
    ['怎么申请？', '鼓励金融机构提供贷款。', false],
    ['覆盖率要达到多少？', '覆盖率达到95%。', false],
  ])('%s — %s', (question, text, lacks) => {
    expect(lacksNumber(question, text)).toBe(lacks);
  });
});
