/**
 * Where each pixel of a moved image comes from, as a matrix per image.
 * Flow: augmentImages → **projections** → projectImages.
 */
import { tf } from '../../tensorflow/tf';
import type { Augmentation } from './augmentation';

/**
 * The matrices of shift, turn and scale about the image's middle.
 *
 *     source x = a₀ x + a₁ y + a₂        source y = b₀ x + b₁ y + b₂
 *
 * @param parts `[batch, 4]` in [−1, 1]: of `shift` to the right, of `shift` down, of `rotate` clockwise, of growth by
 *   `scale`.
 * @returns `[batch, 8]`: a₀ a₁ a₂ b₀ b₁ b₂ 0 0.
 */
export function projections(
  parts: tf.Tensor2D,
  { shift = 0, rotate = 0, scale = 0 }: Augmentation,
  { height, width }: { height: number; width: number },
): tf.Tensor2D {
  const [right, down, turn, growth] = parts.split(4, 1);
  const angle = turn!.mul((rotate * Math.PI) / 180);
  const size = growth!.mul(scale).add(1);
  const cosine = angle.cos().div(size);
  const sine = angle.sin().div(size);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  // The middle's new place comes from the middle: source − middle = matrix · (pixel − middle − shift).
  const x = right!.mul(shift).add(middleX);
  const y = down!.mul(shift).add(middleY);
  const a2 = tf.scalar(middleX).sub(cosine.mul(x)).sub(sine.mul(y));
  const b2 = tf.scalar(middleY).add(sine.mul(x)).sub(cosine.mul(y));
  const none = tf.zerosLike(a2);
  return tf.concat([cosine, sine, a2, sine.neg(), cosine, b2, none, none], 1) as tf.Tensor2D;
}
