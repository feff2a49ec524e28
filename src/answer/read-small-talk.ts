/** What is said to a colleague and is no question to documents. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'cannot';

/** Longer messages ask something even when they begin with a greeting. */
const mostCharacters = 60;

const said: ReadonlyArray<{ kind: SmallTalk; pattern: RegExp }> = [
  {
    kind: 'greeting',
    pattern:
      /^(?:你好|您好|大家好|嗨|哈喽|哈囉|早安?|早上好|上午好|下午好|晚上好|晚安|在吗|在嗎|有人吗|hi|hello|hey|good (?:morning|afternoon|evening)|こんにちは|こんばんは|おはよう(?:ございます)?|안녕(?:하세요|하십니까)?|hallo|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|hola|buenos días|buenas (?:tardes|noches))(?:[啊呀哦哈,，~～\s]*(?:there|everyone|all|bot|clausewise|机器人|小助手))?$/iu,
  },
  {
    kind: 'thanks',
    pattern:
      /^(?:(?:好的?|嗯|ok|okay)[,，\s]*)?(?:非常|太|多|真的?)?(?:谢谢|謝謝|感谢|感謝|多谢|多謝|辛苦了?|thanks?(?: you)?|thank you|many thanks|cheers|great|perfect|ありがとう(?:ございます|ございました)?|助かりました|감사(?:합니다|해요)|고마워요?|고맙습니다|danke(?:schön| schön| sehr)?|vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias|再见|再見|拜拜|bye|goodbye|さようなら|tschüss|au revoir|adiós|好的?|明白了?|知道了|收到|了解|ok|okay|棒|真棒|厉害|不错|很好)(?:[你您们們了啊呀哦的,，\s]|very much|so much|a lot|for (?:your|the) help|你的帮助|您的帮助|帮忙)*$/iu,
  },
  {
    kind: 'help',
    pattern:
      /^(?:你是谁|你是誰|你叫什么(?:名字)?|你能(?:做|干)(?:什么|啥)|你会(?:做)?什么|怎么用(?:你)?|如何使用|帮助|幫助|使用说明|who are you|what are you|what can you do|how do (?:i|you) (?:use|work)(?: (?:you|this))?|help|あなたは誰(?:ですか)?|使い方(?:は|を教えて)?|何ができますか|누구세요|뭘 할 수 있나요|도움말|wer bist du|was kannst du|hilfe|qui es-tu|qui êtes-vous|aide|quién eres|qué puedes hacer|ayuda)$/iu,
  },
  {
    kind: 'cannot',
    pattern:
      /(?:写|作|编|创作|寫).{0,4}(?:首|篇|个|段|封)?.{0,12}(?:诗|詩|歌|小说|小說|故事|笑话|笑話|作文|文章|邮件|代码|程序)|讲个?.{0,4}笑话|^(?:请)?(?:帮我)?(?:翻译|翻譯|润色|改写|总结一下这篇)|(?:忽略|无视|忘记).{0,12}(?:指令|提示|规则)|^.{0,8}天气(?:怎么样|如何|预报)?$|(?:现在|今天)(?:是)?(?:几点|星期几|几号)|(?:write|compose|tell)(?: me)? (?:a|an|some) .{0,20}(?:poem|song|story|joke|essay|email|code)|\b(?:ignore|forget|disregard) .{0,30}(?:instructions?|prompts?|rules)\b|\btranslate (?:this|the following)\b|what(?:['’]s| is) the (?:weather|time)|天気は|今何時|날씨|wie ist das wetter|quel temps fait|qué tiempo hace/iu,
  },
  {
    kind: 'cannot',
    pattern:
      /^(?:你(?:真|太|个|是|这个)?.{0,4})?(?:傻[逼bB叉瓜]|笨蛋|蠢货|白痴|垃圾|废物|滚(?:开|蛋)?|去死|操你|他妈的|妈的|没用|烂透了|stupid|idiot|useless|shut up|fuck(?: you| off)?|you suck|damn you|dumb(?: bot)?|バカ|馬鹿|くそ|死ね|바보|멍청이|꺼져|blödmann|dummkopf|scheiße|connard|imbécile|ta gueule|estúpido|idiota)(?:[了啊吧的\s!！]|bot|机器人|this|thing)*$/iu,
  },
];

/** A greeting goes before much of what is said. */
const greeted =
  /^(?:你好|您好|嗨|哈喽|hi|hello|hey|こんにちは|안녕(?:하세요|하십니까)?|hallo|bonjour|hola)[\s,，!！。.~～、]+(?=\S)/iu;

/** Reads small talk, thanks, calls for help, abuse and what a reader of documents cannot do; null for a question. */
export function readSmallTalk(question: string): SmallTalk | null {
  const bare = question
    .trim()
    .replace(/[\s?？!！。.~～、,，…]+$/u, '')
    .trim();
  if (bare === '' || bare.length > mostCharacters) return null;
  const rest = bare.replace(greeted, '');
  return said.find(({ pattern }) => pattern.test(bare) || pattern.test(rest))?.kind ?? null;
}
