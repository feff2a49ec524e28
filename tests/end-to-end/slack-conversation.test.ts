import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { decodedText } from './shared-index.ts';
import { quotesOf, scenarios, textOf, timely } from './slack-scenario.ts';

const question = '湖北省到2018年要建成多少家智能制造示范工厂？';
const who = '智慧社区建设由谁负责？';
const unanswerable = '火星基地的门票多少钱？';
const seed = 'seeds/000_f62b7695849a2f81.txt';

scenarios('conversation', (scenario) => {
  scenario(
    'a mention is answered in its thread, once, with the clause word for word',
    async ({ slack, channel }) => {
      const { ts } = slack.mention({ channel, text: question });
      const reply = await slack.waitForReply({ channel, threadTs: ts, ...timely });
      expect(reply.thread_ts).toBe(ts);
      const [quote = ''] = quotesOf(reply.blocks);
      expect(quote).toContain('发展或建成100家标志性智能制造示范工厂');
      expect(decodedText(seed)).toContain(quote);
      await delay(300);
      expect(slack.replies(channel)).toHaveLength(1);
    },
  );

  scenario('a mention inside of a thread is answered in that thread', async ({ slack, channel }) => {
    const root = slack.say({ channel, text: '大家早上好' });
    slack.mention({ channel, text: question, threadTs: root.ts });
    expect((await slack.waitForReply({ channel, ...timely })).thread_ts).toBe(root.ts);
  });

  scenario('a direct message is answered where it was written', async ({ slack, user }) => {
    const { channel } = slack.directMessage({ user, text: question });
    const reply = await slack.waitForReply({ channel, ...timely });
    expect(reply.thread_ts).toBeUndefined();
    await delay(300);
    expect(slack.replies(channel)).toHaveLength(1);
  });

  scenario('a direct message in a thread is answered in the thread', async ({ slack, user }) => {
    const root = slack.directMessage({ user, text: question });
    await slack.waitForReply({ channel: root.channel, ...timely });
    slack.directMessage({ user, text: who, threadTs: root.ts });
    const reply = await slack.waitForReply({ channel: root.channel, threadTs: root.ts, ...timely });
    expect(textOf(reply)).toContain('责任单位');
  });

  scenario('a follow-up is read with the question before it', async ({ slack, channel }) => {
    const { ts } = slack.mention({ channel, text: who });
    await slack.waitForReply({ channel, threadTs: ts, ...timely });
    slack.mention({ channel, text: '那智慧旅游呢？', threadTs: ts });
    const reply = await slack.waitForReply({ channel, threadTs: ts, count: 2, ...timely });
    expect(textOf(reply)).toMatch(/省旅游局 \(共同负责/u);
  });

  scenario(
    'a follow-up without a mention is answered where the bot has answered',
    async ({ slack, channel }) => {
      const { ts } = slack.mention({ channel, text: who });
      await slack.waitForReply({ channel, threadTs: ts, ...timely });
      slack.say({ channel, text: '那智慧旅游呢？', threadTs: ts });
      const reply = await slack.waitForReply({ channel, threadTs: ts, count: 2, ...timely });
      expect(textOf(reply)).toContain('省旅游局');
    },
  );

  scenario('what is not for the bot is left alone', async ({ slack, channel }) => {
    const { ts } = slack.mention({ channel, text: question });
    await slack.waitForReply({ channel, threadTs: ts, ...timely });
    const other = slack.say({ channel, text: question });
    slack.say({ channel, text: question, threadTs: other.ts });
    slack.say({ channel, text: `<@U0SOMEBODY> ${question}`, threadTs: ts });
    slack.say({ channel, text: '谢谢', threadTs: ts });
    slack.say({ channel, text: '我再去问问他们', threadTs: ts });
    slack.mention({ channel: `${channel}X`, text: question });
    await slack.waitForReply({ channel: `${channel}X`, ...timely });
    await delay(500);
    expect(slack.replies(channel)).toHaveLength(1);
  });

  scenario('thanks with a mention get one short sentence without a clause', async ({ slack, channel }) => {
    slack.mention({ channel, text: '谢谢！' });
    const reply = await slack.waitForReply({ channel, ...timely });
    expect(textOf(reply)).toBe('不客气，还有问题请随时问。');
  });

  for (const [language, text, label] of [
    ['English', 'Who is responsible for the smart community project?', 'Full clause'],
    ['German', 'Wer ist für die intelligente Gemeinde verantwortlich?', 'Ganzer Abschnitt'],
    ['French', 'Que disent les documents sur la protection des données personnelles ?', 'Clause complète'],
    [
      'Spanish',
      '¿Qué dicen los documentos sobre la protección de los datos personales?',
      'Cláusula completa',
    ],
    ['Japanese', 'スマートコミュニティの建設はどこが担当しますか？', '条項'],
    ['Korean', '스마트 커뮤니티 건설은 누가 담당합니까?', '조항'],
    ['traditional Chinese', '智慧社區建設由誰負責？', '全文'],
    ['simplified Chinese', who, '条款全文'],
  ] as const) {
    scenario(
      `a question in ${language} gets sentences in ${language} and the clause as it is`,
      async ({ slack, user }) => {
        const { channel } = slack.directMessage({ user, text });
        const reply = await slack.waitForReply({ channel, ...timely });
        expect(textOf(reply)).toContain(label);
        expect(quotesOf(reply.blocks)[0]).toMatch(/\p{Script=Han}/u);
      },
    );
  }

  scenario('an empty mention is told how to ask', async ({ slack, channel }) => {
    slack.mention({ channel, text: ' ' });
    expect(textOf(await slack.waitForReply({ channel, ...timely }))).toMatch(/^Write your question/u);
  });

  scenario('a question of 10,000 characters is told the limit', async ({ slack, channel }) => {
    slack.mention({ channel, text: '长'.repeat(10_000) });
    expect(textOf(await slack.waitForReply({ channel, ...timely }))).toContain('2000 字');
  });

  scenario('a message of only emoji gets a sentence', async ({ slack, user }) => {
    const { channel } = slack.directMessage({ user, text: '😀🎉' });
    expect(textOf(await slack.waitForReply({ channel, ...timely })).length).toBeGreaterThan(3);
  });

  scenario('hostile text in a question is never markup', async ({ slack, channel }) => {
    const text =
      '&lt;!channel&gt; <@U0SOMEBODY> <https://x.example|智慧社区> \u202E建设由谁负责？ &lt;@U1&gt;';
    slack.mention({ channel, text });
    const reply = await slack.waitForReply({ channel, ...timely });
    expect(reply.text).not.toMatch(/<[!@#]|<http/u);
  });

  scenario(
    'a question who is responsible gets the units with their roles and the clause',
    async ({ slack, channel }) => {
      slack.mention({ channel, text: who });
      const reply = await slack.waitForReply({ channel, ...timely });
      expect(textOf(reply)).toMatch(/责任单位：.+\((牵头|配合|共同负责)/u);
      expect(quotesOf(reply.blocks)).not.toEqual([]);
    },
  );

  scenario('a question for the duties of a unit gets its clauses', async ({ slack, channel }) => {
    slack.mention({ channel, text: '省民政厅负责哪些工作？' });
    expect(textOf(await slack.waitForReply({ channel, ...timely }))).toContain('省民政厅');
  });

  scenario('a question which documents there are gets all of them', async ({ slack, channel }) => {
    slack.mention({ channel, text: '有哪些文件？' });
    expect(textOf(await slack.waitForReply({ channel, ...timely }))).toContain('5');
  });

  scenario('a question by address gets the clause with that address', async ({ slack, channel }) => {
    slack.mention({ channel, text: '鄂政发〔2015〕80号二、（一）说了什么？' });
    const reply = await slack.waitForReply({ channel, ...timely });
    expect(quotesOf(reply.blocks)[0]).toMatch(/^[（(]一[）)]/u);
  });

  scenario(
    'what the documents do not answer is said plainly, the nearest clauses marked',
    async ({ slack, channel }) => {
      slack.mention({ channel, text: unanswerable });
      const reply = await slack.waitForReply({ channel, ...timely });
      expect(textOf(reply)).toContain('这些文件没有回答这个问题');
      expect(textOf(reply)).toContain('以下是最接近的条款，不是答案：');
    },
  );

  scenario(
    'the citation links to the page of the document, at the quoted words',
    async ({ slack, channel }) => {
      slack.mention({ channel, text: question });
      const reply = await slack.waitForReply({ channel, ...timely });
      expect(JSON.stringify(reply.blocks)).toMatch(
        /https:\/\/clausewise\.example\.org\/documents\/[^"?]+\?start=\d+&end=\d+/u,
      );
    },
  );
});
