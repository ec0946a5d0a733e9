/**
 * A training in a process of its own, to be killed. Arguments: the folder with the checkpoint to go on from, epochs,
 * steps between checkpoints. Writes one line for every step, and at the end the weights.
 */
import { ready } from '../../../lib/tensorflow/tf';
import { fit } from '../../../lib/train/fit';
import { digits, options, smallNet, weightsOf } from './smallTraining';

async function main([folder, epochs, everySteps]: string[]): Promise<void> {
  await ready();
  const model = smallNet();
  await fit(model, digits, {
    ...options,
    epochs: Number(epochs),
    earlyStopping: { patience: Number(epochs) },
    checkpoint: { folder: folder!, everySteps: Number(everySteps) },
    resume: true,
    onStart: ({ resumedAtStep }) => console.log(`start ${resumedAtStep}`),
    onStep: ({ epoch, step, steps }) => console.log(`step ${(epoch - 1) * steps + step}`),
  });
  console.log(`weights ${JSON.stringify(weightsOf(model))}`);
}

void main(process.argv.slice(2));
