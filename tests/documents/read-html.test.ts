import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/documents/read-html.ts';
import { defaultReadingLimits, type ReadText } from '../../src/documents/reading-limits.ts';

const source = { path: '/docs/a.html', name: 'a.html' };
async function read(html: string | Uint8Array): Promise<ReadText> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return readHtml(bytes, source, defaultReadingLimits);
}
const textOf = async (html: string): Promise<string> => (await read(html)).text;

describe('readHtml', () => {
  it('reads blocks as lines and folds white space as a browser does', async () => {
    const html =
      '<title>x</title><p>第一条\n  供暖 <b>办法</b>。<br>第二行</p><div>甲<div>乙</div>丙</div><script>1</script>';
    expect(await textOf(html)).toBe('第一条 供暖 办法。\n第二行\n甲\n乙\n丙\n');
  });

  it('prints the labels of lists as a browser does', async () => {
    const html =
      '<ol><li>甲<ol type="a"><li>子</ol><li value="5">乙<li>丙</ol><ol start="3" type="I"><li>丁</ol><ul><li>戊</ul>';
    expect(await textOf(html)).toBe('1. 甲\na. 子\n5. 乙\n6. 丙\nIII. 丁\n• 戊\n');
  });

  it('marks headings, draws tables and leaves out what is hidden', async () => {
    const html =
      '<h2>第一章</h2><table><tr><th>任务<td>单位<tr><td>供暖<td>住建厅</table><p hidden>甲</p><p style="display:none">乙</p>';
    const { text, layout } = await read(html);
    expect(text).toBe('第一章\n任务 | 单位\n供暖 | 住建厅\n');
    expect(layout.headings).toEqual([{ span: { start: 0, end: 3 }, level: 2 }]);
  });

  it('keeps navigation in the text and marks it', async () => {
    const links = ['甲', '乙', '丙', '丁'].map((name) => `<a href="#">${name}页</a>`).join(' | ');
    const { text, layout } = await read(`<nav>首页</nav><div>${links}</div><p>第一条　供暖。</p>`);
    const marked = layout.noise.map(({ span, reason }) => [reason, text.slice(span.start, span.end)]);
    expect(marked).toEqual([
      ['navigation', '首页'],
      ['navigation', '甲页 | 乙页 | 丙页 | 丁页'],
    ]);
  });

  it('believes the encoding that the page names', async () => {
    const html = '<meta charset="gb2312"><p>甲</p>';
    expect((await read(iconv.encode(html, 'gb18030'))).text).toBe('甲\n');
  });

  it('reads any page without an exception', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<ol>',
      '<li>',
      '<table>',
      '<tr>',
      '<td>',
      '甲',
      '<h1>',
      '</div>',
      '<!--',
      '<br',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await expect(read(pieces.join(''))).resolves.toBeDefined();
      }),
    );
  });

  it('leaves the blocks of a frame lines, with their headings', async () => {
    const { text, layout } = await read(
      '<table><tr><td><h1>办法</h1><p>第一条 甲。</p><p>第二条 乙。</p></table>',
    );
    expect(text).toBe('办法\n第一条 甲。\n第二条 乙。\n');
    expect(layout.headings).toHaveLength(1);
  });

  it('prints no label where the page shows none, and 1 where the start is no number', async () => {
    expect(await textOf('<ol style="list-style: none"><li>第一条 甲</ol>')).toBe('第一条 甲\n');
    expect(await textOf('<ol start="abc"><li>甲</ol><ol start="1e400"><li>乙</ol>')).toBe('1. 甲\n1. 乙\n');
  });

  it('marks a breadcrumb and a list of links', async () => {
    const links = ['新闻', '政务', '服务', '互动'].map((name) => `<li><a href="#">${name}</a>`).join('');
    const { layout } = await read(`<p>当前位置：<a>首页</a> &gt; 正文</p><ul>${links}</ul><p>第一条 甲。`);
    expect(layout.noise.map(({ reason }) => reason)).toEqual(new Array(5).fill('navigation'));
  });
});
