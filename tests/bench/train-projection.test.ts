import { describe, expect, it } from 'vitest';
import { lateNdcg } from '../../bench/projection-figures.ts';
import type { ClauseTokens, ProjectionQuestion } from '../../bench/projection-questions.ts';
import { trainProjection } from '../../bench/train-projection.ts';
import { createRandom } from '../../src/evaluation/seeded-random.ts';

const width = 16;
const directions = 8;
const random = createRandom(3);

/** A token whose subject is faint beside what says nothing of it. */
function token(subject: number): number[] {
  return Array.from({ length: width }, (_, at) => (at < 8 ? random() - 0.5 : at - 8 === subject ? 0.3 : 0));
}

function clause(subject: number): ClauseTokens {
  return {
    id: `${subject}`,
    states: Float32Array.from([...token(subject), ...token(subject), ...token(subject)]),
    sentenceEnds: [1, 3],
  };
}

const clauses = Array.from({ length: 8 }, (_, subject) => clause(subject));

function question(subject: number): ProjectionQuestion {
  return {
    states: Float32Array.from([...token(subject), ...token(subject)]),
    weights: [0.5, 0.5],
    gold: [`${subject}`],
    candidates: clauses,
  };
}

const questions = Array.from({ length: 64 }, (_, place) => question(place % 8));
const heldOut = Array.from({ length: 64 }, (_, place) => question(place % 8));
const start = {
  matrix: Float32Array.from(
    { length: directions * width },
    (_, at) => (at % width === Math.floor(at / width) ? 0.1 : 0) + 0.005 * (random() - 0.5),
  ),
  width,
};

describe('trainProjection', () => {
  const lines: string[] = [];
  const train = () =>
    trainProjection(start, [{ name: 'faint', fitted: questions, heldOut }], 500, (line) => lines.push(line));
  const trained = train();

  it('finds the directions that say what a question is about', () => {
    expect(lateNdcg(start, heldOut)).toBeLessThan(0.6);
    expect(lateNdcg(trained, heldOut)).toBeGreaterThan(0.95);
  });

  it('finds the same ones again', () => {
    expect(train().matrix).toEqual(trained.matrix);
    expect(lines.slice(lines.length / 2)).toEqual(lines.slice(0, lines.length / 2));
  });
});
