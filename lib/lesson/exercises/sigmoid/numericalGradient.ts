/**
 * Exercise 03: the gradient by nudging, which proves every gradient of the course.
 */
import type { Random } from '../../../random/random';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Loss = (w: Float64Array) => number;
type Args = [f: Loss, w: Float64Array, h: number];

export const sigmoidNumericalGradient: ExerciseDefinition<Args, Float64Array> = {
  name: 'sigmoid/numericalGradient',
  lesson: '03-sigmoid',
  parameters: ['f', 'w', 'h'],
  starter: (_f: Loss, w: Float64Array): Float64Array => new Float64Array(w.length),
  solution: centralDifference,
  solutionText: `function numericalGradient(f: (w: Float64Array) => number, w: Float64Array, h: number): Float64Array {
  const nudged = (place: number, by: number) => w.map((weight, i) => (i === place ? weight + by : weight));
  return w.map((_, i) => (f(nudged(i, h)) - f(nudged(i, -h))) / (2 * h));
}`,
  inputs: random => [
    [square, Float64Array.of(3), 0.5],
    [product, Float64Array.of(2, 5), 0.5],
    [cube, Float64Array.of(1), 0.5],
    [bentSum, Float64Array.from({ length: 6 }, () => random.normal()), 0.01],
    [bentSum, randomPlace(random), 0.01],
  ],
  hints: [
    'Leave all weights as they are, but one. How does f move when that one goes up by h? And down by h?',
    'The two places are 2h apart. Their difference, divided by the way between them, is a slope.',
    '`w.map((weight, i) => (i === place ? weight + h : weight))` is a copy with one weight nudged.',
  ],
  mistakes: [
    {
      is: 'a nudge to one side only',
      does: (f, w, h) => w.map((_, i) => (f(nudge(w, i, h)) - f(w)) / h),
      because: 'On a curve that bends, a step up and a step down differ. Take both, and the bend cancels.',
    },
    {
      is: 'dividing by h where the way is 2h',
      does: (f, w, h) => centralDifference(f, w, h).map(slope => 2 * slope),
      because: 'From h below to h above it is twice as far.',
    },
    {
      is: 'a difference, not a slope',
      does: (f, w, h) => centralDifference(f, w, h).map(slope => 2 * h * slope),
      because: 'You know how far f moves. How far does it move for each unit of the weight?',
    },
    {
      is: 'the two sides swapped',
      does: (f, w, h) => centralDifference(f, w, h).map(slope => -slope),
      because: 'Where f rises, its slope is positive: above minus below.',
    },
    {
      is: 'all weights nudged at once',
      does: (f, w, h) =>
        w.map(() => (f(w.map(weight => weight + h)) - f(w.map(weight => weight - h))) / (2 * h)),
      because: 'Then nobody can tell which weight it was. Move one, and leave the others where they are.',
    },
    {
      is: 'a nudge that is never taken back',
      does: nudgeAndForget,
      because:
        'From the second weight on you measure somewhere else, and the caller finds its weights moved.',
    },
    {
      is: 'a step of your own',
      does: (f, w) => centralDifference(f, w, 1e-5),
      because: 'Whoever calls has chosen `h`; use theirs, and they can see how the result depends on it.',
    },
  ],
  matters: 'It is slow and it is never wrong by much: every gradient of this course has to agree with it.',
};

function centralDifference(f: Loss, w: Float64Array, h: number): Float64Array {
  return w.map((_, i) => (f(nudge(w, i, h)) - f(nudge(w, i, -h))) / (2 * h));
}

function nudge(w: Float64Array, place: number, by: number): Float64Array {
  return w.map((weight, i) => (i === place ? weight + by : weight));
}

function nudgeAndForget(f: Loss, w: Float64Array, h: number): Float64Array {
  const slopes = new Float64Array(w.length);
  for (let i = 0; i < w.length; i++) {
    w[i]! += h;
    const above = f(w);
    w[i]! -= 2 * h;
    slopes[i] = (above - f(w)) / (2 * h);
  }
  return slopes;
}

function randomPlace(random: Random): Float64Array {
  return Float64Array.from({ length: 3 }, () => 2 * random.uniform());
}

function square(w: Float64Array): number {
  return w[0]! ** 2;
}

function product(w: Float64Array): number {
  return w[0]! * w[1]! + w[1]!;
}

function cube(w: Float64Array): number {
  return w[0]! ** 3;
}

/** Bent in every direction, and with neighbours that depend on each other. */
function bentSum(w: Float64Array): number {
  return w.reduce((sum, weight, i) => sum + Math.exp(weight) * (i + 1) + weight * w[(i + 1) % w.length]!, 0);
}
