/** Who answers for something, by name of no unit: 责任主体, the authorities. */
const units =
  /(?:单位|單位|部门|部門|机构|機構|厅局|廳局|委办厅|委办局|部委|责任主体|責任主體|责任方|責任方|主体责任|政府)|部署|部門|機関|省庁|官庁|役所|기관|부서|부처|\b(?:departments?|agenc(?:y|ies)|authorit(?:y|ies)|bureaus?|ministr(?:y|ies)|government bodies|public bodies)\b|behörde|\b(?:stellen?|ämter|amt)\b|\b(?:services|autorités|organismes|départements)\b|\b(?:organismos?|autoridades?|departamentos?)\b/iu;

/** Somebody is asked for without a unit being called one; "who" inside of a sentence is a relative pronoun. */
const somebody =
  /谁|誰|누가|누구|(?:^|[,.;:?¿]\s*|\b(?:to|by|with|alongside|through) )(?:who(?:m|se)?|wer|wem|qui|quién(?:es)?)(?!\p{L})|(?<!\p{L})(?:à|par|avec|a|por|con|von|mit) (?:qui|quién(?:es)?|wem)(?!\p{L})/iu;

/** What responsibility is said by, without words that say other things as well (support, part, work). */
const answersFor =
  /负责|負責|牵头|牽頭|主管(?!部门|部門|单位|單位|机关|機關)|分管|承担|承擔|承办|承辦|承建|主办|主辦|责任|責任|归口|歸口|职责|職責|担当|所管|主管|受け持|담당|책임|소관|맡|\b(?:responsib\w*|in charge|answerable|accountable|entrust\w*|assigned|tasked|leads?|leading)\b|zuständig|verantwort|federführ|obliegt|responsable|incombe|confie|chargé|pilote|encargad|a cargo|corresponde|compete/iu;

/** Something else is asked for. */
const asksElse =
  /什么|什麼|啥|怎么|怎麼|怎样|怎樣|如何|多少|何时|何時|几|幾|哪[些里儿年天月]|为什么|い[つく]|どう|なぜ|何を|何が|어떻게|무엇|언제|몇|얼마|왜|\b(?:how|what|when|where|why|which)\b|\b(?:wie|was|wann|warum|wo)\b|\b(?:comment|quand|pourquoi|combien|où|que|quoi)\b|(?<!\p{L})(?:cómo|cuándo|cuánt[oa]s?|por qué|dónde)(?!\p{L})/iu;

/** Whether somebody or a unit and responsibility are spoken of in one question, in whatever phrase, and nothing else is asked for. */
export function asksForUnits(question: string): boolean {
  if (!answersFor.test(question)) return false;
  return somebody.test(question) || (units.test(question) && !asksElse.test(question));
}
