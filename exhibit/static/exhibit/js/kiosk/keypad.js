const REACHED = 'a[href], button:not([hidden]), summary, input';

/**
 * Make four arrows and Enter enough: along the line they turn pages, across it they go from control
 * to control. A slider and an open overlay keep their own arrows.
 */
export function answerKeypad({ turning, direction }) {
  const onward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.target.matches?.('input')) {
      return;
    }
    const overlay = document.querySelector('dialog[open]');
    if (turning && !overlay && (event.key === onward || event.key === back)) {
      event.preventDefault();
      turning.turn(event.key === onward ? 1 : -1);
    } else if (['ArrowUp', 'ArrowDown', onward, back].includes(event.key)) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' || event.key === onward ? 1 : -1;
      stepFocus(overlay ?? document, step);
    }
  });
}

function stepFocus(within, step) {
  const controls = [...within.querySelectorAll(REACHED)].filter(
    (control) => control.tabIndex >= 0 && control.checkVisibility({ visibilityProperty: true }),
  );
  const at = controls.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : controls.length - 1) : at + step;
  controls[(next + controls.length) % controls.length]?.focus();
}
