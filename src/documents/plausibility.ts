/** The encodings of East Asian offices, by their names in the Encoding Standard (WHATWG). */
export type LegacyEncoding = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr';

/** The most frequent characters of running text in each script, with its punctuation. */
const frequent: Readonly<Record<LegacyEncoding, RegExp>> = {
  gb18030:
    /[的一是在不了有和人这中大为上个国我以要时来们生到作地于出就分对成会可主发年动同工也能下过产种面而方后定行学法所民得经十三之进部度家力条第二四五六项规应当关单位业务机政府建设管理安全施实加强推进，。、；：（）《》“”]/gu,
  big5: /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也對生能而於年過發後作用道行所然家事成方多經法學如都同現當動面起看定天分進好小部其些主理心本前但因從實第條項規應關單位業務機政府建設管理，。、；：（）「」《》]/gu,
  shift_jis: /[\u3041-\u3096\u30a1-\u30fa。、「」・ー]/gu,
  'euc-kr':
    /[이다는을에의가고하한로지은를사기도으자인어시대해서과정나리보제조법항호장계획관수일전부공국있않및와원상용여성구안동및급연무경신설단업게치주방된할]/gu,
};

/**
 * How much of a text reads as the language of an encoding does: the share of frequent characters in what is not
 * ASCII, 0 to 1. Running text has a third and more, wrongly decoded text hardly any.
 */
export function plausibility(text: string, encoding: LegacyEncoding): number {
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return foreign === 0 ? 0 : (text.match(frequent[encoding])?.length ?? 0) / foreign;
}
