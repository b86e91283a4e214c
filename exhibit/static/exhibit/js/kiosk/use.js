// A finger, a dropped bag or a wet cloth that lies on the glass so long is not somebody.
const RESTING_MS = 60_000;
const RESTING_PX = 24;

/**
 * Call `onUse` at every sign of a person: touch, key, wheel, a pointer that really moves.
 * Listens before anything on the page can keep the event to itself. Returns a stop function.
 */
export function watchUse({ onUse, now, target = window }) {
  const watching = new AbortController();
  const options = { capture: true, passive: true, signal: watching.signal };
  const places = new Map();

  const settle = (event) => places.set(event.pointerId, { x: event.x, y: event.y, since: now() });

  target.addEventListener('pointerdown', (event) => { settle(event); onUse(event); }, options);
  for (const end of ['pointerup', 'pointercancel']) {
    target.addEventListener(end, (event) => {
      const place = places.get(event.pointerId);
      places.delete(event.pointerId);
      if (place && now() - place.since < RESTING_MS) {
        onUse(event);
      }
    }, options);
  }
  target.addEventListener('pointermove', (event) => {
    const place = places.get(event.pointerId);
    if (!place) {
      settle(event);
      return;
    }
    if (Math.hypot(event.x - place.x, event.y - place.y) >= RESTING_PX) {
      settle(event);
      onUse(event);
    }
  }, options);
  for (const sign of ['keydown', 'wheel']) {
    target.addEventListener(sign, onUse, options);
  }
  return () => watching.abort();
}
