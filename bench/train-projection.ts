import { createRandom } from '../src/evaluation/seeded-random.ts';
import { createAdam, type Optimizer } from './adam.ts';
import { lateGradient } from './late-gradient.ts';
import type { Projection } from './late-scores.ts';
import { pickEvenly } from './pick-evenly.ts';
import { lateNdcg } from './projection-figures.ts';
import type { ClauseTokens, ProjectionQuestion, ProjectionSet } from './projection-questions.ts';

const questionsPerStep = 8;
/** A batch is filled with candidates up to so many tokens, so that sets of long passages take no longer than others. */
const tokensPerStep = 16_000;
const rate = 1e-3;
const temperatureRate = 1e-2;
const firstTemperature = 30;
const warmUpSteps = 20;
const stepsPerReport = 50;
/** Of each set so many questions say how much of a ranking is still to be gained. */
const questionsPerEstimate = 100;

/** What is known of a set while it trains: its share of the steps, and the questions that come next. */
type Course = {
  name: string;
  share: number;
  questions: ProjectionQuestion[];
  waiting: ProjectionQuestion[];
  logTemperature: Float64Array;
  moveTemperature: Optimizer;
  losses: number[];
};

/**
 * Trains a projection by contrast: its directions are moved so that questions find their gold passages before the best
 * of the others (Khattab and Zaharia, "ColBERT", 2020), in a training of the projection alone; the model stays as it is.
 * Half of the steps is shared out evenly among the sets, so that none is forgotten, and half by what is missing to a
 * perfect ranking of their questions at the beginning, since one that is nearly perfect has little to say. The same
 * input gives the same directions.
 */
export function trainProjection(
  { matrix: start, width }: Projection,
  sets: readonly ProjectionSet[],
  steps: number,
  report: (line: string) => void,
): Projection {
  const random = createRandom(1);
  const matrix = start.slice();
  const missing = sets.map(
    ({ fitted }) => 1 - lateNdcg({ matrix, width }, pickEvenly(fitted, questionsPerEstimate)),
  );
  const allMissing = missing.reduce((sum, value) => sum + value, 0) || 1;
  const courses = sets.map((set, index) =>
    createCourse(set, (1 / sets.length + (missing[index] ?? 0) / allMissing) / 2),
  );
  for (const { name, share } of courses) report(`${name}: ${share.toFixed(2)} of the steps`);
  const moveMatrix = createAdam(matrix.length);
  for (let step = 0; step < steps; step += 1) {
    const course = drawCourse(courses, random());
    const questions = nextQuestions(course, random);
    const temperature = Math.exp(course.logTemperature[0] ?? 0);
    const gradient = lateGradient({ matrix, width }, questions, clausesOf(questions, width), temperature);
    moveMatrix(matrix, gradient.matrix, rate * Math.min(1, step / warmUpSteps) * (1 - step / steps));
    course.moveTemperature(course.logTemperature, [gradient.logTemperature], temperatureRate);
    course.losses.push(gradient.loss);
    if ((step + 1) % stepsPerReport === 0) report(`step ${step + 1}: ${courses.map(describe).join(', ')}`);
  }
  return { matrix, width };
}

function createCourse({ name, fitted }: ProjectionSet, share: number): Course {
  return {
    name,
    share,
    questions: fitted,
    waiting: [],
    logTemperature: Float64Array.of(Math.log(firstTemperature)),
    moveTemperature: createAdam(1),
    losses: [],
  };
}

/** @param chance from 0 to 1. */
function drawCourse(courses: readonly Course[], chance: number): Course {
  let left = chance;
  const drawn = courses.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const course = drawn ?? courses.at(-1);
  if (course === undefined) throw new Error('Expected at least one set with questions, got none.');
  return course;
}

/** The next questions of a set in an order of chance; each comes once before any comes again. */
function nextQuestions(course: Course, random: () => number): ProjectionQuestion[] {
  if (course.waiting.length < questionsPerStep) {
    const keyed = course.questions.map((question) => ({ question, key: random() }));
    course.waiting = keyed.sort((left, right) => left.key - right.key).map(({ question }) => question);
  }
  return course.waiting.splice(0, questionsPerStep);
}

/** The gold clauses of a batch and then, in turn, the best other candidates of each question, each once. */
function clausesOf(questions: readonly ProjectionQuestion[], width: number): ClauseTokens[] {
  const isGold = ({ gold }: ProjectionQuestion, { id }: ClauseTokens): boolean => gold.includes(id);
  const chosen = new Set(
    questions.flatMap((question) => question.candidates.filter((clause) => isGold(question, clause))),
  );
  const others = questions.map((question) =>
    question.candidates.filter((clause) => !isGold(question, clause)),
  );
  let tokens = [...chosen].reduce((sum, { states }) => sum + states.length / width, 0);
  const deepest = Math.max(...others.map(({ length }) => length), 0);
  for (let place = 0; place < deepest; place += 1) {
    for (const clause of others.flatMap((list) => list.slice(place, place + 1))) {
      const more = chosen.has(clause) ? 0 : clause.states.length / width;
      if (tokens + more > tokensPerStep) continue;
      chosen.add(clause);
      tokens += more;
    }
  }
  return [...chosen];
}

function describe({ name, losses, logTemperature }: Course): string {
  const last = losses.slice(-stepsPerReport);
  const mean = last.reduce((sum, loss) => sum + loss, 0) / Math.max(last.length, 1);
  return `${name} ${mean.toFixed(3)} (temperature ${Math.exp(logTemperature[0] ?? 0).toFixed(0)})`;
}
