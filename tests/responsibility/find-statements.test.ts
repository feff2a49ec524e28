import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAssignments } from '../../src/responsibility/find-assignments.ts';

function shown(text: string): string[] {
  const whole = { start: 0, end: text.length };
  return findAssignments(text, { ownSpan: whole, span: whole, label: '' }, false).map(
    ({ name, role }) => `${name} ${role}`,
  );
}

describe('findStatements', () => {
  it.each<[string, string[]]>([
    [
      '由市民政局牵头，市财政局、市自然资源和规划局配合，年底前完成。',
      ['市民政局 lead', '市财政局 support', '市自然资源和规划局 support'],
    ],
    ['智慧交通工作由市交通局负责，鼓励企业参与。', ['市交通局 joint']],
    ['市财政局、市审计局按照职责分工，负责经费监管。', ['市财政局 joint', '市审计局 joint']],
    [
      '市大数据局会同市公安局、市司法局制定目录。',
      ['市大数据局 lead', '市公安局 support', '市司法局 support'],
    ],
    ['市教育局要牵头制定办法，会同市财政局落实经费。', ['市教育局 lead', '市财政局 support']],
    ['以市发展改革委为牵头单位，市财政局为配合单位。', ['市发展改革委 lead', '市财政局 support']],
    ['专班办公室设在市经信局，负责日常工作。', ['市经信局 joint']],
    ['成立市长任组长的领导小组，领导小组办公室设在市经信局。', ['市经信局 joint']],
    ['成立市数据产业发展公司，承担政务云等项目的建设和运营。', ['市数据产业发展公司 joint']],
    ['组建由市长任组长的数据工作领导小组，负责统筹协调。', ['数据工作领导小组 joint']],
    ['财政部门和审计机关在各自的职责范围内负责监督。', ['财政部门 joint', '审计机关 joint']],
    ['为此，由省经\n\n信厅牵头，建立机制。', ['省经信厅 lead']],
    ['由資訊局牽頭，財政局配合。', ['資訊局 lead', '財政局 support']],
    [
      '牵头单位：市科技局；配合单位：市财政局、教育局',
      ['市科技局 lead', '市财政局 support', '市教育局 support'],
    ],
    ['**责任单位：**市科技局、\n市财政局\n下一行', ['市科技局 joint', '市财政局 joint']],
    ['责任单位：Council of the City and the County', ['Council of the City and the County joint']],
    [
      'The Finance Department and the Legal Office are jointly responsible for it.',
      ['Finance Department joint', 'Legal Office joint'],
    ],
    [
      'The Personnel Office shall be responsible for training, supported by the IT Security Team.',
      ['Personnel Office joint', 'IT Security Team support'],
    ],
    [
      'Audits are led by the Internal Audit Office, with support from the Ministry of Trade and Industry.',
      ['Internal Audit Office lead', 'Ministry of Trade and Industry support'],
    ],
    ['The controller shall be responsible for, and be able to demonstrate compliance.', ['controller joint']],
    ['総務課が文書の管理を担当する。', ['総務課 joint']],
    ['情報政策課が主導し、財政課が協力する。', ['情報政策課 lead', '財政課 support']],
    ['担当部署：人事部、総務部及び情報システム部', ['人事部 joint', '総務部 joint', '情報システム部 joint']],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    '由企业自主决定。谁主管谁负责。',
    '申请人对其提交材料的真实性负责。负责人应当签字。',
    '直接负责的主管人员依法给予处分，承担法律责任。',
    '实行行政首长负责制，形成牵头部门抓总落实、相关部门分工协作的格局。',
    '建设数据中心，承担全省数据资源管理工作。',
    '鼓励企业参与，引导社会组织配合。',
    'Responsible persons shall be punished. The person responsible must sign. It is responsible.',
    '責任を持って対応する。',
  ])('finds nobody in %j', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('reads the rows of a table, each for itself', () => {
    const text = [
      '序号 | 工作任务 | 牵头单位 | 配合单位 | 时限',
      '1 | 智慧交通 | 市交通局 | 市公安局、市城管局 | 年底',
      '2 | 智慧医疗 | 市卫健委 | — | 年底',
      '以上任务由各单位落实。',
    ].join('\n');
    const whole = { start: 0, end: text.length };
    const found = findAssignments(text, { ownSpan: whole, span: whole, label: '' }, false);
    expect(
      found.map(({ name, role, scope }) => [name, role, text.slice(scope?.start, scope?.end).slice(0, 1)]),
    ).toEqual([
      ['市交通局', 'lead', '1'],
      ['市公安局', 'support', '1'],
      ['市城管局', 'support', '1'],
      ['市卫健委', 'lead', '2'],
    ]);
  });

  it('gives evidence that contains each unit, for any text', () => {
    const piece = fc.constantFrom(
      ...[
        '由',
        '省经信厅',
        '市财政局',
        '、',
        '和',
        '会同',
        '牵头',
        '负责',
        '配合',
        '，',
        '。',
        '\n',
        ' ',
        '各市',
      ],
      ...[
        '（',
        '）',
        '责任单位：',
        '牵头单位',
        ' | ',
        '資訊局',
        '負責',
        'The Board',
        ' shall be responsible',
        ' and the ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const whole = { start: 0, end: text.length };
        const bare = (part: string): string => part.replace(/\s+/gu, '');
        for (const { printed, evidence } of findAssignments(
          text,
          { ownSpan: whole, span: whole, label: '' },
          false,
        )) {
          const proof = bare(text.slice(evidence.start, evidence.end));
          for (const part of printed.split('、')) expect(proof).toContain(bare(part));
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['牵头', '由市', '、', '（', '责任单位：', 'The Board and ', '負責', '担当', ' | ', '会同局'])(
    '200,000 characters of %j take no time',
    (unit) => {
      const started = performance.now();
      shown(unit.repeat(200_000 / unit.length));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    60_000,
  );
});
