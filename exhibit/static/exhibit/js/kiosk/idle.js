/**
 * The states of a visit. Pure: it touches no page, and the clock is handed in.
 *
 *   boot → attract ⇄ active → warning → reset
 *                      ↑________|
 *
 * `reset` is the end: the page that the reset opens begins anew. Times are milliseconds of a
 * monotonic clock, so that a screen whose battery is flat and whose date is wrong still works.
 */
export const BOOT = 'boot';
export const ATTRACT = 'attract';
export const ACTIVE = 'active';
export const WARNING = 'warning';
export const RESET = 'reset';

const TICK_MS = 250;

/**
 * @param idleMs how long nothing is touched before the question is asked
 * @param warningMs how long the question waits for an answer
 * @param clock `{ now, setTimeout, clearTimeout }`
 * @param onChange called with (state, before) after each change
 * @param onCount called with the whole seconds left, each time they change while asking
 */
export function makeVisit({ idleMs, warningMs, clock, onChange = () => {}, onCount = () => {} }) {
  if (!(idleMs > 0) || !(warningMs > 0)) {
    throw new RangeError(`makeVisit: times must be above 0, got ${idleMs} and ${warningMs}`);
  }
  let state = BOOT;
  let since = clock.now();
  let shownSeconds = null;
  let timer = null;

  function change(next) {
    const before = state;
    state = next;
    since = clock.now();
    shownSeconds = null;
    onChange(state, before);
  }

  function tick() {
    timer = null;
    const passed = clock.now() - since;
    if (state === ACTIVE && passed >= idleMs) {
      change(WARNING);
    }
    if (state === WARNING) {
      count(clock.now() - since);
    }
    if (state === ACTIVE || state === WARNING) {
      wait();
    }
  }

  function count(passed) {
    if (passed >= warningMs) {
      change(RESET);
      return;
    }
    const seconds = Math.ceil((warningMs - passed) / 1000);
    if (seconds !== shownSeconds) {
      shownSeconds = seconds;
      onCount(seconds);
    }
  }

  function wait() {
    if (timer === null) {
      timer = clock.setTimeout(tick, TICK_MS);
    }
  }

  return {
    get state() {
      return state;
    },
    /** Leave boot: for the attract screen, or for a page that somebody has just opened. */
    begin({ isAttract }) {
      if (state === BOOT) {
        change(isAttract ? ATTRACT : ACTIVE);
        wait();
      }
    },
    /** Somebody is there. Extends without limit; too late once the reset has begun. */
    use() {
      if (state === ATTRACT || state === WARNING) {
        change(ACTIVE);
        wait();
      } else if (state === ACTIVE) {
        since = clock.now();
      }
    },
    /** Something plays by itself; it holds off the question, but answers none. */
    hold() {
      if (state === ACTIVE) {
        since = clock.now();
      }
    },
    /** Nobody came after all: back to waiting, e.g. on the attract screen. */
    rest() {
      if (state === ACTIVE || state === WARNING) {
        change(ATTRACT);
      }
    },
    /** Start again at once, e.g. at the visitor's own wish. */
    reset() {
      if (state !== RESET) {
        change(RESET);
      }
    },
    stop() {
      clock.clearTimeout(timer);
      timer = null;
    },
  };
}
