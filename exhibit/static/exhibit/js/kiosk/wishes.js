// How the visitor of the moment wants to read: size of text, contrast, movement.

const KEPT = 'kiosk-wishes';
const NAMES = ['size', 'contrast', 'motion'];

/** Bind the panel of reading aids; `opener` is the button that shows it. */
export function offerWishes(panel, opener) {
  if (!panel || !opener) {
    return;
  }
  opener.hidden = false;
  opener.addEventListener('click', () => {
    show(panel);
    panel.showModal();
  });
  panel.addEventListener('click', ({ target }) => {
    const choice = target.closest('[data-set]');
    if (choice) {
      wish(choice.dataset.set, choice.dataset.value);
      show(panel);
    }
    if (target === panel || target.closest('[data-close]')) {
      panel.close();
      opener.focus();
    }
  });
}

/** Forget everything the visitor set or left on this screen. */
export function forgetWishes() {
  for (const name of NAMES) {
    delete document.documentElement.dataset[name];
  }
  try {
    sessionStorage.clear();
  } catch {
    // Forbidden storage holds nothing either.
  }
}

/** Return whether the visitor or the device asks for stillness. */
export function wantsStillness() {
  return (
    document.documentElement.dataset.motion === 'less' ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

function wish(name, value) {
  if (!NAMES.includes(name)) {
    return;
  }
  const root = document.documentElement;
  if (value) {
    root.dataset[name] = value;
  } else {
    delete root.dataset[name];
  }
  const wishes = Object.fromEntries(
    NAMES.filter((each) => root.dataset[each]).map((each) => [each, root.dataset[each]]),
  );
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(wishes));
  } catch {
    // It then lasts for this page alone.
  }
  dispatchEvent(new Event('resize')); // larger text makes more pages
}

function show(panel) {
  for (const choice of panel.querySelectorAll('[data-set]')) {
    const chosen = document.documentElement.dataset[choice.dataset.set] ?? '';
    choice.setAttribute('aria-pressed', String(chosen === choice.dataset.value));
  }
}
