/**
 * The course's `fit` with the session engine.
 * Flow: compare → serve → **trainSession** → fit.
 *
 * `fit` records its step anew each time, so the watch starts after the first step; what recording takes is in the
 * first turn's time, which compare measures from outside.
 */
import { backendInfo, fit, referenceNet } from 'digits-cnn/tensorflow';
import { serve, stopwatch } from './serve.mjs';

const model = referenceNet({ seed: 1 });
const { version, build, threads } = await backendInfo();

await serve(
  {
    version: `TensorFlow ${version}, ${build}, Node ${process.version}`,
    settings: `${threads} threads`,
    parameters: model.countParams(),
  },
  async (digits, batchSize) => {
    /** @type {ReturnType<typeof stopwatch> | undefined} */
    let taken;
    const { epochs } = await fit(model, digits, {
      epochs: 1,
      batchSize,
      learningRate: 0.001,
      seed: 1,
      engine: 'session',
      onStep: () => {
        taken ??= stopwatch();
      },
    });
    if (taken === undefined) throw new Error('bench: fit took no step');
    return { ...taken(), loss: epochs[0]?.loss ?? Number.NaN };
  },
  1,
);
