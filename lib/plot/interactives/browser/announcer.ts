/**
 * What a page says to those who listen rather than look.
 * Flow: a page's events → **announcer** → screen reader.
 */
import { element } from './element';

/** Moving through cells quickly, only the last one is worth saying. */
const PAUSE = 400;

export interface Announcer {
  /** To be placed anywhere in the page; invisible. */
  readonly node: HTMLElement;
  /** Says the text after a short pause, unless another one follows before. Says nothing before it is on the page. */
  say(text: string): void;
}

export function createAnnouncer(): Announcer {
  const node = element('p', { class: 'unseen', 'aria-live': 'polite' });
  let timer: number | undefined;
  return {
    node,
    say: text => {
      if (!node.isConnected) return;
      clearTimeout(timer);
      timer = setTimeout(() => node.replaceChildren(text), PAUSE);
    },
  };
}
