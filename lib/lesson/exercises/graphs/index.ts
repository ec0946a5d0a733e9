/**
 * The exercises of lesson 09, in their order.
 * Flow: one file per exercise → **graphs** → exercises.
 */
import { graphsExp } from './exp';
import { graphsNeeded } from './needed';
import { graphsTwoFeeds } from './twoFeeds';

export interface GraphsExercises {
  readonly 'graphs/needed': typeof graphsNeeded;
  readonly 'graphs/exp': typeof graphsExp;
  readonly 'graphs/twoFeeds': typeof graphsTwoFeeds;
}

export const graphs: GraphsExercises = {
  'graphs/needed': graphsNeeded,
  'graphs/exp': graphsExp,
  'graphs/twoFeeds': graphsTwoFeeds,
};
