/**
 * Exercise 09: one graph, one session, two feeds.
 */
import { gradientDescent } from '../../../graph/gradientDescent';
import { Graph, type OperationNode } from '../../../graph/graph';
import * as op from '../../../graph/operations';
import { type Feeds, Session } from '../../../graph/session';
import type { Random } from '../../../random/random';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [start: NdArray, training: Feeds, validation: Feeds];

export const graphsTwoFeeds: ExerciseDefinition<
  [start: NdArray, training: Feeds, validation: Feeds],
  number[]
> = {
  name: 'graphs/twoFeeds',
  lesson: '09-graphs-and-sessions',
  parameters: ['start', 'training', 'validation'],
  starter: (): number[] => [],
  solution: answer(({ session, loss, step }, training, validation) => {
    const before = session.run(loss, validation);
    session.run(step, training);
    return [before, session.run(loss, validation)];
  }),
  solutionText: `function trainThenJudge(start: NdArray, training: Feeds, validation: Feeds): number[] {
  const graph = new Graph();
  const [x, y] = [graph.placeholder('x', [null, 1]), graph.placeholder('y', [null, 1])];
  const error = op.subtract(op.matMul(x, graph.variable('w', start)), y);
  const loss = op.mean(op.multiply(error, error));
  const step = gradientDescent(loss, { learningRate: 0.1 });
  const session = new Session(graph);
  const before = session.run(loss, validation);
  session.run(step, training);
  const after = session.run(loss, validation);
  return [before.data[0], after.data[0]];
}`,
  inputs: random => [
    [ndarray([1, 1], [0]), feeds([1], [2]), feeds([1, 2], [3, 5])],
    [ndarray([1, 1], [2]), feeds([1, 2], [1, 3]), feeds([3], [7])],
    [ndarray([1, 1], [random.normal()]), line(random, 4), line(random, 6)],
  ],
  hints: [
    'Three runs of the same session: ask for the loss, take the step, ask for the loss again. Which feed belongs to each?',
    '`session.run(loss, validation)` gives an array of one number; it is in `.data[0]`.',
    'The step is `session.run(step, training)`. It changes the variable that this session keeps.',
  ],
  mistakes: [
    {
      is: 'the loss from before the step, twice',
      does: answer(({ session, loss }, _training, validation) => {
        const before = session.run(loss, validation);
        return [before, before];
      }),
      because:
        'A run sees the variables as they stood when it began, and a new session sees them as they were drawn. Take the step in a run of its own, of the same session, then ask again.',
    },
    {
      is: 'a step on the validation rows',
      does: answer(({ session, loss, step }, _training, validation) => {
        const before = session.run(loss, validation);
        session.run(step, validation);
        return [before, session.run(loss, validation)];
      }),
      because: 'The rows that judge must not train. The step is fed with `training`.',
    },
    {
      is: 'the loss on the training rows',
      does: answer(({ session, loss, step }, training) => {
        const before = session.run(loss, training);
        session.run(step, training);
        return [before, session.run(loss, training)];
      }),
      because: 'Both losses are asked for on the rows that did not train: feed `validation`.',
    },
    {
      is: 'a step at each of the three runs',
      does: answer(({ session, loss, step }, training, validation) => {
        const [before] = session.run([loss, step], validation);
        session.run(step, training);
        return [before, session.run(loss, validation)];
      }),
      because: 'Whoever fetches the loss fetches the loss alone. `step` together with it trains, too.',
    },
    {
      is: 'after and before swapped',
      does: answer(({ session, loss, step }, training, validation) => {
        const before = session.run(loss, validation);
        session.run(step, training);
        return [session.run(loss, validation), before];
      }),
      because: 'Asked for is the loss before the step, then the loss after it.',
    },
    {
      is: 'only the last loss',
      does: answer(({ session, loss, step }, training, validation) => {
        session.run(step, training);
        return [session.run(loss, validation)];
      }),
      because: 'Right after the step; but the loss before it is asked for, too.',
    },
  ],
  matters:
    'The same nodes serve training, validation and one day your users: only the feed and the fetch are different.',
};

interface Plan {
  readonly session: Session;
  readonly loss: OperationNode;
  readonly step: OperationNode;
}

/** What an answer gives that does so with the graph of the exercise. */
function answer(
  runs: (plan: Plan, training: Feeds, validation: Feeds) => readonly NdArray[],
): (...args: Args) => number[] {
  return (start, training, validation) => {
    const graph = new Graph();
    const [x, y] = [graph.placeholder('x', [null, 1]), graph.placeholder('y', [null, 1])];
    const error = op.subtract(op.matMul(x, graph.variable('w', start)), y);
    const loss = op.mean(op.multiply(error, error));
    const step = gradientDescent(loss, { learningRate: 0.1 });
    const losses = runs({ session: new Session(graph), loss, step }, training, validation);
    return losses.map(({ data }) => data[0]!);
  };
}

function feeds(x: readonly number[], y: readonly number[]): Feeds {
  return { x: ndarray([x.length, 1], x), y: ndarray([y.length, 1], y) };
}

/** Points near the line y = 2x. */
function line(random: Random, count: number): Feeds {
  const x = Array.from({ length: count }, () => random.normal());
  return feeds(
    x,
    x.map(value => 2 * value + 0.5 * random.normal()),
  );
}
