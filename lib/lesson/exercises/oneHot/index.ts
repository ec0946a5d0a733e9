/**
 * The exercises of lesson 02, in their order.
 * Flow: one file per exercise → **oneHot** → exercises.
 */
import { oneHotDecode } from './decode';
import { oneHotEncode } from './encode';
import { oneHotSmooth } from './smooth';

export interface OneHotExercises {
  readonly 'oneHot/encode': typeof oneHotEncode;
  readonly 'oneHot/decode': typeof oneHotDecode;
  readonly 'oneHot/smooth': typeof oneHotSmooth;
}

export const oneHot: OneHotExercises = {
  'oneHot/encode': oneHotEncode,
  'oneHot/decode': oneHotDecode,
  'oneHot/smooth': oneHotSmooth,
};
