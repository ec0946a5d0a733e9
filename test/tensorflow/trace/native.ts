/** The options of a test that needs native TensorFlow: it is skipped, with a plain word, where there is none. */
import { nativeMissing } from '../../../lib/tensorflow/tf';

export const native: { skip: string | false } = {
  skip: nativeMissing === undefined ? false : `needs native TensorFlow, and ${nativeMissing}`,
};
