/**
 * Exercise 15: from a photograph's greys to ink, whichever of the two is brighter.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [grey: Uint8Array];

/** Paper is what there is more of. */
const isPaperBright = (grey: Uint8Array): boolean =>
  grey.filter(value => value > 127).length > grey.length / 2;

const turned = (grey: Uint8Array): Uint8Array => grey.map(value => 255 - value);
const mean = (grey: Uint8Array): number => grey.reduce((sum, value) => sum + value, 0) / grey.length;

export const shipInk: ExerciseDefinition<Args, ArrayLike<number>> = {
  name: 'ship/ink',
  lesson: '15-ship-it',
  parameters: ['grey'],
  starter: grey => grey,
  solution: grey => (isPaperBright(grey) ? turned(grey) : grey),
  solutionText: `function inkOf(grey: Uint8Array): Uint8Array {
  const bright = grey.filter(value => value > 127).length;
  return bright > grey.length / 2 ? grey.map(value => 255 - value) : grey;
}`,
  inputs: random => [
    [Uint8Array.of(250, 250, 20, 250)],
    [Uint8Array.of(0, 0, 255, 10)],
    [Uint8Array.of(130, 130, 130, 0, 0)], // bright paper, although the mean is below 127
    [Uint8Array.of(120, 120, 120, 255, 255)], // dark paper, although the mean is above
    [Uint8Array.of(10, 240, 240, 240, 240)], // ink in the corner
    [Uint8Array.of(240, 10, 10, 10, 10)],
    [photo(random, 220)],
    [photo(random, 30)],
  ],
  hints: [
    'Is there more paper in the picture, or more ink? Which of the two is it that most pixels show?',
    'Count the pixels above 127. If they are more than half, the paper is bright, and 255 − value turns it round.',
  ],
  mistakes: [
    {
      is: 'always turned round',
      does: turned,
      because: 'White chalk on a blackboard is right already. Look first which of the two is the paper.',
    },
    {
      is: 'dark pictures turned, bright ones left',
      does: grey => (isPaperBright(grey) ? grey : turned(grey)),
      because: 'MNIST has bright ink on black paper. It is the *bright* paper that must become dark.',
    },
    {
      is: 'judged by the mean',
      does: grey => (mean(grey) > 127 ? turned(grey) : grey),
      because:
        'Paper in the shade is only just bright, and much dark ink pulls the mean down. Count pixels instead.',
    },
    {
      is: 'judged by the first pixel',
      does: grey => (grey[0]! > 127 ? turned(grey) : grey),
      because: 'A stroke, a thumb or a shadow can lie in the corner. Let all pixels vote.',
    },
    {
      is: 'turned at 256',
      does: grey => (isPaperBright(grey) ? grey.map(value => 256 - value) : grey),
      because: 'The largest byte is 255: full white must become 0. 256 − 0 does not even fit into a byte.',
    },
    {
      is: 'made black and white',
      does: grey => grey.map(value => (value > 127 !== isPaperBright(grey) ? 255 : 0)),
      because:
        'Soft edges carry what 28 pixels cannot: where between two pixels a stroke ends. Keep the greys.',
    },
    {
      is: 'the input changed in place',
      does: grey => {
        if (!isPaperBright(grey)) return grey;
        for (let at = 0; at < grey.length; at++) grey[at] = 255 - grey[at]!;
        return grey;
      },
      because: 'Whoever called you still has the photograph in hand. Return a new array.',
    },
  ],
  matters: 'A network that has only ever seen bright ink on black sees, in a white page, one enormous blot.',
};

/** Paper of about one grey, and a fifth of ink. */
function photo(random: { integer(limit: number): number }, paper: number): Uint8Array {
  return Uint8Array.from({ length: 50 }, (_, at) => (at % 5 === 2 ? 250 - paper : paper) + random.integer(6));
}
