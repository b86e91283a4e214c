// How long a tap that closed something may still arrive at what lies below it.
export const SHIELD_MS = 400;

const TOUCHES = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click'];

/** Swallow every touch for a moment, so that none falls through an overlay that has just gone. */
export function raiseShield({ milliseconds = SHIELD_MS, target = window } = {}) {
  const raised = new AbortController();
  const swallow = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const touch of TOUCHES) {
    target.addEventListener(touch, swallow, { capture: true, passive: false, signal: raised.signal });
  }
  setTimeout(() => raised.abort(), milliseconds);
}
