import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { decodedText } from './shared-index.ts';
import { expertsChannel, quotesOf, type Stage, scenarios, textOf, timely } from './slack-scenario.ts';

const question = '湖北省到2018年要建成多少家智能制造示范工厂？';
const unanswerable = '火星基地的门票多少钱？';
const seed = 'seeds/000_f62b7695849a2f81.txt';

async function answered({ slack, channel, user }: Stage, text = question) {
  const { ts } = slack.mention({ channel, user, text });
  return slack.waitForReply({ channel, threadTs: ts, ...timely });
}

scenarios('buttons', (scenario) => {
  scenario('"Full clause" opens the whole clause in its place', async (stage) => {
    const { slack, user } = stage;
    slack.click({ on: await answered(stage), actionId: 'full_clause', user });
    const view = await slack.waitForView({ user, ...timely });
    const shown = quotesOf(view.blocks).join('');
    expect(shown).toContain('100家标志性智能制造示范工厂');
    expect(decodedText(seed)).toContain(shown);
    expect(textOf(view)).toContain('二、');
  });

  scenario('a long clause is turned page by page, and its pages are the clause', async (stage) => {
    const { slack, user, channel } = stage;
    slack.mention({ channel, user, text: '鄂政发〔2015〕80号二、说了什么？' });
    slack.click({ on: await slack.waitForReply({ channel, ...timely }), actionId: 'full_clause', user });
    const first = await slack.waitForView({ user, ...timely });
    let shown = quotesOf(first.blocks).join('');
    slack.click({ on: first, actionId: 'next_page', user });
    const second = await slack.waitForView({
      user,
      matching: ({ blocks }) => quotesOf(blocks).join('') !== shown,
      ...timely,
    });
    shown += quotesOf(second.blocks).join('');
    expect(shown.length).toBeGreaterThan(6_000);
    expect(decodedText(seed)).toContain(shown);
  });

  scenario('"Who is responsible" opens the units and the proof', async (stage) => {
    const { slack, user } = stage;
    slack.click({ on: await answered(stage), actionId: 'who_is_responsible', user });
    const view = await slack.waitForView({ user, ...timely });
    expect(textOf(view)).toMatch(/牵头|配合|共同负责|没有写明/u);
  });

  scenario('"More results" opens other clauses, and one of them opens on top', async (stage) => {
    const { slack, user } = stage;
    const reply = await answered(stage);
    slack.click({ on: reply, actionId: 'more_results', user });
    const results = await slack.waitForView({
      user,
      matching: ({ blocks }) => quotesOf(blocks).length > 1,
      ...timely,
    });
    expect(quotesOf(results.blocks)).not.toContain(quotesOf(reply.blocks)[0]);
    slack.click({ on: results, actionId: 'full_clause', user });
    await slack.waitForView({ user, matching: ({ id }) => id !== results.id, ...timely });
    expect(slack.views(user)).toHaveLength(2);
  });

  scenario('a thumb up is kept', async (stage) => {
    const { slack, user, cli } = stage;
    slack.click({ on: await answered(stage), actionId: 'answer_feedback', user });
    await delay(500);
    const rows: { user: string }[] = JSON.parse((await cli('feedback', '--json')).stdout);
    expect(rows.filter((row) => row.user === user)).toMatchObject([
      {
        value: 'good',
        question,
        generation: expect.stringMatching(/./u),
        citation: expect.stringContaining('80号'),
      },
    ]);
  });

  scenario('a thumb down asks why, and the reason is kept', async (stage) => {
    const { slack, user, cli } = stage;
    const reply = await answered(stage);
    const down = JSON.stringify(reply.blocks).match(/"value":"(?<value>[\w-]+:0)"[^}]*\}\}?\]/u)?.groups
      ?.value;
    slack.click({ on: reply, actionId: 'answer_feedback', user, ...(down !== undefined && { value: down }) });
    const view = await slack.waitForView({ user, ...timely });
    await slack.submit({
      view,
      user,
      values: {
        reason: { reason: { type: 'radio_buttons', selected_option: { value: 'missing' } } },
        comment: { comment: { type: 'plain_text_input', value: '=应当是第三条' } },
      },
    });
    const csv = (await cli('feedback', '--csv')).stdout;
    expect(csv).toContain('"bad","missing","\'=应当是第三条"');
  });

  scenario('a button whose answer is no longer kept says so', async (stage) => {
    const { slack, user, channel } = stage;
    const reply = await answered(stage);
    const [answerId = ''] = JSON.stringify(reply.blocks).match(/[0-9a-f]{20}(?=:0)/u) ?? [];
    const forgotten: typeof reply = JSON.parse(JSON.stringify(reply).replaceAll(answerId, '0'.repeat(20)));
    slack.click({ on: forgotten, actionId: 'full_clause', user });
    expect((await slack.waitForEphemeral({ channel, user, ...timely })).text).toContain('重新提问');
  });

  scenario('"Ask a colleague" asks the experts once and tells the asker', async (stage) => {
    const { slack, user, channel } = stage;
    const before = slack.replies(expertsChannel).length;
    const reply = await answered(stage, unanswerable);
    slack.click({ on: reply, actionId: 'ask_colleague', user });
    slack.click({ on: reply, actionId: 'ask_colleague', user });
    const asked = await slack.waitForReply({ channel: expertsChannel, count: before + 1, ...timely });
    expect(textOf(asked)).toContain(unanswerable);
    expect(JSON.stringify(asked.blocks)).toContain('"type":"link"');
    const told = await slack.waitForReply({ channel, count: 2, ...timely });
    expect(textOf(told)).toContain('已向同事请教');
    await delay(300);
    expect(slack.replies(expertsChannel)).toHaveLength(before + 1);
  });

  scenario("an expert's reply is carried back, and the question can be marked resolved", async (stage) => {
    const { slack, user, channel, cli } = stage;
    const before = slack.replies(expertsChannel).length;
    slack.click({ on: await answered(stage, unanswerable), actionId: 'ask_colleague', user });
    const asked = await slack.waitForReply({ channel: expertsChannel, count: before + 1, ...timely });
    await slack.waitForReply({ channel, count: 2, ...timely });
    slack.say({
      channel: expertsChannel,
      user: 'U0EXPERT',
      threadTs: asked.ts,
      text: '请看 &lt;!channel&gt; 附件三',
    });
    const carried = await slack.waitForReply({ channel, count: 3, ...timely });
    expect(quotesOf(carried.blocks)).toEqual(['请看 <!channel> 附件三']);
    slack.click({ on: asked, actionId: 'mark_resolved', user: 'U0EXPERT' });
    expect(textOf(await slack.waitForReply({ channel, count: 4, ...timely }))).toContain('已标记为解决');
    const rows: { user: string }[] = JSON.parse((await cli('unanswered', '--json')).stdout);
    expect(rows.filter((row) => row.user === user)).toMatchObject([
      { state: 'resolved', question: unanswerable },
    ]);
    const [now] = slack.messages(expertsChannel).filter(({ ts }) => ts === asked.ts);
    expect(JSON.stringify(now?.blocks)).not.toContain('mark_resolved');
  });

  scenario('a reply to a question by command comes in a direct message', async ({ slack, channel, user }) => {
    slack.addChannel(channel);
    const before = slack.replies(expertsChannel).length;
    slack.command({ channel, user, text: unanswerable });
    const shown = await slack.waitForEphemeral({ channel, user, ...timely });
    slack.click({ on: shown, actionId: 'ask_colleague', user });
    const asked = await slack.waitForReply({ channel: expertsChannel, count: before + 1, ...timely });
    const direct = `D${user.slice(1)}`;
    await slack.waitForReply({ channel: direct, ...timely });
    slack.say({ channel: expertsChannel, user: 'U0EXPERT', threadTs: asked.ts, text: '没有规定' });
    expect(quotesOf((await slack.waitForReply({ channel: direct, count: 2, ...timely })).blocks)).toEqual([
      '没有规定',
    ]);
    expect(slack.replies(channel)).toEqual([]);
  });
});
