/**
 * Trains the small network of readingNetwork.json anew, on all training digits.
 *
 *     npx tsx test/interactives/trainReadingNetwork.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDigits } from '../../lib/data/readDigits';
import { evaluate } from '../../lib/evaluate/evaluate';
import { mapWeights } from '../../lib/layers/networkLayer';
import { fromLayers } from '../../lib/model/transplant/fromLayers';
import { packArray, packKernel } from '../../lib/plot/interactives/packArray';
import { tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { digitNetRecipe } from '../../lib/train/recipes';

async function train(): Promise<void> {
  const [training, test] = await Promise.all(['train', 'test'].map(name => readDigits(`data/${name}.csv`)));
  const relu = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;
  const initial = (seed: number) => ({ kernelInitializer: tf.initializers.heNormal({ seed }) });
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ ...relu, ...initial(1), filters: 8, inputShape: [28, 28, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ ...relu, ...initial(2), filters: 16 }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, ...initial(3) }),
    ],
  });
  await fit(model, training!, { ...digitNetRecipe, epochs: 2, seed: 1 });
  console.log(`${(await evaluate(model, test!)).accuracy} of the test digits`);
  const layers = mapWeights(fromLayers(model).layers, (weights, name) =>
    name === 'kernel' ? packKernel(weights) : packArray(weights),
  );
  writeFileSync(join(__dirname, 'readingNetwork.json'), `${JSON.stringify(layers)}\n`);
}

void train();
