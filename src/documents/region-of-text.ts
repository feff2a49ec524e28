/**
 * The provinces, municipalities and regions of China (GB/T 2260) with the one-character names that document
 * numbers begin with (鄂政发: Hubei).
 */
const regions: ReadonlyArray<readonly [name: string, short: string]> = [
  ['北京市', '京'],
  ['天津市', '津'],
  ['河北省', '冀'],
  ['山西省', '晋'],
  ['内蒙古自治区', '内'],
  ['辽宁省', '辽'],
  ['吉林省', '吉'],
  ['黑龙江省', '黑'],
  ['上海市', '沪'],
  ['江苏省', '苏'],
  ['浙江省', '浙'],
  ['安徽省', '皖'],
  ['福建省', '闽'],
  ['江西省', '赣'],
  ['山东省', '鲁'],
  ['河南省', '豫'],
  ['湖北省', '鄂'],
  ['湖南省', '湘'],
  ['广东省', '粤'],
  ['广西壮族自治区', '桂'],
  ['海南省', '琼'],
  ['重庆市', '渝'],
  ['四川省', '川'],
  ['贵州省', '黔'],
  ['云南省', '滇'],
  ['西藏自治区', '藏'],
  ['陕西省', '陕'],
  ['甘肃省', '甘'],
  ['青海省', '青'],
  ['宁夏回族自治区', '宁'],
  ['新疆维吾尔自治区', '新'],
];

/** A region must be named this often before it is taken for the document's own. */
const leastMentions = 2;

/** The region that a document speaks of most, by its full name; an empty string when none stands out. */
export function regionOfText(text: string): string {
  const counted = regions
    .map(([name]) => ({ name, count: text.split(bareName(name)).length - 1 }))
    .sort((left, right) => right.count - left.count);
  const [first, second] = counted;
  if (first === undefined || first.count < leastMentions) return '';
  return second !== undefined && first.count === second.count ? '' : first.name;
}

/** 湖北 stands for 湖北省, 广西 for 广西壮族自治区. */
function bareName(name: string): string {
  return name.replace(/(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/u, '');
}
