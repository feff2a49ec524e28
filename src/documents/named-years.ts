/** China's five-year plans by their ordinals, from the tenth, which began in 2001: 十三五 is 2016 to 2020. */
const planOrdinals = ['十', '十一', '十二', '十三', '十四', '十五', '十六'];
const firstPlanYear = 2001;
const planYears = 5;

const fiveYearPlan = /[“"「]?(十[一二三四五六]?)五[”"」]?(?:规划|期间|时期|計畫|计划|末|[”"」])/gu;
const ordinalPlan =
  /\b(1[0-6])(?:th)? Five[- ]Year Plan|第(1[0-6])次(?:五|5)[かヶカ]年|\b(1[0-6])\.? Fünfjahres|제?(1[0-6])차 5개년/giu;
const range = /(?<!\d)((?:19|20)\d{2})\s*年?\s*(?:[-—–~～至到]|bis|to|à|a)+\s*((?:19|20)\d{2})(?!\d)/gu;
const single = /(?<![\d.，,])((?:19|20)\d{2})(?![\d.]*\d|[亿万元个家%％件户台辆人])/gu;

/** A year that is part of a name is none: 中国制造2025. */
const inName = /(?:制造|Industry|Agenda|愿景|Vision|Windows|Office)\s*$/iu;
const mostYears = 40;

/**
 * The years that a text names, also those between two (2015-2017) and those of a five-year plan (十三五).
 */
export function yearsNamedIn(text: string): Set<number> {
  const years = new Set<number>();
  const addRange = (first: number, last: number): void => {
    if (last < first || last - first > mostYears) return;
    for (let year = first; year <= last; year += 1) years.add(year);
  };
  for (const [, first, last] of text.matchAll(range)) addRange(Number(first), Number(last));
  for (const match of text.matchAll(single)) {
    if (!inName.test(text.slice(Math.max(0, match.index - 8), match.index))) years.add(Number(match[1]));
  }
  for (const [, ordinal = ''] of text.matchAll(fiveYearPlan)) addPlan(planOrdinals.indexOf(ordinal) + 10);
  for (const [, ...ordinals] of text.matchAll(ordinalPlan)) addPlan(Number(ordinals.find(Boolean)));
  return years;

  /** The tenth plan began in 2001. */
  function addPlan(ordinal: number): void {
    if (ordinal < 10) return;
    const first = firstPlanYear + (ordinal - 10) * planYears;
    addRange(first, first + planYears - 1);
  }
}
