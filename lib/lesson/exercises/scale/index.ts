/**
 * The exercises of lesson 16, in their order.
 * Flow: one file per exercise → **scale** → exercises.
 */
import { scaleAveraged } from './averaged';
import { scaleSent } from './sent';
import { scaleSpeedUp } from './speedUp';

export interface ScaleExercises {
  readonly 'scale/averaged': typeof scaleAveraged;
  readonly 'scale/sent': typeof scaleSent;
  readonly 'scale/speedUp': typeof scaleSpeedUp;
}

export const scale: ScaleExercises = {
  'scale/averaged': scaleAveraged,
  'scale/sent': scaleSent,
  'scale/speedUp': scaleSpeedUp,
};
