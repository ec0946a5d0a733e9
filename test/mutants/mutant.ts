/**
 * A small mistake that somebody could make, and where to look whether the tests notice it.
 * Flow: **mutant** → the lists of this folder → run.ts.
 */

/** What goes wrong; the right text, which occurs once in its file; the wrong one. */
export type Mistake = readonly [what: string, right: string, wrong: string];

/** Mistakes by source file, below lib/. */
export type Mutants = Readonly<Record<string, readonly Mistake[]>>;

/** Tests that look after more than one source file. */
const shared: Readonly<Record<string, string>> = {
  'layers/scores': 'layers/softmax',
  'layers/lossArguments': 'layers/meanSquaredError',
  'layers/conv2dIm2col': 'layers/conv2d',
  'layers/networkLayer': 'layers/layerOutputs',
  'layers/maxPool2d': 'layers/pooling',
  'layers/averagePool2d': 'layers/pooling',
  'layers/channelStatistics': 'layers/batchNorm',
  'layers/movingAverage': 'layers/batchNormInference',
  'layers/optimizer': 'layers/optimizers',
  'layers/sgd': 'layers/optimizers',
  'layers/momentum': 'layers/optimizers',
  'layers/adam': 'layers/optimizers',
  'layers/outputShape': 'layers/layerDescription',
  'layers/parameterCount': 'layers/layerDescription',
  'layers/receptiveField': 'layers/layerDescription',
};

/** The test file, below test/, that has to notice mistakes in a source file. */
export function testOf(file: string): string {
  const name = file.replace(/\.ts$/, '');
  return `${shared[name] ?? name}.test.ts`;
}
