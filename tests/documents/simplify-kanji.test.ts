import { expect, it } from 'vitest';
import { simplifyKanji } from '../../src/documents/simplify-kanji.ts';

it.each([
  ['武漢税関はどの任務を担当していますか', '武汉税关はどの任务を担当していますか'],
  ['環境保護庁の経済発展', '环境保护厅の经济发展'],
  ['領導小組辦公室', '领导小组办公室'],
  // 芸 and 余 are characters of their own in Chinese.
  ['芸香与其余', '芸香与其余'],
  ['', ''],
])('%s is written %s, as long as it was', (text, written) => {
  expect(simplifyKanji(text)).toBe(written);
  expect(simplifyKanji(text)).toHaveLength(text.length);
});
