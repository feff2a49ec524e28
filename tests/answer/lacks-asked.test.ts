import { describe, expect, it } from 'vitest';
import { lacksAsked } from '../../src/answer/lacks-asked.ts';

describe('lacksAsked', () => {
  it.each<[string, string, boolean]>([
    ['公积金最多能贷多少钱？', '鼓励金融机构为中小企业提供贷款。', true],
    ['要建多少个示范小区？', '建设200个示范小区。', false],
    ['要建几个基地？', '建设三个基地。', false],
    ['How many bases are planned?', '加快4G网络建设，到2018年实现全覆盖。', true],
    ['怎么申请？', '鼓励金融机构提供贷款。', true],
    ['覆盖率要达到多少？', '覆盖率达到95%。', false],
    ['机械装备要做到多大规模？', '推动装备产业发展。', true],
    ['考证需要什么条件？', '支持举办创业大讲堂。', true],
    ['设立公司需要什么条件？', '简化住所登记手续。', false],
    ['飞无人机向谁申请？', '发展快递物流的区域中转。', true],
    ['Do exchanges need a licence?', '支持在股份转让系统挂牌。', true],
    ['どのような許可申請が必要ですか？', '需经主管部门审批。', false],
    ['退货的运费谁出？', '依法受理消费者投诉举报。', true],
    ['退货的运费谁出？', '运费由消费者承担。', false],
    ['这项任务由谁承担？', '责任单位：省商务厅。', false],
    ['泄露信息怎么处罚？', '推广信息安全产品。', true],
    ['泄露信息怎么处罚？', '严厉打击，依法追究责任。', false],
  ])('%s — %s', (question, text, lacks) => {
    expect(lacksAsked(question, text)).toBe(lacks);
  });
});
