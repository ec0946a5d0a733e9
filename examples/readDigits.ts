/** Reads photographs of single digits with a saved network: `npx tsx examples/readDigits.ts MODEL PHOTO …` */
import { loadModel, predict, readPhotos } from 'digits-cnn/tensorflow';

async function main(folder: string, photos: readonly string[]): Promise<void> {
  const model = await loadModel(folder);
  const digits = await readPhotos(photos);
  const { classes, probabilities } = await predict(model, digits);
  for (const [row, photo] of photos.entries()) {
    const read = classes[row]!;
    const probability = probabilities[row * digits.classes + read]!;
    console.log(`${photo}: ${read} (${(100 * probability).toFixed(1)} %)`);
  }
}

const [folder = '', ...photos] = process.argv.slice(2);
main(folder, photos).catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
