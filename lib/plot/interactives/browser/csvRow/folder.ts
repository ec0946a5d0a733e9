/**
 * A CSV row that folds into a picture: the row's text above, the picture below, and where one number stands in both.
 * Flow: CsvRowData → **folder** (controls → tape, folded picture → sentence) → page.
 */
import { type CsvRowData, DIGIT_SIDE, inkiestPlace } from '../../csvRowData';
import { placeReason, placeText } from '../../placeText';
import { createAnnouncer } from '../announcer';
import { button, slider } from '../controls';
import { element } from '../element';
import { createPlayer } from '../window/player';
import { titled } from '../window/titled';
import { createFoldedPicture } from './foldedPicture';
import { createTape } from './tape';

/** How far the width can be set wrong, to either side. */
const WRONG_BY = 4;

/** The parts of the page, from the controls down to the sentence. */
export function createCsvRowFolder({ label, pixels }: CsvRowData): readonly Node[] {
  const count = pixels.length;
  const announcer = createAnnouncer();
  const sentence = element('p', { class: 'sum' });
  const reason = element('p', { class: 'note' });
  const picturePlace = element('div');
  let width = DIGIT_SIDE;
  let place = inkiestPlace(pixels);
  let laid = place + 1;

  const show = () => {
    tape.choose(place);
    picture.lay(laid);
    picture.choose(place);
    column.value = place;
    sentence.textContent = placeText(place, width, pixels[place]!);
    reason.textContent = placeReason(place, width);
    if (!player.isPlaying) announcer.say(sentence.textContent);
  };
  /** Comes to a number; what has been laid down stays. */
  const comeTo = (next: number) => {
    place = next;
    laid = Math.max(laid, place + 1);
    show();
  };
  const byHand = (next: number) => {
    player.stop();
    comeTo(next);
  };
  /** Shows exactly so many numbers. */
  const layDown = (count: number) => {
    player.stop();
    laid = count;
    place = Math.min(place, laid - 1);
    show();
  };
  const fold = () => {
    tape.cutAfterEvery(width);
    const folded = createFoldedPicture(pixels, width, byHand);
    picturePlace.replaceChildren(folded.node);
    return folded;
  };
  const player = createPlayer({
    count,
    go: steps => {
      const next = place + steps;
      if (next < 0 || next >= count) return false;
      comeTo(next);
      return true;
    },
    restart: () => {
      laid = 0;
      comeTo(0);
    },
  });
  const tape = createTape(label, pixels, byHand);
  let picture = fold();
  const column = slider({
    label: 'Fold up to',
    min: 0,
    max: count - 1,
    step: 1,
    value: place,
    text: place => `column ${place + 1}`,
    onInput: next => {
      place = next;
      layDown(next + 1);
    },
  });
  const cut = slider({
    label: 'Cut after every',
    min: DIGIT_SIDE - WRONG_BY,
    max: DIGIT_SIDE + WRONG_BY,
    step: 1,
    value: width,
    text: width => `${width} pixels`,
    onInput: next => {
      width = next;
      picture = fold();
      show();
    },
  });
  show();
  const buttons = [
    ...player.buttons,
    button('Fill', () => layDown(count)),
    button('Clear', () => layDown(1)),
  ];
  return [
    element('div', { class: 'controls' }, [column.node, cut.node]),
    element('p', { class: 'title' }, ['The row in the file']),
    tape.node,
    element('div', { class: 'stage' }, [
      titled('The picture', [picturePlace]),
      element('div', { class: 'column' }, [
        element('p', { class: 'tag' }, ['Label (column 0): ', element('b', {}, [String(label)])]),
        sentence,
        reason,
        element('div', { class: 'buttons' }, buttons),
      ]),
    ]),
    announcer.node,
  ];
}
