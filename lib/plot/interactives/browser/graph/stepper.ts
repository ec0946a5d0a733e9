/**
 * A graph that is evaluated step by step: forward the values, backward the gradients.
 * Flow: GraphStepperData → **stepper** (feed, fetch, buttons → drawing → sentence) → page.
 */
import type { GraphStepperData } from '../../graphStepperData';
import { GRAPH_LEGEND } from '../../graphSvg';
import { createAnnouncer } from '../announcer';
import { button, choices } from '../controls';
import { element } from '../element';
import { createPlayer } from '../window/player';
import { createDrawing } from './drawing';

/** The parts of the page, from the controls down to the legend. */
export function createGraphStepper({ runs }: GraphStepperData): readonly Node[] {
  const announcer = createAnnouncer();
  const sentence = element('p', { class: 'sum' });
  const count = element('p', { class: 'note' });
  const drawing = createDrawing();
  let run = runs[0]!;
  let done = 0;

  const show = () => {
    drawing.show(run, done);
    const total = run.drawing.nodes.length;
    const needed = run.drawing.nodes.filter(({ step }) => step >= 0).length;
    sentence.textContent =
      run.steps[done - 1]?.sentence ??
      `Nothing has been computed yet: this is the blueprint. To fetch ${run.fetch}, ${needed} of ${total} nodes are needed.`;
    count.textContent = `Step ${done} of ${run.steps.length}.`;
    if (!player.isPlaying) announcer.say(`${count.textContent} ${sentence.textContent}`);
  };
  const goTo = (step: number) => {
    done = Math.min(step, run.steps.length);
    show();
  };
  const byHand = (step: number) => () => {
    player.stop();
    goTo(step);
  };
  /** Another run, as far as the one before. */
  const choose = () => {
    player.stop();
    run = runs.find(({ feed, fetch }) => feed === feeds.value && fetch === fetches.value)!;
    drawing.draw(run);
    goTo(done);
  };
  const player = createPlayer({
    get count() {
      return run.steps.length;
    },
    go: steps => {
      const next = done + steps;
      if (next < 0 || next > run.steps.length) return false;
      goTo(next);
      return true;
    },
    restart: () => goTo(0),
  });
  const listOf = (label: string, of: 'feed' | 'fetch') => {
    const names = [...new Set(runs.map(run => run[of]))];
    return choices(
      label,
      names.map(name => [name, name] as const),
      names[0]!,
      choose,
    );
  };
  const feeds = listOf('Feed', 'feed');
  const fetches = listOf('Fetch', 'fetch');
  drawing.draw(run);
  show();
  return [
    element('div', { class: 'controls' }, [feeds.node, fetches.node]),
    element('div', { class: 'buttons' }, [
      ...player.buttons,
      button('Blueprint', byHand(0)),
      button('To the end', byHand(Number.POSITIVE_INFINITY)),
    ]),
    count,
    sentence,
    drawing.node,
    element('p', { class: 'note' }, [GRAPH_LEGEND]),
    announcer.node,
  ];
}
