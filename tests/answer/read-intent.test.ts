import { describe, expect, it } from 'vitest';
import { readIntent } from '../../src/answer/read-intent.ts';

describe('readIntent', () => {
  it.each([
    ['智慧社区建设由谁负责？', '智慧社区建设'],
    ['哪些单位负责信息进村入户？', '信息进村入户'],
    ['网络安全的责任单位是哪些？', '网络安全'],
    ['智慧旅游归哪个部门管？', '智慧旅游'],
    ['领导小组的办事机构设在哪个厅局？', '领导小组的办事机构'],
    ['領導小組辦公室設在哪個部門？', '領導小組辦公室'],
    ['智慧社區建設由誰負責？', '智慧社區建設'],
    ['请问宽带建设涉及哪些部门？', '宽带建设'],
    ['药出了问题要能查到源头，这套体系是哪几家单位来搞？', '药出了问题要能查到源头'],
    ['编电子号、摸清管线的家底，分到了哪些厅局头上？', '编电子号、摸清管线的家底'],
    ['维权中心归哪个省直单位负责建设？市县也有责任吗？', '维权中心'],
    ['Which departments does the opinion put in charge of smart tourism?', 'smart tourism'],
    ['引き取りの仕組みづくりは、どの役所の仕事ですか。', '引き取りの仕組みづくり'],
    ['전자상거래 행동을 책임지는 기관은 어디인가요?', '전자상거래 행동을'],
    ['¿A quién le toca frenar las estafas?', 'frenar las estafas'],
    ['“一库四平台”，承建责任方有哪些？', '“一库四平台”，承建'],
    ['基础设施提升工程，全部责任主体给我一份。', '基础设施提升工程'],
    ['I need the names of the agencies answerable for the service sector.', 'the service sector'],
    ["À qui le Hubei confie-t-il l'internet industriel ?", "l'internet industriel"],
    ['写材料要用，麻烦问下社会治理行动是哪十几个部门承担的？', '社会治理行动'],
    ['Wer muss dafür sorgen, dass persönliche Daten nicht gestohlen werden?', 'persönliche Daten'],
    ['Qui doit étendre la fibre aux villages ?', 'étendre la fibre'],
    ['¿Quién debe extender la fibra?', 'extender la fibra'],
    ['“发展绿色制造”责任单位是哪几家？', '“发展绿色制造”'],
    ['¿Qué departamento es responsable del comercio electrónico?', 'comercio electrónico'],
    ['Welche Behörde ist für den Umweltschutz zuständig?', 'den Umweltschutz'],
    ['スマート観光の担当部署はどこですか？', 'スマート観光'],
    ['스마트 관광은 어느 부서가 담당합니까?', '스마트 관광은'],
    ['Who is responsible for smart tourism?', 'smart tourism'],
    ['Which departments are in charge of network security?', 'network security'],
    ['Wer ist für die Netzsicherheit zuständig?', 'die Netzsicherheit'],
    ['Qui est responsable du tourisme intelligent ?', 'tourisme intelligent'],
    ['¿Quién es el responsable del turismo inteligente?', 'turismo inteligente'],
    ['Who takes the lead in building smart tourism in Hubei?', 'building smart tourism in Hubei'],
    ['Who has charge of network security?', 'network security'],
    ['Which unit has to set up the emergency platform?', 'set up the emergency platform'],
    ['What departments must implement real-name registration?', 'implement real-name registration'],
    ['Which agencies are tasked with smart tourism?', 'smart tourism'],
    ['¿Quién está a cargo del turismo inteligente?', 'turismo inteligente'],
    ['Qui prend en charge le tourisme intelligent ?', 'tourisme intelligent'],
    ['Wer hat die Federführung bei der Netzsicherheit?', 'der Netzsicherheit'],
    ['Under the plan, who has to bring fibre to the villages?', 'bring fibre to the villages'],
    ['Dans le plan, à qui revient-il de faire avancer les puces ?', 'faire avancer les puces'],
    ['ネット授業を広める仕事はどこの担当ですか。', 'ネット授業を広める仕事'],
  ])('%s asks who is responsible', (question, topic) => {
    const intent = readIntent(question);
    expect(intent.kind).toBe('responsible');
    expect(intent.kind === 'responsible' ? intent.topic.replace(/^[¿\s]+/u, '') : '').toContain(topic);
    expect(intent.kind === 'responsible' ? intent.topic : '').not.toContain('几家');
  });

  it.each([
    ['智慧社区由谁牵头？', ['lead']],
    ['宽带建设的配合单位有哪些？', ['support']],
    ['Who leads the work on smart tourism?', ['lead']],
    ['Who takes the lead in smart tourism?', ['lead']],
    ['¿Quién encabeza el turismo inteligente?', ['lead']],
    ['智慧社区由谁负责？', null],
  ])('%s asks for the role %j', (question, roles) => {
    expect(readIntent(question)).toMatchObject({ kind: 'responsible', roles });
  });

  it.each([
    '智慧社区要建多少个示范小区？',
    '2017年宽带普及率达到多少？',
    '负责任的态度体现在哪里？',
    'What do the documents say about personal data?',
    'Who may apply for funding?',
    '哪些城市要建示范区？',
    '数据中心设在哪个部门？',
    '哪些单位可以申请补贴？',
    'Which departments can apply for funding?',
    '要实现哪些部门之间的信息共享？',
    '泄露数据要在几小时内向主管部门报告？',
    '政府部门的数据怎么共享，责任怎么划分？',
  ])('%s does not', (question) => {
    expect(readIntent(question).kind).toBe('clauses');
  });
});
