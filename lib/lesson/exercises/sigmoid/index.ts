/**
 * The exercises of lesson 03, in their order.
 * Flow: one file per exercise → **sigmoid** → exercises.
 */
import { sigmoidDerivative } from './derivative';
import { sigmoidGradientOfNeuron } from './gradient';
import { sigmoidNumericalGradient } from './numericalGradient';
import { sigmoidStable } from './stable';

export interface SigmoidExercises {
  readonly 'sigmoid/stable': typeof sigmoidStable;
  readonly 'sigmoid/derivative': typeof sigmoidDerivative;
  readonly 'sigmoid/numericalGradient': typeof sigmoidNumericalGradient;
  readonly 'sigmoid/gradient': typeof sigmoidGradientOfNeuron;
}

export const sigmoid: SigmoidExercises = {
  'sigmoid/stable': sigmoidStable,
  'sigmoid/derivative': sigmoidDerivative,
  'sigmoid/numericalGradient': sigmoidNumericalGradient,
  'sigmoid/gradient': sigmoidGradientOfNeuron,
};
