/**
 * The exercises of lesson 10, in their order.
 * Flow: one file per exercise → **tensorflow** → exercises.
 */
import { tensorflowFloat32 } from './float32';
import { tensorflowLeak } from './leak';
import { tensorflowTraceable } from './traceable';
import { tensorflowTransplant } from './transplant';

export interface TensorflowExercises {
  readonly 'tensorflow/float32': typeof tensorflowFloat32;
  readonly 'tensorflow/leak': typeof tensorflowLeak;
  readonly 'tensorflow/transplant': typeof tensorflowTransplant;
  readonly 'tensorflow/traceable': typeof tensorflowTraceable;
}

export const tensorflow: TensorflowExercises = {
  'tensorflow/float32': tensorflowFloat32,
  'tensorflow/leak': tensorflowLeak,
  'tensorflow/transplant': tensorflowTransplant,
  'tensorflow/traceable': tensorflowTraceable,
};
