/** A kind of thing that a question can ask for: the words that ask for it, and those without which no text gives it. */
type Asked = { asks: RegExp; gives: RegExp };

const asked: readonly Asked[] = [
  // A number with what is counted; a year, the number of a clause or a name such as 4G is none.
  {
    asks: /多少|幾|多(?:长时间|久|大(?!程度)|高|远|快)|百分之几|几(?:个|家|年|天|月|次|倍|成|分|户|人|项|条|类|种|批|所|座|台|万|亿|兆|岁|元|块)|何(?:人|個|件|年|割|倍|社|回|日|か月|％|%|戸|メガ|円)|いくつ|いくら|どのくらい|몇|얼마|\bhow (?:many|much|large|high|long|fast|big|far|old)\b|\bwhat (?:percentage|share|rate|number|size|amount|speed|maximum|minimum)\b|\bwhat is the (?:\w+ ){0,2}(?:maximum|minimum|limit|fee|price)\b|\bwie ?(?:viele?n?|hoch|groß|lange|schnell)\b|\bcombien\b|(?<!\p{L})cuánt[oa]s?\b/iu,
    gives:
      /(?<![\dA-Za-z])(?!(?:19|20)\d{2}\s*年)[\d.,]+\s*(?:[%％‰]|[万亿兆]|个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|辆|件|元|块|名|处|公里|平方|米|吨|层|岁|日|小时|分钟|兆|[KMGT]b|percent|million|billion|days?|hours?|months?|years?|times|people|households|euros?|dollars?)|(?<![第专栏])[一二三四五六七八九十百千两]+(?:个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|万|亿|分之|年)|百分之|[\d.]+\s*-\s*[\d.]+|全部|一半|翻番|翻一番/iu,
  },
  // How something is applied for, and what has to be handed in for it.
  {
    asks: /(?:什么|哪些|哪几种)(?:申请|申报|证明)?(?:材料|条件|手续|证件|资料|许可|资格)|(?:怎么|如何|怎样|怎|(?:去|到|在|向)(?:谁|哪里?|哪儿|哪个部门))(?:才能)?(?:办理|申请|申报|报名|报税|登记|备案|报销|考(?:取|试|？|$))|どのような(?:書類|手続|許可|条件|申請)|必要な(?:書類|手続)|어떤 (?:서류|절차|조건|허가)|어떻게 신청|\b(?:what|which) (?:documents|papers|conditions|requirements|permits?|licen[cs]es?)\b|\bneed an? (?:\w+ )?(?:licen[cs]e|permit|visa|approval)\b|\bhow (?:do|can|to|does) (?:\w+ )?(?:apply|register|obtain)\b|\bwelche (?:unterlagen|voraussetzungen|genehmigung(?:en)?|papiere)\b|\bquel(?:le)?s? (?:documents|pièces|conditions|autorisations?)\b|\bqué (?:documentos|requisitos|permisos?|licencias?)(?!\p{L})/iu,
    gives:
      /申请|申報|申报|申請|办理|辦理|登记|登記|备案|備案|条件|條件|材料|手续|手續|审批|審批|许可|許可|资格|資格|注册|註冊|提交|证明|證明|执照|执业|报名|报税|报销|应当|應當|必须|不得|書類|手続|신청|서류|허가|등록|\b(?:appl(?:y|ication)|regist(?:er|ration)|permit|licen[cs]e|documents?|conditions?|required|shall|must)\b/iu,
  },
  // Who bears a cost.
  {
    asks: /(?:费|钱|款|税|保险)[^，。；？]{0,6}(?:由谁|谁)(?:来)?(?:出|承担|负担|支付|付|缴|交|掏)|\bwho (?:pays|bears|covers)\b|誰が(?:払|負担)|누가 (?:부담|지불)|\bwer (?:zahlt|trägt die kosten)|\bqui (?:paie|prend en charge)\b|\bquién paga\b/iu,
    gives:
      /承担|承擔|负担|負擔|支付|缴|繳|出资|列支|经费|费用由|負担|부담|지불|\b(?:pay(?:s|able|ment)?|borne?|bears?|cover(?:s|ed)?)\b/iu,
  },
  // What a breach costs.
  {
    asks: /罚(?:款)?(?:多少|几)|(?:怎么|如何|什么|哪些)(?:处罚|罚|惩处)|判(?:几|多少)年|どのような罰|어떤 처벌|\b(?:what|which) (?:\w+ )?(?:fines?|penalt(?:y|ies)|sanctions?)\b|\bwelche strafen?\b|\bquelles? (?:amendes?|sanctions?)\b|\bqué (?:multas?|sanción|sanciones)(?!\p{L})/iu,
    gives:
      /罚|罰|处分|處分|吊销|拘留|徒刑|责令|惩|追究|打击|처벌|벌금|\b(?:fines?d?|penalt(?:y|ies)|sanctions?|imprison)/iu,
  },
];

/**
 * Whether a question asks for something (a number, what has to be handed in, who pays, what a breach costs) that the
 * text which would answer it does not give at all.
 */
export function lacksAsked(question: string, text: string): boolean {
  return asked.some(({ asks, gives }) => asks.test(question) && !gives.test(text));
}
