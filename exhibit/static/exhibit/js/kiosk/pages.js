import { inDigits } from './settings.js';
import { wantsStillness } from './wishes.js';

/**
 * Turn the pages of a text that flows through columns as wide as the screen. The buttons of the bar
 * turn pages until the last, then follow their own link, if they are one.
 *
 * @returns `{ turn(step), stop() }`; step is 1 for on and -1 for back, whatever the direction.
 */
export function turnPages({ pages, settings, go }) {
  const watching = new AbortController();
  const buttons = [...document.querySelectorAll('[data-turn]')];
  const label = document.querySelector('[data-leaf]');
  const sign = settings.direction === 'rtl' ? -1 : 1;

  const width = () => pages.clientWidth;
  const total = () => Math.max(1, Math.ceil((pages.scrollWidth - 2) / width()));
  const current = () => {
    const scrolled = Math.abs(pages.scrollLeft);
    const isAtEnd = scrolled >= pages.scrollWidth - width() - 2;
    return isAtEnd ? total() - 1 : Math.round(scrolled / width());
  };

  function open(page) {
    const behavior = wantsStillness() ? 'instant' : 'smooth';
    pages.scrollTo({ left: sign * page * width(), behavior });
  }

  // Where the browser does not snap to columns, a swipe ends between two of them.
  function settle() {
    const isAtEnd = Math.abs(pages.scrollLeft) >= pages.scrollWidth - width() - 2;
    if (!isAtEnd && Math.abs(pages.scrollLeft % width()) > 2) {
      open(current());
    }
  }

  function turn(step) {
    const wanted = current() + step;
    if (wanted >= 0 && wanted < total()) {
      open(wanted);
      return;
    }
    const link = buttons.find((button) => Number(button.dataset.turn) === step);
    if (link?.href) {
      go(link.href);
    }
  }

  // A leaf whose thought needs more than one page covers the picture on the last of them too.
  function cover() {
    for (const leaf of pages.querySelectorAll('.leaf--whole')) {
      leaf.style.minBlockSize = '';
      const count = leaf.getClientRects().length;
      if (count > 1) {
        leaf.style.minBlockSize = `${count * 100}%`;
      }
    }
    show();
  }

  function show() {
    const [here, all] = [current(), total()];
    for (const button of buttons) {
      const wanted = here + Number(button.dataset.turn);
      button.hidden = !button.href && all < 2;
      button.ariaDisabled = String(!button.href && (wanted < 0 || wanted >= all));
    }
    if (label) {
      label.hidden = all < 2;
      label.textContent = label.dataset.text
        .replace('{number}', inDigits(here + 1, settings.digits))
        .replace('{total}', inDigits(all, settings.digits));
    }
  }

  for (const button of buttons) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      turn(Number(button.dataset.turn));
    }, { signal: watching.signal });
  }
  if (getComputedStyle(pages).scrollSnapType === 'none') {
    pages.addEventListener('scrollend', settle, { passive: true, signal: watching.signal });
  }
  pages.addEventListener('scroll', show, { passive: true, signal: watching.signal });
  addEventListener('resize', cover, { signal: watching.signal });
  document.fonts?.ready.then(cover);
  cover();
  return { turn, stop: () => watching.abort() };
}
