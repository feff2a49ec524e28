/** The sentences that the program itself says; `{count}` is filled in. */
export type Phrases = {
  found: string;
  notFound: string;
  empty: string;
  /** More clauses have the address that was asked for. */
  moreOfAddress: string;
};

const chinese: Phrases = {
  found: '文件中有这些规定：',
  notFound: '这些文件没有回答这个问题。以下是最接近的条款，并不是答案：',
  empty: '请输入一个问题。',
  moreOfAddress: '还有 {count} 个条款的位置相同：请写明文件名称。',
};

const english: Phrases = {
  found: 'This is what the documents say:',
  notFound:
    'The documents do not answer this question. These are the nearest clauses; they are not an answer:',
  empty: 'Please ask a question.',
  moreOfAddress: '{count} more clauses have this address: name the document.',
};

const byLanguage: Readonly<Record<string, Phrases>> = {
  zh: chinese,
  'zh-Hant': {
    found: '文件中有這些規定：',
    notFound: '這些文件沒有回答這個問題。以下是最接近的條款，並不是答案：',
    empty: '請輸入一個問題。',
    moreOfAddress: '還有 {count} 個條款的位置相同：請寫明文件名稱。',
  },
  en: english,
  ja: {
    found: '文書には次のように定められています：',
    notFound: 'これらの文書はこの質問に答えていません。以下は最も近い条項であり、回答ではありません：',
    empty: '質問を入力してください。',
    moreOfAddress: '同じ番号の条項がほかに {count} 件あります：文書名を指定してください。',
  },
  ko: {
    found: '문서에는 다음과 같이 규정되어 있습니다:',
    notFound: '문서에서 이 질문에 대한 답을 찾을 수 없습니다. 다음은 가장 가까운 조항이며 답이 아닙니다:',
    empty: '질문을 입력해 주세요.',
    moreOfAddress: '같은 번호의 조항이 {count}개 더 있습니다: 문서 이름을 적어 주세요.',
  },
  de: {
    found: 'Das steht in den Dokumenten:',
    notFound:
      'Die Dokumente beantworten diese Frage nicht. Dies sind die nächstliegenden Abschnitte; sie sind keine Antwort:',
    empty: 'Bitte stellen Sie eine Frage.',
    moreOfAddress: '{count} weitere Abschnitte haben diese Adresse: Nennen Sie das Dokument.',
  },
  fr: {
    found: 'Voici ce que disent les documents :',
    notFound:
      'Les documents ne répondent pas à cette question. Voici les clauses les plus proches ; elles ne sont pas une réponse :',
    empty: 'Veuillez poser une question.',
    moreOfAddress: '{count} autres clauses ont cette adresse : précisez le document.',
  },
  es: {
    found: 'Esto es lo que dicen los documentos:',
    notFound:
      'Los documentos no responden a esta pregunta. Estas son las cláusulas más próximas; no son una respuesta:',
    empty: 'Por favor, haga una pregunta.',
    moreOfAddress: 'Otras {count} cláusulas tienen esta dirección: indique el documento.',
  },
};

/** The phrases of a language by its BCP 47 tag; English for a language that has none. */
export function phrasesFor(language: string): Phrases {
  return byLanguage[language] ?? english;
}
