/**
 * The networks that the command line knows by name, each with its recipe. Loads no TensorFlow.
 * Flow: recipes → **networkRecipes** → trainCommand's help, train.
 */
import { digitNetRecipe, originRecipe, plainRecipe, type Recipe } from '../train/recipes';

export type NetworkName = 'digitnet' | 'reference' | 'lenet' | 'origin';

/** What is used for options that are not given; the first network is the default. */
export const networkRecipes: Readonly<Record<NetworkName, Recipe>> = {
  digitnet: digitNetRecipe,
  reference: plainRecipe,
  lenet: plainRecipe,
  origin: originRecipe,
};
