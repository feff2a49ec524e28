import { describe, expect, it } from 'vitest';
import { cleanQuestion } from '../../../src/slack/events/clean-question.ts';

describe('cleanQuestion', () => {
  it.each([
    ['<@U0BOT> 谁牵头？', '谁牵头？'],
    ['<@U0BOT>：谁牵头？', '谁牵头？'],
    ['<@U0BOT|clausewise>, who leads?', 'who leads?'],
    ['ask <@U0BOT> about it', 'ask about it'],
    ['<@U0BOT>', ''],
    ['<@U0BOT> \n ', ''],
    ['<@U0BOT> does <@U7|li> or <@U8> lead', 'does @li or @U8 lead'],
    ['see <#C1|general> and <#C2>', 'see #general and #C2'],
    ['see <https://x.example/a?b=1&amp;c=2|the page>', 'see the page'],
    ['see <https://x.example/a?b=1&amp;c=2>', 'see https://x.example/a?b=1&c=2'],
    ['mail <mailto:a@x.example|a@x.example>', 'mail a@x.example'],
    ['<!here> <!subteam^S1|@legal> ?', '@here @legal ?'],
    ['R&amp;D &lt;b&gt; &amp;lt;', 'R&D <b> &lt;'],
    ['two\n\nlines', 'two lines'],
  ])('%j -> %j', (text, expected) => {
    expect(cleanQuestion(text, 'U0BOT')).toBe(expected);
  });
});
