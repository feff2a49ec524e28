import { describe, expect, it } from 'vitest';
import { writePlaces } from '../../src/retrieval/places-in-pinyin.ts';

const knows =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

describe('writePlaces', () => {
  it.each([
    ['What will Xiangyang build?', 'What will 襄阳 build?', '襄阳'],
    ['Wann wird Lüliang fertig?', 'Wann wird 吕梁 fertig?', '吕梁'],
    ['Is there a plan for Xi’an?', 'Is there a plan for 西安?', '西安'],
    ["Is there a plan for Xi'an?", 'Is there a plan for 西安?', '西安'],
    ['The roads of Xiāngyáng', 'The roads of 襄阳', '襄阳'],
    ['The roads of Hohhot', 'The roads of 呼和浩特', '呼和浩特'],
  ])('%s', async (question, written, name) => {
    expect(await writePlaces(question, knows(name))).toBe(written);
  });

  it('chooses among names that sound the same the one that the documents have', async () => {
    expect(await writePlaces('Who pays in Suzhou?', knows('宿州'))).toBe('Who pays in 宿州?');
    expect(await writePlaces('Who pays in Suzhou?', knows('苏州'))).toBe('Who pays in 苏州?');
  });

  it.each(['Who pays in Xiangyang?', 'what does anyang mean', 'Welche Lage hat Daten?', '5G'])(
    'leaves what the documents do not have, and words that are no names: %s',
    async (question) => {
      expect(await writePlaces(question, knows('安阳'))).toBe(question);
    },
  );
});
