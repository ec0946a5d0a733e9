/**
 * Exercise 08: which of five layers have a wrong backward pass? Their code stands in the lesson.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

export const networkBroken: ExerciseDefinition<[], string[]> = {
  name: 'network/broken',
  lesson: '08-a-network-by-hand',
  parameters: [],
  starter: (): string[] => [],
  solution: (): string[] => ['relu', 'dense'],
  solutionText: `const culprits = ['relu', 'dense'];`,
  inputs: () => [[]],
  hints: [
    'A fault spoils every gradient that is computed after it on the way back. So a wrong gradient does not say who made the fault. What could a layer be asked that has nothing to do with its neighbours?',
    '`forward(theirNetwork, imagesOf(three))` shows the shape of what goes into each layer. Give `errorsAlone` random numbers in that shape, layer by layer.',
    'Look at all numbers of a layer: the first is the error of what it hands on, the others belong to its weights. More than one layer is wrong.',
  ],
  mistakes: [
    {
      is: 'blaming the victim',
      does: (): string[] => ['conv'],
      because:
        'The gradients of its weights are wrong because what arrives there is wrong already. Ask the layer alone, with an upstream that you have made yourself.',
    },
    {
      is: 'the culprits and their victim',
      does: (): string[] => ['conv', 'relu', 'dense'],
      because: 'One of the three does its own work well, and suffers from what the others hand on.',
    },
    {
      is: 'one of the culprits, but not all of them',
      does: (): string[] => ['relu'],
      because: 'You are on the right track. Ask every layer before you stop.',
    },
    {
      is: 'one culprit only',
      does: (): string[] => ['dense'],
      because:
        'You are on the right track. A second fault hides behind the first one: ask every layer before you stop.',
    },
    {
      is: 'the right ones, in the order of the way back',
      does: (): string[] => ['dense', 'relu'],
      because: 'Write them in the order in which they stand in the list.',
    },
    {
      is: 'suspicion of code that looks odd',
      does: (): string[] => ['pool'],
      because: 'Naming the strides of a pooling changes nothing if they are the usual ones. Measure.',
    },
    {
      is: 'suspicion of the shapes',
      does: (): string[] => ['flatten'],
      because: 'Flattening leaves all numbers where they are, and so does the way back. Measure.',
    },
  ],
  matters:
    'Such a network learns, a little worse than it could, and nobody is told. Prove each layer alone before you put it into a list.',
};
