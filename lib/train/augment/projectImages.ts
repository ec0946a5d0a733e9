/**
 * Images seen through matrices, with the pixels between pixels interpolated.
 * Flow: augmentImages, projections → **projectImages**.
 */
import { nativeMissing, tf } from '../../tensorflow/tf';
import { nativeBackend } from '../../tensorflow/trace/binding';
import { operation, typeAttribute } from '../../tensorflow/trace/operation';

/**
 * Each pixel taken from its place in the source, bilinearly; from outside of the image comes 0.
 *
 * @param images `[batch, height, width, channels]`.
 * @param matrices `[batch, 8]`, as `projections` makes them.
 */
export function projectImages(images: tf.Tensor4D, matrices: tf.Tensor2D): tf.Tensor4D {
  const [, height, width] = images.shape;
  if (nativeMissing !== undefined) {
    return tf.image.transform(images, matrices, 'bilinear', 'constant', 0, [height, width]);
  }
  // Native TensorFlow.js has no kernel for tf.image.transform, but TensorFlow has.
  const { TF_ATTR_STRING } = nativeBackend('projectImages').binding;
  const attributes = [
    typeAttribute('dtype', 'float32'),
    { name: 'interpolation', type: TF_ATTR_STRING, value: 'BILINEAR' },
    { name: 'fill_mode', type: TF_ATTR_STRING, value: 'CONSTANT' },
  ];
  const size = tf.tensor1d([height, width], 'int32');
  const inputs = [images, matrices, size, tf.scalar(0)];
  return operation('ImageProjectiveTransformV3', inputs, attributes)[0] as tf.Tensor4D;
}
