/**
 * What kinds and subjects of policy documents are called in other languages than Chinese: titles are short and formal,
 * so that few words tell one from another. `kind` marks words that say that a document is meant.
 */
export const titleWords: ReadonlyArray<{ pattern: RegExp; chinese: string; kind?: true }> = [
  {
    pattern:
      /\bopinions?\b|\bguid(?:elines?|ance)\b|意見|의견|\bstellungnahme\b|leitlinien\b|\bavis\b|\blignes directrices\b|(?<!\p{L})(?:opinión|directrices)/iu,
    chinese: '意见',
    kind: true,
  },
  {
    pattern:
      /\baction (?:plan|programme|program)\b|行動(?:計画|方案|プラン)|행동\s*(?:계획|방안)|\baktions(?:plan|programm)\b|\bplan d['’]action\b|\bplan de acción\b/iu,
    chinese: '行动方案 行动计划',
    kind: true,
  },
  {
    pattern: /\bplan\b(?! to\b)|\bprogramme\b|計画|계획|\bprogramm\b/iu,
    chinese: '计划 规划 方案',
    kind: true,
  },
  {
    pattern: /\bmeasures\b|弁法|판법|\bmaßnahmen\b|\bmesures\b|\bmedidas\b/iu,
    chinese: '办法 措施',
    kind: true,
  },
  {
    pattern: /\bscheme\b|方案|방안|\b(?:umsetzungs|durchführungs)plan\b|\bplan de mise en œuvre\b/iu,
    chinese: '方案',
    kind: true,
  },
  { pattern: /\bnotice\b|通知|통지|\bbekanntmachung\b|\bavis\b|\baviso\b/iu, chinese: '通知', kind: true },
  {
    pattern: /\bregulations?\b|条例|조례|\bverordnung\b|\brèglement\b|\breglamento\b/iu,
    chinese: '条例 规定',
    kind: true,
  },
  {
    pattern: /\b(?:rules|provisions)\b|規則|규칙|\bvorschriften\b|\bnormas\b/iu,
    chinese: '规定 规则 细则',
    kind: true,
  },
  {
    pattern: /\baccelerat\w*|\bspeed\w* up\b|加速|가속화|\bbeschleunig\w*|\baccélér\w*|\baceler\w*/iu,
    chinese: '加快',
  },
  { pattern: /\bpromot(?:e|ing|ion)\b|\badvancing\b|推進|추진|\bförderung\b/iu, chinese: '推进 促进' },
  { pattern: /\bexpan(?:d|ding|sion)\b|拡大|확대|\bausweitung\b/iu, chinese: '扩大' },
  { pattern: /\bupgrad(?:e|ing)\b|高度化|고도화|アップグレード/iu, chinese: '升级' },
  { pattern: /\binitiative\b|行動|행동/iu, chinese: '行动' },
  { pattern: /\b(?:act|law)\b|법률|\bgesetz\b|\bloi\b|(?<!\p{L})ley\b/iu, chinese: '法', kind: true },
  {
    pattern:
      /\bimplementation\b|\bimplementing\b|実施|실시|시행|\bumsetzung|\bdurchführung|\bmise en œuvre\b|\bimplementación\b/iu,
    chinese: '实施',
  },
  { pattern: /\bthree[- ]year\b|[3三]か?年計画|3개년|\bdreijahres/iu, chinese: '三年' },
  {
    pattern: /\binternet\s*(?:plus|[+＋])|インターネット\s*(?:プラス|[+＋])|인터넷\s*(?:플러스|[+＋])/iu,
    chinese: '互联网+',
  },
  {
    pattern: /\bsmart(?:e[nmrs]?)?\b|\bintelligent(?:e[nmrs]?|s)?\b|スマート|스마트|\binteligentes?\b/iu,
    chinese: '智慧 智能',
  },
  { pattern: /\bdigital|デジタル|디지털/iu, chinese: '数字' },
  { pattern: /\bdata\b|\bdaten|データ|데이터|\bdonnées\b|\bdatos\b/iu, chinese: '数据' },
  {
    pattern:
      /\binformation consumption\b|情報消費|정보\s*소비|\binformationskonsum|\bconsommation d['’]information\b|\bconsumo de información\b/iu,
    chinese: '信息消费',
  },
  { pattern: /\bconstruction\b|\bbuilding\b|建設|건설|\baufbau\b/iu, chinese: '建设' },
  { pattern: /\beducation\b|教育|교육|\bbildung\b|(?<!\p{L})éducation\b|\beducación\b/iu, chinese: '教育' },
  { pattern: /\bhealth\b|健康|건강|\bgesundheit|\bsanté\b|\bsalud\b/iu, chinese: '健康 卫生' },
  {
    pattern: /\benvironment|環境|환경|\bumwelt|(?<!\p{L})environnement|\bmedio ambiente\b/iu,
    chinese: '环境 生态',
  },
  {
    pattern: /\bemployment\b|雇用|就業|고용|취업|\bbeschäftigung\b|\bemploi\b|\bempleo\b/iu,
    chinese: '就业',
  },
];
