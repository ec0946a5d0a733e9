/**
 * The exercises of lesson 15, in their order.
 * Flow: one file per exercise → **ship** → exercises.
 */
import { shipCentre } from './centre';
import { shipInk } from './ink';
import { shipQuantize } from './quantize';
import { shipSubmission } from './submission';

export interface ShipExercises {
  readonly 'ship/submission': typeof shipSubmission;
  readonly 'ship/ink': typeof shipInk;
  readonly 'ship/centre': typeof shipCentre;
  readonly 'ship/quantize': typeof shipQuantize;
}

export const ship: ShipExercises = {
  'ship/submission': shipSubmission,
  'ship/ink': shipInk,
  'ship/centre': shipCentre,
  'ship/quantize': shipQuantize,
};
