import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { quotesOf, scenarios, textOf, timely } from './slack-scenario.ts';

const question = '湖北省到2018年要建成多少家智能制造示范工厂？';

scenarios('commands', (scenario) => {
  scenario('/clausewise QUESTION is answered to its asker alone', async ({ slack, channel, user }) => {
    slack.addChannel(channel);
    slack.command({ channel, user, text: question });
    const shown = await slack.waitForEphemeral({ channel, user, ...timely });
    expect(quotesOf(shown.blocks)[0]).toContain('100家');
    expect(slack.messages(channel)).toEqual([]);
  });

  for (const text of ['', 'help']) {
    scenario(
      `/clausewise ${text === '' ? 'without a word' : text} explains itself`,
      async ({ slack, channel, user }) => {
        slack.addChannel(channel);
        slack.command({ channel, user, text });
        expect(textOf(await slack.waitForEphemeral({ channel, user, ...timely }))).toContain('/clausewise');
      },
    );
  }

  scenario(
    '"Share to channel" posts the answer once, however often it is clicked',
    async ({ slack, channel, user }) => {
      slack.addChannel(channel);
      slack.command({ channel, user, text: question });
      const shown = await slack.waitForEphemeral({ channel, user, ...timely });
      slack.click({ on: shown, actionId: 'share_answer', user });
      const shared = await slack.waitForReply({ channel, ...timely });
      expect(quotesOf(shared.blocks)[0]).toContain('100家');
      expect(JSON.stringify(shared.blocks)).toContain(`"user_id":"${user}"`);
      slack.click({ on: shown, actionId: 'share_answer', user });
      await slack.waitForEphemeral({ channel, user, count: 2, ...timely });
      expect(slack.replies(channel)).toHaveLength(1);
    },
  );

  scenario(
    'sharing where the bot is no member is told to the person, with the remedy',
    async ({ slack, channel, user }) => {
      slack.addChannel(channel);
      slack.removeBot(channel);
      slack.command({ channel, user, text: question });
      const shown = await slack.waitForEphemeral({ channel, user, ...timely });
      slack.click({ on: shown, actionId: 'share_answer', user });
      const told = await slack.waitForReply({ channel: `D${user.slice(1)}`, ...timely });
      expect(textOf(told)).toContain('/invite');
    },
  );

  scenario(
    '/clausewise channel mention ends follow-ups, thread begins them again',
    async ({ slack, channel, user }) => {
      const { ts } = slack.mention({ channel, text: '智慧社区建设由谁负责？' });
      await slack.waitForReply({ channel, ...timely });
      slack.command({ channel, user, text: 'channel mention' });
      await slack.waitForEphemeral({ channel, user, ...timely });
      slack.say({ channel, text: '那智慧旅游呢？', threadTs: ts });
      await delay(500);
      slack.command({ channel, user, text: 'channel thread' });
      await slack.waitForEphemeral({ channel, user, count: 2, ...timely });
      expect(slack.replies(channel)).toHaveLength(1);
      slack.say({ channel, text: '那智慧医疗呢？', threadTs: ts });
      await slack.waitForReply({ channel, threadTs: ts, count: 2, ...timely });
    },
  );

  scenario(
    '/clausewise channel off: a mention there is told so, to its asker alone',
    async ({ slack, channel, user }) => {
      slack.addChannel(channel);
      slack.command({ channel, user, text: 'channel off' });
      await slack.waitForEphemeral({ channel, user, ...timely });
      slack.mention({ channel, user, text: question });
      const told = await slack.waitForEphemeral({ channel, user, count: 2, ...timely });
      expect(told.text).toContain('关闭');
      expect(slack.replies(channel)).toEqual([]);
    },
  );

  scenario(
    '/clausewise channel with another word says what can be written',
    async ({ slack, channel, user }) => {
      slack.addChannel(channel);
      slack.command({ channel, user, text: 'channel sometimes' });
      expect((await slack.waitForEphemeral({ channel, user, ...timely })).text).toContain('channel thread');
    },
  );

  scenario(
    '"Find the clause" answers to a message, for the person who used it',
    async ({ slack, channel, user }) => {
      const { ts } = slack.say({ channel, text: question });
      slack.shortcut({ callbackId: 'find_clause', message: { channel, ts }, user });
      const shown = await slack.waitForEphemeral({ channel, user, ...timely });
      expect(quotesOf(shown.blocks)[0]).toContain('100家');
      expect(slack.replies(channel)).toEqual([]);
    },
  );

  scenario('"Find the clause" on a message without text says so', async ({ slack, channel, user }) => {
    const { ts } = slack.say({ channel, text: ' ' });
    slack.setLocale(user, 'de-DE');
    slack.shortcut({ callbackId: 'find_clause', message: { channel, ts }, user });
    const shown = await slack.waitForEphemeral({ channel, user, ...timely });
    expect(shown.text.length).toBeGreaterThan(10);
  });

  scenario(
    'the Home tab shows the documents, examples and what the person asked',
    async ({ slack, user }) => {
      const { channel } = slack.directMessage({ user, text: question });
      await slack.waitForReply({ channel, ...timely });
      slack.openHome({ user });
      const home = textOf(await slack.waitForHome({ user, ...timely }));
      expect(home).toContain('鄂政发〔2015〕80号');
      expect(home).toMatch(/由谁负责/u);
      expect(home).toContain(question);
    },
  );

  scenario("the Home tab speaks the person's language", async ({ slack, user }) => {
    slack.setLocale(user, 'fr-FR');
    slack.openHome({ user });
    expect(textOf(await slack.waitForHome({ user, ...timely }))).toContain('5 documents');
  });

  scenario('the conversation begins with questions drawn from the documents', async ({ slack, user }) => {
    const { channel } = slack.openHome({ user, tab: 'messages' });
    let prompts = slack.suggestedPrompts.get(channel)?.prompts;
    for (let n = 0; prompts === undefined && n < 200; n += 1) {
      await delay(50);
      prompts = slack.suggestedPrompts.get(channel)?.prompts;
    }
    expect(prompts).toHaveLength(4);
    slack.directMessage({ user, text: String(Object(prompts?.[0]).message) });
    const reply = await slack.waitForReply({ channel, ...timely });
    expect(quotesOf(reply.blocks)).not.toEqual([]);
  });
});
