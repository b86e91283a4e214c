import { wantsStillness } from './wishes.js';

const SHOWN_MS = 9_000;
const SHOWN = 'is-shown';

/** Show the slides of the first screen in turn; each waits until its picture can be painted. */
export function showInTurn(room, { shownMs = SHOWN_MS } = {}) {
  const slides = [...room.querySelectorAll('[data-slide]')];
  let at = Math.max(0, slides.findIndex((slide) => slide.classList.contains(SHOWN)));
  let timer = null;

  async function next() {
    for (let step = 1; step < slides.length; step += 1) {
      const candidate = (at + step) % slides.length;
      if (await canBePainted(slides[candidate])) {
        slides[at].classList.remove(SHOWN);
        slides[candidate].classList.add(SHOWN);
        at = candidate;
        break;
      }
    }
    timer = setTimeout(next, wantsStillness() ? shownMs * 2 : shownMs);
  }

  if (slides.length > 1) {
    timer = setTimeout(next, shownMs);
  }
  return () => clearTimeout(timer);
}

async function canBePainted(slide) {
  try {
    await slide.querySelector('img')?.decode();
    return true;
  } catch {
    return false; // a picture that is missing is passed over
  }
}
