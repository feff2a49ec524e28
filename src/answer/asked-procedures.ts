import type { Asked } from './asked.ts';

/** What somebody who has to act asks for: papers, conditions, where to apply, who pays, by lists of words in seven languages. */
export const askedProcedures: readonly Asked[] = [
  // What has to be handed in.
  {
    asks: /(?:什么|哪些|哪几种)(?:申请|申报|证明)?(?:材料|证件|资料|文件(?=[？?]?$))|どのような書類|必要な書類|어떤 서류|\b(?:what|which) (?:documents|papers)\b[^?]*\b(?:needed?|required?|submit(?:ted)?|hand(?:ed)? in|provide)|\bwelche (?:unterlagen|papiere)\b|\bquel(?:le)?s? (?:documents|pièces) (?:faut|fournir)|\bqué documentos (?:hay|se necesitan|hace)/iu,
    gives:
      /材料|资料|資料|证明|證明|证件|證件|身份证|申请[书表]|申請[書表]|报告|方案|提交|書類|서류|\bdocuments?\b/iu,
  },
  // What has to be fulfilled.
  {
    asks: /(?:什么|哪些|哪几种)(?:申请|申报)?(?:条件|手续|许可|资格)|(?:考|办|要|拿|持|有)[^，。；？]{0,3}(?:什么|哪些|哪种)证(?!据)|どのような(?:書類|手続|許可|条件|申請)|必要な(?:書類|手続)|어떤 (?:서류|절차|조건|허가)|\b(?:what|which) (?:documents|papers|conditions|requirements|permits?|licen[cs]es?)\b|\bneed an? (?:\w+ )?(?:licen[cs]e|permit|visa|approval)\b|\bwelche (?:unterlagen|voraussetzungen|genehmigung(?:en)?|papiere)\b|\bquel(?:le)?s? (?:documents|pièces|conditions|autorisations?)\b|\bqué (?:documentos|requisitos|permisos?|licencias?)(?!\p{L})/iu,
    gives:
      /申请|申報|申报|申請|办理|辦理|登记|登記|备案|備案|条件|條件|材料|手续|手續|审批|審批|许可|許可|资格|資格|注册|註冊|提交|证明|證明|执照|执业|报名|报税|报销|应当|應當|必须|不得|書類|手続|신청|서류|허가|등록|\b(?:appl(?:y|ication)|regist(?:er|ration)|permit|licen[cs]e|documents?|conditions?|required|shall|must)\b/iu,
  },
  // How or where something is applied for.
  {
    asks: /(?:怎么|如何|怎样|怎|(?:去|到|在|向)(?:谁|哪里?|哪儿|哪个部门))(?:才能)?(?:办理|申请|申报|报名|报税|登记|备案|报销|补办|领取?|换|考(?:取|试|？|$))|(?:证|證|资格)(?:怎么|如何|怎样)(?:考|办|拿|领)|向(?:谁|哪里?)(?:申请|申报|提出)|怎么(?:办理|办)[？?]?$|어떻게 신청|\bhow (?:do|can|to|does) (?:\w+ )?(?:apply|register|obtain)\b/iu,
    gives:
      /申请|申報|申报|申請|办理|辦理|登记|登記|备案|備案|手续|手續|审批|審批|许可|許可|注册|註冊|提交|提出|受理|报名|报税|报销|补办|领取|窗口|考试|신청|허가|등록|\b(?:appl(?:y|ication)|regist(?:er|ration)|permit|licen[cs]e)\b/iu,
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
  // How somebody is reached.
  {
    asks: /(?:电话|電話|热线|手机)(?:号码?|號碼?)?(?:是|为)?(?:多少|几|什么|哪个)|联系(?:电话|方式)|聯絡(?:電話|方式)|(?:邮箱|网址|地址)(?:是|在)?(?:什么|多少|哪)|電話番号|전화번호|\b(?:tele)?phone number\b|\btelefonnummer\b|\bnuméro de téléphone\b|\bnúmero de teléfono\b/iu,
    gives: /\d{5,}|\d{3,4}\s*[-—]\s*\d{4,}|@|www\.|https?:|[路街道]\d+号/iu,
  },
];
