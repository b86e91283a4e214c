// A screen whose room is closed looks again by itself: nobody stands beside it who would.

const AGAIN_MS = 30_000;
const start = document.querySelector('[data-again]');

async function lookAgain() {
  const address = start ? start.href : location.href;
  try {
    const answer = await fetch(address, { cache: 'no-store', credentials: 'omit' });
    if (answer.ok) {
      location.replace(address);
      return;
    }
  } catch {
    // No network: look again later.
  }
  setTimeout(lookAgain, AGAIN_MS);
}

setTimeout(lookAgain, AGAIN_MS);
