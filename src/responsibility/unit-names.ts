/** What the name of an office, a company or a body ends in, in simplified characters. */
const ends =
  '人民政府|政府|委员会|居委会|村委会|管委会|常委会|党委|党组|办公厅|办公室|秘书处|管理局|分局|总局|总队|支队|厅|局|委|办|部|署|院|所|科|处|社|会|行|站|公司|中心|海关|企业|大学|学校|法院|检察院|集团|单位|部门|机构|机关|组织|小组|专班|指挥部|联席会议|协调机制|街道|镇|乡|村|园区|开发区|新区|自治区|高新区|银行|事务所|基金|经理|主任|总监|秘书长|书记|董事长';
const bracketed = '(?:[（(〔][^（()）〔〕]{1,20}[）)〕])?';

/** Words that end like a name and are none. */
const common =
  /^(?:社会|全社会|机会|大会|工会组织|机制|行业|各行|银行业|全部|内部|外部|局部|一部|干部|大部|开会|会议|原所|场所|研究所需|办|会|行|部|委|所|处|科|局|厅|院|社|站|组织|单位|部门|机构|机关|企业|镇|乡|村)$|(?:负责|领导|先进|基层|模范|第三方|涉案|违法|违规|问题|项目)(?:单位|部门|机构|企业|组织)$|(?:社会|机会|大会|干部|全部|内部|外部|东部|西部|中部|南部|北部)$/u;

/** What a sentence, not a name, begins with. */
const verbs =
  /^(?:加强|建立|完善|推进|推动|健全|落实|明确|实行|要求|对|向|为|与|在|按|经|将|把|使|让|指导|督促|支持|鼓励|引导|依托|通过|充分|严格|进一步|切实|坚持|形成|发挥|强化|成立|设立|确保|不得|应当|可以|以及|如果|若|如|当|因|其中|并|且|同时|包括|例如|属于|作为|凡|谁|没有|未|直接|本条|前款|或者|委托|开展|做好|抓好|实施|扩大|提高|完成|打造|组建|整合|利用|增强)/u;

const lastCharacters = new Set([
  ...ends.split('|').map((end) => end.at(-1) ?? ''),
  '）',
  ')',
  '〕',
  '等',
  '方',
  '”',
]);

/** Whether a text can end in the name of a unit at all: looked at before it is taken apart. */
export function mayEndInName(text: string): boolean {
  return lastCharacters.has(text.at(-1) ?? '');
}

const most = 30;
const name = new RegExp(`^[\\p{Script=Han}A-Za-z0-9“”"·（()）〔〕、+]{2,}?(?:${ends})${bracketed}$`, 'u');

/** Whether a piece of Chinese text, in simplified characters, is the name of a unit by itself. */
export function isUnitName(piece: string): boolean {
  if (piece.length < 2 || piece.length > most) return false;
  if (!name.test(piece) || common.test(piece) || verbs.test(piece)) return false;
  // 负有安全生产监督管理职责的部门 is one; a 的 elsewhere belongs to a sentence.
  return !/的(?!(?:部门|单位|机关|机构)$)/u.test(piece);
}

/** Ends that are nothing but the end of a name, where the name does not go on. */
const plainEnds =
  '(?:人民政府|政府|委员会|部门|机构|机关|单位)(?!的|内|部门|机构|机关|委员会|办公|主管|工作|管理|行政|监督|公安|有关|其他|所属|直属|派出)';
const follows =
  '(?=等|共同|制定|研究|组织|负责|开展|建立|推进|落实|做好|提出|编制|出台|实施|对|另行|根据|加强|依法|依照|按|完善|指导|推动|统筹|定期|修订|印发|规定|公布|审核|审批|确定|批准|办理|处理|解决|进行|联合|商|拟订|拟定|调查|查明|予以|责令|及时|应当|可以|报|每年|统一|在|为|每|[，。；、]|$)';
const joined = '(?:、|和|及|与|以及|及其)';

/** Matches the shortest run of names, joined by 、和及与, that something which is no name follows. */
export const leadingUnits = new RegExp(
  `^(?:[^，。；：、\\s]{1,20}?(?:${ends})${bracketed}${joined})*[^，。；：、\\s]{1,20}?(?:${plainEnds}|(?:${ends})${bracketed}${follows})`,
  'u',
);

/** What makes a name in Latin letters the name of an office, a body or who heads it. */
export const latinHead =
  /\b(?:Ministr(?:y|ies)|Ministers?|Departments?|Offices?|Bureaus?|Agency|Agencies|Authorit(?:y|ies)|Commissions?|Committees?|Councils?|Boards?|Divisions?|Units?|Teams?|Secretariat|Directorate|Institute|Centre|Center|Courts?|Inspectorate|Municipality|Governments?|Registrar|Controllers?|Processors?|Commissioners?|Directors?|Officers?|Managers?|Heads?|Secretary|Treasurer|Chair|President|Services?|Group|University|College|Bank|Company|HR|IT|Contractors?|Suppliers?|Operators?|Employers?|States?|Part(?:y|ies))\b/u;
