/**
 * What a lesson may be, and which lessons may be more, each with its reason. Words and cells are allowed for a
 * derivation that would be harder to follow if it were shorter, never for prose that can go.
 * Flow: **allowances** → rules.
 */

/** The course's own limits; `lines` is the median of the code cells, `seconds` the computing. */
const LIMITS = { cells: 45, words: 2000, lines: 6, seconds: 60 };

/** @typedef {keyof typeof LIMITS} Limit */

/** @typedef {Partial<Record<Limit, number>> & { because: string }} Allowance */

/** @type {Record<string, Allowance>} by the name of the lesson */
export const allowances = {
  '00-start-here': { seconds: 240, because: 'it trains the whole network' },
  '01-digits-from-csv': {
    cells: 54,
    words: 2100,
    because: 'reading, looking, splitting and scaling belong together, and each has its trap to fall into',
  },
  '02-one-hot': {
    cells: 51,
    because: 'each way to write a label is tried, broken and mended in a cell of its own',
  },
  '03-sigmoid': {
    cells: 72,
    words: 2400,
    because:
      'everything later rests on it: neuron, slope, proof by nudging, descent, saturation, one step at a time',
  },
  '04-softmax': { cells: 56, because: 'softmax is broken twice, and its slopes are derived one by one' },
  '05-cross-entropy': {
    cells: 68,
    words: 2450,
    because:
      'three derivations (surprise, fused gradient, the floor at 1.461) and the first training of ten neurons',
  },
  '06-convolution': {
    cells: 46,
    lines: 7,
    because: 'forward and backward are written out as loops, which have to be seen whole',
  },
  '07-pooling': {
    cells: 83,
    words: 2700,
    because:
      'ReLU, two poolings both ways, and a measurement with four networks that tells their causes apart',
  },
  '08-a-network-by-hand': {
    cells: 80,
    words: 2600,
    seconds: 240,
    because:
      'it puts a network together, proves it, finds a fault in another one, trains it and looks into it',
  },
  '09-graphs-and-sessions': {
    cells: 74,
    words: 2350,
    because: 'the way from forty lines of our own to the library needs every piece in its own cell',
  },
  '10-tensorflow': {
    cells: 80,
    words: 2600,
    because:
      'tensors, memory, a proof layer by layer and the recording of a step each need their own experiment',
  },
  '11-training': {
    cells: 49,
    words: 2150,
    seconds: 240,
    because: 'every choice of a training is an experiment of its own, and the last one uses all digits',
  },
  '12-autopsy': {
    cells: 67,
    words: 2450,
    seconds: 240,
    because: 'eight faults, each with its sign, its suspect, its cure and the sign again',
  },
  '13-recipe-ladder': {
    cells: 46,
    words: 2100,
    because:
      'every rung gets its word, also those that did not help, and telling them apart takes a derivation',
  },
  '14-what-it-sees': {
    cells: 71,
    words: 2650,
    because: 'it asks one network six kinds of questions, and mends an answer that does not add up',
  },
  '15-ship-it': { cells: 48, because: 'each way out of the notebook is tried at once' },
};

/**
 * What a lesson may have at most; the course's own limit where nothing else is allowed.
 *
 * @param {Record<string, Allowance>} allowed
 * @param {string} lesson
 * @param {Limit} what
 */
export function allowance(allowed, lesson, what) {
  return allowed[lesson]?.[what] ?? LIMITS[what];
}
