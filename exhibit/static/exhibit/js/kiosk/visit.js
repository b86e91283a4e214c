import { ACTIVE, RESET, WARNING, makeVisit } from './idle.js';
import { watchMedia } from './media.js';
import { makeQuestion } from './question.js';
import { watchUse } from './use.js';
import { forgetWishes } from './wishes.js';

/** Keep one visit: notice when nobody is there any more, ask, and start again for the next. */
export function keepVisit({ settings, isAttract, way }) {
  const now = () => performance.now();
  const clock = {
    now,
    setTimeout: (call, wait) => setTimeout(call, wait),
    clearTimeout: (timer) => clearTimeout(timer),
  };
  const question = makeQuestion({
    overlay: document.querySelector('[data-warning]'),
    digits: settings.digits,
    onStay: () => visit.use(),
  });
  const media = watchMedia({ onPlaying: () => visit.hold(), now });

  const visit = makeVisit({
    idleMs: settings.idleSeconds * 1000,
    warningMs: settings.warningSeconds * 1000,
    clock,
    onCount: question.show,
    onChange(state, before) {
      document.documentElement.dataset.state = state;
      if (state === WARNING && isAttract) {
        // Somebody touched the first screen and left: no question, only its first language again.
        leaveAttract();
      } else if (state === WARNING) {
        question.open();
      } else if (before === WARNING) {
        question.close();
      }
      if (state === RESET) {
        startAgain();
      }
    },
  });

  function leaveAttract() {
    if (location.pathname === settings.start) {
      visit.rest();
    } else {
      visit.reset();
    }
  }

  function startAgain() {
    media.silence();
    forgetWishes();
    way.startAgain(settings.start);
  }

  watchUse({
    now,
    onUse(event) {
      media.touched();
      // A touch answers the question when it ends on it, so that the tap cannot fall through.
      if (visit.state !== WARNING || event.type === 'keydown') {
        visit.use();
      }
    },
  });
  for (const again of document.querySelectorAll('a[data-again]')) {
    again.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      visit.reset();
    });
  }
  visit.begin({ isAttract });
  if (isAttract && location.pathname !== settings.start) {
    visit.use(); // in another language than the first it does not stay
  }
  return visit;
}
