import chardet from 'chardet';
import { type LegacyEncoding, plausibility } from './plausibility.ts';

const candidates: readonly LegacyEncoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-kr'];

/** chardet's names for the same. */
const detectorNames: Readonly<Record<string, LegacyEncoding>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
};

/** So many bytes are looked at: enough for any statistics. */
const mostSampled = 64 * 1024;

/** What counts as much as full confidence of the detector: that the text reads as its language does. */
const plausibilityWeight = 1.5;

/** Bytes that decode and read as nothing are no text. */
const leastPlausibility = 0.05;

/**
 * Tells which of the encodings of East Asian offices a text is in, that is not UTF-8 or UTF-16. Only those count in
 * which every byte decodes; between them the detector's statistics decide, and for a text of a line or two, of
 * which it cannot tell, how much of it reads as that language does. Null when it is in none.
 */
export function detectEncoding(bytes: Uint8Array): LegacyEncoding | null {
  const sample = bytes.subarray(0, mostSampled);
  const decoded = candidates.flatMap((encoding) => {
    const text = strictlyDecoded(bytes, encoding);
    return text === null ? [] : [{ encoding, text: text.slice(0, mostSampled) }];
  });
  const confidence = new Map(
    chardet
      .analyse(sample)
      .map(({ name, confidence: percent }) => [detectorNames[name] ?? name, percent / 100]),
  );
  const scored = decoded
    .map(({ encoding, text }) => ({ encoding, share: plausibility(text, encoding) }))
    .filter(({ share }) => share >= leastPlausibility)
    .map(({ encoding, share }) => ({
      encoding,
      score: (confidence.get(encoding) ?? 0) + plausibilityWeight * share,
    }));
  scored.sort((left, right) => right.score - left.score);
  return scored[0]?.encoding ?? null;
}

/** Null when a byte is none of the encoding. */
export function strictlyDecoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
