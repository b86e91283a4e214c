const PATIENCE_MS = 8_000;
const AGAIN_MS = 10_000;

/**
 * The one way from page to page. It looks whether the next page answers before it leaves this one,
 * so that a visitor never sees the browser's own error; and it keeps no history to go back in.
 */
export function makeWay({ excuse, open = (address) => location.replace(address) }) {
  let leaving = false;

  excuse.addEventListener('click', ({ target }) => {
    if (target === excuse || target.closest('[data-close]')) {
      excuse.close();
    }
  });

  /** Open an address of this exhibit; say so kindly when it does not answer. */
  async function go(address) {
    if (leaving) {
      return;
    }
    leaving = true;
    if (await answers(address)) {
      open(address);
    } else {
      leaving = false;
      if (!document.querySelector('dialog[open]')) {
        excuse.showModal();
      }
    }
  }

  /** Open the first screen, however long it takes to answer: nobody is waiting. */
  async function startAgain(address) {
    leaving = true;
    if (await answers(address)) {
      open(address);
    } else {
      setTimeout(() => startAgain(address), AGAIN_MS);
    }
  }

  return { go, startAgain };
}

async function answers(address) {
  try {
    const answer = await fetch(address, {
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
