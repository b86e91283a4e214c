/* What scripts add to the public site. Every page reads and every link works without this file. */

const SCHEMES = ['system', 'light', 'dark'];
const LEAST_SWIPE_PX = 70;
// Things that are themselves moved sideways by a finger, or typed into.
const KEEPS_TO_ITSELF =
  'input, textarea, select, audio, video, [data-map-room], .table-block, .map-drawing';

/** Storage that stays silent where a browser forbids it. */
const memory = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing is remembered, and nothing else depends on it.
    }
  },
};

/** Let `button` go through light, dark and the device's own wish. */
export function switchScheme(button, root = document.documentElement) {
  const name = button.querySelector('[data-scheme-name]');
  const show = (scheme) => {
    if (scheme === 'system') {
      delete root.dataset.scheme;
    } else {
      root.dataset.scheme = scheme;
    }
    name.textContent = `${button.dataset.label}: ${button.dataset[scheme]}`;
    button.title = name.textContent;
  };
  const current = () => root.dataset.scheme ?? 'system';
  button.addEventListener('click', () => {
    const next = SCHEMES[(SCHEMES.indexOf(current()) + 1) % SCHEMES.length];
    memory.set('enfilade-scheme', next);
    show(next);
  });
  show(current());
  button.hidden = false;
}

/** Close an open panel by Escape, by a tap beside it, or when the focus leaves it. */
export function closePanel(panel) {
  const close = () => {
    panel.open = false;
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.open) {
      close();
      panel.querySelector('summary').focus();
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (!panel.contains(event.target)) {
      close();
    }
  });
  panel.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) {
      close();
    }
  });
}

/** Remember the chapter that is open, for the exhibit's opening to offer. */
export function rememberPlace(main) {
  const place = { url: location.pathname, name: main.dataset.place };
  memory.set(`enfilade-place:${main.dataset.exhibit}`, JSON.stringify(place));
}

/** Show the line that leads back to the chapter read last in this browser. */
export function offerResume(line) {
  const exhibit = line.dataset.resume;
  let place;
  try {
    place = JSON.parse(memory.get(`enfilade-place:${exhibit}`));
  } catch {
    return;
  }
  // Storage can be written by hand: only an address inside this exhibit is taken from it.
  if (!place || !String(place.url).startsWith(exhibit)) {
    return;
  }
  const link = line.querySelector('[data-resume-link]');
  link.href = place.url;
  link.textContent = link.dataset.text.replace('{place}', String(place.name));
  line.hidden = false;
}

/** Return a function that goes on or back; forward is where the lines of the page run to. */
export function stepper(main, go = (url) => location.assign(url)) {
  const isMirrored = getComputedStyle(main).direction === 'rtl';
  return (isToTheRight) => {
    const url = isToTheRight === isMirrored ? main.dataset.previous : main.dataset.following;
    if (url) {
      go(url);
    }
  };
}

/** Call `step` with whether it was the right arrow, unless the key belongs to something else. */
export function walkByKeys(step) {
  document.addEventListener('keydown', (event) => {
    const isArrow = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (isArrow && isPlain && !event.defaultPrevented && !event.target.closest(KEEPS_TO_ITSELF)) {
      step(event.key === 'ArrowRight');
    }
  });
}

/** Call `step` after a swipe across `main`: a finger that moves left pulls in what is right. */
export function walkBySwipe(main, step) {
  let start = null;
  const begin = (event) => {
    const isAlone = event.touches.length === 1 && !event.target.closest(KEEPS_TO_ITSELF);
    // In an enlarged page a finger moves the page itself.
    const isEnlarged = (window.visualViewport?.scale ?? 1) > 1.05;
    start = isAlone && !isEnlarged ? event.touches[0] : null;
  };
  const end = (event) => {
    if (!start || event.touches.length) {
      return;
    }
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    start = null;
    const isLevel = Math.abs(across) > 2.5 * Math.abs(down);
    const isMarking = String(getSelection()).length > 0;
    if (Math.abs(across) > LEAST_SWIPE_PX && isLevel && !isMarking) {
      step(across < 0);
    }
  };
  main.addEventListener('touchstart', begin, { passive: true });
  main.addEventListener('touchend', end);
}

/** Open the question that the address names, now and when the address changes. */
export function openNamedQuestion() {
  const open = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const question = named?.closest('[data-question]');
    if (question) {
      question.open = true;
      question.scrollIntoView({ block: 'start' });
    }
  };
  addEventListener('hashchange', open);
  open();
}

/** Open everything for the printer and leave it afterwards as it was. */
export function openForPrint() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('main details:not([open])')];
    for (const each of opened) {
      each.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const each of opened) {
      each.open = false;
    }
  });
}

for (const button of document.querySelectorAll('[data-scheme-switch]')) {
  switchScheme(button);
}
for (const panel of document.querySelectorAll('[data-panel]')) {
  closePanel(panel);
}
for (const main of document.querySelectorAll('[data-walk]')) {
  rememberPlace(main);
  const step = stepper(main);
  walkByKeys(step);
  walkBySwipe(main, step);
}
for (const line of document.querySelectorAll('[data-resume]')) {
  offerResume(line);
}
openNamedQuestion();
openForPrint();
