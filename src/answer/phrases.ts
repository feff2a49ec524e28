import type { SmallTalk } from './read-small-talk.ts';

/** The sentences that the program itself says; `{count}` and `{unit}` are filled in. */
export type Phrases = {
  /** To what is no question to documents. */
  smallTalk: Record<SmallTalk, string>;
  /** The question names a region, a year or a document that the documents are not about: `{name}`. */
  elsewhere: string;
  found: string;
  notFound: string;
  empty: string;
  /** More clauses have the address that was asked for. */
  moreOfAddress: string;
  /** Before the units that are responsible. */
  responsible: string;
  /** Before the units of several documents that name different ones. */
  severalResponsible: string;
  /** `{unit}` is among those that the clause names; or it is not. */
  takesPart: string;
  takesNoPart: string;
  /** Before all `{count}` units that the documents name. */
  units: string;
  /** The clause is found and names no one. */
  noResponsible: string;
  /** Before the `{count}` documents of the index. */
  documents: string;
  /** `{by}` replaces `{document}`; its `{period}` is over; it is in force from `{date}` on. */
  superseded: string;
  periodOver: string;
  notYetInForce: string;
  /** Before the duties of `{unit}`; `{count}` of them. */
  duties: string;
  /** The documents name `{unit}` nowhere. */
  noDuties: string;
};

const chinese: Phrases = {
  smallTalk: {
    greeting: '你好！请直接写下关于文件的问题。',
    thanks: '不客气，还有问题请随时问。',
    help: '我在已收录的文件里查找条款并逐字引用，也能查责任单位。请直接提问，例如：“智慧社区建设由谁负责？”',
    cannot: '我只查找并引用文件条款，做不了这件事。',
  },
  elsewhere: '这些文件没有涉及{name}。以下是最接近的条款，并不是答案：',
  found: '文件中有这些规定：',
  notFound: '这些文件没有回答这个问题。以下是最接近的条款，并不是答案：',
  empty: '请输入一个问题。',
  moreOfAddress: '还有 {count} 个条款的位置相同：请写明文件名称。',
  responsible: '由以下单位负责：',
  severalResponsible: '几份文件写明的单位不同：',
  takesPart: '是，这一条款写明了{unit}：',
  takesNoPart: '否，这一条款没有写明{unit}，写明的是：',
  units: '文件写明了 {count} 个单位：',
  noResponsible: '这一条款没有写明责任单位。',
  documents: '已收录 {count} 份文件：',
  superseded: '{document}已被{by}替代或废止。',
  periodOver: '{document}的规划期 {period} 已经结束。',
  notYetInForce: '{document}自 {date} 起施行。',
  duties: '{unit}负责或参与的工作有 {count} 项：',
  noDuties: '这些文件没有提到{unit}。',
};

const english: Phrases = {
  smallTalk: {
    greeting: 'Hello! Ask me a question about the documents.',
    thanks: 'You are welcome. Ask again whenever you like.',
    help: 'I find clauses in the indexed documents and quote them word for word, and I look up who is responsible. Just ask.',
    cannot: 'I only find and quote clauses of documents; I cannot do that.',
  },
  elsewhere: 'The documents are not about {name}. These are the nearest clauses; they are not an answer:',
  found: 'This is what the documents say:',
  notFound:
    'The documents do not answer this question. These are the nearest clauses; they are not an answer:',
  empty: 'Please ask a question.',
  moreOfAddress: '{count} more clauses have this address: name the document.',
  responsible: 'These units are responsible:',
  severalResponsible: 'The documents name different units:',
  takesPart: 'Yes, the clause names {unit}:',
  takesNoPart: 'No, the clause does not name {unit}; it names:',
  units: 'The documents name {count} units:',
  noResponsible: 'The clause names no responsible unit.',
  documents: '{count} documents are indexed:',
  superseded: '{document} is replaced by {by}.',
  periodOver: 'The planning period {period} of {document} is over.',
  notYetInForce: '{document} is in force from {date} on.',
  duties: '{unit} is named in {count} clauses:',
  noDuties: 'The documents do not name {unit}.',
};

