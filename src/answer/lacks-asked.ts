/** A kind of thing that a question can ask for: the words that ask for it, and those without which no text gives it. */
type Asked = { asks: RegExp; gives: RegExp };

const asked: readonly Asked[] = [
  // A number with what is counted; a year, the number of a clause or a name such as 4G is none.
  {
    asks: /多少|幾|多(?:长时间|久|大(?!程度)|高|远|快)|百分之几|几(?:个|家|年|天|月|次|倍|成|分|户|人|项|条|类|种|批|所|座|台|万|亿|兆|岁|元|块)|何(?:人|個|件|年|割|倍|社|回|日|か月|％|%|戸|メガ|円)|いくつ|いくら|どのくらい|몇|얼마|\bhow (?:many|much|large|high|long|fast|big|far|old)\b|\bwhat (?:percentage|share|rate|number|size|amount|speed|maximum|minimum)\b|\bwhat is the (?:\w+ ){0,2}(?:maximum|minimum|limit|fee|price)\b|\bwie ?(?:viele?n?|hoch|groß|lange|schnell)\b|\bcombien\b|(?<!\p{L})cuánt[oa]s?\b/iu,
    gives:
      /(?<![\dA-Za-z])(?!(?:19|20)\d{2}\s*年)[\d.,]+\s*(?:[%％‰]|[万亿兆]|个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|辆|件|元|块|名|处|公里|平方|米|吨|层|岁|日|小时|分钟|兆|[KMGT]b|percent|million|billion|days?|hours?|months?|years?|times|people|households|euros?|dollars?)|(?<![第专栏])[一二三四五六七八九十百千两]+(?:个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|万|亿|分之|年)|百分之|[\d.]+\s*-\s*[\d.]+|全部|一半|翻番|翻一番/iu,
  },
  // A share.
  {
    asks: /百分之几|多大比例|(?:比例|占比|比率|率)(?:是|为|為|要|达到|達到|不得)*[^，。；？]{0,6}(?:多少|几|多高)|占[^，。；？]{0,12}多少|几成|何割|何(?:パーセント|％|%)|퍼센트|비율은|\bwhat (?:percentage|percent|share|proportion)\b|\bwie viel prozent\b|\bwelcher (?:anteil|prozentsatz)\b|\bquel(?:le)? (?:pourcentage|proportion|part)\b|\bqué (?:porcentaje|proporción)(?!\p{L})/iu,
    gives:
      /[\d.]\s*[%％‰]|\d\s*[:：比]\s*\d|百分之|分之|[一二三四五六七八九十\d]成|一半|半数|过半|全部|全覆盖|翻|倍|percent|割|パーセント|퍼센트|\bhalf\b|\bthird\b|\bquarter\b|prozent/iu,
  },
  // A sum of money.
  {
    asks: /多少(?:钱|錢|元|万元|亿元|块钱?)|(?:贷|赔|交|缴|补|奖|罚)(?:款|偿)?多少(?!次|人|家|天)|いくら(?:です|の費用|かか)|얼마를|\bhow much (?:money|does|do|did|is|will|funding|can)\b|\bwie viel (?:geld|kostet)\b|\bcombien (?:coûte|d['’]argent)\b|\bcuánto (?:cuesta|dinero)(?!\p{L})/iu,
    gives:
      /(?:[\d.,一二三四五六七八九十百千两]\s*(?:万|亿|萬|億|万亿)?\s*(?:元|美元|日元|圆|圓|人民币|円|원|块)|[\d.,]\s*(?:万|亿|億|million|billion)|百分之|[\d.]\s*[%％]|倍|免费|免費|无偿|全额|yuan|rmb|dollars?|euros?|€|\$|free of charge)/iu,
  },
  // How long something takes, or until when.
  {
    asks: /多长时间|多久|几(?:天|日|个?月|个工作日|年|小时)(?!前)|多少(?:天|日|个?月|个工作日|年|小时)|どのくらいの期間|何(?:日|か月|年)(?:以内|間)|얼마나 오래|며칠|몇 (?:일|개월|년) (?:이내|동안)|\bhow (?:long|many (?:days|weeks|months|years|hours))\b|\bwie lange\b|\bwie viele (?:tage|monate|jahre)\b|\bcombien de (?:temps|jours|mois)\b|\bcuánto tiempo\b|\bcuántos (?:días|meses|años)(?!\p{L})/iu,
    gives:
      /[\d一二三四五六七八九十百两半]\s*(?:个|個)?(?:日|天|工作日|月|年|小时|小時|分钟|週|周|期|か月|일|개월|년|days?|weeks?|months?|years?|hours?|minutes?)|[\d一二三四五六七八九十]+(?:个|個)(?:工作日|月)|立即|当日|即时|immediately/iu,
  },
  // What has to be handed in or fulfilled.
  {
    asks: /(?:什么|哪些|哪几种)(?:申请|申报|证明)?(?:材料|条件|手续|证件|资料|许可|资格)|どのような(?:書類|手続|許可|条件|申請)|必要な(?:書類|手続)|어떤 (?:서류|절차|조건|허가)|\b(?:what|which) (?:documents|papers|conditions|requirements|permits?|licen[cs]es?)\b|\bneed an? (?:\w+ )?(?:licen[cs]e|permit|visa|approval)\b|\bwelche (?:unterlagen|voraussetzungen|genehmigung(?:en)?|papiere)\b|\bquel(?:le)?s? (?:documents|pièces|conditions|autorisations?)\b|\bqué (?:documentos|requisitos|permisos?|licencias?)(?!\p{L})/iu,
    gives:
      /申请|申報|申报|申請|办理|辦理|登记|登記|备案|備案|条件|條件|材料|手续|手續|审批|審批|许可|許可|资格|資格|注册|註冊|提交|证明|證明|执照|执业|报名|报税|报销|应当|應當|必须|不得|書類|手続|신청|서류|허가|등록|\b(?:appl(?:y|ication)|regist(?:er|ration)|permit|licen[cs]e|documents?|conditions?|required|shall|must)\b/iu,
  },
  // How or where something is applied for.
  {
    asks: /(?:怎么|如何|怎样|怎|(?:去|到|在|向)(?:谁|哪里?|哪儿|哪个部门))(?:才能)?(?:办理|申请|申报|报名|报税|登记|备案|报销|考(?:取|试|？|$))|(?:证|證|资格)(?:怎么|如何|怎样)(?:考|办|拿|领)|向(?:谁|哪里?)(?:申请|申报|提出)|怎么(?:办理|办)[？?]?$|어떻게 신청|\bhow (?:do|can|to|does) (?:\w+ )?(?:apply|register|obtain)\b/iu,
    gives:
      /申请|申報|申报|申請|办理|辦理|登记|登記|备案|備案|手续|手續|审批|審批|许可|許可|注册|註冊|提交|提出|受理|报名|报税|报销|考试|신청|허가|등록|\b(?:appl(?:y|ication)|regist(?:er|ration)|permit|licen[cs]e)\b/iu,
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
