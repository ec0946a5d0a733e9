/**
 * Exercise 16: how many times faster several workers are.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [compute: number, fixed: number, exchange: number, workers: number];

export const scaleSpeedUp: ExerciseDefinition<Args, number> = {
  name: 'scale/speedUp',
  lesson: '16-beyond-one-machine',
  parameters: ['compute', 'fixed', 'exchange', 'workers'],
  starter: (): number => 1,
  solution: (compute, fixed, exchange, workers) => (compute + fixed) / (compute / workers + fixed + exchange),
  solutionText: `function speedUp(compute: number, fixed: number, exchange: number, workers: number): number {
  const alone = compute + fixed;
  const together = compute / workers + fixed + exchange;
  return alone / together;
}`,
  inputs: random => [
    [8, 0, 0, 4],
    [8, 1, 1, 4],
    [100, 2, 3, 10],
    [1, 0.5, 4, 2],
    [10 + 10 * random.uniform(), random.uniform(), 0.5 + random.uniform(), 2 + random.integer(60)],
  ],
  tolerance: 1e-9,
  hints: [
    'Write down two times first: that of one worker alone, who has nobody to tell anything, and that of all together.',
    'Only `compute` is shared out. Everybody pays `fixed` and `exchange` in full.',
  ],
  mistakes: [
    {
      is: 'everything shared out',
      does: (compute, fixed, exchange, workers) =>
        (compute + fixed) / ((compute + fixed + exchange) / workers),
      because: 'More workers do not make the exchange shorter, nor the fixed part. Only computing is shared.',
    },
    {
      is: 'one worker that exchanges with itself',
      does: (compute, fixed, exchange, workers) =>
        (compute + fixed + exchange) / (compute / workers + fixed + exchange),
      because: 'One worker alone has nobody to tell its slopes.',
    },
    {
      is: 'the fixed part forgotten',
      does: (compute, _, exchange, workers) => compute / (compute / workers + exchange),
      because: 'Each step begins with work that is the same for one image and for a thousand. All pay it.',
    },
    {
      is: 'the times the other way round',
      does: (compute, fixed, exchange, workers) => (compute / workers + fixed + exchange) / (compute + fixed),
      because: 'Twice as fast means half the time: the time alone comes first.',
    },
    {
      is: 'the part of it that each worker is worth',
      does: (compute, fixed, exchange, workers) =>
        (compute + fixed) / (compute / workers + fixed + exchange) / workers,
      because: 'That is the efficiency: the speed-up, divided by the workers. Leave the last division out.',
    },
  ],
  matters:
    'What is not shared out decides in the end: Gene Amdahl said so in 1967, of computers much larger than yours.',
};