const byLanguage: Readonly<Record<string, Phrases>> = {
  zh: chinese,
  'zh-Hant': {
    smallTalk: {
      greeting: '你好！請直接寫下關於文件的問題。',
      thanks: '不客氣，還有問題請隨時問。',
      help: '我在已收錄的文件裡查找條款並逐字引用，也能查責任單位。請直接提問。',
      cannot: '我只查找並引用文件條款，做不了這件事。',
    },
    elsewhere: '這些文件沒有涉及{name}。以下是最接近的條款，並不是答案：',
    found: '文件中有這些規定：',
    notFound: '這些文件沒有回答這個問題。以下是最接近的條款，並不是答案：',
    empty: '請輸入一個問題。',
    moreOfAddress: '還有 {count} 個條款的位置相同：請寫明文件名稱。',
    responsible: '由以下單位負責：',
    severalResponsible: '幾份文件寫明的單位不同：',
    takesPart: '是，這一條款寫明了{unit}：',
    takesNoPart: '否，這一條款沒有寫明{unit}，寫明的是：',
    units: '文件寫明了 {count} 個單位：',
    noResponsible: '這一條款沒有寫明責任單位。',
    documents: '已收錄 {count} 份文件：',
    superseded: '{document}已被{by}替代或廢止。',
    periodOver: '{document}的規劃期 {period} 已經結束。',
    notYetInForce: '{document}自 {date} 起施行。',
    duties: '{unit}負責或參與的工作有 {count} 項：',
    noDuties: '這些文件沒有提到{unit}。',
  },
  en: english,
  ja: {
    smallTalk: {
      greeting: 'こんにちは。文書について質問してください。',
      thanks: 'どういたしまして。いつでもどうぞ。',
      help: '登録された文書から条項を探し、そのまま引用します。担当機関も調べられます。質問を入力してください。',
      cannot: '文書の条項を探して引用することしかできません。',
    },
    elsewhere: 'これらの文書は{name}を扱っていません。以下は最も近い条項であり、回答ではありません：',
    found: '文書には次のように定められています：',
    notFound: 'これらの文書はこの質問に答えていません。以下は最も近い条項であり、回答ではありません：',
    empty: '質問を入力してください。',
    moreOfAddress: '同じ番号の条項がほかに {count} 件あります：文書名を指定してください。',
    responsible: '次の機関が担当します：',
    severalResponsible: '文書によって担当機関が異なります：',
    takesPart: 'はい、この条項には{unit}が記されています：',
    takesNoPart: 'いいえ、この条項に{unit}は記されていません。記されているのは：',
    units: '文書には {count} の機関が記されています：',
    noResponsible: 'この条項には担当機関が書かれていません。',
    documents: '登録されている文書は {count} 件です：',
    superseded: '{document}は{by}により廃止または置き換えられています。',
    periodOver: '{document}の計画期間 {period} は終了しています。',
    notYetInForce: '{document}は {date} から施行されます。',
    duties: '{unit}の担当は {count} 件です：',
    noDuties: 'これらの文書に{unit}は出てきません。',
  },
  ko: {
    smallTalk: {
      greeting: '안녕하세요. 문서에 대해 질문해 주세요.',
      thanks: '천만에요. 언제든지 질문해 주세요.',
      help: '등록된 문서에서 조항을 찾아 그대로 인용하고 담당 기관을 찾아 드립니다. 질문해 주세요.',
      cannot: '저는 문서의 조항을 찾아 인용하는 일만 할 수 있습니다.',
    },
    elsewhere: '이 문서들은 {name}을(를) 다루지 않습니다. 다음은 가장 가까운 조항이며 답이 아닙니다:',
    found: '문서에는 다음과 같이 규정되어 있습니다:',
    notFound: '문서에서 이 질문에 대한 답을 찾을 수 없습니다. 다음은 가장 가까운 조항이며 답이 아닙니다:',
    empty: '질문을 입력해 주세요.',
    moreOfAddress: '같은 번호의 조항이 {count}개 더 있습니다: 문서 이름을 적어 주세요.',
    responsible: '다음 기관이 담당합니다:',
    severalResponsible: '문서마다 담당 기관이 다릅니다:',
    takesPart: '예, 이 조항에 {unit}이(가) 적혀 있습니다:',
    takesNoPart: '아니요, 이 조항에 {unit}은(는) 없습니다. 적혀 있는 기관:',
    units: '문서에 적힌 기관은 {count}곳입니다:',
    noResponsible: '이 조항에는 담당 기관이 적혀 있지 않습니다.',
    documents: '등록된 문서는 {count}건입니다:',
    superseded: '{document}은(는) {by}(으)로 대체되거나 폐지되었습니다.',
    periodOver: '{document}의 계획 기간 {period}이(가) 끝났습니다.',
    notYetInForce: '{document}은(는) {date}부터 시행됩니다.',
    duties: '{unit}의 담당 업무는 {count}건입니다:',
    noDuties: '문서에 {unit}이(가) 나오지 않습니다.',
  },
  de: {
    smallTalk: {
      greeting: 'Hallo! Stellen Sie eine Frage zu den Dokumenten.',
      thanks: 'Gern geschehen. Fragen Sie jederzeit wieder.',
      help: 'Ich finde Abschnitte in den erfassten Dokumenten, zitiere sie wörtlich und nenne die zuständigen Stellen. Fragen Sie einfach.',
      cannot: 'Ich finde und zitiere nur Abschnitte aus Dokumenten; das kann ich nicht.',
    },
    elsewhere:
      'Die Dokumente handeln nicht von {name}. Dies sind die nächstliegenden Abschnitte; sie sind keine Antwort:',
    found: 'Das steht in den Dokumenten:',
    notFound:
      'Die Dokumente beantworten diese Frage nicht. Dies sind die nächstliegenden Abschnitte; sie sind keine Antwort:',
    empty: 'Bitte stellen Sie eine Frage.',
    moreOfAddress: '{count} weitere Abschnitte haben diese Adresse: Nennen Sie das Dokument.',
    responsible: 'Zuständig sind:',
    severalResponsible: 'Die Dokumente nennen verschiedene Stellen:',
    takesPart: 'Ja, der Abschnitt nennt {unit}:',
    takesNoPart: 'Nein, der Abschnitt nennt {unit} nicht, sondern:',
    units: 'Die Dokumente nennen {count} Stellen:',
    noResponsible: 'Der Abschnitt nennt keine zuständige Stelle.',
    documents: '{count} Dokumente sind erfasst:',
    superseded: '{document} ist durch {by} ersetzt.',
    periodOver: 'Der Planungszeitraum {period} von {document} ist vorüber.',
    notYetInForce: '{document} gilt ab {date}.',
    duties: '{unit} wird in {count} Abschnitten genannt:',
    noDuties: 'Die Dokumente nennen {unit} nicht.',
  },
  fr: {
    smallTalk: {
      greeting: 'Bonjour ! Posez une question sur les documents.',
      thanks: 'Je vous en prie. N’hésitez pas à reposer une question.',
      help: 'Je trouve des clauses dans les documents indexés, je les cite mot pour mot et j’indique qui est responsable. Posez votre question.',
      cannot: 'Je ne fais que trouver et citer des clauses ; je ne peux pas faire cela.',
    },
    elsewhere:
      'Les documents ne traitent pas de {name}. Voici les clauses les plus proches ; elles ne sont pas une réponse :',
    found: 'Voici ce que disent les documents :',
    notFound:
      'Les documents ne répondent pas à cette question. Voici les clauses les plus proches ; elles ne sont pas une réponse :',
    empty: 'Veuillez poser une question.',
    moreOfAddress: '{count} autres clauses ont cette adresse : précisez le document.',
    responsible: 'Sont responsables :',
    severalResponsible: 'Les documents nomment des unités différentes :',
    takesPart: 'Oui, la clause nomme {unit} :',
    takesNoPart: 'Non, la clause ne nomme pas {unit} ; elle nomme :',
    units: 'Les documents nomment {count} unités :',
    noResponsible: 'La clause ne nomme aucune unité responsable.',
    documents: '{count} documents sont indexés :',
    superseded: '{document} est remplacé par {by}.',
    periodOver: 'La période {period} de {document} est terminée.',
    notYetInForce: '{document} est en vigueur à partir du {date}.',
    duties: '{unit} est nommée dans {count} clauses :',
    noDuties: 'Les documents ne nomment pas {unit}.',
  },
  es: {
    smallTalk: {
      greeting: '¡Hola! Haga una pregunta sobre los documentos.',
      thanks: 'De nada. Pregunte cuando quiera.',
      help: 'Encuentro cláusulas en los documentos indexados, las cito palabra por palabra e indico quién es responsable. Pregunte.',
      cannot: 'Solo encuentro y cito cláusulas de documentos; eso no puedo hacerlo.',
    },
    elsewhere:
      'Los documentos no tratan de {name}. Estas son las cláusulas más próximas; no son una respuesta:',
    found: 'Esto es lo que dicen los documentos:',
    notFound:
      'Los documentos no responden a esta pregunta. Estas son las cláusulas más próximas; no son una respuesta:',
    empty: 'Por favor, haga una pregunta.',
    moreOfAddress: 'Otras {count} cláusulas tienen esta dirección: indique el documento.',
    responsible: 'Son responsables:',
    severalResponsible: 'Los documentos nombran unidades distintas:',
    takesPart: 'Sí, la cláusula nombra a {unit}:',
    takesNoPart: 'No, la cláusula no nombra a {unit}; nombra a:',
    units: 'Los documentos nombran {count} unidades:',
    noResponsible: 'La cláusula no nombra ninguna unidad responsable.',
    documents: 'Hay {count} documentos indexados:',
    superseded: '{document} ha sido sustituido por {by}.',
    periodOver: 'El período {period} de {document} ha terminado.',
    notYetInForce: '{document} está en vigor desde el {date}.',
    duties: '{unit} figura en {count} cláusulas:',
    noDuties: 'Los documentos no nombran a {unit}.',
  },
};

/** The phrases of a language by its BCP 47 tag; English for a language that has none. */
export function phrasesFor(language: string): Phrases {
  return byLanguage[language] ?? english;
}
