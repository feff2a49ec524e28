import type { Asked } from './asked.ts';

/** What a question can ask for that is given in numbers, by lists of words in seven languages. */
export const askedAmounts: readonly Asked[] = [
  // A number with what is counted; a year, the number of a clause or a name such as 4G is none.
  {
    asks: /多少|(?<!哪)幾|多(?:长时间|久|大(?!程度)|高|远|快)|百分之几|(?<!哪|十|往后|未来|今后|最近|近|头|前|后)几(?![年天]后)(?:个|家|年|天|月|次|倍|成|分|户|人|项|条|类|种|批|所|座|台|万|亿|兆|岁|元|块)|何(?:人|個|件|年|割|倍|社|回|日|か月|％|%|戸|メガ|円)|いくつ|いくら|どのくらい|몇|얼마|\bhow (?:many|much|large|high|long|fast|big|far|old)\b|\bwhat (?:percentage|share|rate|number|size|amount|speed|maximum|minimum)\b|\bwhat is the (?:\w+ ){0,2}(?:maximum|minimum|limit|fee|price)\b|\bwie ?(?:viele?n?|hoch|groß|lange|schnell)\b|\bcombien\b|(?<!\p{L})cuánt[oa]s?\b/iu,
    gives:
      /(?<![\dA-Za-z])(?!(?:19|20)\d{2}\s*年)[\d.,]+\s*(?:[%％‰]|[万亿兆]|个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|辆|件|元|块|名|处|公里|平方|米|吨|层|岁|日|小时|分钟|兆|[KMGT]b|percent|million|billion|days?|hours?|months?|years?|times|people|households|euros?|dollars?)|(?<![第专栏])[一二三四五六七八九十百千两]+(?:个|家|天|月|次|倍|成|户|人|项|条|类|种|批|所|座|台|万|亿|分之|年)|百分之|[\d.]+\s*-\s*[\d.]+|全部|一半|翻番|翻一番|\d{5,}/iu,
  },
  // A share.
  {
    asks: /百分之几|多大比例|(?:比例|占比|比率|率)(?:是|为|為|要|达到|達到|不得)*[^，。；？]{0,6}(?:多少|几|多高)|占[^，。；？]{0,12}多少|几成|何割|何(?:パーセント|％|%)|퍼센트|비율은|\bwhat (?:percentage|percent|share|proportion)\b|\bwhat (?:is|will be) the (?:\w+ ){0,4}(?:tax|interest|discount|reimbursement) rate\b|\bwie viel prozent\b|\bwelcher (?:anteil|prozentsatz)\b|\bquel(?:le)? (?:pourcentage|proportion|part)\b|\bqué (?:porcentaje|proporción)(?!\p{L})/iu,
    gives:
      /[\d.]\s*[%％‰]|\d\s*[:：比]\s*\d|百分之|分之|[一二三四五六七八九十\d]成|一半|半数|过半|全部|全覆盖|翻|倍|percent|割|パーセント|퍼센트|\bhalf\b|\bthird\b|\bquarter\b|prozent/iu,
  },
  // A sum of money.
  {
    asks: /多少(?:钱|錢|[万亿]?[元块]|块钱|补贴|补助|资金|投资|经费|奖金|奖励|罚款)|(?:贷|赔|交|缴|补|奖|罚)(?:款|偿)?多少(?!次|人|家|天)|(?:补贴|补助|奖金|罚款|资金|经费)[^，。；？]{0,6}多少(?![个家户人次天年倍台%])|いくら(?:です|の費用|かか)|얼마를|보조금[^.?]{0,8}얼마|\bhow much (?:money|does|do|did|is|will|funding|can)\b|\bhow (?:much|high) (?:is|are|will)\b.{0,60}\b(?:fine|subsid)|\bwie viel (?:geld|kostet)\b|\bwie hoch (?:ist|sind)\b.{0,20}(?:strafe|zuschuss|zuschüsse)|\bcombien (?:coûte|d['’]argent)\b|\bcuánto (?:cuesta|dinero)(?!\p{L})/iu,
    gives:
      /(?:[\d.,一二三四五六七八九十百千两]\s*(?:万|亿|萬|億|万亿)?\s*(?:元|美元|日元|圆|圓|人民币|円|원|块)|[\d.,]\s*(?:million|billion)|百分之|[\d.]\s*[%％]|倍|免费|免費|无偿|全额|yuan|rmb|dollars?|euros?|€|\$|free of charge)/iu,
  },
  // A price, which is no percentage.
  {
    asks: /(?:资本|押金|预算|费用|价格|票价|工资|租金|房租)[^，。；？降减占比]{0,6}多少(?![个家户人次天年倍台%])|多少(?:押金|租金)|多少[钱錢]一|(?:料金|費用|予算|価格|家賃)[^。、？減]{0,8}いくら|(?:비용|요금|예산|가격|벌금)[^.?]{0,8}얼마|\bhow much (?:is|are|will)\b(?!.*\b(?:reduc|lower|cut|fall|drop)).{0,60}\bcosts?\b|\bwhat (?:is|are|will)\b.{0,40}\b(?:cost|fee|price|budget|rent)s?\b|\bwie hoch (?:ist|sind)\b.{0,20}(?:kosten|gebühr|preis|budget)|\bquel est le (?:coût|prix|tarif|budget|montant)\b|\bcuál es el (?:costo|coste|precio|presupuesto|importe)(?!\p{L})/iu,
    gives:
      /[\d.,一二三四五六七八九十百千两]\s*(?:万|亿|萬|億|万亿)?\s*(?:元|美元|日元|圆|圓|人民币|円|원|块)|[\d.,]\s*(?:million|billion)|免费|免費|无偿|全额|yuan|rmb|dollars?|euros?|€|\$|free of charge/iu,
  },
  // How long something takes, or until when.
  {
    asks: /多长时间|多久|(?<!哪|十|往后|未来|今后|最近|近|头|前|后)几(?:天|日|个?月|个工作日|年|小时)(?![前后])|多少(?:天|日|个?月|个工作日|年|小时)|どのくらいの期間|何(?:日|か月|年)(?:以内|間)|얼마나 오래|며칠|몇 (?:일|개월|년) (?:이내|동안)|\bhow (?:long|many (?:days|weeks|months|years|hours))\b|\bwie lange\b|\bwie viele (?:tage|monate|jahre)\b|\bcombien de (?:temps|jours|mois)\b|\bcuánto tiempo\b|\bcuántos (?:días|meses|años)(?!\p{L})/iu,
    gives:
      /[\d一二三四五六七八九十百两半]\s*(?:个|個)?(?:日|天|工作日|月|年|小时|小時|分钟|週|周|期|か月|일|개월|년|days?|weeks?|months?|years?|hours?|minutes?)|[\d一二三四五六七八九十]+(?:个|個)(?:工作日|月)|立即|当日|即时|immediately/iu,
  },
  // An hour of the day.
  {
    asks: /几点|幾點|何時(?!期)|몇 시(?!간|기)|\bwhat time\b|\bum wie viel uhr\b|\bà quelle heure\b|\ba qué hora(?!\p{L})/iu,
    gives: /[\d一二三四五六七八九十]\s*[点點时時:：]|24\s*小时|全天|昼夜|晝夜|\d\s*(?:am|pm|uhr|시)/iu,
  },
  // A day.
  {
    asks: /哪(?:一)?天|几月几[日号]|[是在到]几号|何月何日|何日(?:まで|から)|며칠(?:까지|부터)|\b(?:what|which) (?:exact )?(?:date|day)\b|\ban welchem tag\b|\bquel jour\b|\bqué (?:día|fecha)(?!\p{L})/iu,
    gives: /\d\s*月|[一二三四五六七八九十]月|\d\s*日|[月年]底|季度|[上下]半年|工作日|之日/u,
  },
];
