/**
 * One picture per channel, out of an array whose channels lie side by side in every pixel.
 * Flow: featureMaps' activations → **channelImages** → imageGrid.
 */
import { checkAxes } from '../check/arrays';
import { checkInteger } from '../check/numbers';
import { type NdArray, ndarray } from '../types/ndarray';

/**
 * The channels of one example as pictures.
 *
 * @param activations `[count, height, width, channels]`.
 * @param index which example, in `[0, count)`.
 * @returns `[channels, height, width]`.
 * @throws RangeError if the array has other axes, or there is no such example.
 * @example channelImages(ndarray([1, 1, 2, 2], [1, 10, 2, 20]), 0).data // [1, 2, 10, 20]
 * @see Used in notebooks/14-what-it-sees, by `featureMapWalk`.
 */
export function channelImages(activations: NdArray, index: number): NdArray {
  checkAxes('channelImages', 'activations', activations, ['count', 'height', 'width', 'channels'], []);
  const [count, height, width, channels] = activations.shape as [number, number, number, number];
  checkInteger('channelImages', 'index', index, 0, count - 1);
  const pixels = height * width;
  const images = ndarray([channels, height, width]);
  for (let at = 0; at < pixels * channels; at++) {
    const pixel = Math.floor(at / channels);
    images.data[(at % channels) * pixels + pixel] = activations.data[index * pixels * channels + at]!;
  }
  return images;
}
