import { inDigits } from './settings.js';
import { raiseShield } from './shield.js';

// Read aloud at these only: a number every second would talk over everything.
const SAID_AT = new Set([20, 10, 5]);

/** The question whether anybody is there. `overlay` is a `<dialog>`; `onStay` says somebody is. */
export function makeQuestion({ overlay, digits, onStay }) {
  const count = overlay.querySelector('[data-count]');
  const said = overlay.querySelector('[data-said]');
  let opener = null;

  // A tap anywhere answers, but only where it ends, so that it presses nothing below.
  overlay.addEventListener('click', onStay);
  overlay.addEventListener('cancel', (event) => {
    event.preventDefault();
    onStay();
  });

  return {
    open() {
      opener = document.activeElement;
      for (const other of document.querySelectorAll('dialog[open]')) {
        other.close();
      }
      overlay.showModal();
      overlay.querySelector('[data-stay]').focus();
    },
    show(seconds) {
      const shown = inDigits(seconds, digits);
      count.textContent = shown;
      if (SAID_AT.has(seconds)) {
        said.textContent = said.dataset.text.replace('{seconds}', shown);
      }
    },
    close() {
      if (!overlay.open) {
        return;
      }
      overlay.close();
      said.textContent = '';
      raiseShield();
      if (opener?.isConnected) {
        opener.focus({ preventScroll: true });
      }
    },
  };
}
