// However long a film is, after so long without a touch somebody is asked for.
const LONGEST_HOLD_MS = 10 * 60_000;

/**
 * Call `onPlaying` while sound or film plays and gets on: its time moves and it is no silent loop.
 * A stalled film, or one that plays without getting on, says nothing. Returns the watcher.
 */
export function watchMedia({ onPlaying, now, page = document }) {
  const watching = new AbortController();
  const last = new WeakMap();
  let touched = now();

  page.addEventListener('timeupdate', ({ target }) => {
    const before = last.get(target);
    last.set(target, target.currentTime);
    const isAmbient = target.muted && target.loop;
    const gotOn = before !== undefined && target.currentTime > before && !target.paused;
    if (gotOn && !isAmbient && now() - touched < LONGEST_HOLD_MS) {
      onPlaying();
    }
  }, { capture: true, signal: watching.signal });

  return {
    touched() {
      touched = now();
    },
    /** Stop everything that sounds. */
    silence() {
      for (const media of page.querySelectorAll('audio, video')) {
        media.pause();
        media.currentTime = 0;
      }
    },
    stop: () => watching.abort(),
  };
}
