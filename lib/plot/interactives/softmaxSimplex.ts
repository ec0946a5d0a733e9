/**
 * Three scores, their probabilities, and the triangle in which every answer is a point.
 * Flow: logits → **softmaxSimplex** → Interactive → `show`.
 */
import { checkFinite } from '../../check/arrays';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { Interactive } from './interactive';
import { type SimplexData, simplexLimit } from './simplexData';
import { triple } from './simplexGeometry';
import { simplexPicture } from './simplexPicture';

/** What `softmaxSimplex` begins with. */
export interface SoftmaxSimplexOptions {
  /** Three scores, `[3]` or `[1, 3]`, to begin with; 2, 1, −1 when left out. */
  readonly logits?: NdArray;
}

const LOGITS: NdArray = ndarray([3], [2, 1, -1]);

/**
 * Drag the scores or, the other way round, the answer: a point in the triangle whose corners stand for certainty.
 * A temperature divides the scores; the line shows the answer's way from cold to hot. Raising all scores alike
 * changes nothing.
 *
 * @throws RangeError unless there are three finite scores.
 * @example show(softmaxSimplex({ logits: ndarray([1, 3], [2, 1, -1]) }))
 * @example softmaxSimplex().alt
 * // 'A triangle with one corner for each of three classes. The scores 2, 1, −1 give the probabilities 0.7054, 0.2595, 0.03512: a point nearest to the corner of class 0. With a rising temperature it would wander to the centre.'
 * @see Used in notebooks/04-softmax.
 */
export function softmaxSimplex({ logits = LOGITS }: SoftmaxSimplexOptions = {}): Interactive {
  const { shape } = logits;
  if (shape.at(-1) !== 3 || logits.data.length !== 3) {
    throw new RangeError(`softmaxSimplex: logits must be [3] or [1, 3], got [${shape.join(', ')}]`);
  }
  checkFinite('softmaxSimplex', 'logits', logits);
  const start = triple(logits.data);
  const data: SimplexData = { logits: start, limit: simplexLimit(start) };
  return { page: 'softmaxSimplex', data, ...simplexPicture(start) };
}
