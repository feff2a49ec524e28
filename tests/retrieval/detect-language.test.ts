import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/retrieval/detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['谁牵头“互联网+”先进制造？', 'zh'],
    ['O2O由谁负责', 'zh'],
    ['支持TD-LTE的条款', 'zh'],
    ['誰負責智慧湖北的建設？', 'zh-Hant'],
    ['信息消費的發展目標是什麼', 'zh-Hant'],
    ['Who is responsible for smart manufacturing in Hubei?', 'en'],
    ['What does 智慧湖北 mean in this document?', 'en'],
    ['情報消費の目標は何ですか', 'ja'],
    ['정보 소비의 목표는 무엇입니까?', 'ko'],
    ['O2O 서비스의 목표는?', 'ko'],
    ['Welche Ziele gibt es für den Ausbau des Breitbandnetzes?', 'de'],
    ['Quels sont les objectifs de la consommation numérique ?', 'fr'],
    ['¿Cuáles son los objetivos del comercio electrónico?', 'es'],
  ])('%s is %s', async (text, language) => {
    expect(await detectLanguage(text)).toBe(language);
  });

  it.each(['', ' ', '？', '😀', '12345', '\uD800'])('names some language for %j', async (text) => {
    expect(await detectLanguage(text)).toMatch(/^[a-z]{2,3}(?:-[A-Za-z]+)?$/u);
  });
});
