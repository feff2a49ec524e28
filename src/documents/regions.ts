import { cities } from './cities.ts';
import { simplifyHan } from './simplify-han.ts';

/** A region by its full name, the name that is said, and how other scripts write it. */
export type Region = { name: string; short: string; latin: string; hangul: string };

const table = `
北京市|北京|Beijing|베이징
天津市|天津|Tianjin|톈진
河北省|河北|Hebei|허베이
山西省|山西|Shanxi|산시
内蒙古自治区|内蒙古|Inner Mongolia|네이멍구
辽宁省|辽宁|Liaoning|랴오닝
吉林省|吉林|Jilin|지린
黑龙江省|黑龙江|Heilongjiang|헤이룽장
上海市|上海|Shanghai|상하이
江苏省|江苏|Jiangsu|장쑤
浙江省|浙江|Zhejiang|저장
安徽省|安徽|Anhui|안후이
福建省|福建|Fujian|푸젠
江西省|江西|Jiangxi|장시
山东省|山东|Shandong|산둥
河南省|河南|Henan|허난
湖北省|湖北|Hubei|후베이
湖南省|湖南|Hunan|후난
广东省|广东|Guangdong|광둥
广西壮族自治区|广西|Guangxi|광시
海南省|海南|Hainan|하이난
重庆市|重庆|Chongqing|충칭
四川省|四川|Sichuan|쓰촨
贵州省|贵州|Guizhou|구이저우
云南省|云南|Yunnan|윈난
西藏自治区|西藏|Tibet|시짱
陕西省|陕西|Shaanxi|산시성
甘肃省|甘肃|Gansu|간쑤
青海省|青海|Qinghai|칭하이
宁夏回族自治区|宁夏|Ningxia|닝샤
新疆维吾尔自治区|新疆|Xinjiang|신장`;

/** The provinces, municipalities and autonomous regions of mainland China (GB/T 2260). */
export const regions: readonly Region[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', short = '', latin = '', hangul = ''] = line.split('|');
    return { name, short, latin, hangul };
  });

const latinRegions = new Map(regions.map(({ name, latin }) => [name, new RegExp(`\\b${latin}\\b`, 'iu')]));
const latinCities = new Map(cities.map(({ name, latin }) => [name, new RegExp(`\\b${latin}\\b`, 'u')]));

/** The full names of the regions that a text names, in whatever script, or one of whose cities it names. */
export function regionsNamedIn(text: string): string[] {
  const simplified = simplifyHan(text);
  const named = regions
    .filter(
      ({ name, short, hangul }) =>
        occursAsName(simplified, short) || latinRegions.get(name)?.test(text) || text.includes(hangul),
    )
    .map(({ name }) => name);
  const ofCities = cities
    .filter(({ name }) => occursAsName(simplified, name) || latinCities.get(name)?.test(text))
    .map(({ region }) => region);
  return [...new Set([...named, ...ofCities])];
}

/** Not where a name only seems to stand across two words: the 西安 of 江西安全监管, the 北京 of 湖北京山. */
function occursAsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at + 1);
    if (!regions.some(({ short }) => short === before)) return true;
  }
  return false;
}
